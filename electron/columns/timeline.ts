/** Counts over time of the rows of an answer. Pure. */
import type { Timeline, TimelineAsk, TimelineSeries } from '../../shared/contract/view-calls.ts';
import { BucketScale, dayOfNumber, isSpreadable, SeriesSum } from '../../shared/domain/timeline.ts';
import { incidentStatuses } from '../../shared/domain/vocabulary.ts';
import { type Columns, noDay, noFigure } from './columns.ts';

const refuted = incidentStatuses.indexOf('refuted');

/** Part of the stack that a row belongs to, as a number from 0. */
interface Stack {
  readonly size: number;
  readonly of: (row: number) => number;
  readonly key: (part: number) => string;
}

/** `top` are keys of actors, most frequent first; a row belongs to the first of them it is tied to. */
function stackOf(columns: Columns, ask: TimelineAsk, top: readonly Actor[]): Stack | undefined {
  const c = columns.arrays;
  switch (ask.stack) {
    case 'none':
      return undefined;
    case 'type':
      return {
        size: columns.types.size,
        of: (row) => c.type[row] ?? 0,
        key: (part) => columns.types.textOf(part),
      };
    case 'status':
      return {
        size: incidentStatuses.length,
        of: (row) => c.status[row] ?? 0,
        key: (part) => incidentStatuses[part] ?? '',
      };
    case 'actor': {
      const { start, length, other, highest } = columns.ties.actor;
      const rank = new Uint8Array(highest + 1);
      top.forEach(({ key }, at) => {
        rank[key] = at + 1;
      });
      return {
        size: top.length + 1,
        of: (row) => {
          let best = 0;
          const from = start[row] ?? 0;
          const to = from + (length[row] ?? 0);
          for (let at = from; at < to; at += 1) {
            const own = rank[other[at] ?? 0] ?? 0;
            if (own > 0 && (best === 0 || own < best)) best = own;
          }
          return best;
        },
        key: (part) => top[part - 1]?.id ?? '',
      };
    }
  }
}

export interface Actor {
  readonly key: number;
  readonly id: string;
}

/** `top`: actors to stack by; `lanes`: actors to show alone, key 0 for one that is not there. */
export function sweepTimeline(
  columns: Columns,
  rows: Uint32Array,
  ask: TimelineAsk,
  top: readonly Actor[],
  lanes: readonly Actor[],
): Timeline {
  const { first, last, killedLow, killedHigh, status } = columns.arrays;
  let total = 0;
  let spread = 0;
  let firstDay = Number.MAX_SAFE_INTEGER;
  let lastDay = Number.MIN_SAFE_INTEGER;
  for (let n = 0; n < rows.length; n += 1) {
    const row = rows[n] as number;
    total += 1;
    const from = first[row] as number;
    const to = last[row] as number;
    if (from === noDay || to === noDay || !isSpreadable(from, to)) continue;
    spread += 1;
    if (from < firstDay) firstDay = from;
    if (to > lastDay) lastDay = to;
  }
  const undated = total - spread;
  if (spread === 0) {
    const none = new Float64Array();
    const whole = { key: '', counts: none, low: none, high: none, open: none };
    return { unit: ask.unit, start: null, whole, stacks: [], lanes: [], undated };
  }
  const scale = new BucketScale(ask.unit, firstDay, lastDay);
  const whole = new SeriesSum(scale);
  const { exact } = whole;
  const { ofDay } = scale;
  const stack = stackOf(columns, ask, top);
  const parts: (SeriesSum | undefined)[] = new Array(stack?.size ?? 0).fill(undefined);
  const laneSums = lanes.map(() => new SeriesSum(scale));
  const { start, length, other, highest } = columns.ties.actor;
  const laneOf = new Uint8Array(highest + 1);
  lanes.forEach(({ key }, at) => {
    if (key > 0 && key <= highest) laneOf[key] = at + 1;
  });
  for (let n = 0; n < rows.length; n += 1) {
    const row = rows[n] as number;
    const from = first[row] as number;
    const to = last[row] as number;
    if (from === noDay || to === noDay || !isSpreadable(from, to)) continue;
    const told = killedLow[row] as number;
    const isTold = told !== noFigure && status[row] !== refuted;
    const named = killedHigh[row] as number;
    const low = isTold ? told : 0;
    const isOpen = isTold && named === noFigure;
    const high = isTold ? (isOpen ? told : named) : 0;
    if (from === to) {
      // the inner loop of it all: no call
      const bucket = ofDay[from - scale.first] as number;
      exact.counts[bucket] = (exact.counts[bucket] as number) + 1;
      if (isTold) {
        exact.low[bucket] = (exact.low[bucket] as number) + low;
        exact.high[bucket] = (exact.high[bucket] as number) + high;
        if (isOpen) exact.open[bucket] = (exact.open[bucket] as number) + 1;
      }
    } else whole.add(from, to, low, high, isOpen);
    if (stack !== undefined) {
      const part = stack.of(row);
      let sum = parts[part];
      if (sum === undefined) {
        sum = new SeriesSum(scale);
        parts[part] = sum;
      }
      sum.add(from, to, low, high, isOpen);
    }
    if (lanes.length === 0) continue;
    const begin = start[row] ?? 0;
    const end = begin + (length[row] ?? 0);
    let done = 0;
    for (let at = begin; at < end; at += 1) {
      const lane = laneOf[other[at] ?? 0] ?? 0;
      if (lane === 0 || (done & (1 << lane)) !== 0) continue;
      done |= 1 << lane;
      laneSums[lane - 1]?.add(from, to, low, high, isOpen);
    }
  }
  const series = (key: string, sum: SeriesSum): TimelineSeries => ({ key, ...sum.values() });
  return {
    unit: ask.unit,
    start: dayOfNumber(scale.first),
    whole: series('', whole),
    stacks: parts
      .flatMap((sum, part) => (sum === undefined ? [] : [series(stack?.key(part) ?? '', sum)]))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    lanes: lanes.map(({ id }, at) => series(id, laneSums[at] ?? new SeriesSum(scale))),
    undated,
  };
}
