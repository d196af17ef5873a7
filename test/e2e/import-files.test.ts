/** Maps, bundles and events by the import screen, by keyboard alone: looked at, imported, taken back. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { expectVisible, goTo } from '../helpers/hands.ts';
import { zipOf } from '../helpers/zip-of.ts';

const kml =
  '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>' +
  '<NetworkLink><Link><href>http://example.invalid/x.kml</href></Link></NetworkLink>' +
  '<Placemark><name>Post on the hill</name><TimeSpan><begin>2025-05-11</begin></TimeSpan><Point><coordinates>-1.6,14.1</coordinates></Point></Placemark>' +
  '<Placemark><name>Nowhere</name><Point><coordinates>no,no</coordinates></Point></Placemark>' +
  '</Document></kml>';
const geojson = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [-1.63, 14.1] },
      properties: { name: 'Raid at dawn', quand: '2025-05-12', colour: 'red' },
    },
    {
      type: 'Feature',
      geometry: null,
      properties: { name: 'Known by numbers', quand: '2025-05-13', lat: 13.5, lon: -2 },
    },
  ],
};
const id = (type: string, n: number) => `${type}--5e57c739-391a-4eb3-b6be-7d15ca92d5e${n}`;
const stix = {
  type: 'bundle',
  id: id('bundle', 0),
  objects: [
    { type: 'incident', id: id('incident', 1), name: 'Attack on a convoy' },
    { type: 'intrusion-set', id: id('intrusion-set', 2), name: 'Group of the Hills' },
    {
      ...{ type: 'relationship', id: id('relationship', 3), relationship_type: 'attributed-to' },
      ...{ source_ref: id('incident', 1), target_ref: id('intrusion-set', 2) },
    },
    { type: 'malware', id: id('malware', 4), name: 'Rat' },
  ],
};
const misp = {
  Event: {
    ...{ uuid: '5e57c739-391a-4eb3-b6be-7d15ca92d5ef', info: 'Bridge destroyed' },
    date: '2025-05-14',
    Attribute: [{ type: 'ip-dst', value: '192.0.2.1' }],
  },
};

describe('importing maps, bundles and events', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
    await goTo(run.page, 'Exchange');
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  /** Goes on with Tab until a button of this name is reached, and presses Enter. */
  async function enter(name: string, scope: Page | Locator = run.page): Promise<void> {
    const { page } = run;
    const wanted = scope.getByRole('button', { name, exact: true }).first();
    await wanted.waitFor({ state: 'visible' });
    for (let step = 0; step < 120; step += 1) {
      const isThere = await wanted.evaluate((element) => element === document.activeElement);
      if (isThere) {
        await page.keyboard.press('Enter');
        return;
      }
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached “${name}”.`);
  }

  async function show(name: string, content: string | Buffer): Promise<void> {
    const path = join(run.folder, name);
    writeFileSync(path, content);
    await run.answerDialogs(path);
    const first = run.page.getByRole('button', { name: 'Choose a file…', exact: true });
    await enter((await first.count()) > 0 ? 'Choose a file…' : 'Choose another file…');
  }

  async function take(): Promise<void> {
    await enter('Import');
    await expectVisible(run.page.getByText('Imported.', { exact: true }));
  }

  test('GeoJSON: what its properties mean is set, and what comes in is told', async () => {
    const { page } = run;
    await show('raids.geojson', JSON.stringify(geojson));
    await expectVisible(page.getByText(/Recognised as GeoJSON/));
    await expectVisible(page.getByText('What comes in: 2 incidents.'));
    await page.getByRole('button', { name: /quand$/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Date');
    await page.keyboard.press('Enter');
    await expectVisible(page.getByText('12 May 2025'));
    await take();
    await expectVisible(page.getByText('2 added', { exact: true }));
    await enter('Undo this import');
    await enter('Undo this import', page.getByRole('alertdialog'));
    await expectVisible(page.getByText('taken back', { exact: true }));
  });

  test('KML and KMZ: links are left alone, a place without numbers is told of', async () => {
    const { page } = run;
    await show('posts.kml', kml);
    await expectVisible(page.getByText(/It links to other files \(1\)/));
    await expectVisible(page.getByText(/comes in without a point on the map/));
    await enter('Close');
    await show('posts.kmz', await zipOf({ 'doc.kml': kml }));
    await expectVisible(page.getByRole('heading', { name: 'KML map: posts.kmz' }));
    await take();
  });

  test('STIX: what has no place here is counted, and named by the check', async () => {
    const { page } = run;
    await show('bundle.json', JSON.stringify(stix));
    await expectVisible(page.getByText('What comes in: 1 incident · 1 actor.'));
    await expectVisible(page.getByRole('row', { name: 'malware 1 1' }));
    await enter('Check the whole file');
    await expectVisible(page.getByText('Nothing was written. The import would do this:'));
    await page.getByText('Remarks (the first 1)').click();
    await expectVisible(page.getByText(/object “malware Rat”/));
    await take();
  });

  test('MISP, and a map with nothing in it', async () => {
    const { page } = run;
    await show('event.json', JSON.stringify(misp));
    await expectVisible(page.getByRole('row', { name: 'attribute ip-dst 1 1' }));
    await take();
    await show('none.geojson', '{"type":"FeatureCollection","features":[]}');
    await expectVisible(page.getByText('This map holds nothing.'));
    expect(run.complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });
});
