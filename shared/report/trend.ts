/** The weekly trend note: one week beside the one before, the four and the 52 before. Pure. */
import type { IncidentRow } from '../contract/read-calls.ts';
import {
  canBelong,
  changeLevel,
  countOverBins,
  type Period,
  surelyBelongs,
} from '../domain/period.ts';
import type { Source } from '../domain/records.ts';
import { eventTypes } from '../domain/vocabulary.ts';
import type { Day } from '../lib/days.ts';
import { edtfWords } from '../text/date-words.ts';
import { codeLabel, labels } from '../text/index.ts';
import type { Lang } from '../text/lang.ts';
import { numberWords } from '../text/toll-words.ts';
import { rankFigure } from './actor-figures.ts';
import { type ReportDocument, reportDocumentSchema } from './document.ts';
import { endMatter } from './end-matter.ts';
import { incidentTable } from './list.ts';
import {
  documentHead,
  type GivenBlock,
  gradeSpan,
  mapFigure,
  type ReportHead,
  scopeOf,
  sourcesOfAll,
} from './parts.ts';
import { productText } from './product-text.ts';
import { countryName } from './report-text.ts';
import { numberSources, type SourceNumbers } from './source-list.ts';
import { type TrendText, trendTextEn } from './text/trend-en.ts';
import { trendTextFr } from './text/trend-fr.ts';
import { type ClaimsByIncident, tollFigure } from './toll-figure.ts';
import { type Trend, trendOf, weeksBack, weeksUpTo, weekToll } from './trend-weeks.ts';
import { bestWords, changeWords, end, highWords, round } from './trend-words.ts';

/** Weeks told line by line, and regions. */
const weeksTold = 13;
const areasTold = 10;

export interface TrendInput extends ReportHead {
  readonly title: string | null;
  /** The filter in words, without its period. */
  readonly scopeWords: string;
  /** Monday to Sunday. */
  readonly week: Period;
  /** Incidents that can belong to the week or the 52 before, in the order of their days. */
  readonly rows: readonly IncidentRow[];
  /** First day that any incident of the filter can have; null without a dated one. */
  readonly firstDay: Day | null;
  /** Matching incidents without a date of two ends. */
  readonly undated: number;
  /** Sources by incident of the week. */
  readonly sourceIds: ReadonlyMap<string, readonly string[]>;
  /** Of these, the sources of figures of those killed. */
  readonly figureSources: ReadonlyMap<string, readonly string[]>;
  readonly sources: readonly Source[];
  /** Of the incidents of the week. */
  readonly tollClaims: ClaimsByIncident;
  readonly newActors: readonly string[];
  readonly withMap: boolean;
}

const wordsOf = (lang: Lang): TrendText => (lang === 'fr' ? trendTextFr : trendTextEn);

export function buildTrend(input: TrendInput): ReportDocument {
  const { lang, week, rows } = input;
  const t = wordsOf(lang);
  const p = productText(lang);
  const numbers = numberSources(input);
  const own = rows.filter((row) => canBelong(row, week));
  const from = edtfWords(week.from, lang);
  const to = edtfWords(week.to, lang);
  const blocks: GivenBlock[] = [
    { type: 'heading', level: 2, text: p.keyPoints },
    { type: 'bullets', items: keyPoints(input, own, numbers.marks) },
    { type: 'heading', level: 2, text: t.weeks },
    barsBlock(input),
    weeksTable(input, own, numbers.marks),
    { type: 'heading', level: 2, text: t.changes },
    typesTable(input),
    ...areasTable(input),
  ];
  const scope = scopeOf(edtfWords(`${week.from}/${week.to}`, lang), input.scopeWords);
  if (input.withMap) blocks.push(...mapFigure(own, scope, lang));
  blocks.push(...tollFigure(own, input, numbers.marks, scope));
  blocks.push(...rankFigure(own, scope, lang));
  if (own.length > 0) {
    blocks.push({ type: 'heading', level: 2, text: t.incidents });
    blocks.push(incidentTable({ ...input, rows: own }, numbers.marks));
  }
  blocks.push({ type: 'heading', level: 2, text: t.caveats });
  blocks.push({ type: 'bullets', items: caveats(input, own).map((text) => ({ text })) });
  blocks.push(
    ...endMatter(
      input,
      { scopeWords: input.scopeWords, method: t.method(from, to), incidents: rows.length },
      numbers,
    ),
  );
  return reportDocumentSchema.parse({
    ...documentHead(input, 'trend'),
    title: input.title ?? t.title(from, to),
    subtitle: [edtfWords(`${week.from}/${week.to}`, lang), input.scopeWords]
      .filter((part) => part !== '')
      .join(' · '),
    scopeWords: input.scopeWords,
    blocks,
  });
}

