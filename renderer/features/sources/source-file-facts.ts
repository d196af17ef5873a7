// What a file says of itself, set against a form: what fills it at once, what is offered. Pure.
import type { ReadSourceFile } from '../../../shared/contract/source-file-calls.ts';
import { newSourceDraft, type SourceDraft } from './source-form.ts';

export type FactField = keyof ReadSourceFile['facts'];

export interface SuggestedFact {
  readonly field: FactField;
  readonly value: string;
  readonly patch: Partial<SourceDraft>;
}

const fields = ['title', 'author', 'publisher', 'published', 'url', 'language'] as const;

/** Facts of the file that the form does not hold yet, in the order of its fields. */
export function suggestedFacts(
  { facts }: ReadSourceFile,
  draft: SourceDraft,
): readonly SuggestedFact[] {
  return fields.flatMap((field) => {
    const value = facts[field];
    if (value === null || value === draft[field]) return [];
    return [{ field, value, patch: { [field]: value } }];
  });
}

/** What is taken without asking: text, title, kind and language where nothing was chosen. */
export function takenAtOnce(read: ReadSourceFile, draft: SourceDraft): Partial<SourceDraft> {
  const first = newSourceDraft(draft.id, draft.tlp);
  return {
    ...(read.text !== '' && draft.text.trim() === '' ? { text: read.text } : {}),
    ...(draft.title.trim() === '' ? { title: read.title } : {}),
    ...(draft.kind === first.kind ? { kind: read.kind } : {}),
    ...(draft.language === null ? { language: read.facts.language } : {}),
  };
}

/** A source's form filled with all that a file says, for several files at once. */
export function draftOf(read: ReadSourceFile, base: SourceDraft, takesFacts: boolean): SourceDraft {
  const taken = { ...base, ...takenAtOnce(read, base) };
  if (!takesFacts) return taken;
  const { author, publisher, published, url } = read.facts;
  return {
    ...taken,
    author: author ?? taken.author,
    publisher: publisher ?? taken.publisher,
    published: published ?? taken.published,
    url: url ?? taken.url,
  };
}
