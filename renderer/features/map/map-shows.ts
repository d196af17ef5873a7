// What the map can show of the incidents, as chosen in its toolbar.
import { type AreaLevel, areaLevels } from '../../../shared/contract/map-calls.ts';
import { type MapColouring, mapColourings } from '../../../shared/domain/map-colouring.ts';

export const mapShows = [
  ...mapColourings,
  ...(['density', 'density-killed'] as const),
  ...areaLevels,
  ...(['country-killed', 'region-killed', 'province-killed'] as const),
] as const;
export type MapShows = (typeof mapShows)[number];

/** Marks and circles told apart in one way; undefined for what has none. */
export function colouringOf(shows: MapShows): MapColouring | undefined {
  return mapColourings.find((by) => by === shows);
}

export function isDensity(shows: MapShows): shows is 'density' | 'density-killed' {
  return shows === 'density' || shows === 'density-killed';
}

/** Areas coloured by a number; undefined for what draws no areas. */
export function areasOf(
  shows: MapShows,
): { readonly level: AreaLevel; readonly measure: 'count' | 'killed' } | undefined {
  const level = areaLevels.find((each) => shows === each || shows === `${each}-killed`);
  return level && { level, measure: shows === level ? 'count' : 'killed' };
}
