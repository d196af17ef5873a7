// Moves the period of the filter along the bars, step by step, until it is stopped or the end is reached.
import { useEffect, useRef, useState } from 'react';
import { dayOfNumber } from '../../../shared/domain/timeline.ts';
import { getIncidents, setFilter } from '../../state/incidents-store.ts';
import type { Bucket } from './time-window.ts';

/** Milliseconds a step stays; a slower answer holds the next one back. */
const stepMs = 700;

export interface Play {
  readonly isPlaying: boolean;
  /** Begins with the period of the filter, as many bars wide as it is, else with one bar from the first. */
  readonly toggle: () => void;
}

export function usePlay(buckets: readonly Bucket[], onStep: (at: number) => void): Play {
  const [isPlaying, setPlaying] = useState(false);
  const latest = useRef({ buckets, onStep });
  latest.current = { buckets, onStep };
  const place = useRef({ from: 0, width: 1 });

  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      if (getIncidents().isLoading) return;
      const { buckets: all, onStep: tell } = latest.current;
      const { from, width } = place.current;
      const [first, last] = [all[from], all[from + width - 1]];
      if (first === undefined || last === undefined) {
        setPlaying(false);
        return;
      }
      const { filter } = getIncidents();
      setFilter({ ...filter, after: dayOfNumber(first.first), before: dayOfNumber(last.last) });
      tell(from + width - 1);
      place.current = { from: from + 1, width };
    }, stepMs);
    return () => clearInterval(timer);
  }, [isPlaying]);

  const toggle = () => {
    if (!isPlaying) place.current = startOf(buckets);
    setPlaying(!isPlaying);
  };
  return { isPlaying, toggle };
}

/** Where the period of the filter stands among the bars; at its end or without one, from the beginning. */
function startOf(buckets: readonly Bucket[]): { readonly from: number; readonly width: number } {
  const { after, before } = getIncidents().filter;
  if (after === undefined || before === undefined) return { from: 0, width: 1 };
  const isIn = ({ first, last }: Bucket) =>
    dayOfNumber(last) >= after && dayOfNumber(first) <= before;
  const from = buckets.findIndex(isIn);
  const width = Math.max(1, buckets.filter(isIn).length);
  return from < 0 || from + width >= buckets.length ? { from: 0, width } : { from, width };
}
