/**
 * What an analyst changes of a report as built: sections left out, in another order, with other words.
 * A section begins at a heading of level 2 (the list of sources is one too) and is known by that
 * heading's words: the same in every report of its kind and language. What stands before the first
 * heading opens the report and stays. Pure.
 */
import { z } from 'zod';
import type { ReportBlock, ReportDocument } from './document.ts';
import { lifted, markText, sourceItems } from './references.ts';

const key = z.string().min(1).max(500);

export const reportEditsSchema = z.strictObject({
  /** Sections in the order wanted; those not named keep their place behind the one before them. */
  order: z.array(key).max(500).default([]),
  hidden: z.array(key).max(500).default([]),
  /** Markdown that stands in place of a section's own text, or as a section of its own. */
  texts: z.record(key, z.string().max(50_000)).default({}),
});
export type ReportEdits = z.infer<typeof reportEditsSchema>;

export const noEdits: ReportEdits = { order: [], hidden: [], texts: {} };

interface Section {
  readonly key: string;
  readonly blocks: readonly ReportBlock[];
}

/** Opening blocks and sections of a report. A heading said twice is told apart by a number. */
function split(blocks: readonly ReportBlock[]): {
  readonly opening: readonly ReportBlock[];
  readonly sections: readonly Section[];
} {
  const opening: ReportBlock[] = [];
  const sections: { key: string; blocks: ReportBlock[] }[] = [];
  const taken = new Map<string, number>();
  for (const block of blocks) {
    const title =
      block.type === 'heading' && block.level === 2
        ? block.text
        : block.type === 'sources'
          ? block.title
          : undefined;
    if (title !== undefined && title !== '') {
      const count = (taken.get(title) ?? 0) + 1;
      taken.set(title, count);
      sections.push({ key: count === 1 ? title : `${title} (${count})`, blocks: [block] });
    } else {
      (sections.at(-1)?.blocks ?? opening).push(block);
    }
  }
  return { opening, sections };
}

/** Marks without their sources say nothing: that list cannot be left out. */
const canHide = ({ blocks }: Section) => !blocks.some(({ type }) => type === 'sources');

/** Words only: no table, map or figure would be lost by writing them anew. */
const isText = ({ blocks }: Section) =>
  blocks
    .slice(1)
    .every(
      (block) =>
        block.type === 'bullets' ||
        block.type === 'markdown' ||
        (block.type === 'paragraph' && block.tone === 'normal') ||
        (block.type === 'heading' && block.level === 3),
    );

/** The report with its edits, and the list of its sections for whoever edits on. */
export function applyEdits(document: ReportDocument, given: ReportEdits): ReportDocument {
  const { opening, sections } = split(document.blocks);
  const items = sourceItems(document);
  const texts = Object.fromEntries(
    Object.entries(given.texts).map(([each, text]) => [each, lifted(text, items)]),
  );
  const edits = { ...given, texts };
  const hidden = new Set(edits.hidden);
  const known = new Set(sections.map((section) => section.key));
  const added = Object.keys(edits.texts)
    .filter((each) => !known.has(each))
    .map((each): Section => ({ key: each, blocks: [heading(each)] }));
  // what is written anew stands before sources and method
  const at = sections.findIndex((section) => !canHide(section));
  const all = at < 0 ? [...sections, ...added] : sections.toSpliced(at, 0, ...added);
  const ordered = inOrder(all, edits.order);
  const shown = ordered.filter((section) => !hidden.has(section.key) || !canHide(section));
  return {
    ...document,
    blocks: [...opening, ...shown.flatMap((section) => withText(section, edits.texts))],
    sections: ordered.map((section) => ({
      key: section.key,
      isShown: shown.includes(section),
      canHide: canHide(section),
      isOwn: !known.has(section.key),
      text: isText(section)
        ? (edits.texts[section.key] ?? markdownOf(section.blocks, items))
        : null,
      isEdited: edits.texts[section.key] !== undefined,
    })),
  };
}

const heading = (text: string): ReportBlock => ({ type: 'heading', level: 2, text });

/** Sections in the order wanted; those not named stay behind the one before them. */
export function inOrder<T extends { readonly key: string }>(
  sections: readonly T[],
  order: readonly string[],
): readonly T[] {
  const place = new Map(order.map((each, index) => [each, index]));
  let last = -1;
  return sections
    .map((section, index) => {
      last = place.get(section.key) ?? last;
      return { section, index, at: last };
    })
    .sort((a, b) => a.at - b.at || a.index - b.index)
    .map(({ section }) => section);
}

function withText(section: Section, texts: ReportEdits['texts']): readonly ReportBlock[] {
  const text = texts[section.key];
  const [first] = section.blocks;
  if (text === undefined || first === undefined || !isText(section)) return section.blocks;
  return [first, { type: 'markdown', text, caption: null }];
}

type Items = ReturnType<typeof sourceItems>;

/** Words with the marks of their sources, which follow them wherever the words go. */
function marked(
  { text, marks }: { readonly text: string; readonly marks: readonly number[] },
  items: Items,
): string {
  if (marks.length === 0) return text;
  const ids = marks.map((each) => items.find(({ number }) => number === each)?.sourceId ?? null);
  const written = ids.every((id) => id !== null)
    ? ids.map((id) => markText('source', id)).join('')
    : `[${marks.join(', ')}]`;
  // an end such as "; " goes behind the marks, as on paper
  const [, body = text, end = ''] = /^(.*?)([;,.]?\s*)$/s.exec(text) ?? [];
  return `${body} ${written}${end}`;
}

/** A section's words as Markdown to write on from. */
function markdownOf(blocks: readonly ReportBlock[], items: Items): string {
  return blocks
    .slice(1)
    .map((block) => {
      switch (block.type) {
        case 'bullets':
          return block.items.map((item) => `- ${marked(item, items)}`).join('\n');
        case 'paragraph':
          return block.runs.map((each) => marked(each, items)).join('');
        case 'markdown':
          return block.caption === null ? block.text : `**${block.caption}**\n\n${block.text}`;
        case 'heading':
          return `### ${block.text}`;
        default:
          return '';
      }
    })
    .filter((part) => part !== '')
    .join('\n\n');
}
