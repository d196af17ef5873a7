/** Which records a selection brings along: enough that a colleague can read it without asking back. */
import type { Selection } from '../../shared/contract/exchange-calls.ts';
import { type RecordOf, targetTables } from '../../shared/domain/records.ts';
import { type PackTable, packTables } from '../../shared/pack/format.ts';
import { pointersOf } from '../../shared/pack/references.ts';
import { listMergedInto } from '../db/queries/incident-pairs.ts';
import { listRecords, listRecordsBy, listRecordsById } from '../db/queries/records.ts';
import { isForgotten } from '../db/queries/revisions.ts';
import type { Reader } from '../db/sqlite.ts';
import { incidentIds } from './incidents.ts';

type AnyRecord = RecordOf<PackTable>;
type Collected = ReadonlyMap<PackTable, ReadonlyMap<string, AnyRecord>>;

const withDeleted = { includeDeleted: true } as const;

/**
 * All records of a selection by table, deleted ones included so that deletions travel. A case brings
 * everything. Incidents bring their links with the actors at the other end, claims, tolls, sources and
 * what those pass on, passages, places, names, notes, attachments and tags.
 */
export function collectRecords(db: Reader, selection: Selection): Collected {
  const collected = selection.what === 'case' ? wholeCase(db) : aroundIncidents(db, selection);
  // never was, as far as anyone else is concerned
  for (const byId of collected.values())
    for (const record of byId.values())
      if (record.deleted_at !== null && isForgotten(db, record.id, record.rev))
        byId.delete(record.id);
  return collected;
}

type Collection = Map<PackTable, Map<string, AnyRecord>>;

function emptyCollection(): Collection {
  return new Map(packTables.map((table) => [table, new Map()]));
}

function wholeCase(db: Reader): Collection {
  const collected = emptyCollection();
  for (const table of packTables)
    if (table !== 'person') add(collected, table, listRecords(db, table, withDeleted));
  addPeople(db, collected);
  return collected;
}

function aroundIncidents(db: Reader, selection: Exclude<Selection, { what: 'case' }>): Collection {
  const ids =
    selection.what === 'incidents'
      ? selection.ids
      : incidentIds(db, selection.filter, selection.sort);
  const collected = emptyCollection();
  add(collected, 'incident', listRecordsById(db, 'incident', ids));
  const incidents = idsOf(collected, 'incident');
  add(collected, 'claim', listRecordsBy(db, 'claim', 'incident_id', incidents, withDeleted));
  add(
    collected,
    'toll',
    listRecordsBy(db, 'toll', 'claim_id', idsOf(collected, 'claim'), withDeleted),
  );
  addRelations(db, collected);
  addLinks(db, collected, incidents, 'actor-incident');
  addLinks(db, collected, incidents, 'incident-incident');
  addPairs(db, collected);
  followPointers(db, collected);
  addLinks(db, collected, idsOf(collected, 'actor'), 'actor-actor');
  followPointers(db, collected);
  addHanging(db, collected);
  followPointers(db, collected);
  addPeople(db, collected);
  return collected;
}

function add(collected: Collection, table: PackTable, records: readonly AnyRecord[]): boolean {
  const byId = collected.get(table);
  const before = byId?.size ?? 0;
  for (const record of records) byId?.set(record.id, record);
  return (byId?.size ?? 0) > before;
}

function idsOf(collected: Collection, table: PackTable): readonly string[] {
  return [...(collected.get(table)?.keys() ?? [])];
}

/** What the chosen claims say of one another; a claim that stays here takes its relations with it. */
function addRelations(db: Reader, collected: Collection): void {
  const known = new Set(idsOf(collected, 'claim'));
  const found = listRecordsBy(db, 'claim_relation', 'from_claim_id', [...known], withDeleted);
  add(
    collected,
    'claim_relation',
    found.filter(({ to_claim_id }) => known.has(to_claim_id)),
  );
}

/** Links of one kind at these records. Those to other incidents or actors only if these come along too. */
function addLinks(
  db: Reader,
  collected: Collection,
  ids: readonly string[],
  kind: RecordOf<'link'>['kind'],
): void {
  const known = new Set(ids);
  const isWanted = (link: RecordOf<'link'>): boolean =>
    link.kind === kind &&
    (kind === 'actor-incident' || (known.has(link.from_id) && known.has(link.to_id)));
  for (const end of ['from_id', 'to_id'] as const)
    add(collected, 'link', listRecordsBy(db, 'link', end, ids, withDeleted).filter(isWanted));
}

/** Comparisons among these incidents; with a kept one go the tombstones of what was merged into it. */
function addPairs(db: Reader, collected: Collection): void {
  const merged = idsOf(collected, 'incident').flatMap((id) => listMergedInto(db, id));
  const tombstones = listRecordsById(db, 'incident', merged);
  add(
    collected,
    'incident',
    tombstones.filter(({ id, rev }) => !isForgotten(db, id, rev)),
  );
  const ids = idsOf(collected, 'incident');
  const known = new Set(ids);
  const pairs = listRecordsBy(db, 'incident_pair', 'a_id', ids, withDeleted);
  add(
    collected,
    'incident_pair',
    pairs.filter(({ b_id }) => known.has(b_id)),
  );
}

/** What a record names comes along, but never more incidents or claims than were chosen. */
const followed: ReadonlySet<PackTable> = new Set(['place', 'actor', 'source', 'tag']);

function followPointers(db: Reader, collected: Collection): void {
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    const wanted = new Map<PackTable, Set<string>>();
    for (const [table, byId] of collected)
      for (const record of byId.values())
        for (const pointer of pointersOf(table, record)) {
          const to = pointer.table as PackTable;
          if (!followed.has(to) || collected.get(to)?.has(pointer.id)) continue;
          wanted.set(to, (wanted.get(to) ?? new Set()).add(pointer.id));
        }
    for (const [table, ids] of wanted)
      isGrowing = add(collected, table, listRecordsById(db, table, [...ids])) || isGrowing;
  }
}

/** Names, passages, notes, attachments and tags of everything collected. */
function addHanging(db: Reader, collected: Collection): void {
  const by = <T extends PackTable>(table: T, field: keyof RecordOf<T> & string, of: PackTable) =>
    add(
      collected,
      table,
      listRecordsBy(db, table, field, idsOf(collected, of), withDeleted) as never,
    );
  by('actor_name', 'actor_id', 'actor');
  by('place_name', 'place_id', 'place');
  by('passage', 'source_id', 'source');
  for (const target of targetTables)
    for (const table of ['note', 'attachment', 'tagging'] as const) {
      const found = listRecordsBy(db, table, 'target_id', idsOf(collected, target), withDeleted);
      add(
        collected,
        table,
        found.filter((record) => record.target_table === target),
      );
    }
}

/** Whoever made or last changed something that goes out. */
function addPeople(db: Reader, collected: Collection): void {
  const ids = new Set<string>();
  for (const byId of collected.values())
    for (const { created_by, updated_by } of byId.values()) ids.add(created_by).add(updated_by);
  add(collected, 'person', listRecordsById(db, 'person', [...ids]));
}
