/** Weeks of a trend note and what is counted in each. Pure. */
import type { IncidentRow } from '../contract/read-calls.ts';
import {
  canBelong,
  countOverBins,
  type Period,
  periodBefore,
  surelyBelongs,
} from '../domain/period.ts';
import { sumTolls, type TollTotal } from '../domain/toll-total.ts';
import { addDays, type Day } from '../lib/days.ts';

/** Weeks of a year before the one told. */
export const weeksBack = 52;

/** Monday to Sunday around a day. */
export function weekOf(day: Day): Period {
  // 1 January 1970 was a Thursday
  const number = Math.floor(Date.parse(day) / 86_400_000);
  const from = addDays(day, -((((number + 3) % 7) + 7) % 7));
  return { from, to: addDays(from, 6) };
}

/** The week and the 52 before it, the oldest first. */
export function weeksUpTo(week: Period): readonly Period[] {
  return Array.from({ length: weeksBack + 1 }, (_, index) => periodBefore(week, weeksBack - index));
}

export interface WeekCount extends Period {
  /** Incidents; those of uncertain date by the share of their days that lies in the week. */
  readonly sure: number;
  readonly spread: number;
}

export interface Trend {
  readonly now: number;
  readonly before: number;
  /** Means of the weeks before this one; null when the case does not reach back so far. */
  readonly meanOf4: number | null;
  readonly meanOf52: number | null;
  /** Weeks that `meanOf52` is taken over: fewer than 52 where the case begins later. */
  readonly weeks: number;
}

/**
 * Counts over weeks beside those before. Weeks before `firstDay`, the first day that any incident of
 * the filter can have, were not watched: they are no zeros and leave the means.
 */
export function trendOf(
  rows: readonly IncidentRow[],
  weeks: readonly Period[],
  firstDay: Day | null,
): Trend {
  const counts = countOverBins(rows, weeks).bins;
  const of = (count: WeekCount | undefined) =>
    count === undefined ? 0 : count.sure + count.spread;
  const watched = counts.slice(0, -1).filter(({ to }) => firstDay !== null && to >= firstDay);
  const mean = (list: readonly WeekCount[]) =>
    list.length === 0 ? null : list.reduce((sum, each) => sum + of(each), 0) / list.length;
  return {
    now: of(counts.at(-1)),
    before: of(counts.at(-2)),
    meanOf4: watched.length < 4 ? null : mean(watched.slice(-4)),
    meanOf52: mean(watched),
    weeks: watched.length,
  };
}

export interface WeekToll {
  readonly range: TollTotal;
  /** Sum of the best-graded figures; null when none is graded. */
  readonly best: TollTotal | null;
  /** Incidents that may belong to the week or to another one: their tolls stand in none. */
  readonly unsure: number;
}

/** People killed in one week, by the incidents whose whole span of dates lies in it. */
export function weekToll(rows: readonly IncidentRow[], week: Period): WeekToll {
  const own = rows.filter((row) => surelyBelongs(row, week));
  const total = (span: (row: IncidentRow) => { low: number; high: number | null } | null) =>
    sumTolls(
      own.map((row) => ({
        id: row.id,
        span: span(row),
        possiblySameAs: row.possiblySameAs,
        isRefuted: row.status === 'refuted',
      })),
    );
  const range = total(({ killed }) =>
    killed === null || killed.low === null ? null : { low: killed.low, high: killed.high },
  );
  const best = total(({ killed }) => killed?.best ?? null);
  const unsure = rows.filter((row) => canBelong(row, week) && !surelyBelongs(row, week)).length;
  return { range, best: best.counted === 0 ? null : best, unsure };
}
