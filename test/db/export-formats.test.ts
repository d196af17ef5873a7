/** What a case becomes in the formats of other programs, read back with libraries that these use. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { check } from '@placemarkio/check-geojson';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookFile } from '../../electron/files/export/workbook.ts';
import { act } from '../../electron/services/act.ts';
import { ExportSource } from '../../electron/services/export/export-source.ts';
import { writeExport } from '../../electron/services/export/write-export.ts';
import { fillSample } from '../../electron/services/sample.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import type { TlpLabel } from '../../shared/domain/vocabulary.ts';
import { type ExportFormat, exportEndings, exportFormats } from '../../shared/export/formats.ts';
import type { ExportFacts } from '../../shared/export/model.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { fillMixed } from '../helpers/mixed-case.ts';
import { bundleSchema, emptyParts, stixSchemas } from '../helpers/stix-schemas.ts';

let held: TemporaryCase;
let mixed: TemporaryCase;

beforeAll(() => {
  held = temporaryCase();
  fillSample(held.session, 'djibo');
  mixed = temporaryCase();
  fillMixed(mixed.session);
  act(mixed.session, { kind: 'bulk', title: 'x' }, (tx) => {
    const red = { tlp: 'RED' as const };
    const cell = tx.insert('actor', { name: 'Cellule Ombre', ...red });
    const place = tx.insert('place', { name: 'Puits caché', latitude: 1, longitude: 2, ...red });
    const incident = tx.insert('incident', {
      title: '=HYPERLINK("x") by Cellule Ombre',
      summary: 'Told by CELLULE OMBRE & "others" <b>\u0001',
      external_key: 'ACLED:BFO1',
      place_id: place.id,
      latitude: 14.1,
      longitude: -1.63,
      radius_m: 2000,
      date_edtf: '2025-05-11',
      country: 'BF',
    });
    tx.insert('link', {
      ...{ kind: 'actor-incident', from_id: cell.id, to_id: incident.id, role: 'perpetrator' },
    });
    const source = tx.insert('source', { title: 'Source of Cellule Ombre', ...red });
    const claim = tx.insert('claim', { incident_id: incident.id, source_id: source.id });
    tx.insert('toll', { claim_id: claim.id, low: 4711, high: 4711, qualifier: 'exact', ...red });
    const other = tx.insert('claim', { incident_id: incident.id, denied_by_id: cell.id });
    tx.insert('claim_relation', {
      from_claim_id: claim.id,
      to_claim_id: other.id,
      kind: 'supports',
    });
  });
});
afterAll(() => {
  held.close();
  mixed.close();
});

async function exported(of: TemporaryCase, format: ExportFormat, tlpMax: TlpLabel = 'RED') {
  const path = join(of.folder, `${format}-${tlpMax}.${exportEndings[format]}`);
  const request = { format, selection: { what: 'case' as const }, tlpMax, withMark: false };
  return { path, ...(await writeExport(of.session, path, request)) };
}
const json = async (of: TemporaryCase, format: ExportFormat) =>
  JSON.parse(readFileSync((await exported(of, format)).path, 'utf8'));

/** Titles and addresses of sources, and whether RFC 3986 knows the address as one. */
const oddSources = [
  ['cve', 'https://example.org/a[1]', false],
  ['A', 'https://example.org/%zz', false],
  ['B', 'https://example.org/a b', false],
  ['C', 'https://example.org/a#b#c', false],
  ['D', 'https://example.org:8080/%C3%A9/(x)?q=[]', false],
  ['E', 'https://example.org:8080/%C3%A9/(x)?q=a/b?c#d', true],
  ['F', 'http://example.org?q', true],
] as const;

interface StixRead {
  readonly type: string;
  readonly id: string;
  readonly created: string;
  readonly modified?: string;
  readonly source_ref?: string;
  readonly target_ref?: string;
  readonly object_refs?: readonly string[];
}

interface Loose {
  readonly [name: string]: Loose;
}

