/** The timeline: bars of the filter, a period chosen by keyboard and by pointer, and the figures. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { dialog, expectVisible, fill, leaveDialogs, press } from '../helpers/hands.ts';
import { copyOfLargeCase, manyIncidents } from '../helpers/large-case.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

const incidents = manyIncidents(5000);

describe('the timeline', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-timeline-'));
  let run: RunningApp;
  beforeAll(async () => {
    const path = copyOfLargeCase(folder, incidents);
    run = await launchApp({ args: [path] });
    await run.page.keyboard.press('Alt+9');
    await plot().waitFor();
  }, 120_000);
  afterAll(async () => {
    await run.close();
    removeFolder(folder);
  });
  keepPicturesOfFailures(() => run);

  const plot = () => run.page.getByRole('application', { name: /^Incidents over time/ });
  const shown = async () =>
    Number(
      ((await run.page.getByRole('status').first().textContent()) ?? '')
        .replaceAll(',', '')
        .match(/\d+/)?.[0],
    );
  const told = () => plot().locator('p');

  test('a period chosen by keyboard narrows the filter, Escape clears it', async () => {
    const { page } = run;
    await expect.poll(shown).toBe(incidents);
    await plot().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(shown).toBeLessThan(incidents);
    await expect.poll(() => shown()).toBeGreaterThan(0);
    await expectVisible(page.getByRole('button', { name: 'Clear the period' }));
    await page.keyboard.press('Escape');
    await expect.poll(shown).toBe(incidents);
  });

  test('a period dragged with the pointer becomes after and before', async () => {
    const { page } = run;
    const box = await plot().locator('svg').boundingBox();
    if (!box) throw new Error('The plot has no size.');
    await page.mouse.move(box.x + box.width * 0.6, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 80, { steps: 5 });
    await page.mouse.up();
    await expect.poll(shown).toBeLessThan(incidents);
    await press(page, 'Clear the period');
    await expect.poll(shown).toBe(incidents);
  });

  test('played, the period moves along the bars until it is stopped', async () => {
    const { page } = run;
    await plot().focus();
    await page.keyboard.press('Home');
    await press(page, 'Play the period over time');
    const seen = new Set<number>();
    await expect
      .poll(
        async () => {
          seen.add(await shown());
          return seen.size;
        },
        { timeout: 15_000 },
      )
      .toBeGreaterThan(3);
    await press(page, 'Stop playing');
    // an answer may still be on its way
    let stopped = -1;
    const isSteady = async () => {
      const before = stopped;
      stopped = await shown();
      return before === stopped;
    };
    await expect.poll(isSteady, { interval: 600, timeout: 20_000 }).toBe(true);
    await page.waitForTimeout(1600);
    expect(await shown()).toBe(stopped);
    await press(page, 'Clear the period');
    await expect.poll(shown).toBe(incidents);
  });

  test('an actor in a lane of its own has as many incidents as its count', async () => {
    const { page } = run;
    await press(page, 'Lanes');
    const box = page.getByRole('dialog', { name: 'Actors in lanes of their own' });
    const first = box.getByRole('checkbox').first();
    await first.waitFor();
    await box.locator('label').first().click();
    await leaveDialogs(page);
    const lane = page.getByRole('list', { name: 'Actors in lanes of their own' }).locator('li');
    await expectVisible(lane.first());
    await expect.poll(() => lane.count()).toBe(1);
    const words = (await lane.first().textContent()) ?? '';
    const figure = Number(words.replaceAll(',', '').match(/([\d.]+) incidents?$/)?.[1]);
    expect(figure).toBeGreaterThan(0);
    expect(figure).toBeLessThan(incidents);
    await press(page, 'Lanes');
    await box.locator('label').first().click();
    await leaveDialogs(page);
    await expect.poll(() => lane.count()).toBe(0);
  });

  test('zooming in shows finer bars, all of them come back', async () => {
    const { page } = run;
    await expectVisible(page.getByText('by year').or(page.getByText('by month')));
    await plot().focus();
    await page.keyboard.press('End');
    for (let times = 0; times < 8; times += 1) await press(page, 'Zoom in');
    await expectVisible(page.getByText('by day'));
    await press(page, 'Show all');
    await expectVisible(page.getByText('by year').or(page.getByText('by month')));
  });

  test('the figures as a table add up to what has a date', async () => {
    const { page } = run;
    await press(page, 'Figures as a table');
    const table = page.getByRole('region', { name: 'Figures as a table' });
    await table.waitFor();
    const cells = await table.locator('tbody tr td:nth-child(2)').allTextContents();
    const sum = cells.reduce((total, text) => total + Number(text.replaceAll(',', '')), 0);
    const left = await page.getByRole('button', { name: /without a date/ }).allTextContents();
    const undated = Number(left[0]?.replaceAll(',', '').match(/\d+/)?.[0] ?? 0);
    // each line is rounded, to whole incidents where there are many
    expect(Math.abs(sum + undated - incidents)).toBeLessThan(cells.length * 0.5 + 1);
    await press(page, 'Figures as a table');
  });

  test('a bar is told in words and compared with those before it', async () => {
    const { page } = run;
    await plot().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => told().textContent()).toMatch(/\d+ incidents?/);
    await expectVisible(page.getByText(/mean of the last 4/));
  });

  test('each part is compared with its own past, and a saved view keeps that', async () => {
    const { page } = run;
    await plot().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await press(page, 'Each part compared');
    const table = page.getByRole('region', { name: 'Each part compared' });
    const rows = table.locator('tbody tr');
    await expect.poll(() => rows.count()).toBeGreaterThan(3);
    const figures = async (column: number) => {
      const words = await table.locator(`tbody tr td:nth-of-type(${column})`).allTextContents();
      return words.map((word) => Number(word.replaceAll(',', '').match(/[\d.]+/)?.[0]));
    };
    // the parts of a bar, and of the one before it, are the whole of it
    for (const column of [1, 2]) {
      const [whole = 0, ...parts] = await figures(column);
      const sum = parts.reduce((total, figure) => total + figure, 0);
      expect(whole).toBeGreaterThan(0);
      expect(Math.abs(whole - sum)).toBeLessThanOrEqual(parts.length * 0.5 + 0.5);
    }
    await expect.poll(() => rows.first().textContent()).toMatch(/increase|change|decrease/);
    const views = dialog(page, 'Views');
    await page.keyboard.press('Alt+1');
    await press(page, 'Views');
    await fill(views, 'Name of the view', 'Parts');
    await page.keyboard.press('Enter');
    await expectVisible(views.getByRole('button', { name: 'Parts', exact: true }));
    await leaveDialogs(page);
    await page.keyboard.press('Alt+9');
    await press(page, 'Each part compared');
    await table.waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+1');
    await press(page, 'Views');
    await press(views, 'Parts');
    await views.waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+9');
    await expectVisible(table);
  });
});
