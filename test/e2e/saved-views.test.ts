/** Saved views: kept, shown again from the menu and by Ctrl+K, put in order, renamed, deleted, undone. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { dialog, expectVisible, fill, press } from '../helpers/hands.ts';

describe('views of the sample', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  const grid = () => run.page.getByRole('grid', { name: 'Incidents' });
  const box = () => run.page.getByRole('combobox', { name: 'Filter incidents' });
  const counts = () => run.page.getByRole('region', { name: 'Counts' });
  const menu = () => dialog(run.page, 'Views');
  const names = () =>
    menu()
      .getByRole('list', { name: 'Views' })
      .getByRole('listitem')
      .evaluateAll((lines) => lines.map((line) => line.querySelector('button')?.textContent));
  const sortOf = (column: string): Locator => grid().getByRole('columnheader', { name: column });

  async function filterBy(text: string) {
    await box().fill(text);
    await box().press('Escape');
    await box().press('Enter');
  }

  async function saveAs(name: string) {
    await press(run.page, 'Views');
    await fill(menu(), 'Name of the view', name);
    await run.page.keyboard.press('Enter');
    await expect.poll(names).toContain(name);
    await run.page.keyboard.press('Escape');
    await menu().waitFor({ state: 'detached' });
  }

  test('a view keeps filter, order and panes; it is shown again from the menu', async () => {
    await filterBy('killed>=1');
    await sortOf('Killed').getByRole('button').click();
    await run.page.keyboard.press('Control+l');
    await expectVisible(counts());
    await saveAs('Deadly');
    await filterBy('place:Djibo');
    await sortOf('Date').getByRole('button').click();
    await run.page.keyboard.press('Control+l');
    await saveAs('Around Djibo');
    await press(run.page, 'Views');
    await press(menu(), 'Deadly');
    await expect.poll(() => box().inputValue()).toBe('killed>=1');
    await expect.poll(() => sortOf('Killed').getAttribute('aria-sort')).toBe('descending');
    await expectVisible(counts());
  });

  test('a view keeps the window of the timeline', async () => {
    const { page } = run;
    await page.keyboard.press('Alt+9');
    const screen = page.getByRole('region', { name: 'Timeline', exact: true });
    const whole = screen.getByRole('button', { name: 'Show all' });
    await press(page, 'Zoom in');
    await expect.poll(() => whole.isEnabled()).toBe(true);
    await page.keyboard.press('Alt+1');
    await saveAs('Zoomed in close');
    await page.keyboard.press('Alt+9');
    await whole.click();
    await expect.poll(() => whole.isEnabled()).toBe(false);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find anything' }).fill('zoomed in');
    await page.getByRole('option', { name: 'Zoomed in close' }).first().click();
    await expect.poll(() => whole.isEnabled()).toBe(true);
    await page.keyboard.press('Alt+1');
    await press(page, 'Views');
    await press(menu(), 'Delete: Zoomed in close');
    await page.keyboard.press('Escape');
    await menu().waitFor({ state: 'detached' });
  });

  test('by Ctrl+K', async () => {
    await run.page.keyboard.press('Control+k');
    await run.page.getByRole('combobox', { name: 'Find anything' }).fill('around');
    await run.page.getByRole('option', { name: 'Around Djibo' }).click();
    await expect.poll(() => box().inputValue()).toBe('place:Djibo');
    await expect.poll(() => counts().count()).toBe(0);
  });

  test('put in order by keyboard, renamed, deleted, and the deletion undone', async () => {
    await press(run.page, 'Views');
    await expect.poll(() => names()).toEqual(['Deadly', 'Around Djibo']);
    await menu().getByRole('button', { name: 'Around Djibo', exact: true }).focus();
    await run.page.keyboard.press('Alt+ArrowUp');
    await expect.poll(names).toEqual(['Around Djibo', 'Deadly']);
    await press(menu(), 'Rename: Deadly');
    await fill(menu(), 'New name', 'With deaths');
    await run.page.keyboard.press('Enter');
    await expect.poll(names).toEqual(['Around Djibo', 'With deaths']);
    await press(menu(), 'Delete: With deaths');
    await expect.poll(names).toEqual(['Around Djibo']);
    await run.page.keyboard.press('Escape');
    await menu().waitFor({ state: 'detached' });
    await grid().focus();
    await run.page.keyboard.press('Control+z');
    await press(run.page, 'Views');
    await expect.poll(names).toEqual(['Around Djibo', 'With deaths']);
  });

  test('a column is moved by Ctrl with the arrows, and keeps the keyboard', async () => {
    await run.page.keyboard.press('Escape');
    await menu().waitFor({ state: 'detached' });
    const headings = () => grid().getByRole('columnheader').allTextContents();
    const before = await headings();
    await sortOf('Date').getByRole('button').focus();
    await run.page.keyboard.press('Control+ArrowRight');
    await expect.poll(headings).toEqual([before[1], before[0], ...before.slice(2)]);
    const isFocused = () =>
      sortOf('Date')
        .getByRole('button')
        .evaluate((heading) => heading === document.activeElement);
    await expect.poll(isFocused).toBe(true);
    await sortOf('Date')
      .getByRole('button')
      .dragTo(sortOf(before[1] ?? '').getByRole('button'));
    await expect.poll(headings).toEqual(before);
  });

  test('nothing complained', () => {
    expect(run.complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });
});
