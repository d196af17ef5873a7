/** A file of ACLED by the screen: what it is, its first rows, a check, the import, cancelled and undone. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ucdpColumns } from '../../shared/import/known-layouts.ts';
import { acledRow, writeAcled } from '../helpers/acled-file.ts';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { cellsOf, csvText, ucdpRow } from '../helpers/data-set-rows.ts';
import { expectVisible, goTo, press } from '../helpers/hands.ts';
import { zipOf } from '../helpers/zip-of.ts';

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
    await press(page, 'Choose a file…');
    await expectVisible(
      page.getByText(/Recognised as ACLED: it has 31 of the file’s 31 columns\./),
    );
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

  test('asks which comes first, takes a list with the meanings that were saved, and says who did it', async () => {
    const { page } = run;
    const path = join(run.folder, 'liste du matin.csv');
    const head = 'Date;Lieu;Tués;Auteur;Une colonne au nom bien trop long pour une seule ligne';
    const rows = ['02/03/2025;جيبو;au moins 60;Hills;x', '04/03/2025;Arbinda;;;y'];
    writeFileSync(path, [head, ...rows, ''].join('\r\n'));
    await run.answerDialogs(path);
    await press(page, 'Choose a file…');
    await expectVisible(page.getByText('Is “02/03/2025” day first or month first?'));
    await press(page, 'Day first');
    await expectVisible(page.getByText('2 March 2025'));
    await expectVisible(page.locator('.exchange-rows').getByText('Perpetrator'));
    await press(page, 'Save mapping');
    await expectVisible(page.getByText(/those of your saved mapping “liste du matin”/));
    await press(page, 'Close');
    await run.answerDialogs(path);
    await press(page, 'Choose a file…');
    await expectVisible(page.getByText(/those of your saved mapping “liste du matin”/));
    await expectVisible(page.getByText('≥ 60'));
    await press(page, 'Import');
    await expectVisible(page.getByText('Imported.', { exact: true }));
  });

  test('UCDP in a zip is recognised with its terms; totals are refused by name', async () => {
    const { page } = run;
    const zip = join(run.folder, 'ged99-csv.zip');
    const table = csvText([
      ucdpColumns,
      cellsOf(ucdpRow('1')),
      cellsOf(ucdpRow('2', { low: '9' })),
    ]);
    writeFileSync(zip, await zipOf({ 'GEDEvent_v99.csv': table }));
    const totals = join(run.folder, 'totals.csv');
    writeFileSync(totals, 'month,country,events,fatalities\r\nMay,Mali,12,30\r\n');
    await run.answerDialogs(zip);
    await press(page, 'Choose another file…');
    await expectVisible(page.getByText(/Recognised as UCDP GED: it has 49/));
    await expectVisible(page.getByText(/low, best and high are not in order/));
    await press(page, 'Import');
    await expectVisible(page.getByText(/CC BY 4.0/));
    await run.answerDialogs(totals);
    await press(page, 'Choose another file…');
    await expectVisible(page.getByText('These rows count events; they tell of none.'));
  });
});
