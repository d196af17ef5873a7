/** Names of administrative areas that hold only for a time: Burkina Faso before and after July 2025. */
import table from '../../resources/map/burkina-faso.json' with { type: 'json' };
import type { Validity } from '../../shared/domain/place-validity.ts';
import { fold } from '../../shared/lib/fold.ts';

/** The reorganisation was adopted on 2 July 2025. */
const lastOld = '2025-07-01';
const firstNew = '2025-07-02';

const isNew: Validity = { from: firstNew, to: null };
const wasOld: Validity = { from: null, to: lastOld };

const provinces = new Map(table.provinces.map((each) => [`area:${each.iso}`, each]));
const newRegions = new Set(table.regions2025.map(({ name }) => fold(name)));

/**
 * When the name under which an area was found holds; undefined where it always did.
 * @param key of the gazetteer, `area:BF-SOM` @param name the one that matched
 */
export function areaValidity(key: string, name: string): Validity | undefined {
  if (key.startsWith('area:BF-2025-')) return isNew;
  const province = provinces.get(key);
  if (province !== undefined) {
    const later = province.names2025.map(fold);
    if (later.length === 0) return undefined;
    return later.includes(fold(name)) ? isNew : wasOld;
  }
  if (!/^area:BF-\d{2}$/.test(key)) return undefined;
  return newRegions.has(fold(name)) ? isNew : wasOld;
}
