/** Pieces that several reports share. All pure: records in, worded blocks out. */
import type { z } from 'zod';
import type { IncidentRow } from '../contract/read-calls.ts';
import { isPrecise } from '../domain/geo.ts';
import type { TollSummary } from '../domain/toll-types.ts';
import type { TlpLabel } from '../domain/vocabulary.ts';
import { edtfWords } from '../text/date-words.ts';
import { eventTypeWords, labels } from '../text/index.ts';
import type { Lang } from '../text/lang.ts';
import { spanWords, summaryWords } from '../text/toll-words.ts';
import type { ReportBlock, ReportDocument, ReportKind, reportDocumentSchema } from './document.ts';
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
  /** ISO 8601 instant. */
  readonly asOf: string;
  readonly inputsSha256: string;
}

/** First letter of a product's id, by kind. */
const productLetters: { readonly [K in ReportKind]: string } = {
  brief: 'B',
  list: 'L',
  sitrep: 'S',
  profile: 'P',
  chronology: 'C',
  trend: 'T',
};

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
export function killedCell(summary: TollSummary | null, lang: Lang) {
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
  return { text, ...(sub === null ? {} : { sub }), align: 'end' as const };
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

/** What letters and numbers of grades mean, in one quiet paragraph. */
export function ratingKey(lang: Lang): GivenBlock {
  const l = labels(lang);
  const t = reportText(lang);
  const list = (words: Readonly<Record<string, string>>) =>
    Object.entries(words)
      .map(([code, word]) => `${code} ${word.toLowerCase()}`)
      .join(', ');
  return {
    type: 'paragraph',
    tone: 'quiet',
    runs: [
      { text: `${t.ratingKey}. ${t.ratingKeyText(list(l.reliabilities), list(l.credibilities))}` },
    ],
  };
}
