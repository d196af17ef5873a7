/** The list report: incidents of a filter or selection with totals in which one attack counts once. */
import type { IncidentRow } from '../contract/read-calls.ts';
import type { Source } from '../domain/records.ts';
import { groupSame, type TollTotal } from '../domain/toll-total.ts';
import { eventTypes, incidentStatuses } from '../domain/vocabulary.ts';
import { edtfWords } from '../text/date-words.ts';
import { codeLabel, labels } from '../text/index.ts';
import type { Lang } from '../text/lang.ts';
import { totalWords } from '../text/toll-words.ts';
import { activityFigure } from './activity.ts';
import { rankFigure } from './actor-figures.ts';
import { type ReportDocument, reportDocumentSchema } from './document.ts';
import { endMatter } from './end-matter.ts';
import {
  dateWords,
  documentHead,
  type GivenBlock,
  gradeSpan,
  killedCell,
  mapFigure,
  type ReportHead,
  scopeOf,
  sourcesOfAll,
  typeWords,
} from './parts.ts';
import { countryName, reportText, semicolon } from './report-text.ts';
import { numberSources } from './source-list.ts';
import { type ClaimsByIncident, tollFigure, tollTotal } from './toll-figure.ts';

export interface ListInput extends ReportHead {
  readonly title: string | null;
  /** The filter or selection in words. */
  readonly scopeWords: string;
  /** In the order to print. */
  readonly rows: readonly IncidentRow[];
  /** Sources of the claims of each incident, by incident id. */
  readonly sourceIds: ReadonlyMap<string, readonly string[]>;
  /** Of these, the sources of figures of those killed. */
  readonly figureSources: ReadonlyMap<string, readonly string[]>;
  readonly injuredSources: ReadonlyMap<string, readonly string[]>;
  readonly sources: readonly Source[];
  readonly tollClaims: ClaimsByIncident;
  readonly withMap: boolean;
}

export function buildList(input: ListInput): ReportDocument {
  const { rows, lang } = input;
  const t = reportText(lang);
  const numbers = numberSources(input);
  const blocks: GivenBlock[] = [
    { type: 'heading', level: 2, text: t.overview },
    overviewBlock(input, numbers.marks),
  ];
  const scope = scopeOf(input.scopeWords, periodWords(rows, lang));
  if (input.withMap) blocks.push(...mapFigure(rows, scope, lang));
  blocks.push(...activityFigure(rows, scope, lang));
  blocks.push(...tollFigure(rows, input, numbers.marks, scope));
  blocks.push(...rankFigure(rows, scope, lang));
  blocks.push({ type: 'heading', level: 2, text: t.incidents });
  if (rows.length === 0) {
    blocks.push({ type: 'paragraph', runs: [{ text: t.nothingToList }] });
  } else {
    blocks.push(incidentTable(input, numbers.marks));
  }
  blocks.push(
    ...endMatter(input, { scopeWords: input.scopeWords, incidents: rows.length }, numbers),
  );
  return reportDocumentSchema.parse({
    ...documentHead(input, 'list'),
    title: input.title ?? input.caseTitle,
    subtitle: [t.count(rows.length), periodWords(rows, lang)]
      .filter((part) => part !== '')
      .join(' · '),
    scopeWords: input.scopeWords,
    blocks,
  });
}

/** First to last day that any incident can have; open ends are left out. */
export function periodWords(rows: readonly IncidentRow[], lang: Lang): string {
  const days = rows
    .flatMap((row) => [row.dateEarliest, row.dateLatest])
    .filter((day) => day !== null)
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? edtfWords(first, lang) : edtfWords(`${first}/${last}`, lang);
}

function totalLine(sum: TollTotal, refuted: number, grades: string, lang: Lang): string {
  const t = reportText(lang);
  return [
    sum.counted === 0 ? t.noTotal : t.totalLine(totalWords(sum, lang), sum.counted),
    grades === '' ? null : grades,
    sum.merged === 0 ? null : t.totalMerged(sum.merged),
    sum.withoutFigure === 0 || sum.counted === 0 ? null : t.totalWithout(sum.withoutFigure),
    refuted === 0 || sum.counted === 0 ? null : t.totalRefuted(refuted),
  ]
    .filter((part) => part !== null)
    .join(semicolon(lang));
}

