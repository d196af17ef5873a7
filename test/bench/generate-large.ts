/**
 * Cases of up to millions of invented incidents, the same in every run, skewed like the great
 * collections: 5 000 actors, two to four links an incident, sources, tags, tolls, one date in ten in
 * doubt. Kept under `.cache/bench`. Beside it the same incidents as a file in ACLED's layout.
 */

import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { incidentTextColumns } from '../../electron/db/queries/search-index.ts';
import { closeCase, createCase } from '../../electron/services/cases.ts';
import { disorderOf } from '../../shared/domain/disorder-type.ts';
import { edtfBounds } from '../../shared/domain/edtf.ts';
import { gradeRank, gradeText } from '../../shared/domain/grade.ts';
import { summariseTolls } from '../../shared/domain/toll.ts';
import { fold } from '../../shared/lib/fold.ts';
import { analyst, tickingClock } from '../helpers/case-builder.ts';
import { CaseWriter } from './large/case-writer.ts';
import { type LargeRow, largeRows, largeWorld } from './large/rows.ts';

export const cacheFolder = join(import.meta.dirname, '..', '..', '.cache', 'bench');
/** Goes up when what is generated changes, so that kept files are made anew. */
const version = 1;
const rowsPerAction = 5000;
const reliabilities = ['A', 'B', 'B', 'C', 'C', 'C', 'D', 'F'] as const;
const statuses = ['reported', 'reported', 'reported', 'claimed', 'corroborated', 'confirmed'];
const largeTags = ['to verify', 'priority', 'cross-border', 'livestock', 'humanitarian'];

/** Texts that repeat are folded once. */
const foldedTexts = new Map<string, string>();
function foldedOnce(text: string): string {
  let known = foldedTexts.get(text);
  if (known === undefined) {
    known = fold(text);
    foldedTexts.set(text, known);
  }
  return known;
}

interface Cast {
  readonly actors: readonly string[];
  readonly sources: readonly string[];
  readonly tags: readonly string[];
}

function writeDocument(out: CaseWriter, table: string, id: string, title: string, body: string) {
  out.insert('search_doc', ['table_name', 'record_id'], [table, id]);
  const rowid = out.db.prepare('SELECT last_insert_rowid()').pluck().get();
  out.insert('search_fts', ['rowid', 'title', 'body'], [rowid, fold(title), fold(body)]);
}

function writeCast(out: CaseWriter): Cast {
  const world = largeWorld();
  const actors = world.actors.map(({ name, kind }) => {
    const id = out.record('actor', { name, kind });
    writeDocument(out, 'actor', id, name, '');
    return id;
  });
  const sources = world.sources.map((title, at) => {
    const computed = { text_sha256: null, text_version: 1 };
    const dates = { published_earliest: null, published_latest: null };
    const reliability = reliabilities[at % reliabilities.length];
    const id = out.record('source', { title, reliability, ...computed, ...dates });
    writeDocument(out, 'source', id, title, '');
    return id;
  });
  const tags = largeTags.map((name) => out.record('tag', { name }));
  out.settle('actors and sources');
  return { actors, sources, tags };
}

function tollOf({ toll }: LargeRow) {
  if (toll === undefined) return undefined;
  const { low, high } = toll;
  const qualifier = high === null ? 'at-least' : high === low ? 'exact' : 'between';
  return { party: 'unknown', outcome: 'killed', low, high, qualifier } as const;
}

