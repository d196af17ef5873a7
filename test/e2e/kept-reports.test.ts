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
    await text.fill('Two hundred soldiers were killed. A new attack is ');
    await expectVisible(box.getByRole('button', { name: /claimed figure told as a fact/ }));
    await text.press('End');
    await box.getByRole('button', { name: 'Likelihood' }).click();
    await page.getByRole('menuitem', { name: 'Very likely', exact: true }).click();
    await expect.poll(() => text.inputValue()).toMatch(/A new attack is very likely$/);
    await shot('kept-dialog');
    await text.fill(
      'JNIM claims 200 killed [1]. A new attack is very likely, as the post is empty.',
    );
    await box.getByText('claimed figure').waitFor({ state: 'detached' });
    await press(box, /^Take/);
    await expectVisible(paper().getByRole('heading', { name: 'Outlook' }));
    await expectVisible(paper().getByText('A new attack is very likely, as the post'));
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