function keyPoints(
  input: TrendInput,
  own: readonly IncidentRow[],
  marks: SourceNumbers['marks'],
): { readonly text: string; readonly marks: number[] }[] {
  const { lang, week, rows, newActors } = input;
  const t = wordsOf(lang);
  const p = productText(lang);
  const trend = trendOf(rows, weeksUpTo(week), input.firstDay);
  const { range, best } = weekToll(rows, week);
  const plain = (text: string) => ({ text, marks: [] });
  // the week's toll is that of incidents which surely lie in it
  const sure = own.filter((row) => surelyBelongs(row, week));
  return [
    plain(
      t.countPoint(
        round(trend.now),
        round(trend.before),
        p.change(changeLevel(trend.now, trend.before)),
      ),
    ),
    plain(
      trend.meanOf4 === null || trend.meanOf52 === null
        ? t.tooYoung
        : t.meansPoint(
            p.number(trend.meanOf4),
            changeWords(trend.now, trend.meanOf4, lang),
            p.number(trend.meanOf52),
            changeWords(trend.now, trend.meanOf52, lang),
            trend.weeks,
          ),
    ),
    range.counted === 0
      ? plain(t.noKilled)
      : {
          marks: marks(sourcesOfAll(sure, input.figureSources)),
          text: t.killedPoint(
            numberWords(range.low, lang),
            best === null ? null : bestWords(best, lang),
            highWords(range, lang),
            range.counted,
            gradeSpan(sure, lang),
          ),
        },
    plain(newActors.length === 0 ? t.noNewActors : t.newActors(newActors.join(', '))),
  ];
}

function barsBlock({ rows, week, scopeWords, lang }: TrendInput): GivenBlock {
  const p = productText(lang);
  return {
    type: 'bars',
    caption: wordsOf(lang).weeksCaption(scopeWords),
    sureWords: p.sure,
    spreadWords: p.spread,
    bars: countOverBins(rows, weeksUpTo(week)).bins.map(({ from, sure, spread }) => ({
      // months in words are too long for a year of weeks
      label: from.slice(0, 7),
      sure,
      spread: Math.round(spread * 1000) / 1000,
    })),
  };
}

/** The last weeks line by line, the one told first. */
function weeksTable(
  { rows, week, firstDay, figureSources, lang }: TrendInput,
  own: readonly IncidentRow[],
  marks: SourceNumbers['marks'],
): GivenBlock {
  const t = wordsOf(lang);
  const p = productText(lang);
  const c = t.weekColumns;
  const weeks = weeksUpTo(week);
  const counts = countOverBins(rows, weeks).bins.map(({ sure, spread }) => sure + spread);
  const told = weeks
    .map((each, index) => ({ each, index }))
    .slice(-weeksTold)
    .reverse();
  return {
    type: 'table',
    caption: t.weeks,
    columns: [
      { label: c.week, width: 20 },
      { label: c.incidents, width: 12, align: 'end' },
      { label: c.low, width: 14, align: 'end' },
      { label: c.best, width: 16, align: 'end' },
      { label: c.high, width: 14, align: 'end' },
      { label: c.change, width: 24 },
    ],
    rows: told.map(({ each, index }) => {
      const { range, best } = weekToll(rows, each);
      const before = weeks
        .slice(Math.max(0, index - 4), index)
        .filter(({ to }) => firstDay !== null && to >= firstDay);
      const mean =
        before.length < 4
          ? null
          : counts.slice(index - 4, index).reduce((sum, count) => sum + count, 0) / 4;
      const none = range.counted === 0;
      // sources of the week told are listed; those of the weeks before stand in their own notes
      const sure = index === weeks.length - 1 ? own.filter((row) => surelyBelongs(row, each)) : [];
      const shown = none ? [] : marks(sourcesOfAll(sure, figureSources));
      const isWatched = firstDay !== null && each.to >= firstDay;
      return [
        { text: edtfWords(each.from, lang) },
        end(isWatched ? p.number(counts[index] ?? 0) : '—'),
        { ...end(none ? '—' : numberWords(range.low, lang)), marks: shown },
        {
          ...end(best === null ? '—' : bestWords(best, lang)),
          sub: gradeSpan(sure, lang),
        },
        { ...end(none ? '—' : highWords(range, lang)), marks: shown },
        { text: mean === null ? '—' : changeWords(counts[index] ?? 0, mean, lang) },
      ];
    }),
    note: t.weeksNote,
  };
}

