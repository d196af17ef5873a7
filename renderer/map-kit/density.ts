/** Classes of density: fixed steps, so that a colour means the same at every zoom and in every filter. */
import type { ExpressionSpecification } from 'maplibre-gl';
import type { MapTheme } from './palette.ts';

/** Lowest number of each class. */
export const densitySteps = [1, 2, 5, 20, 100, 500, 2000] as const;

const light = ['#fbe3a8', '#f7c66f', '#f0a04b', '#e2733a', '#c9462f', '#9c2335', '#5f1239'];
const dark = ['#4a3a1f', '#6e4f22', '#9a6526', '#c67f2e', '#e6a23f', '#f6c865', '#fff0b8'];

export function densityColours(theme: MapTheme): readonly string[] {
  return theme === 'dark' ? dark : light;
}

/** Colour by a number of the feature. */
export function densityColour(property: string, theme: MapTheme): ExpressionSpecification {
  const [first = '', ...others] = densityColours(theme);
  const rest = others.flatMap((colour, at) => [densitySteps[at + 1] ?? 0, colour]);
  return ['step', ['get', property], first, ...(rest as [number, string])];
}

/** The highest number of a class; undefined for the last one, which has no end. */
export function densityEnd(at: number): number | undefined {
  const next = densitySteps[at + 1];
  return next === undefined ? undefined : next - 1;
}

/** Kilometres along the side of a square at a zoom and latitude: 64 squares to a tile of 512 pixels. */
export function densityCellKm(zoom: number, lat: number): number {
  const tile = 40_075.0167 / 2 ** Math.max(0, Math.floor(zoom));
  return (tile * Math.cos((lat * Math.PI) / 180)) / 64;
}
