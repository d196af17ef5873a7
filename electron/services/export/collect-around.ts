/** Live records that belong to some incidents, as far as files of other formats tell of them. */
import type { RecordOf, TableName } from '../../../shared/domain/records.ts';
import type { PackRecord, PackRecords } from '../../../shared/pack/fields.ts';
import type { PackTable } from '../../../shared/pack/format.ts';
import { listRecordsBy, listRecordsById, listTargeting } from '../../db/queries/records.ts';
import type { Reader } from '../../db/sqlite.ts';

/** An article that passes on a report that passes on a statement: no chain is longer in earnest. */
const longestChain = 20;

const present = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null)),
];

/** `going`: all incidents that go out; links to others are left out. */
export function collectAround(
  db: Reader,
  ids: readonly string[],
  going: ReadonlySet<string>,
): PackRecords {
  const live = <T extends TableName>(table: T, wanted: readonly (string | null)[]) =>
    listRecordsById(db, table, present(wanted)).filter(({ deleted_at }) => deleted_at === null);
  const incidents = listRecordsById(db, 'incident', ids);
  const claims = listRecordsBy(db, 'claim', 'incident_id', ids);
  const claimIds = claims.map(({ id }) => id);
  const links = listRecordsBy(db, 'link', 'to_id', ids);
  const ties = links.filter(({ kind }) => kind === 'actor-incident');
  const fromHere = listRecordsBy(db, 'link', 'from_id', ids).filter(
    ({ kind, to_id }) => kind === 'incident-incident' && going.has(to_id),
  );
  const toHere = links.filter(
    ({ kind, from_id }) => kind === 'incident-incident' && going.has(from_id),
  );
  const sources = sourcesBehind(db, [
    ...claims.map(({ source_id }) => source_id),
    ...ties.map(({ source_id }) => source_id),
  ]);
  const actors = live('actor', [
    ...ties.map(({ from_id }) => from_id),
    ...claims.flatMap(({ claimant_id, denied_by_id, via }) => [claimant_id, denied_by_id, ...via]),
    ...sources.map(({ publisher_actor_id }) => publisher_actor_id),
  ]);
  const taggings = listTargeting(db, 'tagging', 'incident', ids);
  const tables: Partial<Record<PackTable, readonly RecordOf<TableName>[]>> = {
    place: live(
      'place',
      incidents.map(({ place_id }) => place_id),
    ),
    actor: actors,
    actor_name: listRecordsBy(
      db,
      'actor_name',
      'actor_id',
      actors.map(({ id }) => id),
    ),
    source: sources,
    incident: incidents,
    claim: claims,
    toll: listRecordsBy(db, 'toll', 'claim_id', claimIds),
    claim_relation: listRecordsBy(db, 'claim_relation', 'from_claim_id', claimIds),
    link: [...new Map([...ties, ...fromHere, ...toHere].map((link) => [link.id, link])).values()],
    note: listTargeting(db, 'note', 'incident', ids),
    tag: live(
      'tag',
      taggings.map(({ tag_id }) => tag_id),
    ),
    tagging: taggings,
  };
  // incidents at the other end of a link count as known, or the ceiling would drop the link
  const others = [...fromHere, ...toHere].flatMap(({ from_id, to_id }) => [from_id, to_id]);
  const known = new Set(ids);
  const beyond = listRecordsById(db, 'incident', present(others.filter((id) => !known.has(id))));
  return new Map(
    Object.entries({ ...tables, incident: [...incidents, ...beyond] }).map(([table, all]) => [
      table as PackTable,
      all as unknown as PackRecord[],
    ]),
  );
}

/** Sources with those they pass on. */
function sourcesBehind(db: Reader, wanted: readonly (string | null)[]): RecordOf<'source'>[] {
  const found = new Map<string, RecordOf<'source'>>();
  let open = present(wanted);
  for (let step = 0; open.length > 0 && step < longestChain; step += 1) {
    const next = listRecordsById(db, 'source', open).filter(
      ({ deleted_at }) => deleted_at === null,
    );
    for (const source of next) found.set(source.id, source);
    open = present(next.map(({ via_source_id }) => via_source_id)).filter((id) => !found.has(id));
  }
  return [...found.values()];
}
