/**
 * Takes a newer row of a data set into an incident that is there already. Field by field against what the
 * last file said: what only the file changed is taken, what only the analyst changed stays, and where
 * both did the analyst's words stay and the file's are noted, so that they count again only when the
 * file changes once more.
 */
import type { RecordOf } from '../../../shared/domain/records.ts';
import type { ReadRow } from '../../../shared/import/imported.ts';
import { insertImportedRow } from '../../db/queries/imported-rows.ts';
import { listRecordsBy } from '../../db/queries/records.ts';
import type { Tx } from '../transaction.ts';
import { type Surroundings, takeClaims } from './changed-claims.ts';
import { FieldMerge, type Loose } from './field-merge.ts';
import { FileTrace } from './file-trace.ts';
import { labelOf } from './name-makers.ts';
import type { NewerRow } from './row-judge.ts';

/** Answers what became of the row. */
export function takeNewerRow(
  tx: Tx,
  { known, row, line, digest }: NewerRow,
  around: Surroundings,
): 'updated' | 'unchanged' | 'conflicting' {
  const merge = new FieldMerge(known);
  const trace = new FileTrace(tx.db, known, around.dataSet.format);
  const current = tx.get('incident', known.id);
  if (current === undefined) return 'unchanged';
  const theirs: Loose = { ...row.incident };
  const patch = merge.patch('', current, trace.said('incident', { ...current }), theirs);
  let isChanged = Object.keys(patch).length > 0;
  if (isChanged) tx.update('incident', known.id, patch);
  isChanged = takeClaims(tx, known.id, row, { ...around, merge, trace }) || isChanged;
  isChanged = takeActors(tx, known.id, row, { ...around, trace }) || isChanged;
  isChanged = takeTags(tx, known.id, row, around) || isChanged;
  isChanged = takeNotes(tx, known.id, row, around) || isChanged;
  const kept = Object.keys(row.kept).length === 0 ? null : JSON.stringify(row.kept);
  const refused = Object.keys(merge.refused).length === 0 ? null : JSON.stringify(merge.refused);
  const settled = merge.settled.length === 0 ? null : JSON.stringify(merge.settled);
  insertImportedRow(tx.db, {
    ...{ incident_pk: known.pk, action_seq: tx.seq, line, stamp: row.stamp, digest, kept, refused },
    ...{ base_seq: null, settled, said: saidIn(merge.repeated) },
  });
  if (merge.hasConflict) {
    // it waits to be decided, also where the file brought nothing else
    tx.note();
    return 'conflicting';
  }
  return isChanged ? 'updated' : 'unchanged';
}

/** By record, as `said` has it; null for nothing. */
function saidIn(repeated: Loose): string | null {
  const said: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of Object.entries(repeated)) {
    const at = name.lastIndexOf('.');
    const record = at < 0 ? 'incident' : name.slice(0, at);
    said[record] = { ...said[record], [name.slice(at + 1)]: value };
  }
  return Object.keys(said).length === 0 ? null : JSON.stringify(said);
}

/** Actors named anew are added; those named no more go when nobody has touched their link. */
function takeActors(
  tx: Tx,
  incidentId: string,
  row: ReadRow,
  { file, batch, trace }: Surroundings & { readonly trace: FileTrace },
): boolean {
  const links = listRecordsBy(tx.db, 'link', 'to_id', [incidentId], {
    includeDeleted: true,
  }).filter(({ kind }) => kind === 'actor-incident');
  const isFiles = (link: RecordOf<'link'>) => trace.isAsItCame('link', link);
  const wanted = new Set<string>();
  let isChanged = false;
  for (const party of row.actors) {
    const { actor, role, attribution, note = '' } = party;
    const { id } = file.names.actor(actor);
    if (wanted.has(id + role)) continue;
    wanted.add(id + role);
    // what the analyst made of the actor's part is not undone by saying the old one again
    const isThere = links.some(
      (link) => link.from_id === id && (link.role === role || !isFiles(link)),
    );
    if (isThere) continue;
    const ends = { kind: 'actor-incident', from_id: id, to_id: incidentId } as const;
    const values = { ...ends, role, attribution, note, ...labelOf(party, row) };
    tx.insert('link', values, { origin: batch });
    isChanged = true;
  }
  for (const link of links) {
    if (wanted.has(link.from_id + link.role) || link.deleted_at !== null || !isFiles(link)) {
      continue;
    }
    tx.remove('link', link.id);
    isChanged = true;
  }
  return isChanged;
}

function takeTags(
  tx: Tx,
  incidentId: string,
  row: ReadRow,
  { file, batch }: Surroundings,
): boolean {
  const known = listRecordsBy(tx.db, 'tagging', 'target_id', [incidentId], {
    includeDeleted: true,
  });
  const tagged = new Set(known.map(({ tag_id }) => tag_id));
  let isChanged = false;
  for (const id of new Set(row.tags.map((name) => file.names.tag(name)))) {
    if (tagged.has(id)) continue;
    const values = { tag_id: id, target_table: 'incident', target_id: incidentId } as const;
    tx.insert('tagging', { ...values, ...labelOf(row) }, { origin: batch });
    isChanged = true;
  }
  return isChanged;
}

/** Notes are added; one that the file says no more stays, for somebody may have built on it. */
function takeNotes(tx: Tx, incidentId: string, row: ReadRow, { batch }: Surroundings): boolean {
  const { notes } = row;
  if (notes.length === 0) return false;
  const known = listRecordsBy(tx.db, 'note', 'target_id', [incidentId], { includeDeleted: true });
  const told = new Set(known.map(({ body }) => body));
  const target = { target_table: 'incident', target_id: incidentId } as const;
  const fresh = notes.filter(({ body }) => !told.has(body));
  for (const { kind, body, tlp } of fresh) {
    const label = labelOf({ tlp }, row);
    tx.insert('note', { ...target, kind, body, ...label }, { origin: batch });
  }
  return fresh.length > 0;
}