function writeIncident(out: CaseWriter, pk: number, row: LargeRow, cast: Cast): void {
  const world = largeWorld();
  const { place, country, toll } = row;
  const incidentId = out.newId();
  const claimId = out.newId();
  const reliability = reliabilities[row.source % reliabilities.length] ?? 'F';
  const credibility = 1 + (row.n % 6);
  const figure = tollOf(row);
  const [killed] =
    figure === undefined
      ? []
      : summariseTolls([
          {
            ...{ id: claimId, credibility, reliability, originKey: null },
            ...{ supersededById: null, deniedById: null, tolls: [figure] },
          },
        ]);
  const grade = figure === undefined ? undefined : gradeText(reliability, credibility);
  const { earliest, latest } = edtfBounds(row.date);
  out.record(
    'incident',
    {
      ...{ title: row.title, summary: row.summary },
      ...{ event_type: row.type, sub_event_type: row.subType },
      disorder_type: disorderOf(row.type, row.subType),
      ...{ date_edtf: row.date, date_earliest: earliest, date_latest: latest },
      ...{ place_words: place.name, latitude: row.lat, longitude: row.lon },
      geo_level: (['settlement', 'near', 'region'] as const)[row.geoPrecision - 1],
      ...{ country: country.code, admin1: place.admin1, admin2: place.admin2 },
      status: statuses[row.n % statuses.length],
      external_key: `ACLED:${country.code}${row.n + 1}`,
    },
    {
      pk,
      toll_json: killed === undefined ? null : JSON.stringify([killed]),
      killed_low: killed?.low ?? null,
      killed_high: killed?.high ?? null,
      killed_given: killed === undefined ? 0 : 1,
      best_grade: grade ?? null,
      grade_rank: grade === undefined ? null : gradeRank(reliability, credibility),
      best_credibility: figure === undefined || credibility === 6 ? null : credibility,
      place_label: place.name,
      ...{ title_key: fold(row.title), place_key: foldedOnce(place.name) },
    },
    incidentId,
  );
  for (const { actor, role } of row.actors) {
    const ends = { kind: 'actor-incident', from_id: cast.actors[actor], to_id: incidentId };
    out.record('link', { ...ends, role });
  }
  const statement = toll === undefined ? '' : `${toll.low} dead`;
  if (figure !== undefined) {
    const ends = { incident_id: incidentId, source_id: cast.sources[row.source] };
    out.record('claim', { ...ends, statement, credibility }, {}, claimId);
    writeDocument(out, 'claim', claimId, '', statement);
    out.record('toll', { claim_id: claimId, ...figure });
  }
  const tag = cast.tags[row.n % 97];
  if (tag !== undefined) {
    out.record('tagging', { tag_id: tag, target_table: 'incident', target_id: incidentId });
  }
  const { lat, lon } = row;
  out.insert(
    'incident_rtree',
    ['pk', 'min_lat', 'max_lat', 'min_lon', 'max_lon'],
    [pk, ...[lat, lat, lon, lon]],
  );
  const names = row.actors.map(({ actor }) => foldedOnce(world.actors[actor]?.name ?? ''));
  out.insert(
    'incident_fts',
    ['rowid', ...incidentTextColumns],
    [
      ...[pk, fold(row.title), fold(row.summary)],
      [place.name, place.admin1, place.admin2, country.code].map(foldedOnce).join(' \n '),
      names.join(' \n '),
      figure === undefined ? '' : foldedOnce(`${statement}  `),
      '',
      figure === undefined ? '' : foldedOnce(`${world.sources[row.source]} `),
    ],
  );
}

/** Writes a case of that many incidents at a path where nothing is. */
export function writeLargeCase(path: string, count: number): void {
  const title = `${count} invented incidents`;
  const options = { author: analyst, now: tickingClock() };
  closeCase(createCase(path, { title, invented: true, tlp: 'CLEAR' }, options));
  const out = new CaseWriter(path);
  const cast = writeCast(out);
  let pk = 0;
  for (const row of largeRows(count)) {
    pk += 1;
    writeIncident(out, pk, row, cast);
    if (pk % rowsPerAction === 0) out.settle(`incidents to ${pk}`);
  }
  if (pk % rowsPerAction !== 0) out.settle(`incidents to ${pk}`);
  out.close();
}

/** Path of a closed case with that many incidents; made the first time. Copy it before writing to it. */
export function largeCase(count: number): string {
  return kept(`large-${version}-${count}.cairn`, (path) => writeLargeCase(path, count));
}

/** Makes a file under a passing name, so that one half made is never taken for whole. */
function kept(name: string, make: (path: string) => void): string {
  const path = join(cacheFolder, name);
  if (existsSync(path)) return path;
  mkdirSync(cacheFolder, { recursive: true });
  const passing = join(cacheFolder, `${process.pid}-${name}`);
  for (const suffix of ['', '-wal', '-shm']) rmSync(passing + suffix, { force: true });
  make(passing);
  renameSync(passing, path);
  return path;
}

const acledHeader =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';

const cell = (value: string | number): string => {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

function acledLine(row: LargeRow): string {
  const { country, place } = row;
  const { actors, sources } = largeWorld();
  const name = (at: number) => actors[row.actors[at]?.actor ?? -1]?.name ?? '';
  return [
    ...[`${country.code}${row.n + 1}`, row.day, row.day.slice(0, 4), row.timePrecision],
    ...[disorderOf(row.type, row.subType) ?? '', row.type, row.subType],
    ...[name(0), name(2), '', name(1), name(3), '', '', ''],
    ...[country.number, '', country.name, place.admin1, place.admin2, '', place.name],
    ...[row.lat, row.lon, row.geoPrecision, sources[row.source] ?? '', 'National', row.summary],
    ...[row.toll?.low ?? 0, '', Date.parse(row.day) / 1000 + 86_400],
  ]
    .map(cell)
    .join(',');
}

/** Writes the first `count` incidents as a file in ACLED's layout, one line each under a header. */
export async function writeAcledFile(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  let text = `${acledHeader}\n`;
  for (const row of largeRows(count)) {
    text += `${acledLine(row)}\n`;
    if (text.length < 1 << 20) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await finished(file);
}

/** Sizes to measure, from CAIRN_BENCH_SIZES; 10 000 without. */
export function benchSizes(): readonly number[] {
  return (process.env['CAIRN_BENCH_SIZES'] ?? '10000').split(/\s+/).map(Number);
}
