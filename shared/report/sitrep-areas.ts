/** The incidents of a situation report told area by area. Pure. */
import type { IncidentRow } from '../contract/read-calls.ts';
import type { TollSummary } from '../domain/toll-types.ts';
import { labels } from '../text/index.ts';
import type { Lang } from '../text/lang.ts';
import { summaryWords } from '../text/toll-words.ts';
import { bestWords, dateWords, type GivenBlock } from './parts.ts';
import { firstSentences, plainWords } from './plain.ts';
import { productText } from './product-text.ts';
import { countryName, semicolon } from './report-text.ts';
import type { SitrepInput } from './sitrep-input.ts';

/** Characters of a summary that are told; the brief has the whole of it. */
const mostTold = 360;

type Marks = (ids: readonly (string | null)[]) => number[];

/** Areas with most incidents first, each incident in a few lines with its sources. */
export function areaBlocks(input: SitrepInput, marks: Marks): GivenBlock[] {
  const { rows, lang } = input;
  const areas = new Map<string, IncidentRow[]>();
  for (const row of rows) {
    const area = areaOf(row, lang);
    const held = areas.get(area);
    if (held === undefined) areas.set(area, [row]);
    else held.push(row);
  }
  return [...areas]
    .sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b))
    .flatMap(([area, held]): GivenBlock[] => [
      { type: 'heading', level: 3, text: area },
      { type: 'bullets', items: held.map((row) => itemOf(row, input, marks)) },
    ]);
}

function areaOf(row: IncidentRow, lang: Lang): string {
  const country = row.country === null ? null : countryName(row.country, lang);
  const parts = [row.admin1, country].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? productText(lang).noArea : parts.join(', ');
}

function itemOf(row: IncidentRow, { summaries, sourceIds, lang }: SitrepInput, marks: Marks) {
  const t = productText(lang);
  const where = row.place ?? row.admin2;
  const head = [dateWords(row, lang), where].filter((part) => part !== null).join(', ');
  const summary = firstSentences(plainWords(summaries.get(row.id) ?? ''), mostTold);
  const toll = row.killed === null ? null : t.killed(killedWords(row.killed, lang));
  const said = [
    `${head}: ${closed(row.title)}`,
    summary === '' ? null : summary,
    toll,
    `${labels(lang).statuses[row.status]}.`,
  ];
  return {
    text: said.filter((part) => part !== null).join(' '),
    marks: marks(sourceIds.get(row.id) ?? []),
  };
}

function closed(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** `24–200; best graded 24–99 (B3)`, `60 (B4)`. */
function killedWords(killed: TollSummary, lang: Lang): string {
  const range = summaryWords(killed, lang);
  if (killed.low !== killed.high) {
    return [range, bestWords(killed, lang)].filter((part) => part !== null).join(semicolon(lang));
  }
  return killed.bestGrade === null ? range : `${range} (${killed.bestGrade})`;
}
