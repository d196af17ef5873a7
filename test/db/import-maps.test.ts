/** Maps of others in earnest: KMZ, maps without places, properties with meanings, rows of data sets in them. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countLicensed } from '../../electron/db/queries/licensed-incidents.ts';
import { listRecords } from '../../electron/db/queries/records.ts';
import { listBatches } from '../../electron/services/batches.ts';
import { previewTable, workOnTable } from '../../electron/services/bulk/table-tasks.ts';
import { checkCase } from '../../electron/services/check.ts';
import { writeExport } from '../../electron/services/export/write-export.ts';
import { undoBatch } from '../../electron/services/undo-batch.ts';
import { exportEndings } from '../../shared/export/formats.ts';
import type { TableMapping } from '../../shared/import/table-fields.ts';
import { acledRow, writeAcled } from '../helpers/acled-file.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { laptop } from '../helpers/laptops.ts';
import { rawZip } from '../helpers/raw-zip.ts';
import { zipOf } from '../helpers/zip-of.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => {
  expect(checkCase(held.session).problems).toEqual([]);
  held.close();
});

const quiet = { progress: () => undefined, isCancelled: () => false };

function put(name: string, content: unknown): string {
  const path = join(held.folder, name);
  const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
  writeFileSync(path, isRaw ? (content as string) : JSON.stringify(content));
  return path;
}

/** As the screen does it: looked at, then imported with the meanings that were shown. */
async function take(
  path: string,
  { into = held, change }: { into?: Pick<TemporaryCase, 'session'>; change?: TableMapping } = {},
) {
  const { mapping } = await previewTable({ path });
  const work = { what: 'import' as const, path, mapping: change ?? mapping };
  return workOnTable(into.session, { ...work, ...quiet });
}
const incidents = () =>
  listRecords(held.session.db, 'incident').filter(({ deleted_at }) => deleted_at === null);

const placemark = (name: string, point: string) =>
  `<Placemark><name>${name}</name><Point><coordinates>${point}</coordinates></Point></Placemark>`;
