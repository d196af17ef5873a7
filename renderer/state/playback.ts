// The period of the filter, moved along a stretch of days step by step. One store for all screens: map,
// table, network and timeline follow the filter, so all of them show the same period at the same time.
import { create } from 'zustand';
import type { Filter } from '../../shared/domain/filter.ts';
import {
  aligned,
  nextPeriod,
  type PlaySpeed,
  type PlayStep,
  playSpeeds,
  playSteps,
  startPeriod,
  stepMs,
  stepped,
  unitFor,
} from '../../shared/domain/playback.ts';
import { dayNumber, dayOfNumber, type TimeUnit } from '../../shared/domain/timeline.ts';
import type { DayWindow } from '../../shared/domain/view-parts.ts';
import { getApp, showsFilter } from './app-store.ts';
import { getIncidents, setFilter } from './incidents-store.ts';
import { layoutWord } from './layout.ts';

const store = create<{ readonly isPlaying: boolean }>(() => ({ isPlaying: false }));

export function useIsPlaying(): boolean {
  return store((state) => state.isPlaying);
}

let timer: ReturnType<typeof setTimeout> | undefined;
/** The period that was set last: another one in the filter means that a hand moved it. */
let shown: DayWindow | undefined;
/** Ask whether a screen still draws the step before. */
const holders = new Set<() => boolean>();
/** Milliseconds that a slow drawing holds the next step back at most. */
const longestHold = 4000;

/** Holds steps back while `isBusy` says so; returns the end of it. */
export function holdPlayWhile(isBusy: () => boolean): () => void {
  holders.add(isBusy);
  return () => holders.delete(isBusy);
}

/** First and last day of a filter that has both. */
export function periodOf({ after, before }: Filter): DayWindow | undefined {
  if (after === undefined || before === undefined || before < after) return undefined;
  return { first: dayNumber(after), last: dayNumber(before) };
}

/** Clears the period of the filter. */
export function clearPeriod(): void {
  const { after, before, ...rest } = getIncidents().filter;
  if (after !== undefined || before !== undefined) setFilter(rest);
}

function show(period: DayWindow): void {
  shown = period;
  const { undated: _undated, ...filter } = getIncidents().filter;
  setFilter({
    ...filter,
    ...{ after: dayOfNumber(period.first), before: dayOfNumber(period.last) },
  });
}

export const stepKey = 'timeline.step';
export const speedKey = 'timeline.speed';

export function stepOf(layout: Readonly<Record<string, unknown>>): PlayStep {
  return layoutWord(layout, stepKey, playSteps, 'auto');
}

export function speedOf(layout: Readonly<Record<string, unknown>>): PlaySpeed {
  return layoutWord(layout, speedKey, playSpeeds, '1');
}

const layoutNow = () => getApp().settings?.layout ?? {};

/** The unit of a step along a stretch. */
export function stepUnit(step: PlayStep, stretch: DayWindow): TimeUnit {
  return step === 'auto' ? unitFor(stretch) : step;
}

/** People who asked the system for less motion move the period themselves. */
export function wantsLessMotion(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}

export function stopPlaying(): void {
  clearTimeout(timer);
  timer = undefined;
  shown = undefined;
  store.setState({ isPlaying: false });
}

/** Moves the period along `stretch` until its end, a hand on the filter, or `stopPlaying`. */
export function play(stretch: DayWindow): void {
  if (wantsLessMotion()) {
    step(stretch, 1);
    return;
  }
  stopPlaying();
  store.setState({ isPlaying: true });
  const unit = stepUnit(stepOf(layoutNow()), stretch);
  let period = startPeriod(unit, stretch, periodOf(getIncidents().filter));
  let due = 0;
  const isHeld = () =>
    getIncidents().isLoading ||
    (performance.now() - due < longestHold && [...holders].some((isBusy) => isBusy()));
  const tick = () => {
    const current = periodOf(getIncidents().filter);
    const isMoved =
      shown !== undefined && (current?.first !== shown.first || current.last !== shown.last);
    if (isMoved || !showsFilter(getApp().screen)) {
      stopPlaying();
      return;
    }
    if (isHeld()) {
      timer = setTimeout(tick, 50);
      return;
    }
    period = nextPeriod(unit, stretch, period);
    if (period === undefined) {
      stopPlaying();
      return;
    }
    show(period);
    // read each time: the speed may be changed while it plays
    const ms = stepMs(speedOf(layoutNow()));
    due = performance.now() + ms;
    timer = setTimeout(tick, ms);
  };
  tick();
}

/** The period one step later or earlier; the first or last step of the stretch where there is none. */
export function step(stretch: DayWindow, by: 1 | -1): void {
  stopPlaying();
  const unit = stepUnit(stepOf(layoutNow()), stretch);
  const period = periodOf(getIncidents().filter);
  const end = by === 1 ? stretch.first : stretch.last;
  show(period === undefined ? aligned(unit, { first: end, last: end }) : stepped(unit, period, by));
  shown = undefined;
}
