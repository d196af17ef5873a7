/**
 * References in an analyst's Markdown: `[name](cairn:incident/ID)` is a link to a record and
 * `[^claim:ID]`, `[^source:ID]` is the mark of a source, the first one of whatever source the claim has.
 * What they show is worked out when the report is built, so it follows the case. Pure.
 */
import type { Lang } from '../text/lang.ts';
import type { ReportDocument } from './document.ts';
import { markWords } from './marks.ts';
import { reportText } from './report-text.ts';

export const linkedTables = ['incident', 'actor', 'source'] as const;
export type LinkedTable = (typeof linkedTables)[number];
export const markTables = ['claim', 'source'] as const;
export type MarkTable = (typeof markTables)[number];
export const referenceTables = [...linkedTables, 'claim'] as const;

export interface Reference {
  readonly table: LinkedTable | MarkTable;
  readonly id: string;
}

/** What the case says of a reference. */
export interface ReferenceState {
  /** The record's name now; of a claim its words. Of a merged incident the kept one's. */
  readonly name: string;
  /** Deleted, or its incident is. */
  readonly isGone: boolean;
  /** A later claim stands in its place. */
  readonly isReplaced: boolean;
  /** Of a source itself, of a claim the one it comes from. */
  readonly sourceId: string | null;
}

export type StateOf = (reference: Reference) => ReferenceState | undefined;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const link = new RegExp(
  `\\[((?:\\\\.|[^\\]\\\\\\n])*)\\]\\(cairn:(${linkedTables.join('|')})/(${uuid})\\)`,
  'g',
);
const mark = new RegExp(`\\[\\^(${markTables.join('|')}):(${uuid})\\]`, 'g');
const marks = new RegExp(
  `[ \\u00a0]?\\[\\^(?:${markTables.join('|')}):${uuid}\\](?:[ \\u00a0]?\\[\\^(?:${markTables.join('|')}):${uuid}\\])*`,
  'g',
);

const isLinked = (table: string | undefined): table is LinkedTable =>
  linkedTables.some((each) => each === table);
const isMark = (table: string | undefined): table is MarkTable =>
  markTables.some((each) => each === table);

export const linkAddress = (table: LinkedTable, id: string): string => `cairn:${table}/${id}`;
export const markText = (table: MarkTable, id: string): string => `[^${table}:${id}]`;

interface LinkAt {
  readonly table: LinkedTable;
  readonly id: string;
  /** Words that it had when it was written. */
  readonly name: string;
  /** Characters that it takes. */
  readonly length: number;
}

/** The link to a record at the very beginning of a text. */
export function linkAt(text: string): LinkAt | null {
  const [whole, words, table, id] = new RegExp(`^${link.source}`).exec(text) ?? [];
  if (whole === undefined || !isLinked(table) || id === undefined) return null;
  const name = (words ?? '').replace(/\\(.)/g, '$1');
  return { table, id, name, length: whole.length };
}

interface MarkAt {
  readonly table: MarkTable;
  readonly id: string;
  readonly length: number;
}

/** The mark of a source at the very beginning of a text. */
export function markAt(text: string): MarkAt | null {
  const [whole, table, id] = new RegExp(`^${mark.source}`).exec(text) ?? [];
  if (whole === undefined || !isMark(table) || id === undefined) return null;
  return { table, id, length: whole.length };
}

/** Marks of a text in their order. */
export function marksIn(markdown: string): Reference[] {
  return Array.from(markdown.matchAll(mark), ([, table, id]) =>
    isMark(table) && id !== undefined ? [{ table, id }] : [],
  ).flat();
}

/** Links and marks of a text, each once. */
export function referencesIn(markdown: string): Reference[] {
  const links = Array.from(markdown.matchAll(link), ([, , table, id]) =>
    isLinked(table) && id !== undefined ? [{ table, id }] : [],
  ).flat();
  const all = [...links, ...marksIn(markdown)];
  return [...new Map(all.map((each) => [`${each.table} ${each.id}`, each])).values()];
}

/** The text as it is printed: names as they are now, marks as numbers. Unknown ones say so. */
export function writtenOut(
  markdown: string,
  lang: Lang,
  stateOf: StateOf,
  numberOf: (sourceId: string) => number | undefined,
): string {
  const t = reportText(lang);
  const named = markdown.replace(link, (whole, words: string, table: string, id: string) => {
    if (!isLinked(table)) return whole;
    const state = stateOf({ table, id });
    if (state === undefined) return words;
    return escaped(state.isGone ? t.linkGone(state.name) : state.name);
  });
  return named.replace(marks, (together) => {
    const numbers = new Set<number>();
    const remarks = new Set<string>();
    for (const reference of marksIn(together)) {
      const state = stateOf(reference);
      const number =
        state === undefined || state.isGone || state.sourceId === null
          ? undefined
          : numberOf(state.sourceId);
      if (number !== undefined) numbers.add(number);
      else if (reference.table === 'source' || state === undefined) remarks.add(t.sourceGone);
      else remarks.add(state.isGone ? t.claimWithdrawn : t.claimUnsourced);
    }
    const said = [markWords([...numbers]), ...remarks].filter((part) => part !== '').join(', ');
    return `\u00a0\\[${said}\\]`;
  });
}

/** Signs that mean something in Markdown stand for themselves. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&');
}

type SourceItem = Extract<ReportDocument['blocks'][number], { type: 'sources' }>['items'][number];

const typedMarks = /\\?\[(\d{1,4}(?:\s*[,;]\s*\d{1,4})*)\\?\](?![(:])/g;

/** Numbers typed by hand, `[1, 3]`, become marks that follow their sources, where all are known. */
export function lifted(
  markdown: string,
  items: readonly Pick<SourceItem, 'number' | 'sourceId'>[],
): string {
  const ids = new Map(items.map(({ number, sourceId }) => [number, sourceId]));
  return markdown.replace(typedMarks, (whole, list: string) => {
    const found = list.split(/[,;]/).map((each) => ids.get(Number(each)) ?? null);
    return found.every((id) => id !== null)
      ? found.map((id) => markText('source', id)).join('')
      : whole;
  });
}

/** The numbered sources of a report. */
export function sourceItems(document: Pick<ReportDocument, 'blocks'>): readonly SourceItem[] {
  return document.blocks.flatMap((block) => (block.type === 'sources' ? block.items : []));
}
