/** The map over time and by areas: played with the timeline, kept in saved views, filtered without a pointer. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { choose, dialog, expectVisible, fill, leaveDialogs, press } from '../helpers/hands.ts';
import { copyOfLargeCase, manyIncidents } from '../helpers/large-case.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

const incidents = manyIncidents(3000);
/** A crowded machine draws slowly. */
const patient = { timeout: 15_000 };

describe('the map over time and by areas', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-map-time-'));
  let run: RunningApp;
  beforeAll(async () => {
    const path = copyOfLargeCase(folder, incidents);
    run = await launchApp({ args: [path] });
    await run.page.keyboard.press('Alt+2');
    await run.page.waitForSelector('[data-map-state=idle]', { timeout: 60_000 });
  }, 120_000);
  afterAll(async () => {
    await run.close();
    removeFolder(folder);
  });
  keepPicturesOfFailures(() => run);

  const shown = async () =>
    Number(
      (
        (await run.page
          .getByText(/on the map/)
          .first()
          .textContent()) ?? ''
      )
        .replaceAll(',', '')
        .match(/\d+/)?.[0],
    );
  const strip = () => run.page.getByRole('group', { name: 'Period over time' });
  const periodOnMap = async () => (await strip().locator('.map-time-words').textContent()) ?? '';
  const timeline = () => run.page.getByRole('region', { name: 'Timeline', exact: true });

  /** All incidents, on the map, whatever an earlier test left. */
  async function begin(isTimeShown: boolean) {
    const { page } = run;
    await leaveDialogs(page);
    await page.keyboard.press('Alt+2');
    const all = page.getByRole('button', { name: 'Show all', exact: true });
    if (await all.first().isVisible()) await all.first().click();
    await expect.poll(shown, patient).toBe(incidents);
    const button = page.getByRole('button', { name: 'Time on the map' });
    const isOn = (await button.getAttribute('aria-pressed')) === 'true';
    if (isOn !== isTimeShown) await button.click();
  }

  test('played on the map, the period moves on; the timeline shows the same one and stops it', async () => {
    const { page } = run;
    await begin(true);
    await expectVisible(strip().getByText('The whole time'));
    await press(strip(), 'Step and speed');
    await choose(page, dialog(page, 'Step and speed'), 'Speed', 'Four times as fast');
    await choose(page, dialog(page, 'Step and speed'), 'Step', 'A year');
    await page.keyboard.press('Escape');
    await press(strip(), 'Play the period over time');
    const seen = new Set<string>();
    await expect
      .poll(async () => seen.add(await periodOnMap()).size, { timeout: 20_000 })
      .toBeGreaterThan(2);
    await page.keyboard.press('Alt+9');
    await timeline().getByRole('button', { name: 'Stop playing' }).click();
    await expectVisible(timeline().getByRole('button', { name: 'Play the period over time' }));
    // bars are years here: the last one inside the period is told
    const year = await timeline().locator('.timeline-told b').textContent();
    await page.keyboard.press('Alt+2');
    await expectVisible(strip().getByRole('button', { name: 'Play the period over time' }));
    await expect.poll(periodOnMap, patient).toContain(`31 December ${year}`);
    await expect.poll(() => shown()).toBeLessThan(incidents);
  });

  test('a step goes on and back by keyboard; clearing shows all again', async () => {
    const { page } = run;
    await begin(true);
    await press(strip(), 'One step on');
    await expect.poll(periodOnMap, patient).toMatch(/\d{4}/);
    const before = await periodOnMap();
    await strip().getByRole('button', { name: 'One step on' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(periodOnMap, patient).not.toBe(before);
    await press(strip(), 'One step back');
    await expect.poll(periodOnMap, patient).toBe(before);
    await press(strip(), 'Clear the period');
    await expect.poll(shown, patient).toBe(incidents);
  });

  test('a hand on the filter ends the play', async () => {
    const { page } = run;
    await begin(true);
    await page.keyboard.press('Alt+9');
    await timeline().getByRole('button', { name: 'Play the period over time' }).click();
    await timeline().getByRole('button', { name: 'Clear the period' }).click();
    await expectVisible(timeline().getByRole('button', { name: 'Play the period over time' }));
    await page.keyboard.press('Alt+2');
    await expect.poll(shown, patient).toBe(incidents);
  });

  test('where the system asks for less motion, nothing plays by itself', async () => {
    const { page } = run;
    await begin(true);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await strip()
      .getByRole('button', { name: 'Play the period over time' })
      .waitFor({ state: 'detached' });
    await press(strip(), 'One step on');
    await expect.poll(shown, patient).toBeLessThan(incidents);
    await press(strip(), 'Clear the period');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await expect.poll(shown, patient).toBe(incidents);
  });

  test('a saved view keeps where the map stood', async () => {
    const { page } = run;
    const scale = () => page.locator('.map-scale title').textContent();
    const views = () => dialog(page, 'Views');
    await begin(false);
    await press(page, 'Zoom in');
    await press(page, 'Zoom in');
    await page.waitForTimeout(1500);
    const near = await scale();
    await page.keyboard.press('Alt+1');
    await press(page, 'Views');
    await fill(views(), 'Name of the view', 'Close up');
    await page.keyboard.press('Enter');
    await expectVisible(views().getByRole('button', { name: 'Close up', exact: true }));
    await page.keyboard.press('Escape');
    await views().waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+2');
    await press(page, 'Show all incidents');
    await expect.poll(scale, patient).not.toBe(near);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find anything' }).fill('close up');
    await page.getByRole('option', { name: 'Close up' }).first().click();
    await expect.poll(scale, patient).toBe(near);
    await press(page, 'Show all incidents');
    await expect.poll(scale, patient).not.toBe(near);
  });

  test('an area is filtered by a press on it, and by keyboard from the list of areas', async () => {
    const { page } = run;
    await begin(false);
    await page.getByRole('button', { name: /The map shows/ }).click();
    await page.getByRole('option', { name: 'Regions by incidents' }).click();
    const list = page.getByRole('listbox', { name: 'Coloured areas' });
    const first = list.getByRole('option').first();
    await first.waitFor();
    const count = Number((await first.locator('.u-tabular').textContent())?.replace(/\D/g, ''));
    const name = (await first.textContent()) ?? '';
    await first.click();
    await expectVisible(page.getByRole('button', { name: /^Filter by (?!an area|a |what)/ }));
    await page.keyboard.press('Enter');
    await expect.poll(shown, patient).toBeLessThan(incidents);
    // all of them have coordinates, so the map counts what the list did
    await expect.poll(() => shown()).toBe(count);
    await expectVisible(page.getByText(/^Region: /));
    expect(name.length).toBeGreaterThan(3);
    await press(page, /^Take .* out of the filter$/);
    await expect.poll(shown, patient).toBe(incidents);
    await page.waitForSelector('[data-map-state=idle]', { timeout: 60_000 });
    const box = await page.locator('.map-canvas').boundingBox();
    if (!box) throw new Error('The map has no size.');
    let isFound = false;
    for (let step = 0; step < 300 && !isFound; step += 1) {
      const x = box.x + 60 + ((step * 37) % (box.width - 120));
      const y = box.y + 60 + ((step * 53) % (box.height - 120));
      await page.mouse.move(x, y);
      const tip = page.locator('.map-tip');
      const said = await tip.textContent({ timeout: 60 }).catch(() => '');
      if (!/Press to filter/.test(said ?? '')) continue;
      isFound = true;
      await page.mouse.click(x, y);
    }
    expect(isFound).toBe(true);
    await expect.poll(shown, patient).toBeLessThan(incidents);
    // a chip for each name that the case has for this area
    await expectVisible(page.getByText(/^Region: /).first());
    const chips = page.getByRole('button', { name: /^Remove.*Region/ });
    for (let left = await chips.count(); left > 0; left -= 1) {
      await chips.first().click();
      await expect.poll(() => chips.count(), patient).toBe(left - 1);
    }
    await expect.poll(shown, patient).toBe(incidents);
  });

  test('countries too, by the button under the list', async () => {
    const { page } = run;
    await begin(false);
    await page.getByRole('button', { name: /The map shows/ }).click();
    await page.getByRole('option', { name: 'Countries by incidents' }).click();
    const list = page.getByRole('listbox', { name: 'Coloured areas' });
    await list.getByRole('option').first().click();
    await press(page, /^Filter by (?!an area|a |what|this)/);
    await expect.poll(shown, patient).toBeLessThan(incidents);
    await expectVisible(page.getByText(/^Country: /));
    await press(page, /^Remove.*Country/);
    await expect.poll(shown, patient).toBe(incidents);
  });

  test('a circle, a rectangle and corners are given in figures, and refused in words', async () => {
    const { page } = run;
    const panel = () => dialog(page, 'Filter by an area in figures');
    await begin(false);
    await press(page, 'Filter by an area in figures');
    await fill(panel(), 'Middle of the circle', 'nowhere');
    await press(panel(), 'Filter by this area');
    await expectVisible(panel().getByText(/middle cannot be read/));
    await fill(panel(), 'Middle of the circle', '12.37, -1.53');
    await panel().getByRole('textbox', { name: 'Radius in km' }).fill('400');
    await page.keyboard.press('Enter');
    await press(panel(), 'Filter by this area');
    await panel().waitFor({ state: 'detached' });
    await expectVisible(page.getByText(/^Within 400 km of 12.37, -1.53/));
    await expect.poll(shown, patient).toBeLessThan(incidents);
    await press(page, 'Filter by an area in figures');
    await panel().getByText('Rectangle', { exact: true }).click();
    await fill(panel(), 'South-west corner', '10, -6');
    await fill(panel(), 'North-east corner', '16, 4');
    await page.keyboard.press('Enter');
    await expectVisible(page.getByText(/^Area: -6.00, 10.00, 4.00, 16.00/));
    await press(page, 'Filter by an area in figures');
    await panel().getByText('Corners', { exact: true }).click();
    await fill(panel(), 'Corners in order', '10, -6\n16, -6\n13, 4');
    await press(panel(), 'Filter by this area');
    await expectVisible(page.getByText(/^Drawn area \(3 corners\)/));
    await press(page, /^Remove.*Drawn area/);
    await expect.poll(shown, patient).toBe(incidents);
    expect(run.complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });
});
