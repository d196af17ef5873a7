/**
 * A period that moves over the days of a case in steps of whole days, weeks, months or years; and the unit
 * in which a stretch of days is counted. Days are numbers (`timeline.ts`). Pure.
 */
import { bucketEdges, bucketStart, dayNumber, type TimeUnit } from './timeline.ts';
import type { DayWindow } from './view-parts.ts';

export const playSteps = ['auto', 'day', 'week', 'month', 'year'] as const;
/** `auto`: the unit in which the stretch is counted. */
export type PlayStep = (typeof playSteps)[number];

/** How many times faster than one step in 0.7 s. */
export const playSpeeds = ['0.5', '1', '2', '4'] as const;
export type PlaySpeed = (typeof playSpeeds)[number];

/** Milliseconds that a step stays in sight. */
export function stepMs(speed: PlaySpeed): number {
  return 700 / Number(speed);
}

/** More parts than this are too thin to read. */
const mostParts = 160;
const lengths: { readonly [U in TimeUnit]: number } = { day: 1, week: 7, month: 30.4, year: 365.2 };

/** The finest unit in which a stretch has no more parts than can be read. */
export function unitFor({ first, last }: DayWindow): TimeUnit {
  const days = last - first + 1;
  const units = ['day', 'week', 'month'] as const;
  return units.find((unit) => days / lengths[unit] <= mostParts) ?? 'year';
}

/** First and last day of `count` buckets from the one of `start` on; undefined without any. */
export function stretchOf(
  unit: TimeUnit,
  start: string | null,
  count: number,
): DayWindow | undefined {
  if (start === null || count === 0) return undefined;
  const first = dayNumber(start);
  let edges = bucketEdges(unit, first, first);
  for (let days = 1; edges.length - 1 < count; days *= 2) {
    edges = bucketEdges(unit, first, first + days);
  }
  return { first, last: (edges[count] ?? first + 1) - 1 };
}

/** The whole units that a period touches, and how many they are. */
export function aligned(
  unit: TimeUnit,
  { first, last }: DayWindow,
): DayWindow & { readonly count: number } {
  const edges = bucketEdges(unit, first, last);
  const count = edges.length - 1;
  return { first: edges[0] ?? first, last: (edges[count] ?? last + 1) - 1, count };
}

/** The period one unit later (1) or earlier (-1), as many units long as it was. */
export function stepped(unit: TimeUnit, period: DayWindow, by: 1 | -1): DayWindow {
  const { first, last, count } = aligned(unit, period);
  if (by === 1) {
    const edges = bucketEdges(unit, first, last + 1);
    return aligned(unit, { first: edges[1] ?? last + 1, last: last + 1 });
  }
  const start = bucketStart(unit, first - 1);
  const edges = bucketEdges(unit, start, last);
  return { first: start, last: (edges[count] ?? last + 1) - 1 };
}

/**
 * The next period of a playing one: one unit from the beginning of the stretch where there is none yet;
 * undefined when the end of the stretch is reached.
 */
export function nextPeriod(
  unit: TimeUnit,
  stretch: DayWindow,
  period: DayWindow | undefined,
): DayWindow | undefined {
  if (period === undefined) return aligned(unit, { first: stretch.first, last: stretch.first });
  const next = stepped(unit, period, 1);
  // the first units of the stretch may have begun before it
  return bucketStart(unit, next.last) > stretch.last ? undefined : next;
}

/** Where playing begins: at the period; from the beginning when that ends where the stretch does. */
export function startPeriod(
  unit: TimeUnit,
  stretch: DayWindow,
  period: DayWindow | undefined,
): DayWindow | undefined {
  if (period === undefined) return undefined;
  const isInside = period.last >= stretch.first && period.first <= stretch.last;
  if (isInside && nextPeriod(unit, stretch, period) !== undefined) return period;
  const { count } = aligned(unit, period);
  const first = bucketStart(unit, stretch.first);
  const edges = bucketEdges(unit, first, first + (period.last - period.first) + 366);
  // one step before the first, so that the first step shows it
  return stepped(unit, { first, last: (edges[count] ?? first + 1) - 1 }, -1);
}
