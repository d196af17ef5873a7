// @ts-check
/**
 * Builds the offline gazetteer:
 *   node electron/setup/gazetteer/build.mjs --out FILE [--map DIR]
 * The result is read-only data, safe to delete and rebuild; electron/db/gazetteer reads it.
 */
import { readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import KDBush from 'kdbush';
import { fold } from './fold.mjs';
import { readAdminFile, readAdminNames, readPlaces } from './sources.mjs';

/** Rises when tables or their meaning change; electron/db/gazetteer/open.ts refuses other versions. */
const formatVersion = 1;
/** `CGAZ` in ASCII. */
const applicationId = 0x4347415a;

const schema = `
create table meta (key text primary key, value text not null) strict, without rowid;
create table place (
  id integer primary key,
  key text not null,
  name text not null,
  alternates text not null,
  lat real not null,
  lon real not null,
  feature text not null,
  cc text not null,
  admin1 text not null,
  admin2 text not null,
  region text not null,
  population integer not null,
  level text not null,
  radius_m integer
) strict;
create virtual table place_words using fts5 (
  words, content = '', detail = none, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
create table admin_name (code text primary key, name text not null) strict, without rowid;
create table area (
  id integer primary key,
  code text not null,
  cc text not null,
  level text not null,
  name text not null,
  name_en text not null,
  name_fr text not null,
  name_ar text not null,
  region text not null,
  shape blob not null
) strict;
create virtual table area_box using rtree (id, west, east, south, north);
create table packed (name text primary key, data blob not null) strict;
`;

/** @param {import('better-sqlite3').Database} db @param {any} header @param {Buffer} blocks */
function insertAreas(db, header, blocks) {
  const area = db.prepare('insert into area values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const box = db.prepare('insert into area_box values (?, ?, ?, ?, ?)');
  header.areas.forEach((/** @type {any} */ row, /** @type {number} */ index) => {
    const [at, length] = row.block;
    const names = [row.name, row.en, row.fr, row.ar];
    const shape = blocks.subarray(at, at + length);
    area.run(index + 1, row.code, row.cc, row.level, ...names, row.region, shape);
    const [west, south, east, north] = row.box;
    box.run(index + 1, west, east, south, north);
  });
}

/** @param {import('better-sqlite3').Database} db @param {readonly import('./sources.mjs').PlaceRow[]} places */
function insertPlaces(db, places) {
  const insert = db.prepare('insert into place values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const index = db.prepare('insert into place_words (rowid, words) values (?, ?)');
  const settlements = places.flatMap((place, at) => (place.level === 'settlement' ? [at + 1] : []));
  const nearest = new KDBush(settlements.length);
  /** @type {string[]} */
  const names = [];
  places.forEach((place, position) => {
    const id = position + 1;
    const folded = fold(place.name);
    const others = place.alternates.filter((other) => other !== place.name);
    insert.run(
      ...[
        id,
        place.key,
        place.name,
        others.join('|'),
        place.lat,
        place.lon,
        place.feature,
        place.cc,
      ],
      ...[place.admin1, place.admin2, place.region, place.population, place.level, place.radiusM],
    );
    // The country is a word of its own, so that a search within countries stays inside the index.
    const words = new Set([folded, ...others.map(fold), `ccx${place.cc.toLowerCase()}`]);
    index.run(id, [...words].join(' '));
    names.push(folded);
    if (place.level === 'settlement') nearest.add(place.lon, place.lat);
  });
  nearest.finish();
  const packed = db.prepare('insert into packed values (?, ?)');
  packed.run('names', Buffer.from(names.join('\n')));
  packed.run('nearest', Buffer.from(nearest.data));
  packed.run('nearest-ids', Buffer.from(Int32Array.from(settlements).buffer));
}

/** @param {string} out @param {string} mapFolder */
function build(out, mapFolder) {
  const started = Date.now();
  const temporary = `${out}.part`;
  rmSync(temporary, { force: true });
  const { header, blocks } = readAdminFile(mapFolder);
  const crosswalk = JSON.parse(readFileSync(path.join(mapFolder, 'burkina-faso.json'), 'utf8'));
  const places = readPlaces(header, crosswalk);
  const db = new Database(temporary);
  db.pragma('page_size = 8192');
  db.pragma('journal_mode = off');
  db.pragma('synchronous = off');
  db.pragma('cache_size = -200000');
  db.exec(schema);
  // Collect words in memory and merge once at the end: half the time of the default.
  db.exec("insert into place_words (place_words, rank) values ('hashsize', 134217728)");
  db.transaction(() => {
    const meta = db.prepare('insert into meta values (?, ?)');
    meta.run('attribution', 'GeoNames (CC BY 4.0), Natural Earth');
    meta.run('places', String(places.length));
    insertAreas(db, header, blocks);
    insertPlaces(db, places);
    const name = db.prepare('insert or ignore into admin_name values (?, ?)');
    for (const row of readAdminNames()) name.run(row.code, row.name);
    db.exec("insert into place_words (place_words) values ('optimize')");
  })();
  db.exec('create index place_key on place (key); analyze;');
  db.pragma(`application_id = ${applicationId}`);
  db.pragma(`user_version = ${formatVersion}`);
  db.close();
  renameSync(temporary, out);
  const size = (statSync(out).size / 1e6).toFixed(1);
  console.log(
    `gazetteer: ${places.length} places, ${size} MB, ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
}

const { values } = parseArgs({ options: { out: { type: 'string' }, map: { type: 'string' } } });
if (values.out === undefined) {
  console.error('Usage: node electron/setup/gazetteer/build.mjs --out FILE [--map DIR]');
  process.exitCode = 2;
} else {
  const folder = fileURLToPath(new URL('../../../resources/map', import.meta.url));
  build(path.resolve(values.out), values.map ?? folder);
}
