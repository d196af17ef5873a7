// A source as its form holds it, what is wrong with it, and the one step of its save. Pure.
import type { Op } from '../../../shared/contract/record-calls.ts';
import { isExactDay, isValidEdtf } from '../../../shared/domain/edtf.ts';
import type { Source } from '../../../shared/domain/records.ts';
import type { Reliability, SourceKind, TlpLabel } from '../../../shared/domain/vocabulary.ts';

export interface SourceDraft {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly publisher: string;
  readonly author: string;
  readonly url: string;
  /** EDTF */
  readonly published: string | null;
  /** One day, `2025-05-13`. */
  readonly accessed: string | null;
  readonly language: string | null;
  readonly reliability: Reliability;
  readonly reliabilityWhy: string;
  readonly viaSourceId: string | undefined;
  readonly text: string;
  readonly tlp: TlpLabel;
}

export interface SourceIssues {
  readonly title?: 'needed';
  readonly published?: 'bad-date';
  readonly accessed?: 'not-a-day';
  readonly via?: 'itself';
}

export function newSourceDraft(id: string, tlp: TlpLabel): SourceDraft {
  return {
    id,
    kind: 'article',
    title: '',
    publisher: '',
    author: '',
    url: '',
    published: null,
    accessed: null,
    language: null,
    reliability: 'F',
    reliabilityWhy: '',
    viaSourceId: undefined,
    text: '',
    tlp,
  };
}

export function sourceDraft(source: Source): SourceDraft {
  return {
    id: source.id,
    kind: source.kind,
    title: source.title,
    publisher: source.publisher ?? '',
    author: source.author ?? '',
    url: source.url ?? '',
    published: source.published,
    accessed: source.accessed,
    language: source.language,
    reliability: source.reliability,
    reliabilityWhy: source.reliability_why ?? '',
    viaSourceId: source.via_source_id ?? undefined,
    text: source.text,
    tlp: source.tlp,
  };
}

/** Characters of a title that is taken from a text. */
const titleLength = 100;

/** A title out of a pasted text: its first line, cut at a blank where it is a whole paragraph. */
export function titleFrom(text: string): string {
  const line = (/\S.*/u.exec(text)?.[0] ?? '').replace(/\s+/gu, ' ').trim();
  if (line.length <= titleLength) return line;
  const cut = line.lastIndexOf(' ', titleLength);
  return `${line.slice(0, cut > 0 ? cut : titleLength)}…`;
}

/** Undefined when the source can be saved. */
export function sourceIssues(draft: SourceDraft): SourceIssues | undefined {
  const { title, published, accessed, viaSourceId, id } = draft;
  const issues: SourceIssues = {
    ...(title.trim() === '' ? { title: 'needed' as const } : {}),
    ...(published !== null && !isValidEdtf(published) ? { published: 'bad-date' as const } : {}),
    ...(accessed !== null && !isExactDay(accessed) ? { accessed: 'not-a-day' as const } : {}),
    ...(viaSourceId === id ? { via: 'itself' as const } : {}),
  };
  return Object.keys(issues).length === 0 ? undefined : issues;
}

/** The save; empty when nothing changed. Line ends of a pasted text become `\n`. */
export function sourceOps(draft: SourceDraft, stored: Source | undefined): readonly Op[] {
  const values = {
    kind: draft.kind,
    title: draft.title.trim(),
    publisher: orNull(draft.publisher),
    author: orNull(draft.author),
    url: orNull(draft.url),
    published: draft.published,
    accessed: draft.accessed,
    language: draft.language,
    reliability: draft.reliability,
    reliability_why: orNull(draft.reliabilityWhy),
    via_source_id: draft.viaSourceId ?? null,
    text: draft.text.replace(/\r\n?/gu, '\n'),
    tlp: draft.tlp,
  };
  if (stored === undefined) return [{ do: 'create', table: 'source', id: draft.id, values }];
  const patch = Object.fromEntries(
    Object.entries(values).filter(([field, value]) => stored[field as keyof Source] !== value),
  );
  if (Object.keys(patch).length === 0) return [];
  return [{ do: 'update', table: 'source', id: stored.id, patch, rev: stored.rev }];
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
