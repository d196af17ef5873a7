/** The wording of a note is checked while it is written; a warning leads to its words. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { expectVisible, incidentRow, press } from '../helpers/hands.ts';

describe('wording', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
    await incidentRow(run.page, /Attack on the military base/).click();
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('a claimed figure told as a fact and two rows of words are said, and lead to the words', async () => {
    const { page } = run;
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await press(inspector, 'Add a note');
    const field = inspector.getByRole('textbox', { name: 'Note' });
    await field.fill(
      'Two hundred soldiers were killed. A raid is likely [1], a siege improbable [2].',
    );
    const warnings = inspector.getByRole('region', { name: 'Warnings about the wording' });
    await expectVisible(warnings.getByRole('heading', { name: '2 warnings about the wording' }));
    const fact = warnings.getByRole('button', { name: /claimed figure told as a fact/ });
    await fact.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => getSelection()?.toString()))
      .toMatch(/^Two hundred soldiers/);
    await field.fill('JNIM claimed 200 soldiers killed. A raid is likely [1].');
    await warnings.waitFor({ state: 'detached' });
    await field.fill('JNIM claimed 150 soldiers killed.');
    await expectVisible(warnings.getByText(/^No claim gives this figure\. The claims say .*200/));
    expect(run.complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });
});
