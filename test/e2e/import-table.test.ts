/** A file of ACLED by the screen: what it is, its first rows, a check, the import, cancelled and undone. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acledRow, writeAcled } from '../helpers/acled-file.ts';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { expectVisible, goTo, press } from '../helpers/hands.ts';

describe('importing a table', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
    await goTo(run.page, 'Exchange');
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('shows the first rows, checks the file, imports it and takes it back', async () => {
    const { page } = run;
    const path = writeAcled(join(run.folder, 'sahel.csv'), [
      acledRow('BFO1', { fatalities: '0' }),
      acledRow('BFO2', { event_date: '31 June 2025' }),
      ...Array.from({ length: 60 }, (_, n) => acledRow(`BFO1${n}`)),
    ]);
    await run.answerDialogs(path);
    await press(page, 'Choose a table…');
    await expectVisible(page.getByText('Recognised as ACLED: 31 of 31 columns are ACLED’s.'));
    await expectVisible(page.getByText('The first 50 rows as incidents'));
    await expectVisible(page.getByText('event_date “31 June 2025”: not a date'));
    await press(page, 'Check the whole file');
    await expectVisible(page.getByText('Nothing was written. The import would do this:'));
    await expectVisible(page.getByText(/61 added · 1 left out/));
    await press(page, 'Import');
    await expectVisible(page.getByText('Imported.', { exact: true }));
    await press(page, 'Show only this import');
    await expectVisible(page.getByText('Armed clash, Djibo'));
    await goTo(page, 'Exchange');
    await page.getByRole('button', { name: 'Undo this import' }).first().click();
    await press(page.getByRole('alertdialog'), 'Undo this import');
    await expectVisible(page.getByText('taken back', { exact: true }));
    expect(run.complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });
});
