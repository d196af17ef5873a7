/**
 * Source marks of a report that an analyst has edited: numbered anew in the order of the page, each
 * source once, whether the builder or the analyst's text rests on it; the list holds no other. Pure.
 */
import type { ReportBlock, ReportDocument } from './document.ts';
import { marksIn, type StateOf, writtenOut } from './references.ts';
import { reportText } from './report-text.ts';
import type { SourceItem } from './source-list.ts';

/** A place for sources where a report has none of its own: before the small print at its end. */
export function withSourcePlace(document: ReportDocument): ReportDocument {
  if (document.blocks.some(({ type }) => type === 'sources')) return document;
  const last = document.blocks.findLastIndex(
    (block) => block.type !== 'paragraph' || block.tone !== 'quiet',
  );
  const title = reportText(document.lang).sources;
  return {
    ...document,
    blocks: document.blocks.toSpliced(last + 1, 0, { type: 'sources', title, items: [] }),
  };
}

/**
 * The report with its texts written out. `itemOf` gives the entry of a source that the builder did not
 * list; undefined for one that is gone.
 */
export function numberedAnew(
  document: ReportDocument,
  stateOf: StateOf,
  itemOf: (sourceId: string) => SourceItem | undefined,
): ReportDocument {
  const listed = document.blocks.flatMap((block) => (block.type === 'sources' ? block.items : []));
  const byNumber = new Map(listed.map((item) => [item.number, item]));
  const bySource = new Map(listed.map((item) => [item.sourceId, item]));
  const items = new Map<string, SourceItem>();
  const keep = (key: string, item: SourceItem | undefined): number | undefined => {
    const known = items.get(key);
    if (known !== undefined) return known.number;
    if (item === undefined) return undefined;
    items.set(key, { ...item, number: items.size + 1 });
    return items.size;
  };
  const numberOf = (id: string) => keep(id, bySource.get(id) ?? itemOf(id));
  const renumber = (marks: readonly number[]) =>
    marks
      .flatMap((number) => {
        const item = byNumber.get(number);
        return keep(item?.sourceId ?? `number ${number}`, item) ?? [];
      })
      .sort((a, b) => a - b);
  const write = (text: string) => {
    for (const reference of marksIn(text)) {
      const state = stateOf(reference);
      if (state !== undefined && !state.isGone && state.sourceId !== null) numberOf(state.sourceId);
    }
    return writtenOut(text, document.lang, stateOf, numberOf);
  };
  const blocks = document.blocks.map((block) => withMarks(block, renumber, write));
  return {
    ...document,
    blocks: blocks.flatMap((block): ReportBlock[] => {
      if (block.type !== 'sources') return [block];
      return items.size === 0 ? [] : [{ ...block, items: [...items.values()] }];
    }),
  };
}

/** A block with other marks and texts; visited in the order in which it is read. */
function withMarks(
  block: ReportBlock,
  renumber: (marks: readonly number[]) => number[],
  write: (text: string) => string,
): ReportBlock {
  const run = <T extends { readonly marks: number[] }>(each: T): T =>
    each.marks.length === 0 ? each : { ...each, marks: renumber(each.marks) };
  switch (block.type) {
    case 'markdown':
      return { ...block, text: write(block.text) };
    case 'paragraph':
      return { ...block, runs: block.runs.map(run) };
    case 'facts':
      return {
        ...block,
        rows: block.rows.map((row) => ({ ...row, runs: row.runs.map(run) })),
      };
    case 'boxes':
      return {
        ...block,
        boxes: block.boxes.map((box) => ({ ...box, lines: box.lines.map(run) })),
      };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(run)) };
    case 'ranges':
      return run(block);
    case 'bullets':
      return { ...block, items: block.items.map(run) };
    default:
      return block;
  }
}
