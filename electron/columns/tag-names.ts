import { fold } from '../../shared/lib/fold.ts';
import { namesOf } from '../db/queries/column-rows.ts';
import type { Reader } from '../db/sqlite.ts';

/**
 * For each key of a tag the one that it counts under: tags whose names differ in accents or case alone
 * are one, under the first of the names.
 */
export function tagsByName(db: Reader, highest: number): Uint32Array {
  const standing = Uint32Array.from({ length: highest + 1 }, (_, key) => key);
  const names = [...namesOf(db, 'tag', [...standing])].sort(([, a], [, b]) =>
    a.name < b.name ? -1 : 1,
  );
  const first = new Map<string, number>();
  for (const [key, { name }] of names) {
    const folded = fold(name);
    standing[key] = first.get(folded) ?? key;
    if (!first.has(folded)) first.set(folded, key);
  }
  return standing;
}
