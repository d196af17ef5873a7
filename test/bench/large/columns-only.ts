/**
 * Columns of any number of invented incidents without a case of that size: for what only sweeps them, as
 * tiles and the network. Bundled before it is run, since vitest slows sweeps down to half.
 */

import { Columns } from '../../../electron/columns/columns.ts';
import { MapAnswers } from '../../../electron/columns/map-answers.ts';
import { Masks } from '../../../electron/columns/masks.ts';
import { columnNetwork, columnPaths } from '../../../electron/columns/network.ts';
import { Orders } from '../../../electron/columns/orders.ts';
import { TileIndex } from '../../../electron/columns/tile-index.ts';
import { openReader } from '../../../electron/db/open-reader.ts';
import type { ColumnTuple } from '../../../electron/db/queries/column-rows.ts';
import { edtfBounds } from '../../../shared/domain/edtf.ts';
import { tieCode } from '../../../shared/domain/tie-code.ts';
import { largeRows } from './rows.ts';

const statuses = ['reported', 'reported', 'reported', 'claimed', 'corroborated', 'confirmed'];

export function columnsOf(count: number): Columns {
  const columns = new Columns();
  columns.reserve(count);
  let key = 0;
  for (const row of largeRows(count)) {
    key += 1;
    const { earliest, latest } = edtfBounds(row.date);
    const { toll, country, place } = row;
    const tuple: ColumnTuple = [
      ...([key, earliest, latest, row.type, row.subType] as const),
      ...([statuses[row.n % statuses.length] ?? 'reported', country.code] as const),
      ...([place.admin1, place.admin2, toll === undefined ? 0 : 1] as const),
      ...([toll?.low ?? null, toll?.high ?? null, null, null, 'clear', 0] as const),
      ...([row.lat, row.lon, null, 'settlement'] as const),
    ];
    const at = columns.put(tuple);
    columns.ties.actor.set(
      at,
      // actors of a generated case have their place in the list as key
      row.actors.map(({ actor, role }) => [actor + 1, tieCode(role, 'confirmed')] as const),
    );
  }
  columns.ties.source.cover(count);
  columns.ties.tag.cover(count);
  return columns;
}

/** `path`: a generated case, for the names of actors. */
export function answersOf(path: string, columns: Columns) {
  const reader = openReader(path);
  reader.renew();
  const masks = new Masks(reader.db, columns, columns.count + 1);
  const map = new MapAnswers(reader.db, columns, masks, new Orders(reader.db, columns));
  return {
    map,
    index: () => new TileIndex(columns),
    network: (ask: Parameters<typeof columnNetwork>[3]) =>
      columnNetwork(reader.db, columns, masks.of(ask.filter), ask, 1),
    paths: (ask: Parameters<typeof columnPaths>[3]) =>
      columnPaths(reader.db, columns, masks.of(ask.filter), ask, 1),
    close: () => reader.close(),
  };
}
