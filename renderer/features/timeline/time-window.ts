// Which days the timeline shows, in which unit, and what is drawn of a series. Pure.
import type { Timeline } from '../../../shared/contract/view-calls.ts';
import { type ChangeLevel, changeLevel } from '../../../shared/domain/period.ts';
import { stretchOf } from '../../../shared/domain/playback.ts';
import { bucketEdges, dayNumber } from '../../../shared/domain/timeline.ts';
import type { DayWindow } from '../../../shared/domain/view-parts.ts';

/** The days shown. */
export type Window = DayWindow;

const leastDays = 7;

/** The window made larger or smaller around a day that keeps its place; never under a week. */
export function zoomed({ first, last }: Window, factor: number, around: number): Window {
  const days = Math.max(leastDays, Math.round((last - first + 1) * factor));
  const part = (around - first) / Math.max(1, last - first);
  const start = Math.round(around - part * (days - 1));
  return { first: start, last: start + days - 1 };
}

/** The window moved by a share of its own length. */
export function panned({ first, last }: Window, share: number): Window {
  const days = Math.max(1, Math.round(Math.abs(share) * (last - first + 1))) * Math.sign(share);
  return { first: first + days, last: last + days };
}

export interface Bucket {
  /** Position in the series. */
  readonly at: number;
  readonly first: number;
  readonly last: number;
}

/** The buckets of an answer that touch the window. */
export function bucketsIn(timeline: Timeline, window: Window): Bucket[] {
  if (timeline.start === null) return [];
  const start = dayNumber(timeline.start);
  const count = timeline.whole.counts.length;
  const edges = bucketEdges(timeline.unit, start, window.last);
  const buckets: Bucket[] = [];
  for (let at = 0; at < Math.min(count, edges.length - 1); at += 1) {
    const first = edges[at] ?? 0;
    const last = (edges[at + 1] ?? 0) - 1;
    if (last >= window.first && first <= window.last) buckets.push({ at, first, last });
  }
  return buckets;
}

/** First and last day of all buckets; undefined without any dated incident. */
export function wholeWindow({ unit, start, whole }: Timeline): Window | undefined {
  return stretchOf(unit, start, whole.counts.length);
}

/** Mean of up to `size` buckets before one; undefined when there are fewer. */
export function meanBefore(counts: Float64Array, at: number, size: number): number | undefined {
  if (at < size) return undefined;
  let sum = 0;
  for (let before = at - size; before < at; before += 1) sum += counts[before] ?? 0;
  return sum / size;
}

/** How many buckets before are compared with: the one before, and means. */
export const comparedSizes = [1, 4, 52] as const;

export interface Compared {
  readonly size: (typeof comparedSizes)[number];
  readonly mean: number;
  readonly level: ChangeLevel;
}

/** A bucket against those before it, as far as there are enough. */
export function comparedWith(counts: Float64Array, at: number): Compared[] {
  return comparedSizes.flatMap((size) => {
    const mean = meanBefore(counts, at, size);
    return mean === undefined ? [] : [{ size, mean, level: changeLevel(counts[at] ?? 0, mean) }];
  });
}
