/** "Same attack?" for one incident: on save, on demand, while a form is filled in. Reads only. */
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { SameCandidate, SameDraft } from '../../shared/contract/same-calls.ts';
import { edtfBounds } from '../../shared/domain/edtf.ts';
import { comparePrepared, mayBeSame, sameThresholds } from '../../shared/domain/same-attack.ts';
import { type Prepared, prepare } from '../../shared/domain/same-attack-aspects.ts';
import type { SameView } from '../../shared/domain/same-attack-types.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import {
  decidedPair,
  inPairOrder,
  mergedInto,
  possiblySamePairs,
  settledPairs,
} from '../db/queries/incident-pairs.ts';
import { getRecord, listRecordsBy } from '../db/queries/records.ts';
import { listCandidates } from '../db/queries/same-candidates.ts';
import { listSameRows, type SameRow, sameActors, withHanging } from '../db/queries/same-views.ts';
import type { Reader } from '../db/sqlite.ts';
import { requireRecord } from './records.ts';
import { lineOf } from './same-comparing.ts';
import type { CaseSession } from './session.ts';

const shown = 20;
/** Rows whose actors and sources are read: the most alike by what the rows themselves say. */
const looked = 150;
/** The most that actors, sources and keys can add to what the row says. */
const mostByHanging = 1.2 + 0.5 + 3.6 + 8;

/** Weight at which a pair is shown. */
const leastWeight = Math.log(sameThresholds.possible / (100 - sameThresholds.possible)) - 0.02;

/** Whether the rows alone leave it open that a pair is shown. */
function isOpen(a: Prepared, b: Prepared): boolean {
  return mayBeSame(a, b) && comparePrepared(a, b).weight + mostByHanging >= leastWeight;
}

/** Candidates of a view, best first. `id` is left out, as is what `settled` names. */
function candidatesOf(
  db: Reader,
  view: SameView,
  id: string | undefined,
): readonly SameCandidate[] {
  const mine = prepare(view);
  const settled = id === undefined ? new Set<string>() : settledPairs(db, id);
  const linked = id === undefined ? new Set<string>() : possiblySamePairs(db, id);
  const keyOf = (other: string) => inPairOrder(id ?? '', other).join(' ');
  const { rows, joined } = listCandidates(db, view);
  const known = new Set(rows.map((row) => row.id));
  // what an analyst linked stays on the list, whatever was written since
  const others = [...linked].flatMap((key) => key.split(' ')).filter((other) => !known.has(other));
  const ranked = [...rows, ...listSameRows(db, others)]
    .filter((row) => row.id !== id && !settled.has(keyOf(row.id)))
    .map((row) => ({ row, light: prepare(row.view) }))
    .filter(
      ({ row, light }) => isOpen(mine, light) || joined.has(row.id) || linked.has(keyOf(row.id)),
    )
    .map(({ row, light }) => ({ row, weight: comparePrepared(mine, light).weight }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, looked);
  return withHanging(
    db,
    ranked.map(({ row }) => row),
  )
    .map((row) => ({
      incident: lineOf(row),
      score: comparePrepared(mine, prepare(row.view)),
      isLinked: linked.has(keyOf(row.id)),
    }))
    .filter(({ score, isLinked }) => isLinked || score.band !== 'unlikely')
    .sort((a, b) => b.score.weight - a.score.weight || (a.incident.id < b.incident.id ? -1 : 1))
    .slice(0, shown);
}

function viewOfDraft(db: Reader, draft: SameDraft): SameView {
  const { earliest, latest } = edtfBounds(draft.date_edtf);
  const place = draft.place_id === null ? undefined : getRecord(db, 'place', draft.place_id);
  const others = place ? listRecordsBy(db, 'place_name', 'place_id', [place.id]) : [];
  const names = [draft.place_words, place?.name, ...others.map(({ name }) => name)];
  const known = sameActors(
    db,
    draft.actors.map(({ id }) => id),
  );
  return {
    title: draft.title,
    dateEarliest: earliest,
    dateLatest: latest,
    timeWords: draft.time_words,
    placeNames: names.filter((name): name is string => Boolean(name)),
    placeId: draft.place_id,
    latitude: draft.latitude,
    longitude: draft.longitude,
    geoLevel: draft.geo_level,
    radiusM: draft.radius_m,
    country: draft.country,
    eventType: draft.event_type,
    subEventType: draft.sub_event_type,
    targets: draft.targets,
    actors: draft.actors.flatMap(({ id, role }) => {
      const actor = known.get(id);
      return actor ? [{ ...actor, role }] : [];
    }),
    tolls: [],
    sources: [],
    externalKeys: [],
  };
}

const viewOf = (db: Reader, id: string): SameView => rowOf(db, id).view;

function rowOf(db: Reader, id: string): SameRow {
  const [row] = withHanging(db, listSameRows(db, [id]));
  if (row) return row;
  throw new AppError('record/not-found', 'There is no incident with this id.', { id });
}

/** The line of one incident. Throws `record/not-found`. */
export function labelOfIncident(db: Reader, id: string) {
  return lineOf(rowOf(db, id));
}

export function sameCandidates(
  { db }: CaseSession,
  asked: CallArgs<'same/candidates'>,
): CallResult<'same/candidates'> {
  if ('draft' in asked) return [...candidatesOf(db, viewOfDraft(db, asked.draft), undefined)];
  return [...candidatesOf(db, viewOf(db, asked.id), asked.id)];
}

/** Two incidents side by side: their score, what was decided, and the places they stand at. */
export function comparePair(
  { db }: CaseSession,
  { a, b }: CallArgs<'same/compare'>,
): CallResult<'same/compare'> {
  const placeOf = (id: string) => {
    const { place_id } = requireRecord(db, 'incident', id);
    return place_id === null ? null : (getRecord(db, 'place', place_id) ?? null);
  };
  const places = { a: placeOf(a), b: placeOf(b) };
  const decided = decidedPair(db, a, b);
  const isMerged = mergedInto(db, a) !== undefined || mergedInto(db, b) !== undefined;
  const isLinked = possiblySamePairs(db, a).has(inPairOrder(a, b).join(' '));
  const different = decided?.verdict === 'different' ? 'different' : undefined;
  return {
    score: comparePrepared(prepare(viewOf(db, a)), prepare(viewOf(db, b))),
    state: isMerged ? 'same' : (different ?? (isLinked ? 'possibly' : 'open')),
    why: decided?.why ?? '',
    decidedAt: decided?.updated_at ?? null,
    decidedBy: decided?.author ?? null,
    places,
  };
}
