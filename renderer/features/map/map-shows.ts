// What the map can show of the incidents, as chosen in its toolbar.
import { type MapColouring, mapColourings } from '../../../shared/domain/map-colouring.ts';

export const mapShows = [...mapColourings, 'density', 'density-killed'] as const;
export type MapShows = (typeof mapShows)[number];

/** Marks and circles told apart in one way; undefined for what has none. */
export function colouringOf(shows: MapShows): MapColouring | undefined {
  return mapColourings.find((by) => by === shows);
}
