/** A Word file (.docx) as text: headings, lists, tables line by line, notes at the end. */
import { type Block, blocksOf } from './docx-body.ts';
import { labelsOf, stylesOf } from './docx-lists.ts';
import { docxParts, walkXml } from './docx-zip.ts';
import { dayOf } from './published.ts';
import { NoText, noFacts, type ReadText } from './types.ts';

/** @param deadline ms since 1970 @throws NoText */
export async function readDocx(bytes: Buffer, deadline: number): Promise<ReadText> {
  const parts = await docxParts(bytes, deadline);
  const body = parts.get('word/document.xml');
  if (body === undefined) throw new NoText('binary');
  const asked: string[] = [];
  const words = {
    styles: stylesOf(parts.get('word/styles.xml'), deadline),
    labels: labelsOf(parts.get('word/numbering.xml'), deadline),
    noteSign: (kind: string, id: string) => {
      asked.push(`${kind}:${id}`);
      return `[${asked.length}]`;
    },
  };
  const blocks = blocksOf(body, words, deadline);
  const notes = new Map<string, string>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = parts.get(`word/${kind}s.xml`);
    if (part === undefined) continue;
    // a note inside a note has no number of its own
    const inNotes = { ...words, noteSign: () => '' };
    blocksOf(part, inNotes, deadline, (id, found) =>
      notes.set(`${kind}:${id}`, found.map(({ text }) => text).join(' ')),
    );
  }
  const noteLines = asked.flatMap((key, at) => {
    const note = notes.get(key);
    return note === undefined ? [] : [`[${at + 1}] ${note}`];
  });
  const text = [textOf(blocks), ...(noteLines.length > 0 ? [noteLines.join('\n')] : [])].join(
    '\n\n',
  );
  const facts = factsOf(parts.get('docProps/core.xml'), deadline);
  const heading = blocks.find(({ kind }) => kind === 'heading')?.text.slice(0, 500) ?? null;
  return { text, facts: { ...facts, title: facts.title ?? heading } };
}

function textOf(blocks: readonly Block[]): string {
  return blocks
    .map(({ kind, text }, at) => {
      const before = blocks[at - 1];
      const between =
        before === undefined ? '' : kind === 'item' && before.kind === 'item' ? '\n' : '\n\n';
      return between + text;
    })
    .join('');
}

function factsOf(part: Buffer | undefined, deadline: number): ReadText['facts'] {
  if (part === undefined) return noFacts;
  const found: Record<string, string> = {};
  let name = '';
  walkXml(
    part,
    {
      open: (tag) => {
        name = tag;
      },
      close: () => {
        name = '';
      },
      text: (text) => {
        if (name !== '') found[name] = (found[name] ?? '') + text;
      },
    },
    deadline,
  );
  const words = (tag: string) => found[tag]?.replace(/\s+/g, ' ').trim().slice(0, 500) || null;
  const language = words('dc:language');
  return {
    ...noFacts,
    title: words('dc:title'),
    author: words('dc:creator'),
    published: dayOf(words('dcterms:modified') ?? words('dcterms:created')),
    language:
      language !== null && /^[a-z]{2}\b/i.test(language)
        ? language.slice(0, 2).toLowerCase()
        : null,
  };
}
