/** Claims against claims, by keyboard: relate two, read the matrix, set the status they speak for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { dialog, expectVisible, incidentRow, press } from '../helpers/hands.ts';

describe('claims weighed against each other', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
    await incidentRow(run.page, /Attack on the military base/).click();
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('three steps relate two claims, and both say so', async () => {
    const { page } = run;
    const claim = page.getByRole('article').filter({ hasText: 'Dozens of dead' }).first();
    await claim.getByRole('button', { name: 'More on: Dozens of dead' }).focus();
    // open the menu, choose what it does, choose to which
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Contradicts…' }).focus();
    await page.keyboard.press('Enter');
    const box = dialog(page, 'Contradicts…');
    await expectVisible(box.getByRole('listbox', { name: 'Which claim does it contradict?' }));
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
      .toBe('option');
    await page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
    await expectVisible(claim.getByText('Contradicts:'));
    await expectVisible(page.getByText('Contradicted by:').first());
  });

  test('the status that follows is suggested with its reason, set by one press, and undone', async () => {
    const { page } = run;
    await expectVisible(page.getByText(/^Suggested: disputed — .+ contradicts .+ \(B\d vs B\d\)$/));
    await press(page, 'Set to disputed');
    await expectVisible(page.getByText('Status set to disputed'));
    await expectVisible(page.getByText(/^The status fits the claims: /));
    await press(page, 'Undo');
    await expectVisible(page.getByText(/^Suggested: disputed — /));
  });

  test('the matrix shows grades, silence, the relation and the range of each party', async () => {
    const { page } = run;
    await page.getByText('Matrix', { exact: true }).first().click();
    const matrix = page.getByRole('region', { name: 'Claims by figure' });
    for (const words of ['no figure given', 'Contradicts:', 'Range by party', 'All claims']) {
      await expectVisible(matrix.getByText(words));
    }
    await expectVisible(
      page.getByText(
        'Lowest and highest of 3 claims of 2 origins, nothing averaged; best graded B3, dozens; 1 without figure.',
      ),
    );
  });

  test('words of a source become a date with their reasoning, by Enter and not before', async () => {
    const { page } = run;
    await page.getByRole('button', { name: 'New incident' }).click();
    await page
      .getByRole('textbox', { name: 'Date in the source’s words' })
      .fill('on Sunday morning');
    await expectVisible(page.getByText('Counted from the day of publication, which is not known.'));
    await page.getByRole('textbox', { name: 'Published on' }).fill('13 May 2025');
    await expectVisible(page.getByText('Sunday before Tuesday 13 May 2025 → 11 May 2025'));
    const day = page.getByRole('textbox', { name: 'Day', exact: true });
    await expect.poll(() => day.inputValue()).toBe('');
    await page.getByRole('textbox', { name: 'Date in the source’s words' }).press('Enter');
    await expect.poll(() => day.inputValue()).toBe('11 May 2025');
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Time of day' }).inputValue())
      .toBe('morning');
    // an open draft would hold the window open
    await press(page, 'Cancel');
    await press(page.getByRole('alertdialog'), 'Discard');
    expect(run.complaints).toEqual([]);
  });
});
