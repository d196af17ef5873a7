/** Reading incidents: lists by filter, rows, dossiers. */
import type { IncidentDossier, IncidentRow } from '../../shared/contract/read-calls.ts';
import { defaultSort, type Filter, type Sort } from '../../shared/domain/filter.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { listIncidentIds } from '../db/queries/incident-list.ts';
import { listMergedInto, mergedInto } from '../db/queries/incident-pairs.ts';
import {
  incidentTolls,
  listIncidentRows,
  listIncidentRowsById,
} from '../db/queries/incident-rows.ts';
import { labelOf } from '../db/queries/labels.ts';
import { getRecord, listRecordsBy, listRecordsById, listTargeting } from '../db/queries/records.ts';
import { listTagsOf } from '../db/queries/tags.ts';
import type { Reader } from '../db/sqlite.ts';
import { claimViews, noteViews } from './claim-views.ts';
import { linksOf, linkViews } from './link-views.ts';
import { requireRecord } from './records.ts';

/** Ids of the matching incidents in order. */
export function incidentIds(db: Reader, filter: Filter, sort: Sort = defaultSort): string[] {
  return listIncidentIds(db, filter, sort);
}

export function incidentRowsById(db: Reader, ids: readonly string[]): IncidentRow[] {
  return listIncidentRowsById(db, ids);
}

/** Rows by key, then by id; unknown ones are left out. */
export function incidentRowsOf(
  db: Reader,
  keys: readonly number[],
  ids: readonly string[],
): IncidentRow[] {
  return [...listIncidentRows(db, keys), ...listIncidentRowsById(db, ids)];
}

/** Rows in the order of the ids, each with the import batch that brought it. Unknown ids are left out. */
export function incidentsInOrder(
  db: Reader,
  ids: readonly string[],
): { row: IncidentRow; batch: string | null }[] {
  const rows = new Map(listIncidentRowsById(db, ids).map((row) => [row.id, row]));
  const batches = new Map(
    listRecordsById(db, 'incident', ids).map(({ id, origin }) => [id, origin]),
  );
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row === undefined ? [] : [{ row, batch: batches.get(id) ?? null }];
  });
}

/** An incident, deleted or not, with everything that hangs on it. Throws `record/not-found`. */
export function incidentDossier(db: Reader, id: string): IncidentDossier {
  const incident = requireRecord(db, 'incident', id);
  const [row] = listIncidentRowsById(db, [id]);
  if (!row) throw new AppError('record/not-found', 'There is no incident with this id.', { id });
  const place = incident.place_id === null ? undefined : getRecord(db, 'place', incident.place_id);
  return {
    incident,
    row,
    place: place ?? null,
    claims: claimViews(db, listRecordsBy(db, 'claim', 'incident_id', [id])),
    tolls: incidentTolls(db, id),
    links: linkViews(db, linksOf(db, id), id),
    notes: noteViews(db, 'incident', id),
    attachments: listTargeting(db, 'attachment', 'incident', [id]),
    tags: listTagsOf(db, 'incident', id),
    mergedInto: titled(db, mergedInto(db, id)),
    merged: listMergedInto(db, id).flatMap((each) => titled(db, each) ?? []),
  };
}

function titled(db: Reader, id: string | undefined): { id: string; title: string } | null {
  return id === undefined ? null : { id, title: labelOf(db, 'incident', id) };
}
