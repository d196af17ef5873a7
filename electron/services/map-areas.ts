/** Counts by country, region or province on the shapes of the base map. */
import type { CallResult } from '../../shared/contract/contract.ts';
import type { AreaGroup } from '../../shared/contract/map-calls.ts';
import {
  type AreaNames,
  type AreaShapes,
  areaKey,
  readAreaNames,
  readAreaShapes,
} from '../db/gazetteer/areas.ts';
import { locatePoint } from '../db/gazetteer/locate.ts';
import type { Gazetteer } from '../db/gazetteer/open.ts';
import { gazetteerOf } from './places.ts';

const names = new WeakMap<Gazetteer, AreaNames>();

/** Read each time: the page asks once and keeps them. Throws `place/gazetteer-missing`. */
export function areaShapes(dataDir: string): AreaShapes {
  return readAreaShapes(gazetteerOf(dataDir));
}

type Level = 'country' | 'region' | 'province';

/** Names listed of what has no shape. */
const mostUnknown = 12;

/**
 * Finds the shapes of groups: by name within the country, else, since names are written in many ways, the
 * region or province in whose shape the middle of its incidents lies. Throws `place/gazetteer-missing`.
 */
export function onShapes(
  dataDir: string,
  level: Level,
  groups: readonly AreaGroup[],
): CallResult<'map/areas'> {
  const gazetteer = gazetteerOf(dataDir);
  const known = names.get(gazetteer) ?? readAreaNames(gazetteer);
  names.set(gazetteer, known);
  const areas = new Map<string, CallResult<'map/areas'>['areas'][number]>();
  const unknown: { label: string; count: number }[] = [];
  let unnamed = 0;
  for (const group of groups) {
    if (group.country === '' || (level !== 'country' && group.name === '')) {
      unnamed += group.count;
      continue;
    }
    const codes = level === 'country' ? [] : codesOf(gazetteer, known, level, group);
    if (codes === undefined) {
      unknown.push({ label: group.name, count: group.count });
      continue;
    }
    const key = level === 'country' ? group.country : codes.join(' ');
    const before = areas.get(key);
    areas.set(key, {
      ...{ country: group.country, codes: [...codes] },
      names: [...(before?.names ?? []), ...(level === 'country' ? [] : [group.name])],
      // two ways to write one name: the more frequent one stands
      label: before !== undefined && before.count >= group.count ? before.label : group.name,
      count: (before?.count ?? 0) + group.count,
      killed: (before?.killed ?? 0) + group.killed,
    });
  }
  unknown.sort((a, b) => b.count - a.count);
  return {
    areas: [...areas.values()].sort((a, b) => b.count - a.count),
    unnamed,
    unknown: unknown.slice(0, mostUnknown),
    unknownCount: unknown.reduce((sum, { count }) => sum + count, 0),
  };
}

function codesOf(
  gazetteer: Gazetteer,
  known: AreaNames,
  level: 'region' | 'province',
  { country, name, lon, lat }: AreaGroup,
): readonly string[] | undefined {
  const index = level === 'region' ? known.regions : known.provinces;
  const byName = index.get(areaKey(country, name));
  if (byName !== undefined) return byName;
  if (Number.isNaN(lon + lat)) return undefined;
  const located = locatePoint(gazetteer, lon, lat);
  if (located?.country !== country) return undefined;
  const found = level === 'region' ? located.admin1 : located.admin2;
  return found === undefined ? undefined : index.get(areaKey(country, found));
}
