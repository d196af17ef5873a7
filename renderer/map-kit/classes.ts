/** Classes for areas that are coloured by a number. Pure. */
import type { MapTheme } from './palette.ts';

/** Most classes: more shades cannot be told apart. */
const mostClasses = 5;

const light = ['#f7d9a0', '#eeaa5d', '#dc7534', '#b3402e', '#741a35'];
const dark = ['#54401f', '#875c22', '#bb7d2a', '#e3a742', '#fbe3a0'];

/** Colours of so many classes, from the lowest on. */
export function classColours(count: number, theme: MapTheme): readonly string[] {
  const colours = theme === 'dark' ? dark : light;
  if (count === 1) return colours.slice(2, 3);
  const step = (colours.length - 1) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, at) => colours[Math.round(at * step)] ?? '');
}

/** Down to a number that is easily read: 1, 2 or 5 times a power of ten, or two figures of it. */
function readable(value: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.max(1, Math.floor(value / power) * power);
}

/**
 * Lowest value of each class, ascending: about as many areas in each, at readable numbers. Values of 0 and
 * below have no class.
 */
export function classSteps(values: readonly number[]): readonly number[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const [least] = sorted;
  if (least === undefined) return [];
  const steps = Array.from({ length: mostClasses }, (_, at) =>
    readable(sorted[Math.floor((at * sorted.length) / mostClasses)] ?? least),
  );
  return [...new Set(steps)].sort((a, b) => a - b);
}

/** Class of a value, -1 for none. */
export function classOf(value: number, steps: readonly number[]): number {
  return value > 0 ? steps.findLastIndex((least) => value >= least) : -1;
}
