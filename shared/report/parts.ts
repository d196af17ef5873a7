/** Pieces that several reports share. All pure: records in, worded blocks out. */
import type { z } from 'zod';
import type { IncidentRow } from '../contract/read-calls.ts';
import { isPrecise } from '../domain/geo.ts';
import { gradeRank, parseGrade } from '../domain/grade.ts';
import type { LicensedCounts } from '../domain/licensed-data.ts';
import type { TollSummary } from '../domain/toll-types.ts';
import type { TlpLabel } from '../domain/vocabulary.ts';
import { edtfWords } from '../text/date-words.ts';
import { eventTypeWords, labels } from '../text/index.ts';
import type { Lang } from '../text/lang.ts';
import { spanWords, summaryWords } from '../text/toll-words.ts';
import type { ReportBlock, ReportDocument, reportDocumentSchema } from './document.ts';
import { figureText } from './figure-text.ts';
import type { Dress } from './house-style.ts';
import { productLetters } from './product-number.ts';
import { productText } from './product-text.ts';
import { countryName, momentWords, reportText } from './report-text.ts';

/** A block as builders write it: fields with defaults may be left out. */
export type GivenBlock = z.input<typeof reportDocumentSchema>['blocks'][number];
export type MapPoint = Extract<ReportBlock, { type: 'map' }>['points'][number];

/** What every report is built from besides its records. */
export interface ReportHead {
  readonly lang: Lang;
  readonly tlp: TlpLabel;
  readonly caseTitle: string;
  readonly isInvented: boolean;
  readonly author: string;
  readonly house: Dress;
  /** ISO 8601 instant. */
  readonly asOf: string;
  readonly inputsSha256: string;
  /** Of the case: when it was last changed (ISO 8601; null: never), and the number of that change. */
  readonly lastChange: string | null;
  readonly revision: number;
  /** Incidents from data sets with terms of their own. */
  readonly dataSets: LicensedCounts;
  /** Passages to quote, as they stand in the text, by source id. */
  readonly quotes: ReadonlyMap<string, readonly string[]>;
}

export function documentHead(
  head: ReportHead,
  kind: ReportDocument['kind'],
): Omit<ReportDocument, 'title' | 'subtitle' | 'scopeWords' | 'blocks' | 'sections'> {
  const t = reportText(head.lang);
  return {
    kind,
    lang: head.lang,
    tlp: head.tlp,
    caseTitle: head.caseTitle,
    author: head.author,
    house: head.house,
    asOf: head.asOf,
    asOfWords: t.asOf(momentWords(head.asOf, head.lang)),
    invented: head.isInvented,
    inputsSha256: head.inputsSha256,
    frame: {
      page: t.page,
      of: t.of,
      // the same inputs give the same id: two prints of one state can be told to be one product
      productId: `${productLetters[kind]}-${head.inputsSha256.slice(0, 10).toUpperCase()}`,
      notVerified: t.notVerified,
      inventedWarning: t.invented,
    },
  };
}

/** `Djibo, Soum, Sahel, Burkina Faso`; parts said twice are said once. */
export function placeWords(
  row: Pick<IncidentRow, 'place' | 'admin1' | 'admin2' | 'country'>,
  lang: Lang,
): string {
  const country = row.country === null ? null : countryName(row.country, lang);
  const parts = [row.place, row.admin2, row.admin1, country].filter(
    (part) => part !== null && part !== '',
  );
  return [...new Set(parts)].join(', ');
}

/** `Djibo (town or village)` is said by the place itself; only doubt is added. */
export function precisionWords(
  row: Pick<IncidentRow, 'geoLevel' | 'radiusM'>,
  lang: Lang,
): string | null {
  if (isPrecise(row.geoLevel)) return null;
  const km =
    row.radiusM === null ? [] : [reportText(lang).within(String(Math.round(row.radiusM / 1000)))];
  return [labels(lang).geoLevelMeanings[row.geoLevel], ...km].join(', ');
}

export function dateWords(row: Pick<IncidentRow, 'dateEdtf'>, lang: Lang): string {
  return edtfWords(row.dateEdtf, lang);
}

