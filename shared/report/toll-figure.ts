/** People killed by party as bars from the lowest figure to the highest. Pure. */
import type { IncidentRow } from '../contract/read-calls.ts';
import { summariseParty, type TollClaim } from '../domain/toll.ts';
import { sumTolls, type TollTotal } from '../domain/toll-total.ts';
import { type Party, parties } from '../domain/vocabulary.ts';
import { labels } from '../text/index.ts';
import type { Lang } from '../text/lang.ts';
import { totalWords } from '../text/toll-words.ts';
import { figureText } from './figure-text.ts';
import type { GivenBlock } from './parts.ts';

/** Claims as the toll rules want them, by incident; incidents without a figure may be left out. */
export type ClaimsByIncident = ReadonlyMap<string, readonly TollClaim[]>;

/** People killed of one party over incidents, by the rules of the totals. */
export function partyTotal(
  rows: readonly IncidentRow[],
  claims: ClaimsByIncident,
  party: Party,
): TollTotal {
  return sumTolls(
    rows.map((row) => {
      const killed = summariseParty(claims.get(row.id) ?? [], party).find(
        ({ outcome }) => outcome === 'killed',
      );
      const low = killed?.low ?? null;
      return {
        id: row.id,
        span: low === null ? null : { low, high: killed?.high ?? null },
        possiblySameAs: row.possiblySameAs,
        isRefuted: row.status === 'refuted',
      };
    }),
  );
}

/** People killed or injured over incidents; possibly the same counted once, refuted ones left out. */
export function tollTotal(rows: readonly IncidentRow[], outcome: 'killed' | 'injured'): TollTotal {
  return sumTolls(
    rows.map((row) => {
      const summary = row[outcome];
      return {
        id: row.id,
        span:
          summary === null || summary.low === null
            ? null
            : { low: summary.low, high: summary.high },
        possiblySameAs: row.possiblySameAs,
        isRefuted: row.status === 'refuted',
      };
    }),
  );
}

type MarksOf = (sourceIds: readonly string[]) => number[];

export interface TollFigureInput {
  readonly tollClaims: ClaimsByIncident;
  /** Sources of figures of those killed, by incident. */
  readonly figureSources: ReadonlyMap<string, readonly string[]>;
  readonly lang: Lang;
}

/** Heading and figure; nothing when no claim has a figure. The first bar is the total of the report's table. */
export function tollFigure(
  rows: readonly IncidentRow[],
  { tollClaims, figureSources, lang }: TollFigureInput,
  marksOf: MarksOf,
  scope: string,
): GivenBlock[] {
  const own = lines(rows, tollClaims, lang);
  if (own.length === 0) return [];
  const t = figureText(lang);
  return ranges(own, {
    caption: t.tollsCaption(scope),
    note: t.tollsNote,
    sub: t.attacks,
    marks: marksOf(rows.flatMap(({ id }) => figureSources.get(id) ?? [])),
    lang,
  });
}

interface Line {
  readonly label: string;
  readonly sum: TollTotal;
}

/** All parties together, then each that has a figure. */
function lines(
  rows: readonly IncidentRow[],
  claims: ClaimsByIncident,
  lang: Lang,
): readonly Line[] {
  const total = tollTotal(rows, 'killed');
  if (total.counted === 0) return [];
  const t = figureText(lang);
  const words = labels(lang).parties;
  const own = parties
    .map((party) => ({
      label: party === 'unknown' ? t.unnamedParty : words[party],
      sum: partyTotal(rows, claims, party),
    }))
    .filter(({ sum }) => sum.counted > 0);
  // one party alone says what the total says
  return own.length === 1 ? own : [{ label: t.allParties, sum: total }, ...own];
}

interface Words {
  readonly caption: string;
  readonly note: string;
  readonly sub?: (counted: number) => string;
  readonly marks: readonly number[];
  readonly lang: Lang;
}

function ranges(own: readonly Line[], { caption, note, sub, marks, lang }: Words): GivenBlock[] {
  if (own.length === 0) return [];
  return [
    { type: 'heading', level: 2, text: figureText(lang).tolls },
    {
      type: 'ranges',
      caption,
      rows: own.map(({ label, sum }) => ({
        label,
        sub: sub?.(sum.counted) ?? '',
        low: sum.low,
        high: sum.named,
        isOpen: sum.high === null,
        words: totalWords(sum, lang),
      })),
      note,
      marks: [...marks],
    },
  ];
}
