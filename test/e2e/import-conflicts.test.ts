/** A later file says otherwise than the analysts: seen in the reader and on the screen, decided by the keyboard. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AcledCells, acledRow, writeAcled } from '../helpers/acled-file.ts';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { expectVisible, fill, goTo, incidentRow, press } from '../helpers/hands.ts';

const places = ['Arbinda', 'Baraboulé', 'Tongomayel'] as const;

describe('differences of a later file', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  async function take(name: string, cells: AcledCells): Promise<void> {
    const { page } = run;
    const rows = places.map((location, at) => acledRow(`BFO${at}`, { location, ...cells }));
    await run.answerDialogs(writeAcled(join(run.folder, name), rows));
    await goTo(page, 'Exchange');
    await press(page, /^Choose (a|another) file…$/);
    await expectVisible(page.getByText(name).first());
    await press(page, 'Import');
    await expectVisible(page.getByText('Imported.', { exact: true }));
  }
  const section = () => run.page.getByRole('region', { name: 'Differences to decide' });

  test('wait on the screen and in the reader, with both sides and where they come from', async () => {
    const { page } = run;
    await take('march.csv', {});
    await goTo(page, 'Incidents');
    for (const place of places) {
      await incidentRow(page, place).click();
      await press(page.getByRole('complementary', { name: 'Inspector' }), 'Edit');
      const form = page.getByRole('form');
      await fill(form, /^Summary/, `What our own people saw at ${place}.`);
      await press(form, /^Save/);
      await form.waitFor({ state: 'detached' });
    }
    await take('april.csv', { notes: 'Told again by the data set.', timestamp: '1757100000' });
    await expectVisible(page.getByText('3 joined, with your own words kept').first());
    await expectVisible(section().getByText('3 incidents wait.', { exact: false }));
    const first = section().getByRole('article').first();
    await expectVisible(first.getByText('What our own people saw at Arbinda.'));
    await expectVisible(first.getByText('Told again by the data set.'));
    await expectVisible(first.getByText(/april\.csv, row 2, taken in/));
    await press(first, /^Open /);
    await expectVisible(page.getByText('april.csv says otherwise than you in 1 place.'));
    await expectVisible(page.getByText(/april\.csv, row 2/).last());
    await press(page, 'Decide the differences');
    await expectVisible(section());
  });

  test('are decided one by one and all at once, by the keyboard, and taken back', async () => {
    const { page } = run;
    const keep = section().getByRole('button', { name: /^Keep your Summary of .*Arbinda/ });
    await keep.focus();
    await page.keyboard.press('Enter');
    await expectVisible(page.getByText('Summary: your words are kept.'));
    await expectVisible(section().getByText('2 incidents wait.', { exact: false }));
    // the keyboard goes on with the next
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))
      .toMatch(/^Keep your Summary of .*Baraboulé/);
    await press(section(), 'Take all the file’s: Incidents, Summary');
    await expectVisible(page.getByText('2 differences decided.'));
    await section().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expectVisible(section().getByText('2 incidents wait.', { exact: false }));
    await page.keyboard.press('Control+Shift+z');
    await section().waitFor({ state: 'detached' });
    await goTo(page, 'Incidents');
    await incidentRow(page, 'Baraboulé').click();
    await expectVisible(page.getByText('Told again by the data set.'));
    await incidentRow(page, 'Arbinda').click();
    await expectVisible(page.getByText('What our own people saw at Arbinda.'));
    expect(run.complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });
});
