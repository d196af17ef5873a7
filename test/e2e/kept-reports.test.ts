/** Sections switched and written anew; a report kept, changed under it, taken over, renamed, deleted. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { dialog, expectVisible, incidentRow, press } from '../helpers/hands.ts';

describe('kept reports', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
    await incidentRow(run.page, /Attack on the military base/).click();
    await run.page.getByRole('navigation').getByText('Reports').click();
    await run.page.getByText('Sections and texts').waitFor();
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);
  const shot = async (name: string) => {
    const shots = process.env.CAIRN_SHOTS;
    if (shots) await run.page.screenshot({ path: join(shots, `${name}.png`) });
  };
  const paper = () => run.page.getByRole('article').first();

  test('a section is left out, another moved by the keyboard, a third written with its wording checked', async () => {
    const { page } = run;
    await page.getByRole('button', { name: 'Sections and texts' }).click();
    await page.getByText('Linked incidents', { exact: true }).first().waitFor();
    await page.getByRole('switch', { name: 'Linked incidents' }).focus();
    await page.keyboard.press('Space');
    await paper().getByRole('heading', { name: 'Linked incidents' }).waitFor({ state: 'detached' });
    await page.getByRole('switch', { name: 'Tolls, claim by claim' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(() => paper().getByRole('heading', { level: 2 }).first().textContent())
      .toBe('Tolls, claim by claim');
    await press(page, 'Add a section…');
    const box = dialog(page, 'Add a section…');
    await box.getByRole('textbox', { name: 'Heading' }).fill('Outlook');
    const text = box.getByRole('textbox', { name: 'Text' });
    const words = async () => ((await text.textContent()) ?? '').replaceAll('\u00a0', ' ').trim();
    await text.click();
    await page.keyboard.type('Two hundred soldiers were killed. A new attack is');
    await expectVisible(box.getByRole('button', { name: /claimed figure told as a fact/ }));
    await text.locator('.rich-warning', { hasText: 'Two hundred soldiers' }).waitFor();
    // the warning leads to its words, the picker puts its own in with a space
    await box.getByRole('button', { name: /claimed figure told as a fact/ }).click();
    await expect
      .poll(() => page.evaluate(() => String(getSelection())))
      .toContain('Two hundred soldiers');
    await text.press('Control+End');
    await box.getByRole('button', { name: 'Likelihood' }).click();
    await page.getByRole('menuitem', { name: 'Very likely', exact: true }).click();
    await expect.poll(words).toMatch(/A new attack is very likely$/);
    await text.press('End');
    await box.getByRole('button', { name: 'Confidence' }).click();
    await page.getByRole('menuitem', { name: 'Moderate' }).click();
    await expect.poll(words).toMatch(/is very likely\. Our confidence is moderate\.$/);
    await shot('kept-dialog');
    // undo is the editor's own
    await text.press('Control+z');
    await expect.poll(words).toMatch(/is very likely$/);
  });

  test('a text gets a list, a link to a record and the mark of a claim by the keyboard', async () => {
    const { page } = run;
    const box = dialog(page, 'Add a section…');
    const text = box.getByRole('textbox', { name: 'Text' });
    await text.press('Control+a');
    await page.keyboard.type('JNIM claims 200 killed');
    await page.keyboard.press('Control+Shift+k');
    const marks = dialog(page, 'Source mark');
    await marks
      .getByRole('list', { name: 'Claims of this incident' })
      .getByRole('button')
      .first()
      .click();
    await marks.waitFor({ state: 'detached' });
    await page.keyboard.type('. The post is empty, so a new attack is very likely.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- told by ');
    await page.keyboard.press('Control+k');
    const links = dialog(page, 'Link to a record');
    await links.getByText('Actor', { exact: true }).click();
    await links.getByRole('combobox', { name: 'Actor' }).fill('Dicko');
    await page.getByRole('option', { name: /Dicko/ }).first().click();
    await links.waitFor({ state: 'detached' });
    await expectVisible(text.getByRole('listitem').filter({ hasText: 'Dicko' }));
    await expectVisible(text.locator('.rich-mark', { hasText: /^\[\d+\]$/ }));
    // the toolbar is one key away
    await page.keyboard.press('Alt+F10');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[role=toolbar]') !== null))
      .toBe(true);
    await shot('kept-editor');
    await box.getByText('claimed figure').waitFor({ state: 'detached' });
    await press(box, /^Take/);
    await expectVisible(paper().getByRole('heading', { name: 'Outlook' }));
    await expectVisible(paper().getByText(/JNIM claims 200 killed\s*\[\d+\]\./));
    await expectVisible(paper().getByText(/told by .*Dicko/));
    await shot('kept-sections');
  });

  test('kept, it stays as it was while the case changes, and prints so', async () => {
    const { page, folder, answerDialogs } = run;
    await press(page, 'Keep in the case');
    await expectVisible(page.getByText('The case says the same now'));
    await page.getByRole('navigation').getByText('Incidents').click();
    await incidentRow(page, /Attack on the military base/).click();
    await page.keyboard.press('Delete');
    await incidentRow(page, /Attack on the military base/).waitFor({ state: 'detached' });
    await page.getByRole('navigation').getByText('Reports').click();
    await page
      .getByRole('list')
      .getByRole('button', { name: /Attack on the military base.*Incident brief/ })
      .click();
    await expectVisible(page.getByText('Since then: 1 change'));
    await expectVisible(page.getByText('— withdrawn'));
    await shot('kept-open');
    const path = join(folder, 'kept.pdf');
    await answerDialogs(path);
    await press(page, 'Save as PDF…');
    await page.getByText('kept.pdf saved').waitFor({ timeout: 130_000 });
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    expect(text).toContain('Outlook');
    expect(text).not.toContain('Linked incidents');
  });

  test('renamed and deleted', async () => {
    const { page, complaints } = run;
    const lines = page.locator('.reports-kept-line');
    await lines.getByRole('button', { name: /^More on: Attack on the military/ }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Name of the report' }).fill('Brief of 12 May');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'More on: Brief of 12 May' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expectVisible(page.getByText('Report deleted'));
    const line = page.getByRole('button', { name: 'More on: Brief of 12 May' });
    await line.waitFor({ state: 'detached' });
    // of several messages each takes back its own change only
    const message = page.locator('.c-toast').filter({ hasText: 'Report deleted' });
    await message.getByRole('button', { name: 'Undo' }).click();
    await expectVisible(line);
    expect(complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });
});