describe('every format', () => {
  it.each(exportFormats)('%s of an empty case is a file of its kind', async (format) => {
    const empty = temporaryCase();
    expect((await exported(empty, format)).bytes).toBeGreaterThan(0);
    empty.close();
  });

  it.each(exportFormats)('%s names nothing above the ceiling', async (format) => {
    const { path, leftOut, records } = await exported(mixed, format, 'GREEN');
    const bytes = readFileSync(path);
    const texts =
      format === 'xlsx'
        ? workbookText(path)
        : `${bytes.toString('utf8')}${bytes.toString('latin1')}`;
    for (const word of ['Ombre', 'ombre', 'Puits', '4711'])
      expect(texts.includes(word), `${word} in ${format}`).toBe(false);
    if (!['graphml', 'gexf'].includes(format)) {
      expect(leftOut['incident']).toBeGreaterThan(10);
      expect(records['incident']).toBeGreaterThan(10);
    }
  });

  it('a filter that names what stays is blacked out too', async () => {
    const path = join(mixed.folder, 'named.geojson');
    const filter = { text: 'Cellule Ombre' };
    const selection = { what: 'filter' as const, filter, sort: defaultSort };
    const request = { format: 'geojson' as const, selection, tlpMax: 'GREEN' as const };
    await writeExport(mixed.session, path, { ...request, withMark: false });
    expect(readFileSync(path, 'utf8').toLowerCase()).not.toContain('ombre');
  });

  it('a cancelled export leaves the older file and no other', async () => {
    const path = join(held.folder, 'kept.geojson');
    writeFileSync(path, 'older');
    const before = readdirSync(held.folder).toSorted();
    const request = { format: 'geojson' as const, selection: { what: 'case' as const } };
    await expect(
      writeExport(
        held.session,
        path,
        { ...request, tlpMax: 'RED', withMark: false },
        { progress: () => undefined, isCancelled: () => true },
      ),
    ).rejects.toMatchObject({ code: 'call/cancelled' });
    expect(readFileSync(path, 'utf8')).toBe('older');
    expect(readdirSync(held.folder).toSorted()).toEqual(before);
  });

  it('the same case gives the same bytes', async () => {
    for (const format of ['csv', 'geojson', 'kml', 'stix', 'misp', 'geoparquet'] as const) {
      const first = readFileSync((await exported(mixed, format)).path);
      expect(readFileSync((await exported(mixed, format)).path).equals(first)).toBe(true);
    }
  });
});

function workbookText(path: string): string {
  const book = read(readFileSync(path));
  return book.SheetNames.map((name) => utils.sheet_to_csv(book.Sheets[name] ?? {})).join('\n');
}

it('CSV: nothing that a spreadsheet runs, numbers as numbers', async () => {
  const { path } = await exported(mixed, 'csv');
  const rows = parse(readFileSync(path), { columns: true }) as Record<string, string>[];
  const row = rows.find(({ external_key }) => external_key === 'ACLED:BFO1');
  expect(row).toMatchObject({ title: '\'=HYPERLINK("x") by Cellule Ombre', longitude: '-1.63' });
  expect(row?.['attribution']).toContain('ACLED');
});

it('XLSX: sheets with texts as texts, numbers as numbers, no formula', async () => {
  const { path } = await exported(mixed, 'xlsx');
  const book = read(readFileSync(path), { cellFormula: true });
  expect(book.SheetNames).toEqual([
    ...['read me', 'incidents', 'claims', 'actors', 'actors in incidents', 'sources'],
  ]);
  for (const sheet of Object.values(book.Sheets))
    for (const cell of Object.values(sheet)) expect((cell as { f?: string }).f).toBeUndefined();
  const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['incidents'] ?? {});
  const row = rows.find((each) => each['external_key'] === 'ACLED:BFO1');
  expect(row).toMatchObject({ longitude: -1.63, radius_m: 2000, date: '2025-05-11' });
  expect(row?.['title']).toBe('=HYPERLINK("x") by Cellule Ombre');
  const claims = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['claims'] ?? {});
  expect(claims.some((each) => each['low'] === 4711 && each['qualifier'] === 'exact')).toBe(true);
});

it('XLSX: what a sheet cannot hold goes on in a further one; nothing else is left on the disk', () => {
  const path = join(mixed.folder, 'long.xlsx');
  const source = new ExportSource(mixed.session.db, { what: 'case' }, 'RED');
  const facts: ExportFacts = {
    ...{ title: 'A <b> & "c"', filter: null, isPicked: false, tlp: 'RED', tlpMax: 'RED' },
    ...{ asOf: '', author: '', invented: false, incidents: source.ids.length, dataSets: [] },
  };
  const files = () => readdirSync(mixed.folder).toSorted();
  const after = [...files(), 'long.xlsx'].toSorted();
  const file = workbookFile(path, facts, 21);
  for (const page of source.pages()) file.page(page);
  file.end(source.rest());
  file.close();
  expect(files()).toEqual(after);
  const book = read(readFileSync(path));
  expect(book.Props).toMatchObject({ Title: 'A <b> & "c"', Comments: 'TLP:RED' });
  const names = book.SheetNames.filter((name) => name.startsWith('incidents'));
  expect(names.slice(0, 3)).toEqual(['incidents', 'incidents (2)', 'incidents (3)']);
  const ids = names.flatMap((name) =>
    utils.sheet_to_json<{ id: string }>(book.Sheets[name] ?? {}).map(({ id }) => id),
  );
  expect(ids).toEqual(source.ids);
  // one that is given up leaves nothing
  workbookFile(path, facts).close();
  expect(files()).toEqual(after);
});