function overviewBlock(input: ListInput, marks: MarksOf): GivenBlock {
  const { rows, lang } = input;
  const t = reportText(lang);
  const l = labels(lang);
  const countBy = (
    codes: readonly string[],
    codeOf: (row: IncidentRow) => string | null,
    words: Readonly<Record<string, string>>,
  ) =>
    codes
      .map((code) => ({ code, count: rows.filter((row) => codeOf(row) === code).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .map(({ code, count }) => `${codeLabel(words, code)} ${count}`)
      .join(', ');
  const undated = rows.filter((row) => row.dateEarliest === null && row.dateLatest === null).length;
  const refuted = rows.filter(({ status }) => status === 'refuted').length;
  const period = [periodWords(rows, lang), undated > 0 ? t.undated(undated) : ''];
  const line = (label: string, text: string, numbers: number[] = []) =>
    text === '' ? [] : [{ label, runs: [{ text, marks: numbers }] }];
  const total = (outcome: 'killed' | 'injured') =>
    totalLine(tollTotal(rows, outcome), refuted, gradeSpan(rows, lang, outcome), lang);
  return {
    type: 'facts',
    rows: [
      ...line(t.scope, input.scopeWords),
      ...line(t.incidents, t.count(rows.length)),
      ...line(t.period, period.filter((part) => part !== '').join(semicolon(lang))),
      ...line(t.totalKilled, total('killed'), marks(sourcesOfAll(rows, input.figureSources))),
      ...line(t.totalInjured, total('injured'), marks(sourcesOfAll(rows, input.injuredSources))),
      ...line(
        t.byStatus,
        countBy(incidentStatuses, (row) => row.status, l.statuses),
      ),
      ...line(
        t.byType,
        countBy(eventTypes, (row) => row.eventType, l.eventTypes),
      ),
    ],
  };
}

type MarksOf = (ids: readonly (string | null)[]) => number[];

/** The incidents line by line, numbered, with what each is possibly the same as. */
export function incidentTable(
  input: Pick<ListInput, 'rows' | 'lang' | 'sourceIds' | 'figureSources'>,
  marks: MarksOf,
): GivenBlock {
  const { rows, lang } = input;
  const t = reportText(lang);
  const l = labels(lang);
  const numberOf = new Map(rows.map((row, index) => [row.id, index + 1]));
  const groupOf = new Map(
    groupSame(rows).flatMap((group) => group.map((row) => [row.id, group] as const)),
  );
  const c = t.listColumns;
  return {
    type: 'table',
    caption: t.incidents,
    columns: [
      { label: c.number, width: 5, align: 'end' },
      { label: c.date, width: 14 },
      { label: c.place, width: 15 },
      { label: c.incident, width: 29 },
      { label: c.actors, width: 15 },
      { label: c.killed, width: 10, align: 'end' },
      { label: c.status, width: 12 },
    ],
    rows: rows.map((row) => {
      const type = typeWords(row.eventType, row.subEventType, lang);
      const others = (groupOf.get(row.id) ?? [])
        .filter((other) => other.id !== row.id)
        .map((other) => String(numberOf.get(other.id)));
      const same =
        others.length > 0
          ? t.possiblySame(others.join(', '))
          : row.possiblySameAs.length > 0
            ? t.possiblySameOutside
            : null;
      const sub = [type?.text ?? null, same].filter((part) => part !== null).join(semicolon(lang));
      const area = [
        row.admin2 ?? row.admin1,
        row.country === null ? null : countryName(row.country, lang),
      ];
      return [
        { text: String(numberOf.get(row.id)), align: 'end' as const },
        { text: dateWords(row, lang) },
        {
          text: row.place ?? row.admin2 ?? row.admin1 ?? '—',
          sub: area.filter((part) => part !== null && part !== row.place).join(', '),
        },
        { text: row.title, sub, marks: marks(input.sourceIds.get(row.id) ?? []) },
        { text: actorWords(row) },
        killedCell(row.killed, lang, marks(input.figureSources.get(row.id) ?? [])),
        { text: l.statuses[row.status] },
      ];
    }),
    note: t.listNote,
  };
}

/** Those who acted before those acted upon; monitors and people merely named are left out. */
export function actorWords(row: IncidentRow): string {
  const order = [
    'perpetrator',
    'claimant',
    'involved',
    'target',
    'victim',
    'responder',
    'speaker',
    'subject',
  ];
  const shown = row.actors
    .filter((actor) => order.includes(actor.role))
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
    .map((actor) => actor.shortName);
  return [...new Set(shown)].join(', ') || '—';
}
