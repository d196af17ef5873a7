/**
 * Hybrid logical clock (Kulkarni et al. 2014): wall time that never runs backwards, so that what came
 * later also sorts later, across laptops whose clocks differ. A stamp is an ISO 8601 instant whose last
 * three digits of the second are a counter, `2026-11-23T15:36:32.123004Z`: it sorts as text and every
 * date parser reads it.
 */
const pattern = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3})(\d{3})Z$/;

interface Moment {
  /** Milliseconds since 1970. */
  readonly ms: number;
  /** 0–999 within the millisecond. */
  readonly count: number;
}

export interface HybridClock {
  /** A stamp later than all given or received before. */
  readonly now: () => string;
  /** Takes note of a stamp from elsewhere. Ignores one more than a day ahead, or no stamp at all. */
  readonly receive: (stamp: string) => void;
}

const dayMs = 86_400_000;

export function isStamp(text: string): boolean {
  return readStamp(text) !== undefined;
}

function readStamp(text: string): Moment | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const ms = Date.parse(`${match[1]}Z`);
  return Number.isNaN(ms) ? undefined : { ms, count: Number(match[2]) };
}

function write({ ms, count }: Moment): string {
  return `${new Date(ms).toISOString().slice(0, -1)}${String(count).padStart(3, '0')}Z`;
}

function after({ ms, count }: Moment): Moment {
  return count < 999 ? { ms, count: count + 1 } : { ms: ms + 1, count: 0 };
}

function isLater(a: Moment, b: Moment): boolean {
  return a.ms > b.ms || (a.ms === b.ms && a.count > b.count);
}

/** `wallMs` gives milliseconds since 1970; `last` is the newest stamp known, as of the open case. */
export function hybridClock(wallMs: () => number, last?: string): HybridClock {
  let moment: Moment = (last === undefined ? undefined : readStamp(last)) ?? { ms: 0, count: 0 };
  return {
    now() {
      const wall: Moment = { ms: Math.trunc(wallMs()), count: 0 };
      moment = isLater(wall, moment) ? wall : after(moment);
      return write(moment);
    },
    receive(stamp) {
      const seen = readStamp(stamp);
      if (seen && seen.ms <= wallMs() + dayMs && isLater(seen, moment)) moment = seen;
    },
  };
}