it('GeoJSON: passes a checker of RFC 7946; no place is a null geometry', async () => {
  for (const of of [held, mixed]) {
    const text = readFileSync((await exported(of, 'geojson')).path, 'utf8');
    expect(check(text)).toMatchObject({ type: 'FeatureCollection' });
  }
  const { features, attribution } = await json(mixed, 'geojson');
  const none = features.filter((each: Loose) => each['geometry'] === null);
  expect(none.length).toBeGreaterThan(0);
  const one = features.find((each: Loose) => each['properties']?.['external_key'] !== null);
  expect(one.geometry).toEqual({ type: 'Point', coordinates: [-1.63, 14.1] });
  expect(attribution).toMatchObject([{ title: 'ACLED', incidents: 1 }]);
});

it('KML: well formed, with a time span and data, nothing to fetch', async () => {
  const { path } = await exported(mixed, 'kml');
  const text = readFileSync(path, 'utf8');
  const names = new Map<string, number>();
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => names.set(name, (names.get(name) ?? 0) + 1));
  parser.write(text).close();
  expect(names.get('Placemark')).toBe((await json(mixed, 'geojson')).features.length);
  expect(text).toContain('<TimeSpan><begin>2025-05-11</begin><end>2025-05-11</end></TimeSpan>');
  expect(text).toContain('<coordinates>-1.63,14.1</coordinates>');
  expect(text).not.toMatch(/<href>|NetworkLink/);
});

describe('STIX 2.1', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const rules = new Map(
    Object.entries(stixSchemas).map(([type, schema]) => [type, ajv.compile(schema)]),
  );

  function keepsRules(bundle: { readonly objects: readonly StixRead[] }) {
    expect(ajv.validate(bundleSchema, bundle), ajv.errorsText()).toBe(true);
    const seen = new Set<string>();
    for (const object of bundle.objects) {
      const valid = rules.get(object.type);
      expect(valid?.(object), `${object.type} ${ajv.errorsText(valid?.errors)}`).toBe(true);
      expect(emptyParts(object), object.type).toEqual([]);
      expect((object.modified ?? object.created) >= object.created).toBe(true);
      expect(seen.has(object.id), object.id).toBe(false);
      seen.add(object.id);
    }
    for (const object of bundle.objects)
      for (const ref of [object.source_ref, object.target_ref, ...(object.object_refs ?? [])])
        if (ref !== undefined) expect(seen.has(ref), `${object.type} to ${ref}`).toBe(true);
  }

  it.each(['sample', 'mixed'])('every object of the %s case keeps the rules', async (name) => {
    keepsRules(await json(name === 'sample' ? held : mixed, 'stix'));
  });

  it('keeps the rules where names and addresses are none of STIX', async () => {
    const odd = temporaryCase();
    act(odd.session, { kind: 'create', title: 'x' }, (tx) => {
      const [cell, front] = ['Cell', 'Front'].map(
        (name) => tx.insert('actor', { name, kind: 'rebel-group' }).id,
      );
      const links = { kind: 'actor-actor', from_id: cell ?? '', to_id: front ?? '' } as const;
      tx.insert('link', { ...links, role: 'part-of' });
      const { id: incident_id } = tx.insert('incident', { title: 'x', external_key: '' });
      const [first, second] = oddSources.map(([title, url]) => {
        const source_id = tx.insert('source', { title, url }).id;
        return tx.insert('claim', { incident_id, source_id, denied_by_id: front ?? null }).id;
      });
      const ends = { from_claim_id: first ?? '', to_claim_id: second ?? '' };
      tx.insert('claim_relation', { ...ends, kind: 'contradicts' });
    });
    const bundle = await json(odd, 'stix');
    odd.close();
    keepsRules(bundle);
    const { external_references: told } = bundle.objects.find(
      ({ type }: StixRead) => type === 'incident',
    );
    expect(told).toEqual(
      oddSources.map(([title, url, isUrl]) => ({
        ...{ source_name: title === 'cve' ? 'CVE' : title, description: 'source' },
        ...(isUrl ? { url } : {}),
      })),
    );
  });

  it('has every kind of object, under the labels of TLP 2.0', async () => {
    const { objects } = await json(held, 'stix');
    const types = new Set(objects.map(({ type }: Loose) => type));
    for (const type of ['incident', 'threat-actor', 'identity', 'location', 'report', 'note'])
      expect(types.has(type as never), type).toBe(true);
    const all = (await json(mixed, 'stix')).objects;
    const used = new Set(all.flatMap(({ object_marking_refs: refs }: Loose) => refs ?? []));
    const labels = all.filter(({ type }: Loose) => (type as unknown) === 'marking-definition');
    expect([...used].toSorted()).toEqual(labels.map(({ id }: Loose) => id).toSorted());
    expect(used).toContain('marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421');
  });

  it('refuses what the rules forbid, or the rules would prove nothing', () => {
    const incident = rules.get('incident');
    expect(incident?.({ type: 'incident', id: 'incident--1', name: '' })).toBe(false);
    const place = rules.get('location');
    const base = { type: 'location', spec_version: '2.1', created: '2025-01-01T00:00:00.000Z' };
    const id = 'location--94868c89-83c2-464b-929b-a1a8aa3c8487';
    const whole = { ...base, id, modified: base.created };
    expect(place?.({ ...whole, name: 'Sollé' })).toBe(false);
    expect(place?.({ ...whole, latitude: 1 })).toBe(false);
    expect(place?.({ ...whole, country: 'BF' })).toBe(true);
  });
});

