/** The chronology: incidents in the order in which they happened, month by month. Pure. */
import type { IncidentRow } from '../contract/read-calls.ts';
import { edtfWords } from '../text/date-words.ts';
import { labels } from '../text/index.ts';
import type { Lang } from '../text/lang.ts';
import { activityFigure } from './activity.ts';
import { type ReportDocument, reportDocumentSchema } from './document.ts';
import { endMatter } from './end-matter.ts';
import { actorWords, type ListInput, periodWords } from './list.ts';
import {
  dateWords,
  documentHead,
  type GivenBlock,
  killedCell,
  mapFigure,
  placeWords,
  scopeOf,
} from './parts.ts';
import { productText } from './product-text.ts';
import { reportText } from './report-text.ts';
import { numberSources } from './source-list.ts';

/** Order of happening: by first possible day, then by last; what has no date comes last, by title. */
export function inOrderOfTime(rows: readonly IncidentRow[]): IncidentRow[] {
  const first = (row: IncidentRow) => row.dateEarliest ?? row.dateLatest ?? '9999-99-99';
  const last = (row: IncidentRow) => row.dateLatest ?? row.dateEarliest ?? '9999-99-99';
  return rows.toSorted(
    (a, b) =>
      first(a).localeCompare(first(b)) ||
      last(a).localeCompare(last(b)) ||
      a.title.localeCompare(b.title),
  );
}

export function buildChronology(input: ListInput): ReportDocument {
  const { lang } = input;
  const t = reportText(lang);
  const p = productText(lang);
  const rows = inOrderOfTime(input.rows);
  const numbers = numberSources(input);
  const blocks: GivenBlock[] = [];
  const scope = scopeOf(input.scopeWords, periodWords(rows, lang));
  blocks.push(...activityFigure(rows, scope, lang));
  if (input.withMap) blocks.push(...mapFigure(rows, scope, lang));
  if (rows.length === 0) blocks.push({ type: 'paragraph', runs: [{ text: t.nothingToList }] });
  for (const [month, held] of byMonth(rows)) {
    blocks.push({
      type: 'heading',
      level: 2,
      text: month === '' ? p.undated : edtfWords(month, lang),
    });
    blocks.push(monthTable(held, input, numbers.marks, lang));
  }
  blocks.push(
    ...endMatter(input, { scopeWords: input.scopeWords, incidents: rows.length }, numbers),
  );
  return reportDocumentSchema.parse({
    ...documentHead(input, 'chronology'),
    title: input.title ?? input.caseTitle,
    subtitle: [t.count(rows.length), periodWords(rows, lang)]
      .filter((part) => part !== '')
      .join(' · '),
    scopeWords: input.scopeWords,
    blocks,
  });
}

/** Months by the first possible day; `` holds what has no date. */
function byMonth(rows: readonly IncidentRow[]): ReadonlyMap<string, IncidentRow[]> {
  const months = new Map<string, IncidentRow[]>();
  for (const row of rows) {
    const month = (row.dateEarliest ?? row.dateLatest ?? '').slice(0, 7);
    const held = months.get(month);
    if (held === undefined) months.set(month, [row]);
    else held.push(row);
  }
  return months;
}

function monthTable(
  rows: readonly IncidentRow[],
  { sourceIds, figureSources }: ListInput,
  marks: (ids: readonly (string | null)[]) => number[],
  lang: Lang,
): GivenBlock {
  const p = productText(lang);
  const c = p.chronologyColumns;
  return {
    type: 'table',
    caption: p.incidents,
    columns: [
      { label: c.date, width: 18 },
      { label: c.incident, width: 42 },
      { label: c.actors, width: 18 },
      { label: c.killed, width: 10, align: 'end' },
      { label: c.status, width: 12 },
    ],
    rows: rows.map((row) => [
      {
        text: dateWords(row, lang),
        ...(row.dateWords === null ? {} : { sub: quoted(row.dateWords, lang) }),
      },
      {
        text: row.title,
        sub: placeWords(row, lang),
        marks: marks(sourceIds.get(row.id) ?? []),
      },
      { text: actorWords(row) },
      killedCell(row.killed, lang, marks(figureSources.get(row.id) ?? [])),
      { text: labels(lang).statuses[row.status] },
    ]),
    note: null,
  };
}

function quoted(words: string, lang: Lang): string {
  return lang === 'fr' ? `«\u00a0${words}\u00a0»` : `“${words}”`;
}