const kml = (inner: string) =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`;

describe('KMZ', () => {
  it('is read as the KML in it, under its own name, once and undone', async () => {
    const map = kml(placemark('Post', '-1.6,14.1'));
    vi.stubEnv('TMPDIR', held.folder);
    const path = put('posts.kmz', await zipOf({ 'files/icon.png': 'x', 'doc.kml': map }));
    expect(await previewTable({ path })).toMatchObject({ format: 'kml', fileName: 'posts.kmz' });
    const { batch } = await take(path);
    expect(incidents()).toMatchObject([{ title: 'Post', latitude: 14.1 }]);
    expect(await take(path)).toMatchObject({ added: 0, unchanged: 1 });
    undoBatch(held.session, batch ?? '');
    expect(incidents()).toEqual([]);
    // a zip that nobody calls KMZ is one all the same
    const other = put('posts.zip', await zipOf({ 'a/map.kml': map }));
    expect(await previewTable({ path: other })).toMatchObject({ format: 'kml' });
    expect(readdirSync(held.folder).filter((name) => name.startsWith('cairn-kmz-'))).toEqual([]);
    vi.unstubAllEnvs();
  });

  const map = kml('');
  it.each([
    ['zip-unsafe', rawZip([{ name: '../doc.kml', data: map }])],
    ['zip-unsafe', rawZip([{ name: 'a\\doc.kml', data: map }])],
    ['zip-unsafe', rawZip([{ name: 'doc.kml', data: '/etc/passwd', mode: 0o120777 }])],
    [
      'zip-unsafe',
      rawZip([
        { name: 'doc.kml', data: map },
        { name: 'DOC.KML', data: map },
      ]),
    ],
    ['zip-bomb', rawZip([{ name: 'doc.kml', data: Buffer.alloc(5_000_000), deflate: true }])],
    [
      'zip-broken',
      rawZip([
        { name: 'doc.kml', data: map },
        { name: 'b.kml', data: map, sharesDataOf: 0 },
      ]),
    ],
    ['zip-broken', rawZip([{ name: 'doc.kml', data: map }]).subarray(0, 60)],
    ['kmz-empty', rawZip([{ name: 'readme.txt', data: 'x' }])],
  ])('a hostile or useless one is refused (%s)', async (reason, content) => {
    const path = put('x.kmz', content);
    await expect(previewTable({ path })).rejects.toMatchObject({ details: { reason } });
  });
});

describe('maps without places', () => {
  it('a map with nothing in it is refused', async () => {
    for (const path of [
      put('a.kml', kml('')),
      put('a.geojson', { type: 'FeatureCollection', features: [] }),
    ]) {
      await expect(previewTable({ path })).rejects.toMatchObject({
        details: { reason: 'no-features' },
      });
    }
  });

  it('placemarks whose coordinates are words say so, each', async () => {
    const path = put('bad.kml', kml(placemark('A', 'no,no') + placemark('B', 'here')));
    const { rows } = await previewTable({ path });
    for (const { issues } of rows) {
      expect(issues.map(({ code }) => code)).toContain('point-missing');
    }
    expect(await take(path)).toMatchObject({ added: 2 });
  });
});

describe('properties', () => {
  const point = { type: 'Point', coordinates: [-1.63, 14.1] };
  const feature = (properties: unknown, geometry: unknown = point) => ({
    ...{ type: 'Feature', geometry, properties },
  });
  const file = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

  it('have meanings that the analyst sets; what is drawn with is left out', async () => {
    const path = put(
      'm.geojson',
      file(
        feature({ name: 'Raid', quand: '2025-05-11', tues: '12', wer: 'Hills', stroke: 'red' }),
        feature({ name: 'Sortie', quand: '2025-05-12', lat: 13, lon: -2 }, null),
      ),
    );
    const { columns, mapping, contents } = await previewTable({ path });
    expect(columns).toEqual(['name', 'quand', 'tues', 'wer', 'stroke', 'lat', 'lon']);
    expect(mapping.columns).toEqual([
      ...['title', 'keep', 'fatalities', 'keep', 'skip', 'latitude', 'longitude'],
    ]);
    expect(contents).toMatchObject({ ours: 0, byTable: { incident: 2, claim: 1 } });
    expect(contents?.kinds).toEqual([
      { kind: 'Point', count: 1, leftOut: 0 },
      { kind: 'none', count: 1, leftOut: 0 },
    ]);
    const set: TableMapping = {
      ...mapping,
      columns: ['title', 'date', 'fatalities', 'perpetrator', 'skip', 'latitude', 'longitude'],
    };
    expect(await take(path, { change: set })).toMatchObject({ added: 2, failed: 0, warnings: 0 });
    expect(incidents()).toMatchObject([
      { title: 'Raid', date_edtf: '2025-05-11', latitude: 14.1 },
      { title: 'Sortie', date_edtf: '2025-05-12', latitude: 13, longitude: -2 },
    ]);
    expect(listRecords(held.session.db, 'link')).toMatchObject([{ role: 'perpetrator' }]);
    expect(listRecords(held.session.db, 'toll')).toMatchObject([{ low: 12, high: 12 }]);
  });

  it('of ACLED are read as ACLED, with its terms', async () => {
    const path = put('acled.geojson', file(feature(acledRow('BFO1')), feature(acledRow('BFO2'))));
    expect(await previewTable({ path })).toMatchObject({ preset: 'acled', format: 'geojson' });
    await take(path);
    expect(incidents()[0]?.external_key).toBe('ACLED:BFO1');
    expect(listBatches(held.session.db)[0]?.attribution).toBe('ACLED, acleddata.com');
    expect(countLicensed(held.session.db, { filter: {} })).toEqual({ ACLED: 2 });
  });
});

describe('rows of a data set that went out and come back', () => {
  it.each(['geojson', 'kml', 'stix', 'misp'] as const)(
    '%s: stay those of ACLED',
    async (format) => {
      const other = laptop();
      await take(writeAcled(join(other.folder, 'a.csv'), [acledRow('BFO1')]), { into: other });
      const path = join(other.folder, `x.${exportEndings[format]}`);
      const selection = { what: 'case' as const };
      const request = { format, selection, tlpMax: 'RED' as const, withMark: false };
      await writeExport(other.session, path, request);
      await take(path);
      const { db } = held.session;
      expect(countLicensed(db, { filter: {} })).toEqual({ ACLED: 1 });
      expect(listBatches(db)[0]).toMatchObject({ format, attribution: 'ACLED, acleddata.com' });
      // and once more from there
      const again = join(held.folder, `y.${exportEndings[format]}`);
      await writeExport(held.session, again, request);
      const third = temporaryCase();
      await take(again, { into: third });
      expect(countLicensed(third.session.db, { filter: {} })).toEqual({ ACLED: 1 });
      // at home it is known again
      expect(await take(path, { into: other })).toMatchObject({ added: 0 });
      third.close();
      other.close();
    },
  );
});
