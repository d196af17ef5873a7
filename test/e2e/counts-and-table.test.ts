/** Counts beside the table, the keyboard in a long list, and lines copied for a spreadsheet. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { expectVisible, leaveDialogs, press } from '../helpers/hands.ts';
import { copyOfLargeCase, manyIncidents } from '../helpers/large-case.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

const incidents = manyIncidents(20_000);

describe('a case of many incidents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-counts-'));
  let run: RunningApp;
  beforeAll(async () => {
    const path = copyOfLargeCase(folder, incidents);
    run = await launchApp({ args: [path] });
  }, 120_000);
  afterAll(async () => {
    await run.close();
    removeFolder(folder);
  });
  keepPicturesOfFailures(() => run);

  const grid = () => run.page.getByRole('grid', { name: 'Incidents' });
  const counts = () => run.page.getByRole('region', { name: 'Counts' });
  const lines = () => counts().getByRole('listitem').getByRole('button');
  const total = async () => Number(await grid().getAttribute('aria-rowcount')) - 1;
  const figure = async (line: Locator) =>
    Number(((await line.textContent()) ?? '').replaceAll(',', '').match(/(\d+)\s*$/)?.[1]);

  test('a line narrows the filter to as many as it counted, pressed again it is as before', async () => {
    await run.page.keyboard.press('Control+l');
    await expectVisible(counts());
    for (const at of [0, 1, 6]) {
      const line = lines().nth(at);
      await line.waitFor();
      const name = (await line.getAttribute('title')) ?? '';
      const counted = await figure(line);
      await line.click();
      await expect.poll(total).toBe(counted);
      const chosen = counts().getByTitle(name, { exact: true }).first();
      await expect.poll(() => chosen.getAttribute('aria-pressed')).toBe('true');
      await chosen.click();
      await expect.poll(total).toBe(incidents);
    }
  });

  test('by keyboard: Ctrl adds a second one, which stays in the list with no count', async () => {
    const first = await figure(lines().nth(0));
    const second = await figure(lines().nth(1));
    await lines().nth(0).focus();
    await run.page.keyboard.press('Enter');
    await expect.poll(total).toBe(first);
    await expect.poll(() => figure(lines().nth(1))).toBe(0);
    await run.page.keyboard.press('ArrowDown');
    await run.page.keyboard.press('Control+Enter');
    await expect.poll(total).toBe(first + second);
    await run.page.keyboard.press('Control+Enter');
    await expect.poll(total).toBe(first);
    await lines().nth(0).click();
    await expect.poll(total).toBe(incidents);
  });

  test('facets are unfolded and remembered; beside the map the counts are the same', async () => {
    await press(counts(), 'Grade');
    await expectVisible(counts().getByTitle('Not graded'));
    await run.page.keyboard.press('Alt+2');
    await expectVisible(run.page.getByRole('main', { name: 'Map' }));
    await expectVisible(counts().getByTitle('Not graded'));
    await run.page.keyboard.press('Alt+1');
    await run.page.keyboard.press('Control+l');
    await expect.poll(() => counts().count()).toBe(0);
  });

  test('End, Home and page keys reach every part of the list', async () => {
    // in one step: the line is another one a moment later
    const current = () =>
      grid().evaluate((table) => {
        const line = document.getElementById(table.getAttribute('aria-activedescendant') ?? '');
        return Number(line?.getAttribute('aria-rowindex') ?? Number.NaN) - 2;
      });
    await grid().focus();
    await run.page.keyboard.press('End');
    await expect.poll(current).toBe(incidents - 1);
    await expectVisible(grid().locator(`[aria-rowindex="${incidents + 1}"][aria-busy="false"]`));
    await run.page.keyboard.press('PageUp');
    await expect.poll(current).toBeLessThan(incidents - 10);
    await run.page.keyboard.press('Home');
    await expect.poll(current).toBe(0);
    await run.page.keyboard.press('PageDown');
    await expect.poll(current).toBeGreaterThan(5);
  });

  test('lines picked far beyond what was read are copied, with a header', async () => {
    // no more than these are picked at once
    const picked = Math.min(incidents, 100_000);
    const told = picked.toLocaleString('en');
    await grid().focus();
    await run.page.keyboard.press('Home');
    await run.page.keyboard.press('Control+a');
    await expectVisible(run.page.getByText(`${told} incidents selected`));
    await run.page.keyboard.press('Control+c');
    await expectVisible(run.page.getByText(`${told} incidents copied`));
    const text = await run.app.evaluate(({ clipboard }) => clipboard.readText());
    const copied = text.trimEnd().split('\n');
    expect(copied).toHaveLength(picked + 1);
    expect(copied[0]).toMatch(/^Date\tTitle\tPlace/);
  });

  test('many are linked to an actor as one step that is taken back as one', async () => {
    const { page } = run;
    await page.keyboard.press('Home');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+PageDown');
    await page.getByRole('button', { name: 'Link to an actor' }).click();
    const form = page.getByRole('dialog').filter({ hasText: 'How sure' });
    await form.getByRole('combobox', { name: 'Actor' }).fill('Civil');
    await page
      .getByRole('option', { name: /Civilians/ })
      .first()
      .click();
    await form.getByRole('button', { name: 'Link', exact: true }).click();
    await expectVisible(page.getByText(/\d+ incidents changed/));
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expectVisible(page.getByRole('button', { name: /Redo/ }).first());
  });

  test('by keyboard: groups with subtotals unfold into their incidents', async () => {
    const { page } = run;
    const tree = page.getByRole('treegrid', { name: 'Incidents' });
    const current = () =>
      tree.evaluate(
        (table) =>
          document.getElementById(table.getAttribute('aria-activedescendant') ?? '')?.textContent,
      );
    await page.getByRole('button', { name: 'Group', exact: true }).click();
    await page.getByRole('menuitem', { name: 'By month' }).click();
    await expectVisible(tree);
    const headings = tree.locator('[aria-expanded]');
    await headings.first().waitFor();
    const words = ((await headings.first().textContent()) ?? '').replaceAll(',', '');
    const count = Number(/(\d+) incidents?/.exec(words)?.[1]);
    const folded = Number(await tree.getAttribute('aria-rowcount'));
    await tree.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => tree.getAttribute('aria-rowcount')).toBe(String(folded + count));
    await page.keyboard.press('ArrowRight');
    await expect.poll(current).toMatch(/2025/);
    await expectVisible(tree.locator('[aria-level="2"][aria-selected="true"]'));
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => tree.getAttribute('aria-rowcount')).toBe(String(folded));
    await page.getByRole('button', { name: 'By month' }).click();
    await page.getByRole('menuitem', { name: 'No groups' }).click();
    await expectVisible(grid());
  });

  test('a column kept at the left stays while the others scroll; every column sorts', async () => {
    const { page } = run;
    await page.getByRole('button', { name: 'Columns' }).click();
    for (const name of ['Injured', 'Review', 'Changed']) await page.getByText(name).last().click();
    await page.getByRole('button', { name: 'Keep at the left: Title' }).click();
    await page.keyboard.press('Escape');
    const title = grid().getByRole('columnheader', { name: 'Title' });
    await expect.poll(() => title.getAttribute('aria-colindex')).toBe('1');
    const place = grid().getByRole('columnheader', { name: 'Place' }).getByRole('button');
    for (let step = 0; step < 50; step += 1) await place.press('Shift+ArrowRight');
    const before = await title.boundingBox();
    await grid().evaluate((table) => table.scrollTo({ left: 400 }));
    await expect.poll(() => grid().evaluate((table) => table.scrollLeft)).toBeGreaterThan(50);
    expect((await title.boundingBox())?.x).toBe(before?.x);
    for (const heading of await grid().getByRole('columnheader').all()) {
      await heading.getByRole('button').press('Enter');
      await expect.poll(() => heading.getAttribute('aria-sort')).toMatch(/ascending|descending/);
      await expect.poll(() => grid().getAttribute('aria-busy')).toBe('false');
    }
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('button', { name: 'Reset columns' }).click();
    await leaveDialogs(page);
  });

  test('nothing complained', () => {
    expect(run.complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });
});
