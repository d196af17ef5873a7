/** The same morning with the keyboard alone: no click, no pointer, focus always somewhere to see. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { dialog, expectVisible, incidentRow } from '../helpers/hands.ts';

const mostTabs = 90;

/** Presses Tab until the control has the focus; fails when a keyboard user could not get there. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  // A handle, since an open list hides the rest of the page from roles until the focus moves on.
  const node = await control.first().elementHandle();
  for (let step = 0; step < mostTabs; step += 1) {
    if (await node?.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(control)} within ${mostTabs} steps.`);
}

describe('an analyst’s morning, by keyboard', () => {
  let run: RunningApp;
  let page: Page;
  let inspector: Locator;
  beforeAll(async () => {
    run = await launchApp({ width: 1440, height: 900 });
    page = run.page;
    inspector = page.getByRole('complementary', { name: 'Inspector' });
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('new case', async () => {
    await run.answerDialogs(join(run.folder, 'Keys.cairn'));
    await tabTo(page, page.getByRole('button', { name: /^New case/ }));
    await page.keyboard.press('Enter');
    await dialog(page, 'New case').waitFor();
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Enter');
    await expectVisible(page.getByText('No incidents yet'));
  });

  test('a new actor from the palette', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find anything' }).waitFor();
    await page.keyboard.type('New actor');
    await expectVisible(page.getByRole('option', { name: /New actor/ }));
    await page.keyboard.press('Enter');
    await dialog(page, 'New actor').waitFor();
    await page.keyboard.type('Katiba Test');
    await page.keyboard.press('Control+Enter');
    await dialog(page, 'New actor').waitFor({ state: 'detached' });
    await expectVisible(page.getByRole('heading', { name: 'Katiba Test' }));
  });

  test('a new incident, with date and place', async () => {
    await page.keyboard.press('Control+i');
    const form = page.getByRole('form', { name: 'New incident' });
    await form.waitFor();
    await page.keyboard.type('Attack on a post at Titao');
    await tabTo(page, form.getByRole('button', { name: /Kind of date$/ }));
    await page.keyboard.type('Exac');
    await tabTo(page, form.getByRole('textbox', { name: 'Day', exact: true }));
    await page.keyboard.type('13 May 2025');
    await tabTo(page, form.getByRole('combobox', { name: 'Place' }));
    await page.keyboard.type('Titao');
    await expectVisible(page.getByRole('option', { name: /^Titao.*Loroum/ }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+s');
    await form.waitFor({ state: 'detached' });
    await expectVisible(incidentRow(page, /13 May 2025.*Attack on a post at Titao.*Titao/));
  });

  test('links the actor', async () => {
    await tabTo(page, inspector.getByRole('button', { name: 'Link an actor' }));
    await page.keyboard.press('Enter');
    const box = dialog(page, 'Link an actor');
    await tabTo(page, box.getByRole('combobox', { name: 'Actor' }));
    await page.keyboard.type('katiba');
    await expectVisible(page.getByRole('option', { name: /Katiba Test/ }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await box.waitFor({ state: 'detached' });
    await expectVisible(incidentRow(page, /Katiba Test/));
  });

  test('records a claim with its figure', async () => {
    await tabTo(page, inspector.getByRole('button', { name: 'Record a claim' }));
    await page.keyboard.press('Enter');
    const box = dialog(page, 'New claim');
    await box.waitFor();
    await tabTo(page, box.getByRole('textbox', { name: 'What is said' }));
    await page.keyboard.type('The group says it killed 60 soldiers.');
    await tabTo(page, box.getByRole('button', { name: 'Add a figure' }));
    await page.keyboard.press('Enter');
    await tabTo(page, box.getByRole('textbox', { name: 'Number' }));
    await page.keyboard.type('60');
    await page.keyboard.press('Control+Enter');
    await box.waitFor({ state: 'detached' });
    await expectVisible(incidentRow(page, /\b60\b/));
  });

  test('writes a note and finds it again', async () => {
    await tabTo(page, inspector.getByRole('button', { name: 'Add a note' }));
    await page.keyboard.press('Enter');
    await tabTo(page, inspector.getByRole('textbox', { name: 'Note', exact: true }));
    await page.keyboard.type('Who counted the sixty?');
    await page.keyboard.press('Control+Enter');
    await expectVisible(inspector.getByText('Who counted the sixty?'));
    await page.keyboard.press('Control+k');
    await page.keyboard.type('counted');
    await expectVisible(page.getByRole('option', { name: /counted the sixty/ }));
    await page.keyboard.press('Enter');
    await expectVisible(inspector.getByRole('heading', { name: /post at Titao/ }));
  });

  test('deletes, undoes and redoes', async () => {
    await tabTo(page, page.getByRole('grid', { name: 'Incidents' }));
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await incidentRow(page, /post at Titao/).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expectVisible(incidentRow(page, /post at Titao/));
    await page.keyboard.press('Control+Shift+z');
    await incidentRow(page, /post at Titao/).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expectVisible(incidentRow(page, /post at Titao/));
  });

  test('filters in words and clears', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('place:Loroum after:2025-05-01 killed>=50');
    await page.keyboard.press('Enter');
    await expectVisible(incidentRow(page, /post at Titao/));
    await page.keyboard.press('Control+f');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('killed>=61');
    await page.keyboard.press('Enter');
    await expectVisible(page.getByText('No incident matches this filter'));
    await page.keyboard.press('Control+f');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await expectVisible(incidentRow(page, /post at Titao/));
  });

  test('prints the list and writes a pack', async () => {
    const pdf = join(run.folder, 'list.pdf');
    await run.answerDialogs(pdf);
    await page.keyboard.press('Alt+5');
    const save = page.getByRole('button', { name: 'Save as PDF…' });
    await tabTo(page, page.getByRole('button', { name: /Kind$/ }));
    await page.keyboard.press('ArrowRight');
    await tabTo(page, page.getByRole('switch', { name: 'Map' }));
    await page.keyboard.press('Space');
    // while the report is built anew its buttons can be reached, and wait
    await tabTo(page, save);
    await expect.poll(() => save.isEnabled()).toBe(true);
    await page.keyboard.press('Enter');
    await page
      .getByText(/list\.pdf saved/)
      .first()
      .waitFor({ timeout: 60_000 });
    expect(statSync(pdf).size).toBeGreaterThan(5000);

    const pack = join(run.folder, 'keys.cairnpack');
    await run.answerDialogs(pack);
    await page.keyboard.press('Alt+6');
    await tabTo(page, page.getByRole('tab', { name: 'Import' }));
    await page.keyboard.press('ArrowRight');
    await tabTo(page, page.getByRole('button', { name: 'Choose a place and export…' }));
    await page.keyboard.press('Enter');
    await expectVisible(page.getByText(/keys\.cairnpack is written/));
    expect(existsSync(pack)).toBe(true);
  });
});
