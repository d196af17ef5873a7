/** Places of the case as records: looked at, listed, and two of them made one. */
import type { CallResult } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { fold } from '../../shared/lib/fold.ts';
import {
  listRecords,
  listRecordsBy,
  listRecordsById,
  listTargeting,
} from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { act } from './act.ts';
import { requireRecord } from './records.ts';
import type { CaseSession } from './session.ts';
import type { Tx } from './transaction.ts';

const mostListed = 50;

/** Throws `record/not-found`. */
export function placeDossier(db: Reader, id: string): CallResult<'place/get'> {
  const place = requireRecord(db, 'place', id);
  const incidents = listRecordsBy(db, 'incident', 'place_id', [id]).sort((a, b) =>
    (b.date_earliest ?? b.date_latest ?? '').localeCompare(a.date_earliest ?? a.date_latest ?? ''),
  );
  return {
    place,
    names: listRecordsBy(db, 'place_name', 'place_id', [id]),
    incidents: incidents
      .slice(0, mostListed)
      .map(({ id: incident, title, date_edtf: dateEdtf }) => ({ id: incident, title, dateEdtf })),
    incidentCount: incidents.length,
  };
}

export function listPlaces(db: Reader): CallResult<'place/list'> {
  const places = listRecords(db, 'place');
  const names = new Map<string, string[]>();
  for (const { place_id: id, name } of listRecords(db, 'place_name'))
    names.set(id, [...(names.get(id) ?? []), name]);
  return places
    .map(({ id, name, country, admin1, admin2 }) => ({
      id,
      name,
      names: names.get(id) ?? [],
      country,
      admin1,
      admin2,
    }))
    .sort((a, b) => fold(a.name).localeCompare(fold(b.name)));
}

/** Throws `record/not-found`, `input/invalid` for a place and itself, `case/read-only`. */
export function mergePlaces(
  session: CaseSession,
  { keep, drop }: { readonly keep: string; readonly drop: string },
): CallResult<'place/merge'> {
  if (keep === drop)
    throw new AppError('input/invalid', 'A place cannot be merged with itself.', { issues: [] });
  const { db } = session;
  const kept = liveOf(db, keep);
  const dropped = liveOf(db, drop);
  const incidents = listRecordsBy(db, 'incident', 'place_id', [drop]);
  act(session, { kind: 'update', title: `${kept.name} = ${dropped.name}` }, (tx) => {
    for (const { id } of incidents) tx.update('incident', id, { place_id: keep });
    moveNames(tx, keep, drop);
    moveTargets(tx, keep, drop);
    tx.remove('place', drop);
  });
  return { id: keep, incidents: incidents.length, revision: session.revision };
}

function liveOf(db: Reader, id: string) {
  const [place] = listRecordsById(db, 'place', [id]);
  if (place && place.deleted_at === null) return place;
  throw new AppError('record/not-found', 'There is no place with this id.', { table: 'place', id });
}

/** Names that the kept place has not yet, with their language and time. */
function moveNames(tx: Tx, keep: string, drop: string): void {
  const names = listRecordsBy(tx.db, 'place_name', 'place_id', [keep]);
  const known = new Set(
    [tx.get('place', keep)?.name ?? '', ...names.map(({ name }) => name)].map(fold),
  );
  const dropped = tx.get('place', drop);
  const others = listRecordsBy(tx.db, 'place_name', 'place_id', [drop]);
  const candidates = [
    { name: dropped?.name ?? '', lang: null, valid_from: null, valid_to: null },
    ...others,
  ];
  for (const { name, lang, valid_from, valid_to } of candidates) {
    if (name === '' || known.has(fold(name))) continue;
    known.add(fold(name));
    tx.insert('place_name', { place_id: keep, name, lang, valid_from, valid_to });
  }
}

function moveTargets(tx: Tx, keep: string, drop: string): void {
  for (const table of ['note', 'passage', 'attachment'] as const) {
    for (const { id } of listTargeting(tx.db, table, 'place', [drop]))
      tx.update(table, id, { target_id: keep });
  }
  const tagged = new Set(listTargeting(tx.db, 'tagging', 'place', [keep]).map((one) => one.tag_id));
  for (const { id, tag_id: tag } of listTargeting(tx.db, 'tagging', 'place', [drop])) {
    if (!tagged.has(tag)) tx.update('tagging', id, { target_id: keep });
  }
}
