/** Periods of whole days, how one compares with those before it, and incidents laid over bins of time. */
import { addDays, type Day } from '../lib/days.ts';
import { bucketEdges, dayNumber, dayOfNumber, type TimeUnit } from './timeline.ts';

const lastDay = dayNumber('9999-12-31');

/** First and last day, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Number of days of a period; 0 when it ends before it begins. */
export function daysOf({ from, to }: Period): number {
  if (to < from) return 0;
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** The period of the same length that ends `steps` lengths earlier (1 = the one just before). */
export function periodBefore(period: Period, steps = 1): Period {
  const shift = -daysOf(period) * steps;
  return { from: addDays(period.from, shift), to: addDays(period.to, shift) };
}

/**
 * Whether an incident can belong to a period: one of its possible days lies in it. One whose span has a
 * single end (“on or before the 10th”) belongs where that end lies, not to every period before it.
 */
export function canBelong({ dateEarliest, dateLatest }: DatedSpan, { from, to }: Period): boolean {
  const first = dateEarliest ?? dateLatest;
  const last = dateLatest ?? dateEarliest;
  return first !== null && last !== null && first <= to && last >= from;
}

/** Whether all its possible days lie in the period. */
export function surelyBelongs(
  { dateEarliest, dateLatest }: DatedSpan,
  { from, to }: Period,
): boolean {
  return dateEarliest !== null && dateLatest !== null && dateEarliest >= from && dateLatest <= to;
}

export type ChangeLevel =
  | 'large-increase'
  | 'moderate-increase'
  | 'limited-change'
  | 'large-decrease';

/**
 * How a count compares with the mean of earlier periods, in the levels of ACLED's Trendfinder: above
 * +25 % large increase, from +10 % moderate increase, below −25 % large decrease, else limited change.
 * A mean of two or fewer beside a count of five or fewer is always "limited change": too few to tell.
 */
export function changeLevel(count: number, mean: number): ChangeLevel {
  if (mean <= 2 && count <= 5) return 'limited-change';
  const change = mean === 0 ? Number.POSITIVE_INFINITY : (count - mean) / mean;
  if (change > 0.25) return 'large-increase';
  if (change >= 0.1) return 'moderate-increase';
  return change < -0.25 ? 'large-decrease' : 'limited-change';
}

/** The finest bins of which a period has no more than about thirty, so that a chart stays legible. */
export function binSizeOf(period: Period): TimeUnit {
  const days = daysOf(period);
  if (days <= 31) return 'day';
  if (days <= 200) return 'week';
  return days <= 1100 ? 'month' : 'year';
}

/** Bins that cover a period; weeks begin on Monday. The first and last may reach beyond it. */
export function binsOf({ from, to }: Period, unit: TimeUnit): Period[] {
  if (to < from) return [];
  const edges = bucketEdges(unit, dayNumber(from), dayNumber(to));
  return [...edges.subarray(0, -1)].map((first, at) => ({
    from: dayOfNumber(first),
    // the calendar ends with the year 9999
    to: dayOfNumber(Math.min(lastDay, (edges[at + 1] ?? first) - 1)),
  }));
}

export interface BinCount extends Period {
  /** Incidents that lie in this bin whatever their true day is. */
  readonly sure: number;
  /** Shares of incidents whose days span several bins, by the days that lie in this one. */
  readonly spread: number;
}

export interface DatedSpan {
  readonly dateEarliest: Day | null;
  readonly dateLatest: Day | null;
}

/**
 * Incidents over bins. An incident of uncertain date is spread evenly over its span, never piled on its
 * first day; shares outside the bins are lost. Answers also how many have no span with two ends.
 */
export function countOverBins(
  spans: readonly DatedSpan[],
  bins: readonly Period[],
): { readonly bins: BinCount[]; readonly unplaced: number } {
  const counts = bins.map((bin) => ({ ...bin, sure: 0, spread: 0 }));
  let unplaced = 0;
  for (const { dateEarliest: from, dateLatest: to } of spans) {
    if (from === null || to === null) {
      unplaced += 1;
      continue;
    }
    const length = daysOf({ from, to });
    for (const bin of counts) {
      if (from >= bin.from && to <= bin.to) bin.sure += 1;
      else {
        const [, start = from] = [from, bin.from].sort();
        const [end = to] = [to, bin.to].sort();
        bin.spread += daysOf({ from: start, to: end }) / length;
      }
    }
  }
  return { bins: counts, unplaced };
}
