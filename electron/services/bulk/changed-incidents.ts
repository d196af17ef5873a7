/**
 * Takes a newer row of a data set into an incident that is there already. Field by field against what the
 * last file said: what only the file changed is taken, what only the analyst changed stays, and where
 * both did the analyst's words stay and the file's are noted, so that they count again only when the
 * file changes once more.
 */
import type { TableName } from '../../../shared/domain/records.ts';
import type { ReadRow } from '../../../shared/import/read-acled.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { hasChanges } from '../../db/queries/actions.ts';
import { insertImportedRow } from '../../db/queries/imported-rows.ts';
import { listRecordsBy } from '../../db/queries/records.ts';
import { valuesAfter } from '../revisions.ts';
import type { Tx } from '../transaction.ts';
import { tollOf } from './data-sets.ts';
import type { ImportNames } from './import-names.ts';
import type { KnownIncident } from './known-incidents.ts';
import type { NewerRow } from './row-judge.ts';

type Loose = Readonly<Record<string, unknown>>;

const isSame = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);

class Merge {
  readonly refused: Record<string, unknown> = {};
  readonly #known: KnownIncident;

  constructor(known: KnownIncident) {
    this.#known = known;
  }

  /** The fields of `theirs` to take over. `prefix` tells the tables apart among those refused. */
  patch(prefix: string, current: Loose, base: Loose | undefined, theirs: Loose): Loose {
    const patch: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(theirs)) {
      const name = prefix + field;
      const said = name in this.#known.refused ? this.#known.refused[name] : base?.[field];
      const isNews = base === undefined || !isSame(said, value);
      if (isSame(current[field], value)) continue;
      if (!isNews) {
        if (name in this.#known.refused) this.refused[name] = value;
      } else if (
        base !== undefined &&
        isSame(current[field], base[field]) &&
        !(name in this.#known.refused)
      ) {
        patch[field] = value;
      } else this.refused[name] = value;
    }
    return patch;
  }

  /** Whether something new of the file's was refused. */
  get hasConflict(): boolean {
    return Object.entries(this.refused).some(
      ([name, value]) => !isSame(this.#known.refused[name], value),
    );
  }
}

export interface Surroundings {
  readonly names: ImportNames;
  /** Id of the source that stands for the data set. */
  readonly dataSetSource: string;
  /** Origin of what is made anew. */
  readonly batch: string;
}

/** Answers what became of the row. */
export function takeNewerRow(
  tx: Tx,
  { known, row, line, digest }: NewerRow,
  { names, dataSetSource, batch }: Surroundings,
): 'updated' | 'unchanged' | 'conflicting' {
  const merge = new Merge(known);
  const baseOf = (table: TableName, id: string) =>
    known.seq === null ? undefined : valuesAfter(tx.db, table, id, known.seq);
  let isChanged = false;
  const current = tx.get('incident', known.id);
  if (current === undefined) return 'unchanged';
  const theirs = row.incident as unknown as Loose;
  const patch = merge.patch('', current, baseOf('incident', known.id), theirs);
  if (Object.keys(patch).length > 0) {
    tx.update('incident', known.id, patch);
    isChanged = true;
  }
  if (row.killed !== undefined) {
    isChanged =
      takeToll(tx, known, row.killed, { dataSetSource, batch, merge, baseOf }) || isChanged;
  }
  isChanged = takeActors(tx, known.id, row, { names, dataSetSource, batch }) || isChanged;
  isChanged = takeSources(tx, known.id, row, { names, dataSetSource, batch }) || isChanged;
  isChanged = takeTags(tx, known.id, row, { names, dataSetSource, batch }) || isChanged;
  const kept = Object.keys(row.kept).length === 0 ? null : JSON.stringify(row.kept);
  const refused = Object.keys(merge.refused).length === 0 ? null : JSON.stringify(merge.refused);
  insertImportedRow(tx.db, {
    ...{ incident_pk: known.pk, action_seq: tx.seq, line, stamp: row.stamp, digest, kept, refused },
  });
  if (merge.hasConflict) return 'conflicting';
  return isChanged ? 'updated' : 'unchanged';
}

interface TollContext {
  readonly dataSetSource: string;
  readonly batch: string;
  readonly merge: Merge;
  readonly baseOf: (table: TableName, id: string) => Loose | undefined;
}

function takeToll(tx: Tx, known: KnownIncident, killed: number | null, context: TollContext) {
  const { dataSetSource, batch, merge, baseOf } = context;
  const claims = listRecordsBy(tx.db, 'claim', 'incident_id', [known.id], { includeDeleted: true });
  const claim = claims.find(
    ({ source_id, kind }) => source_id === dataSetSource && kind === 'toll',
  );
  // put into the bin by the analyst: it stays there
  if (claim?.deleted_at) return false;
  if (claim === undefined) {
    const made = tx.insert(
      'claim',
      { incident_id: known.id, source_id: dataSetSource, kind: 'toll' },
      { origin: batch },
    );
    tx.insert('toll', { claim_id: made.id, ...tollOf(killed) }, { origin: batch });
    return true;
  }
  const tolls = listRecordsBy(tx.db, 'toll', 'claim_id', [claim.id]);
  const toll =
    tolls.find(({ outcome, party }) => outcome === 'killed' && party === 'unknown') ?? tolls[0];
  if (toll === undefined) return false;
  const patch = merge.patch('toll.', toll, baseOf('toll', toll.id), { ...tollOf(killed) });
  // a figure is one thing: half of one would say what nobody said
  const isWhole = !Object.keys(merge.refused).some((name) => name.startsWith('toll.'));
  if (Object.keys(patch).length === 0 || !isWhole) return false;
  tx.update('toll', toll.id, patch);
  return true;
}

/** Actors named anew are added; those named no more go when nobody has touched their link. */
function takeActors(
  tx: Tx,
  incidentId: string,
  row: ReadRow,
  { names, batch }: Surroundings,
): boolean {
  const wanted = new Set(row.actors.map((actor) => names.actor(actor).id));
  const links = listRecordsBy(tx.db, 'link', 'to_id', [incidentId], {
    includeDeleted: true,
  }).filter(({ kind }) => kind === 'actor-incident');
  let isChanged = false;
  for (const id of wanted) {
    if (links.some((link) => link.from_id === id)) continue;
    const ends = { kind: 'actor-incident', from_id: id, to_id: incidentId } as const;
    tx.insert('link', { ...ends, role: 'involved' }, { origin: batch });
    isChanged = true;
  }
  for (const link of links) {
    const isOurs = link.origin === null || link.role !== 'involved' || isTouched(tx, link.id);
    if (wanted.has(link.from_id) || link.deleted_at !== null || isOurs) continue;
    tx.remove('link', link.id);
    isChanged = true;
  }
  return isChanged;
}

/** Whether anything was done to a record since it came. */
function isTouched(tx: Tx, id: string): boolean {
  return hasChanges(tx.db, id);
}

function takeSources(
  tx: Tx,
  incidentId: string,
  row: ReadRow,
  { names, dataSetSource, batch }: Surroundings,
): boolean {
  const claims = listRecordsBy(tx.db, 'claim', 'incident_id', [incidentId], {
    includeDeleted: true,
  });
  const told = new Set(claims.map(({ source_id }) => source_id));
  let isChanged = false;
  for (const id of new Set(row.sources.map((title) => names.source(title)))) {
    if (told.has(id) || id === dataSetSource) continue;
    const values = { incident_id: incidentId, source_id: id, kind: 'other' } as const;
    tx.insert('claim', values, { origin: batch });
    isChanged = true;
  }
  return isChanged;
}

function takeTags(
  tx: Tx,
  incidentId: string,
  row: ReadRow,
  { names, batch }: Surroundings,
): boolean {
  const known = listRecordsBy(tx.db, 'tagging', 'target_id', [incidentId], {
    includeDeleted: true,
  });
  const tagged = new Set(known.map(({ tag_id }) => tag_id));
  let isChanged = false;
  for (const id of new Set(row.tags.map((name) => names.tag(name)))) {
    if (tagged.has(id)) continue;
    const values = { tag_id: id, target_table: 'incident', target_id: incidentId } as const;
    tx.insert('tagging', values, { origin: batch });
    isChanged = true;
  }
  return isChanged;
}
