/** The worked-out columns of many incidents at once: as `workOutCache` has those of one. */
import { run, type SqlValue, tuples, type Writer } from '../../sqlite.ts';
import { cacheColumns, cacheOf } from '../incident-cache.ts';
import { listTollClaimsOf } from '../toll-claims.ts';

const headText = `SELECT incident.pk, incident.id, title, place_words, place.name,
    ${cacheColumns.join(', ')}
  FROM json_each(?) AS wanted CROSS JOIN incident ON incident.id = wanted.value
  LEFT JOIN place ON place.id = place_id ORDER BY incident.pk`;
type Head = readonly [
  ...[pk: number, id: string, title: string, placeWords: string | null, place: string | null],
  ...SqlValue[],
];
const headColumns = 5;

const writeText = `UPDATE incident SET ${cacheColumns.map((name) => `${name} = ?`).join(', ')}
  WHERE pk = ?`;

/** Writes only those that differ. Some thousand at a time. */
export function writeCachesOf(db: Writer, ids: readonly string[]): void {
  const heads = tuples<Head>(db, headText, [JSON.stringify(ids)]);
  const claims = listTollClaimsOf(db, ids);
  for (const head of heads) {
    const [pk, id, title, placeWords, place] = head;
    const cache = cacheOf(title, place ?? placeWords, claims.get(id) ?? []);
    const values: SqlValue[] = cacheColumns.map((name) => cache[name]);
    if (values.every((value, at) => value === head[headColumns + at])) continue;
    run(db, writeText, [...values, pk]);
  }
}