it('MISP: one event each, ids that stay, numbers as texts, labels as tags', async () => {
  const { response } = await json(mixed, 'misp');
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const seen = new Set<string>();
  for (const { Event } of response) {
    expect(Event).toMatchObject({ threat_level_id: '4', distribution: '0', published: false });
    expect(Event.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(Event.Tag[0].name).toMatch(/^tlp:(clear|green|amber|amber\+strict|red)$/);
    const parts = [Event, ...Event.Attribute, ...Event.Object];
    for (const part of [...parts, ...Event.Object.flatMap(({ Attribute }: Loose) => Attribute)]) {
      expect(part.uuid).toMatch(uuid);
      expect(seen.has(part.uuid), part.uuid).toBe(false);
      seen.add(part.uuid);
      expect(part.timestamp).toMatch(/^\d+$/);
      if (part.value !== undefined) expect(typeof part.value).toBe('string');
    }
    const names = Event.Object.map(({ name }: Loose) => name);
    expect(names[0]).toBe('event');
  }
});

it('GeoParquet: rows, points as WKB, metadata of version 1.1 with a box', async () => {
  const { path, records } = await exported(mixed, 'geoparquet');
  const file = await asyncBufferFromFile(path);
  const { key_value_metadata: pairs } = await parquetMetadataAsync(file);
  const geo = JSON.parse(pairs?.find(({ key }) => key === 'geo')?.value ?? '{}');
  expect(geo).toMatchObject({ version: '1.1.0', primary_column: 'geometry' });
  const { encoding, bbox } = geo.columns.geometry;
  expect(encoding).toBe('WKB');
  expect(bbox[0]).toBeCloseTo(-2.42);
  const rows = await parquetReadObjects({ file });
  expect(rows.length).toBe(records['incident']);
  const row = rows.find((each) => each['external_key'] === 'ACLED:BFO1');
  expect(row).toMatchObject({
    ...{ latitude: 14.1, longitude: -1.63, invented: false, country: 'BF' },
    // hyparquet reads WKB by that metadata
    geometry: { type: 'Point', coordinates: [-1.63, 14.1] },
    bbox: { xmin: -1.63, ymin: 14.1, xmax: -1.63, ymax: 14.1 },
  });
  expect(rows.some((each) => each['geometry'] === null)).toBe(true);
});

it('GeoParquet: rows and sums by country are those of the case', async () => {
  const { path } = await exported(mixed, 'geoparquet');
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
  const sums = new Map<string, [number, number, number]>();
  for (const { country, killed_low, latitude } of rows) {
    const [count, killed, points] = sums.get(String(country)) ?? [0, 0, 0];
    const more = [Number(killed_low ?? 0), latitude === null ? 0 : 1] as const;
    sums.set(String(country), [count + 1, killed + more[0], points + more[1]]);
  }
  const told = mixed.session.db
    .prepare(
      `SELECT country, count(*), coalesce(sum((
         SELECT sum(value ->> 'low') FROM json_each(toll_json) WHERE value ->> 'outcome' = 'killed'
       )), 0), count(latitude) FROM incident WHERE deleted_at IS NULL GROUP BY country`,
    )
    .raw()
    .all() as [string | null, number, number, number][];
  expect(new Map(told.map(([country, ...rest]) => [String(country), rest]))).toEqual(sums);
  expect(told.some(([, , killed]) => killed > 0)).toBe(true);
});

it('GEXF: the network can be read, and places are not made up', async () => {
  const text = readFileSync((await exported(held, 'gexf')).path, 'utf8');
  const { records } = await exported(held, 'gexf');
  expect(text.match(/<node id=/g)?.length).toBe(records['actor']);
  expect(text).not.toContain('viz:position');
});
