/**
 * Which incidents one could be the same as: found by indexes, so that a case of 100 000 is as quick as
 * a small one. Ids only, with some too many; the comparison sorts them out.
 */
import type { SameView } from '../../../shared/domain/same-attack-types.ts';
import { placeKeysOf } from '../../../shared/domain/same-attack-words.ts';
import { addDays } from '../../../shared/lib/days.ts';
import { all, column, type Reader, type Row, value } from '../sqlite.ts';
import { type SameRow, sameRowColumns, toSameRow } from './same-views.ts';

/** Days of a span that is still looked up by its first day alone. */
export const narrowDays = 31;
/** Days by which spans are widened before they must overlap. */
export const widenedDays = 2;
/** A source of more incidents than this is a data set: to share it means nothing. */
export const mostOfSource = 60;
/** Rows that one way of finding may bring. */
const most = 3000;

const near = `(incident.latitude IS NULL OR incident.radius_m > 50000
  OR incident.geo_level NOT IN ('point', 'settlement', 'near')
  OR incident.latitude BETWEEN @south AND @north AND incident.longitude BETWEEN @west AND @east)`;

interface Box extends Record<string, number> {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

const nowhere: Box = { south: 1, north: 0, west: 1, east: 0 };

/** Around a point; the whole world without one. `km` to each side. */
function boxAround({ latitude, longitude }: SameView, km: number): Box {
  if (latitude === null || longitude === null)
    return { south: -90, north: 90, west: -180, east: 180 };
  const lat = km / 110.5;
  const lon = km / (111.3 * Math.max(0.05, Math.cos((latitude * Math.PI) / 180)));
  return {
    south: latitude - lat,
    north: latitude + lat,
    west: longitude - lon,
    east: longitude + lon,
  };
}

/** Spans of up to `narrowDays` are found by their first day; the few wider ones by their last. */
const byDate = `SELECT ${sameRowColumns} FROM incident
  WHERE deleted_at IS NULL AND date_earliest BETWEEN @from AND @until AND date_latest >= @since
    AND ${near} LIMIT ${most}`;

const isVague = `(date_earliest IS NULL OR date_latest IS NULL
  OR julianday(date_latest) - julianday(date_earliest) > ${narrowDays})`;
const inTime = `(@since IS NULL OR date_latest IS NULL OR date_latest >= @since)
  AND (@until IS NULL OR date_earliest IS NULL OR date_earliest <= @until)`;

/** The few whose dates are wide or unknown have an index of their own (`incident_vague`). */
const byVague = `SELECT ${sameRowColumns} FROM incident INDEXED BY incident_vague
  WHERE deleted_at IS NULL AND ${isVague} AND ${inTime}
    AND (latitude BETWEEN @south AND @north AND longitude BETWEEN @west AND @east
      OR place_key IN (SELECT value FROM json_each(@names)) AND place_key <> '') LIMIT ${most}`;

/** For one whose own dates are wide or unknown: around its point, and of the same written name. */
const byPoint = `SELECT ${sameRowColumns} FROM incident_rtree AS box
  JOIN incident ON incident.pk = box.pk
  WHERE box.max_lat >= @south AND box.min_lat <= @north AND box.max_lon >= @west
    AND box.min_lon <= @east AND incident.deleted_at IS NULL AND ${inTime} LIMIT ${most}`;
const byName = `SELECT ${sameRowColumns} FROM incident INDEXED BY incident_place_key
  WHERE place_key IN (SELECT value FROM json_each(@names)) AND place_key <> ''
    AND deleted_at IS NULL AND ${inTime} LIMIT ${most}`;

const byKey = `SELECT id FROM incident WHERE external_key IN (SELECT value FROM json_each(?))`;

const bySource = `SELECT DISTINCT claim.incident_id FROM claim
  JOIN incident ON incident.id = claim.incident_id AND incident.deleted_at IS NULL
  WHERE claim.source_id = ? AND claim.deleted_at IS NULL LIMIT ${mostOfSource + 1}`;

const sourcesOfText = (['id', 'text_sha256', 'url'] as const)
  .map(
    (field) =>
      `SELECT id FROM source INDEXED BY ${
        field === 'id' ? 'sqlite_autoindex_source_1' : `source_${field}`
      } WHERE ${field} IN (SELECT value FROM json_each(@keys)) AND deleted_at IS NULL`,
  )
  .join(' UNION ');

/** What each written name of a place may sound like; the same names come again with every question. */
const soundsByKey = new Map<string, ReadonlySet<string>>();
const keptSounds = 50_000;

function soundsOfKey(key: string): ReadonlySet<string> {
  const known = soundsByKey.get(key);
  if (known) return known;
  if (soundsByKey.size >= keptSounds) soundsByKey.clear();
  const { whole } = placeKeysOf([key]);
  soundsByKey.set(key, whole);
  return whole;
}

/** Written names in the case, or among its vague incidents, that may be spellings of these. */
function soundalikes(
  db: Reader,
  sounds: ReadonlySet<string>,
  index: 'place_key' | 'vague',
): readonly string[] {
  if (sounds.size === 0) return [];
  const narrowed = index === 'vague' ? `AND ${isVague}` : '';
  const keys = column<string>(
    db,
    `SELECT DISTINCT place_key FROM incident INDEXED BY incident_${index}
     WHERE deleted_at IS NULL AND place_key <> '' ${narrowed}`,
  );
  return keys.filter((key) => [...soundsOfKey(key)].some((sound) => sounds.has(sound)));
}

export interface Candidates {
  readonly rows: readonly SameRow[];
  /** Ids of those that share a source or a key of a data set, whatever their dates and places. */
  readonly joined: ReadonlySet<string>;
}

/** Live incidents that may be the same as `view`, by date, place, text and key. */
export function listCandidates(db: Reader, view: SameView): Candidates {
  const found = new Map<string, SameRow>();
  const take = (text: string, values: Record<string, string | number | null>) => {
    for (const row of all<Row>(db, text, values)) {
      const each = toSameRow(row);
      found.set(each.id, each);
    }
  };
  const { dateEarliest: from, dateLatest: until } = view;
  const days =
    from !== null && until !== null ? (Date.parse(until) - Date.parse(from)) / 864e5 : null;
  const isWide = days === null || days > narrowDays;
  const since = from === null ? null : addDays(from, -widenedDays);
  const before = until === null ? null : addDays(until, widenedDays);
  if (!isWide && since !== null && before !== null) {
    const box = boxAround(view, 60 + (2 * (view.radiusM ?? 0)) / 1000);
    take(byDate, { from: addDays(since, -narrowDays), until: before, since, ...box });
  }
  const around = view.latitude === null ? nowhere : boxAround(view, 30);
  const { whole } = placeKeysOf(view.placeNames);
  const names = JSON.stringify(soundalikes(db, whole, isWide ? 'place_key' : 'vague'));
  take(byVague, { ...around, names, since, until: before });
  if (isWide) {
    if (view.latitude !== null) take(byPoint, { ...around, since, until: before });
    take(byName, { names, since, until: before });
  }
  const joined = new Set<string>();
  if (view.externalKeys.length > 0) {
    for (const id of column<string>(db, byKey, [JSON.stringify(view.externalKeys)])) joined.add(id);
  }
  const keys = JSON.stringify(view.sources.flatMap((source) => source.keys));
  for (const source of column<string>(db, sourcesOfText, { keys })) {
    const ids = column<string>(db, bySource, [source]);
    if (ids.length <= mostOfSource) for (const id of ids) joined.add(id);
  }
  const missing = [...joined].filter((id) => !found.has(id));
  const text = `SELECT ${sameRowColumns} FROM incident WHERE deleted_at IS NULL
    AND id IN (SELECT value FROM json_each(?))`;
  for (const row of all<Row>(db, text, [JSON.stringify(missing)])) {
    const each = toSameRow(row);
    found.set(each.id, each);
  }
  return { rows: [...found.values()], joined };
}

const isNarrow = `date_earliest IS NOT NULL AND date_latest IS NOT NULL
  AND julianday(date_latest) - julianday(date_earliest) <= ${narrowDays}`;

/** Where a walk through the calendar stands. */
export interface Walked {
  readonly day: string;
  readonly pk: number;
}

/** Live incidents with dates of at most `narrowDays`, along the calendar, after the one given. */
export function listAlongCalendar(db: Reader, { day, pk }: Walked, limit: number): SameRow[] {
  return all<Row>(
    db,
    `SELECT ${sameRowColumns} FROM incident
     WHERE (date_earliest, pk) > (?, ?) AND deleted_at IS NULL AND ${isNarrow}
     ORDER BY date_earliest, pk LIMIT ?`,
    [day, pk, limit],
  ).map(toSameRow);
}

/** Live incidents whose dates are wider or unknown, in order of making, after a key. */
export function listVague(db: Reader, after: number, limit: number): SameRow[] {
  return all<Row>(
    db,
    `SELECT ${sameRowColumns} FROM incident
     WHERE pk > ? AND deleted_at IS NULL AND ${isVague} ORDER BY pk LIMIT ?`,
    [after, limit],
  ).map(toSameRow);
}

export function countLive(db: Reader): number {
  return value<number>(db, 'SELECT count(*) FROM incident WHERE deleted_at IS NULL') ?? 0;
}

/** Sources with passages on more than one claim. */
export function listQuotedSources(db: Reader): string[] {
  return column<string>(
    db,
    `SELECT source_id FROM passage WHERE target_table = 'claim' AND deleted_at IS NULL
     GROUP BY source_id HAVING count(*) > 1`,
  );
}

/** Pairs of live incidents told by overlapping passages of a source, one direction. */
export function listSharingWords(db: Reader, source: string): { a: string; b: string }[] {
  return all(
    db,
    `SELECT DISTINCT one.incident_id AS a, two.incident_id AS b
     FROM passage AS p JOIN passage AS q ON q.source_id = p.source_id AND q.pk > p.pk
       AND q.start < p."end" AND p.start < q."end" AND q.deleted_at IS NULL AND q.is_lost = 0
     JOIN claim AS one ON one.id = p.target_id AND p.target_table = 'claim'
       AND one.deleted_at IS NULL
     JOIN claim AS two ON two.id = q.target_id AND q.target_table = 'claim'
       AND two.deleted_at IS NULL AND two.incident_id <> one.incident_id
     WHERE p.source_id = ? AND p.deleted_at IS NULL AND p.is_lost = 0`,
    [source],
  );
}
