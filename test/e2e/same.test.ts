/**
 * "Same attack?": a double of Djibo is noticed while it is written and when it is saved, compared,
 * merged and taken back; told apart it is not asked about again; a pack with a double says so. Pictures
 * of the comparison are kept under out/e2e/same for people to look at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from '../../electron/services/act.ts';
import { runtime } from '../../electron/setup/runtime.mjs';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import {
  choose,
  dialog,
  expectVisible,
  fill,
  goTo,
  incidentRow,
  leaveDialogs,
  pick,
  press,
} from '../helpers/hands.ts';
import { bila, laptop, pack } from '../helpers/laptops.ts';

const pictures = join(runtime().appFolder, 'out', 'e2e', 'same');

describe('same attack?', () => {
  let run: RunningApp;
  keepPicturesOfFailures(() => run);
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    run = await launchApp({ args: ['--sample'] });
  });
  afterAll(() => run.close());

  const look = (name: string) => run.page.screenshot({ path: join(pictures, `${name}.png`) });
  const inspector = () => run.page.getByRole('complementary', { name: 'Inspector' });
  const box = () => dialog(run.page, 'Same attack?');

  async function write(title: string) {
    const { page } = run;
    await page.keyboard.press('Control+I');
    const form = page.getByRole('form', { name: 'New incident' });
    await fill(form, 'Title', title);
    await choose(page, form, 'Event type', 'Battles');
    await choose(page, form, 'Kind of date', 'Exactly');
    await fill(form, 'Day', '11 May 2025');
    await pick(page, form, 'Place', 'Djibo', /^Djibo.*Soum/);
    return form;
  }

  test('a double is noticed while it is written, and when it is saved', async () => {
    const form = await write('Djibo: assaut contre le camp militaire');
    await expectVisible(form.getByText(/^Looks like .* you already have:$/));
    await look('1-draft');
    await press(form, /^Save/);
    await expectVisible(run.page.getByText(/^Looks like .* you already have\.$/));
    await look('2-notice');
  });

  test('the notice leads to both side by side, with what agrees and what differs', async () => {
    await press(run.page, 'Compare');
    await expectVisible(box().getByRole('row', { name: /^Date .*Agrees/ }));
    await expectVisible(box().getByRole('row', { name: /^Place .*Agrees/ }));
    await expectVisible(box().getByText(/^Given in neither/));
    await run.page.waitForTimeout(2500);
    await look('3-compare');
  });

  test('by key: merged, with the choice of each part, and taken back', async () => {
    const { page } = run;
    await page.keyboard.press('s');
    await expectVisible(box().getByRole('heading', { name: 'Merge into one incident' }));
    await look('4-merge');
    await page.keyboard.press('Control+Enter');
    await expectVisible(box().getByText('Merged into one incident.'));
    await look('5-merged');
    await page.keyboard.press('Control+Z');
    await expectVisible(box().getByRole('row', { name: /^Date .*Agrees/ }));
    await page.keyboard.press('Escape');
    await box().waitFor({ state: 'detached' });
    await expectVisible(incidentRow(page, /assaut contre le camp militaire/));
  });

  test('a merged incident leads to the one that was kept', async () => {
    const { page } = run;
    await press(inspector(), 'Compare…');
    await expectVisible(box().getByRole('row', { name: /^Date .*Agrees/ }));
    await page.keyboard.press('s');
    await press(box(), /^Merge/);
    await expectVisible(box().getByText('Merged into one incident.'));
    await page.keyboard.press('Escape');
    await incidentRow(page, /assaut contre le camp militaire/).waitFor({ state: 'detached' });
    await expectVisible(inspector().getByText(/merged into this one/));
    await page.getByRole('grid', { name: 'Incidents' }).focus();
    await page.keyboard.press('Control+Z');
    await expectVisible(incidentRow(page, /assaut contre le camp militaire/));
  });

  test('two attacks: not asked again', async () => {
    const { page } = run;
    await incidentRow(page, /assaut contre le camp militaire/).click();
    await press(inspector(), 'Compare…');
    const lines = box().getByRole('navigation', { name: 'Pairs to compare' }).getByRole('button');
    await expectVisible(lines);
    const count = await lines.count();
    for (let n = 0; n < count; n += 1) {
      await expectVisible(box().getByRole('row', { name: /^Date/ }));
      await page.keyboard.press('d');
      await expectVisible(box().getByText(`${n + 1} decided`, { exact: false }));
    }
    await expectVisible(box().getByText('All pairs have been looked at'));
    await look('6-finished');
    await press(box(), 'Close');
    await inspector().getByRole('button', { name: 'Compare…' }).waitFor({ state: 'detached' });
    await press(page, /^Same attack\?/);
    await expectVisible(
      box()
        .getByText('Nothing looks like one attack told twice')
        .or(box().getByRole('navigation', { name: 'Pairs to compare' })),
    );
    await expect.poll(() => box().getByText('assaut contre le camp militaire').count()).toBe(0);
    await look('7-whole-case');
    await leaveDialogs(page);
  });

  test('a pack with a double says so before and after the import', async () => {
    const { page } = run;
    const colleague = laptop(bila, 5);
    act(colleague.session, { kind: 'create', title: '' }, (tx) =>
      tx.insert('incident', {
        title: 'Attaque complexe contre le détachement militaire de Djibo, province du Soum',
        date_edtf: '2025-05-11',
        place_words: 'Djibo',
        latitude: 14.1,
        longitude: -1.63,
        geo_level: 'settlement',
        country: 'BF',
        event_type: 'Battles',
      }),
    );
    const path = await pack(colleague, 'double');
    await goTo(page, 'Exchange');
    await run.answerDialogs(path);
    await press(page, /Choose (a|another) pack…/);
    await expectVisible(page.getByRole('heading', { name: /^Looks like one of yours/ }));
    await look('8-preview');
    await press(page, /^Import \d+ records?$/);
    await press(page, /^Compare \d+ pairs?$/);
    await expectVisible(box().getByRole('row', { name: /^Date .*Agrees/ }));
    await page.keyboard.press('p');
    await expectVisible(box().getByText(/Linked as possibly the same/));
    await leaveDialogs(page);
    colleague.close();
  });

  test('in French, dark, with long titles, and at twice the size', async () => {
    const { page } = run;
    const set = (patch: Record<string, unknown>) =>
      page.evaluate((values) => {
        const { call } = Reflect.get(window, 'cairn') as {
          call(name: string, args: unknown): Promise<unknown>;
        };
        return call('app/set-settings', values);
      }, patch);
    await set({ language: 'fr', theme: 'dark' });
    await page.reload();
    await page.waitForSelector('html[data-ready="true"]', { state: 'attached' });
    await page.keyboard.press('Alt+1');
    await press(page, /^Même attaque/);
    const french = dialog(page, /Même attaque/);
    await expectVisible(french.getByRole('row', { name: /^Date/ }));
    await page.waitForTimeout(2500);
    await look('9-fr-dark');
    await page.keyboard.press('m');
    await expectVisible(french.getByRole('heading', { name: 'Fusionner en un seul incident' }));
    await look('10-fr-merge');
    await page.keyboard.press('Escape');
    await expectVisible(french.getByRole('row', { name: /^Date/ }));
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 720, height: 450 });
    await page.waitForTimeout(600);
    await look('11-twice-the-size');
    await expectVisible(french.getByRole('row', { name: /^Date/ }));
    await page.keyboard.press('Escape');
  });

  test('nothing complained on the way', () => {
    expect(run.complaints.filter((text) => !text.includes('GL Driver Message'))).toEqual([]);
  });
});
