/** Places by a click on the map and places of one's own, in the real window with the real gazetteer. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { dialog, expectVisible, fill, incidentRow, pick, press } from '../helpers/hands.ts';

interface Row {
  readonly latitude: number;
  readonly longitude: number;
  readonly admin2: string;
  readonly geoLevel: string;
  readonly place: string | null;
}

describe('the place of an incident', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp();
    await run.answerDialogs(join(run.folder, 'Places.cairn'));
    await press(run.page, /^New case/);
    const box = dialog(run.page, 'New case');
    await fill(box, 'Title of the case', 'Places');
    await box.getByRole('button', { name: 'Choose where to keep it…' }).click();
    await expectVisible(run.page.getByText('No incidents yet'));
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  async function newIncident(title: string) {
    await run.page.keyboard.press('Control+i');
    const form = run.page.getByRole('form', { name: 'New incident' });
    await fill(form, 'Title', title);
    return form;
  }

  async function stored(words: string): Promise<Row> {
    return run.page.evaluate(async (text) => {
      const { call } = Reflect.get(window, 'cairn') as {
        call(name: string, args: unknown): Promise<string>;
      };
      const sort = { key: 'date', direction: 'ascending' };
      const answer = await call('view/answer', { filter: { text }, sort, asker: 'test' });
      return (JSON.parse(answer) as { value: { rows: Row[] } }).value.rows[0] as Row;
    }, words);
  }

  test('by a click on the map: the province is found from the point', async () => {
    const { page } = run;
    const form = await newIncident('Clicked somewhere');
    await pick(page, form, 'Place', 'Titao', /^Titao.*Loroum/);
    await press(form, 'Pick on map…');
    const picker = dialog(page, 'Pick the place on the map');
    const canvas = picker.locator('canvas').first();
    await canvas.waitFor();
    const box = await canvas.boundingBox();
    if (!box) throw new Error('The map has no size.');
    await expect
      .poll(
        async () => {
          await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
          return picker.getByRole('button', { name: 'Use this point' }).isEnabled();
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    await expectVisible(picker.getByText(/Loroum/));
    await press(picker, 'Use this point');
    await press(form, /^Save/);
    await expectVisible(incidentRow(page, /Clicked somewhere/));
    const row = await stored('Clicked');
    expect(row.admin2).toContain('Loroum');
    expect(row.latitude).toBeCloseTo(13.77, 0);
  });

  test('of one’s own, in no list, with the precision of its province', async () => {
    const { page } = run;
    const form = await newIncident('Deaths at a village in no list');
    await pick(page, form, 'Place', 'Sollé', /^Add “Sollé”/);
    const box = dialog(page, 'Add a place');
    await pick(page, box, 'Province, region or country', 'Loroum', /^Loroum/);
    await press(box, 'Add this place');
    await box.waitFor({ state: 'detached' });
    await press(form, /^Save/);
    await expectVisible(incidentRow(page, /village in no list.*Sollé/));
    await expect
      .poll(() => stored('village'))
      .toMatchObject({ place: 'Sollé', geoLevel: 'district' });
    // it is found by name for the next incident
    const next = await newIncident('A second one there');
    await pick(page, next, 'Place', 'Solle', /^Sollé/);
    await press(next, /^Save/);
    await expectVisible(incidentRow(page, /second one there.*Sollé/));
  });
});