/** Finer type first, broader one behind it. */
export function typeWords(
  eventType: string | null,
  subEventType: string | null,
  lang: Lang,
): { readonly text: string; readonly sub?: string } | null {
  const { main, sub } = eventTypeWords(eventType, subEventType, lang);
  if (main === null) return sub === null ? null : { text: sub };
  return sub === null ? { text: main } : { text: sub, sub: main };
}

/** Best figure with its grade, where it says more than the range does. */
export function bestWords(summary: TollSummary, lang: Lang): string | null {
  const { best, bestGrade } = summary;
  if (best === null || bestGrade === null) return null;
  return reportText(lang).best(spanWords(best.low, best.high, lang), bestGrade);
}

/** Cell of people killed: the range, and under it the grade of the best claim. */
export function killedCell(summary: TollSummary | null, lang: Lang, marks: readonly number[] = []) {
  const text = summaryWords(summary, lang);
  const isRange = summary !== null && summary.low !== summary.high;
  const grade = summary?.bestGrade ?? null;
  const best = summary?.best;
  const sub =
    grade === null || !best
      ? null
      : isRange
        ? `${spanWords(best.low, best.high, lang)} (${grade})`
        : grade;
  return { text, ...(sub === null ? {} : { sub }), marks: [...marks], align: 'end' as const };
}

/** `B3`, `B3 to D4`: grades of the best claims behind a sum over incidents; empty without any. */
export function gradeSpan(
  rows: readonly Pick<IncidentRow, 'killed' | 'injured' | 'status'>[],
  lang: Lang,
  outcome: 'killed' | 'injured' = 'killed',
): string {
  const rank = (grade: string) => {
    const parts = parseGrade(grade);
    return parts === null
      ? Number.MAX_SAFE_INTEGER
      : gradeRank(parts.reliability, parts.credibility);
  };
  const grades = rows
    .flatMap((row) => {
      const summary = row.status === 'refuted' ? null : row[outcome];
      return summary === null || summary.low === null ? [] : (summary.bestGrade ?? []);
    })
    .toSorted((a, b) => rank(a) - rank(b));
  const [best, worst] = [grades[0], grades.at(-1)];
  if (best === undefined || worst === undefined) return '';
  return reportText(lang).gradeSpan(best, worst);
}

/** Sources of the figures of several incidents, each once. */
export function sourcesOfAll(
  rows: readonly { readonly id: string }[],
  sourceIds: ReadonlyMap<string, readonly string[]>,
): string[] {
  return [...new Set(rows.flatMap(({ id }) => sourceIds.get(id) ?? []))];
}

export function mapPoint(row: IncidentRow, isMain: boolean): MapPoint[] {
  if (row.latitude === null || row.longitude === null) return [];
  return [
    {
      id: row.id,
      label: row.title,
      lon: row.longitude,
      lat: row.latitude,
      radiusM: row.radiusM ?? 0,
      level: row.geoLevel,
      status: row.status,
      isMain,
    },
  ];
}

/** Heading and map of all incidents with a place; nothing without one. `scope`: filter and period. */
export function mapFigure(rows: readonly IncidentRow[], scope: string, lang: Lang): GivenBlock[] {
  const points = rows.flatMap((row) => mapPoint(row, false));
  if (points.length === 0) return [];
  return [
    { type: 'heading', level: 2, text: figureText(lang).map },
    { type: 'map', caption: productText(lang).mapCaption(points.length, scope), points },
  ];
}

/** What a figure is of: filter and period, whichever there is. */
export function scopeOf(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

/**
 * What letters and numbers of grades mean, in one quiet paragraph; of `used` only those letters and
 * numbers that stand in it.
 */
export function ratingKey(lang: Lang, used = 'ABCDEF123456'): GivenBlock {
  const l = labels(lang);
  const t = reportText(lang);
  const list = (words: Readonly<Record<string, string>>) =>
    Object.entries(words)
      .filter(([code]) => used.includes(code))
      .map(([code, word]) => `${code} ${word.toLowerCase()}`)
      .join(', ');
  return {
    type: 'paragraph',
    tone: 'quiet',
    runs: [
      {
        text: [
          `${t.ratingKey}.`,
          t.ratingKeyText(list(l.reliabilities), list(l.credibilities)),
          ...(/[F6]/.test(used) ? [t.noBasis] : []),
        ].join(' '),
      },
    ],
  };
}
