/** What each source passes on, down to its root, for the rule of origins. */
import { type ChainLink, chainOf } from '../../../shared/domain/origins.ts';
import { all, type Reader } from '../sqlite.ts';

interface SourceRow {
  readonly id: string;
  readonly via_source_id: string | null;
  readonly publisher_actor_id: string | null;
}

const reachText = `
  WITH RECURSIVE reach (id) AS (
    SELECT value FROM json_each(?)
    UNION
    SELECT source.via_source_id FROM source JOIN reach ON reach.id = source.id
    WHERE source.via_source_id IS NOT NULL)
  SELECT source.id, source.via_source_id, source.publisher_actor_id
  FROM source JOIN reach ON reach.id = source.id`;

/** Chains by source id. A deleted source in between still tells where a report comes from. */
export function sourceChains(
  db: Reader,
  sourceIds: readonly (string | null)[],
): ReadonlyMap<string, readonly ChainLink[]> {
  const ids = [...new Set(sourceIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = all<SourceRow>(db, reachText, [JSON.stringify(ids)]);
  const sources = new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, publisherActorId: row.publisher_actor_id, viaId: row.via_source_id },
    ]),
  );
  return new Map(ids.map((id) => [id, chainOf(id, sources)]));
}
