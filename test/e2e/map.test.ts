/** The map of many incidents: areas drawn on it narrow the filter, and what it shows can be changed. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { expectVisible, press } from '../helpers/hands.ts';
import { copyOfLargeCase, manyIncidents } from '../helpers/large-case.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

const incidents = manyIncidents(5000);

describe('the map', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-map-'));
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
  const boxOfMap = async () => {
    const box = await run.page.locator('.map-canvas').boundingBox();
    if (!box) throw new Error('The map has no size.');
    return { ...box, midX: box.x + box.width / 2, midY: box.y + box.height / 2 };
  };
  async function drag(...places: readonly (readonly [number, number])[]): Promise<void> {
    const { mouse } = run.page;
    const [first, ...others] = places;
    await mouse.move(...(first ?? [0, 0]));
    await mouse.down();
    for (const [x, y] of others) await mouse.move(x, y, { steps: 6 });
    await mouse.up();
  }
  async function clear(): Promise<void> {
    await run.page
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await expect.poll(shown).toBe(incidents);
  }

  test('a rectangle dragged becomes a part of the filter and is taken away by its chip', async () => {
    const { page } = run;
    await expect.poll(shown).toBe(incidents);
    const { midX, midY } = await boxOfMap();
    await press(page, 'Filter by a rectangle');
    await expectVisible(page.getByText(/corner to corner/));
    await drag([midX - 60, midY - 160], [midX + 120, midY + 60]);
    await expect.poll(shown).toBeLessThan(incidents);
    await expect.poll(() => shown()).toBeGreaterThan(0);
    await expectVisible(page.getByText(/^Area: /));
    expect(
      await page
        .getByRole('button', { name: 'Filter by a rectangle' })
        .getAttribute('aria-pressed'),
    ).toBe('false');
    await clear();
  });

  test('a circle tells its kilometres while it is drawn', async () => {
    const { page } = run;
    const { midX, midY } = await boxOfMap();
    await press(page, 'Filter by a circle');
    await page.mouse.move(midX, midY);
    await page.mouse.down();
    await page.mouse.move(midX + 90, midY, { steps: 5 });
    await expectVisible(page.getByRole('status').getByText(/^[\d,]+ km$/));
    await page.mouse.up();
    await expect.poll(shown).toBeLessThan(incidents);
    await expectVisible(page.getByText(/^Within \d+ km of/));
    await clear();
  });

  test('a drawn line becomes an area, a second one takes its place', async () => {
    const { page } = run;
    const { midX, midY } = await boxOfMap();
    await press(page, 'Filter by a drawn area');
    await drag([midX, midY - 100], [midX + 120, midY], [midX, midY + 100], [midX - 80, midY]);
    await expect.poll(shown).toBeLessThan(incidents);
    const first = await shown();
    await expectVisible(page.getByText(/^Drawn area \(\d+ corners\)/));
    await press(page, 'Filter by a rectangle');
    await drag([midX - 30, midY - 30], [midX + 30, midY + 30]);
    await expect.poll(shown).not.toBe(first);
    await expect.poll(() => page.getByText(/^Drawn area/).count()).toBe(0);
    await clear();
  });

  test('Escape puts a tool away; what is in view becomes the filter by keyboard', async () => {
    const { page } = run;
    const tool = page.getByRole('button', { name: 'Filter by a drawn area' });
    await tool.focus();
    await page.keyboard.press('Enter');
    await expectVisible(page.getByText(/Draw around the area/));
    await page.keyboard.press('Escape');
    await page.getByText(/Draw around the area/).waitFor({ state: 'detached' });
    await press(page, 'Zoom in');
    await page.waitForTimeout(500);
    await page.getByRole('button', { name: 'Filter by what is in view' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(shown).toBeLessThan(incidents);
    await clear();
    await press(page, 'Show all incidents');
  });

  test('a line is measured corner by corner', async () => {
    const { page } = run;
    const { midX, midY } = await boxOfMap();
    await press(page, 'Measure a distance');
    const km = page.getByRole('status').getByText(/^[\d,]+ km$/);
    await page.mouse.click(midX - 80, midY);
    await page.mouse.click(midX + 80, midY);
    await expectVisible(km);
    const first = Number((await km.textContent())?.replace(/\D/g, ''));
    await page.waitForTimeout(400);
    await page.mouse.click(midX + 80, midY + 80);
    await expect
      .poll(async () => Number((await km.textContent())?.replace(/\D/g, '')))
      .toBeGreaterThan(first);
    await page.keyboard.press('Backspace');
    await expect.poll(async () => Number((await km.textContent())?.replace(/\D/g, ''))).toBe(first);
    await page.keyboard.press('Escape');
    await km.waitFor({ state: 'detached' });
    await expect.poll(() => shown()).toBe(incidents);
  });

  test('shows marks in another way or density, with a legend that says what they mean', async () => {
    const { page } = run;
    for (const [choice, legend] of [
      ['Marks by people killed', 'Marks by people killed'],
      ['Density of incidents', 'Incidents in a square'],
      ['Countries by incidents', 'Countries by incidents'],
      ['Regions by people killed', 'Regions by people killed'],
      ['Marks by actor', 'Marks by actor'],
    ] as const) {
      await page.getByRole('button', { name: /The map shows/ }).click();
      await page.getByRole('option', { name: choice }).click();
      await expectVisible(
        page.getByRole('region', { name: 'Legend' }).getByRole('button', { name: legend }),
      );
      await page.waitForSelector('[data-map-state=idle]');
    }
    expect(run.complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });

  test('lists what is in view, more of it when asked, and opens one', async () => {
    const { page } = run;
    await expectVisible(page.getByText(/^200 of [\d,]+ listed$/));
    await press(page, 'List more');
    await expectVisible(page.getByText(/^400 of [\d,]+ listed$/));
    await page
      .getByRole('listbox', { name: 'Incidents in view' })
      .getByRole('option')
      .first()
      .click();
    await expectVisible(
      page.getByRole('complementary', { name: 'Inspector' }).getByRole('button', { name: 'Edit' }),
    );
  });

  test('goes to coordinates in any form and shows them in the form that was chosen', async () => {
    const { page } = run;
    await press(page, 'Coordinates: go to, copy');
    const panel = page.getByRole('dialog', { name: 'Coordinates: go to, copy' });
    const where = panel.getByRole('textbox', { name: 'Go to coordinates' });
    await where.fill('somewhere');
    await page.keyboard.press('Enter');
    await expectVisible(panel.getByText(/no coordinates that can be read/));
    await panel.getByRole('button', { name: /Coordinates are shown as/ }).click();
    await page.getByRole('option', { name: 'MGRS' }).click();
    await where.fill('14°05′58″ N 1°37′32″ W');
    await page.keyboard.press('Enter');
    await panel.waitFor({ state: 'detached' });
    await page.waitForTimeout(900);
    await page.waitForSelector('[data-map-state=idle]');
    const { midX, midY } = await boxOfMap();
    await page.mouse.move(midX, midY);
    await expectVisible(page.getByText(/^30P X[A-Z] \d{5} \d{5}$/));
    await page.mouse.click(midX, midY, { button: 'right' });
    await expectVisible(page.getByText(/^Copied: 30P X[A-Z]/));
  });

  test('a circle of several is opened by a click: the map comes closer', async () => {
    const { page } = run;
    await press(page, 'Show all incidents');
    await page.waitForTimeout(700);
    await page.waitForSelector('[data-map-state=idle]');
    const before = await page.locator('.map-scale title').textContent();
    const { x, y, width, height } = await boxOfMap();
    // somewhere in the crowd there is a circle: the pointer says so
    let found: [number, number] | undefined;
    for (let step = 0; step < 400 && found === undefined; step += 1) {
      const at: [number, number] = [
        x + 60 + ((step * 37) % (width - 120)),
        y + 60 + ((step * 53) % (height - 120)),
      ];
      await page.mouse.move(...at);
      const tip = await page
        .locator('.map-tip')
        .textContent({ timeout: 60 })
        .catch(() => '');
      if (/incidents/.test(tip ?? '')) found = at;
    }
    expect(found).toBeDefined();
    await page.mouse.click(...(found ?? [0, 0]));
    await expect.poll(() => page.locator('.map-scale title').textContent()).not.toBe(before);
  });
});
