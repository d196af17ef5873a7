// An area of the base map as a part of the filter, by the names that the case has for it. Pure.
import type { CallResult } from '../../../shared/contract/contract.ts';
import type { AreaLevel } from '../../../shared/contract/map-calls.ts';
import type { Filter } from '../../../shared/domain/filter.ts';
import type { AreaSum } from './use-areas.ts';

const keys = { country: 'countries', region: 'regions', province: 'provinces' } as const;

function valuesOf(level: AreaLevel, { country, names }: AreaSum): readonly string[] {
  if (level === 'country') return [country];
  return [...new Set(names.map((name) => `${country}/${name}`))].slice(0, 100);
}

/** Whether the filter holds this area and no other of its level. */
export function isChosen(filter: Filter, level: AreaLevel, sum: AreaSum): boolean {
  const held = [...(filter[keys[level]] ?? [])].sort().join('\n');
  return held === [...valuesOf(level, sum)].sort().join('\n');
}

/** The filter with this area in place of others of its level; without it where it was held already. */
export function toggledArea(filter: Filter, level: AreaLevel, sum: AreaSum): Filter {
  const { [keys[level]]: _before, ...rest } = filter;
  if (isChosen(filter, level, sum)) return rest;
  return { ...rest, [keys[level]]: [...valuesOf(level, sum)] };
}

/** Incidents there are, but none in an area that the base map has: nothing is coloured. */
export function hasOnlyUnknown({
  areas,
  unknownCount,
  unnamed,
}: Pick<CallResult<'map/areas'>, 'areas' | 'unknownCount' | 'unnamed'>): boolean {
  return areas.length === 0 && unknownCount + unnamed > 0;
}