function typesTable(input: TrendInput): GivenBlock {
  const { rows, lang } = input;
  const l = labels(lang);
  const p = productText(lang);
  const t = wordsOf(lang);
  const types = eventTypes
    .map((type) => ({
      label: codeLabel(l.eventTypes, type),
      trend: trendOfSome(
        input,
        rows.filter(({ eventType }) => eventType === type),
      ),
    }))
    .filter(({ trend }) => trend.now > 0 || (trend.meanOf52 ?? 0) > 0);
  const all = { label: p.allIncidents, trend: trendOfSome(input, rows) };
  return changeTable(t.byType, [all, ...types], lang, null);
}

/** Regions with most incidents in the week, then over the year. */
function areasTable(input: TrendInput): GivenBlock[] {
  const { rows, lang } = input;
  const t = wordsOf(lang);
  const areas = new Map<string, IncidentRow[]>();
  for (const row of rows) {
    const country = row.country === null ? null : countryName(row.country, lang);
    const area = [row.admin1, country].filter((part) => part !== null && part !== '').join(', ');
    const held = areas.get(area);
    if (held === undefined) areas.set(area, [row]);
    else held.push(row);
  }
  const told = [...areas]
    .map(([area, held]) => ({
      label: area === '' ? productText(lang).noArea : area,
      trend: trendOfSome(input, held),
    }))
    .sort(
      (a, b) =>
        b.trend.now - a.trend.now ||
        (b.trend.meanOf52 ?? 0) - (a.trend.meanOf52 ?? 0) ||
        a.label.localeCompare(b.label),
    );
  if (told.length === 0) return [];
  const note = told.length > areasTold ? t.mostAreas(areasTold) : null;
  return [changeTable(t.byArea, told.slice(0, areasTold), lang, note)];
}

function trendOfSome({ week, firstDay }: TrendInput, rows: readonly IncidentRow[]): Trend {
  return trendOf(rows, weeksUpTo(week), firstDay);
}

function changeTable(
  caption: string,
  lines: readonly { readonly label: string; readonly trend: Trend }[],
  lang: Lang,
  note: string | null,
): GivenBlock {
  const p = productText(lang);
  const c = wordsOf(lang).changeColumns;
  const number = (value: number | null) => end(value === null ? '—' : p.number(value));
  const change = (now: number, mean: number | null) => ({
    text: mean === null ? '—' : changeWords(now, mean, lang),
  });
  return {
    type: 'table',
    caption,
    columns: [
      { label: caption, width: 24 },
      { label: c.now, width: 10, align: 'end' },
      { label: c.before, width: 13, align: 'end' },
      { label: c.of4, width: 10, align: 'end' },
      { label: c.of52, width: 11, align: 'end' },
      { label: c.change4, width: 16 },
      { label: c.change52, width: 16 },
    ],
    rows: lines.map(({ label, trend }) => [
      { text: label },
      number(trend.now),
      number(trend.before),
      number(trend.meanOf4),
      number(trend.meanOf52),
      change(trend.now, trend.meanOf4),
      change(trend.now, trend.meanOf52),
    ]),
    note,
  };
}

function caveats(input: TrendInput, own: readonly IncidentRow[]): string[] {
  const { rows, week, undated, lang } = input;
  const t = wordsOf(lang);
  const { unsure } = weekToll(rows, week);
  const { weeks } = trendOfSome(input, rows);
  const disputed = own.filter(({ status }) => status === 'disputed').length;
  const claimed = own.filter(({ status }) => status === 'reported' || status === 'claimed').length;
  return [
    unsure === 0 ? null : t.unsure(unsure),
    undated === 0 ? null : t.undated(undated),
    weeks === 0 || weeks === weeksBack ? null : t.young(weeks),
    claimed === 0 ? null : t.claimed(claimed),
    disputed === 0 ? null : t.disputed(disputed),
    t.late,
    t.sources,
  ].filter((line) => line !== null);
}
