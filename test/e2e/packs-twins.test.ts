/**
 * Two offices read one file of ACLED, each by itself: the preview of the pack counts its rows apart, its choice is made
 * by keyboard, the import makes one incident of two, and the list of pairs joins those that were left. Pictures are kept
 * under out/e2e/twins for people to look at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importRows } from '../../electron/services/bulk/import-rows.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { tableFeed } from '../../electron/services/bulk/table-feed.ts';
import { closeCase, createCase } from '../../electron/services/cases.ts';
import { exportPack } from '../../electron/services/export-pack.ts';
import { runtime } from '../../electron/setup/runtime.mjs';
import { acledRow, writeAcled } from '../helpers/acled-file.ts';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { temporaryFolder } from '../helpers/case-builder.ts';
import { dialog, expectVisible, goTo, leaveDialogs, press } from '../helpers/hands.ts';
import { awa, bila } from '../helpers/laptops.ts';

const pictures = join(runtime().appFolder, 'out', 'e2e', 'twins');
const folder = temporaryFolder();

/** A case that has read the file; of a colleague's its pack. */
async function readBy(author: typeof awa, name: string): Promise<string> {
  const rows = ['BFO1', 'BFO2', 'BFO3'].map((key, at) =>
    acledRow(key, { fatalities: `${at + 2}`, event_date: `2025-0${at + 2}-11` }),
  );
  const csv = writeAcled(join(folder, 'may.csv'), rows);
  const path = join(folder, `${name}.cairn`);
  const session = createCase(path, { title: name, tlp: 'GREEN' }, { author });
  const { facts, mapping } = recogniseTable(csv);
  importRows(session, tableFeed(csv, facts, mapping));
  const pack = join(folder, `${name}.cairnpack`);
  const what = { selection: { what: 'case' as const }, title: name, tlpMax: 'RED' as const };
  if (author === bila) await exportPack(session, pack, what);
  closeCase(session);
  return author === bila ? pack : path;
}

describe('a pack with rows that the case has too', () => {
  let run: RunningApp;
  let pack: string;
  keepPicturesOfFailures(() => run);
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    pack = await readBy(bila, 'Dakar');
    run = await launchApp({ args: [await readBy(awa, 'Ouagadougou')] });
  });
  afterAll(() => run.close());

  const look = (name: string) => run.page.screenshot({ path: join(pictures, `${name}.png`) });
  const choice = () => run.page.getByRole('checkbox', { name: 'Make one incident of each pair' });

  async function offer(): Promise<void> {
    await goTo(run.page, 'Exchange');
    await run.answerDialogs(pack);
    await press(run.page, /Choose (a|another) pack…/);
    await expectVisible(
      run.page.getByText('3 incidents of the pack are rows of ACLED that this case has too.'),
    );
  }

  test('left apart by keyboard, they are joined from the list, taken back and joined again', async () => {
    const { page } = run;
    await offer();
    await expect.poll(() => choice().isChecked()).toBe(true);
    await choice().focus();
    await page.keyboard.press('Space');
    await expect.poll(() => choice().isChecked()).toBe(false);
    await expectVisible(page.getByText(/^Both stay\./));
    await choice().scrollIntoViewIfNeeded();
    await look('1-preview-apart');
    await press(page, /^Import \d+ records$/);
    await expectVisible(page.getByText('Imported.'));
    await press(page, 'Compare 3 pairs');
    const box = dialog(page, 'Same attack?');
    const all = box.getByRole('button', { name: 'Join all 3 pairs' });
    await expectVisible(all);
    await expectVisible(box.getByText('ACLED: 3 pairs'));
    await look('2-list');
    await all.focus();
    await page.keyboard.press('Enter');
    await expectVisible(box.getByText('3 pairs joined'));
    await expectVisible(box.getByText('Nothing looks like one attack told twice'));
    await look('3-joined');
    await press(box, 'Undo');
    await expectVisible(all);
    await press(box, 'Join all 3 pairs');
    await expectVisible(box.getByText('3 pairs joined'));
    await leaveDialogs(page);
    await goTo(page, 'Incidents');
    await expectVisible(page.getByText(/^3 incidents/).first());
  });

  test('joined by the import itself, which one click takes back', async () => {
    const { page } = run;
    await page.keyboard.press('Control+Z');
    await goTo(page, 'Exchange');
    await page.getByRole('button', { name: 'Undo this import' }).first().click();
    await press(page.getByRole('alertdialog'), 'Undo this import');
    await expectVisible(page.getByText(/taken back\.$/).first());
    await offer();
    await look('4-preview');
    await press(page, /^Import \d+ records$/);
    await expectVisible(page.getByText(/3 pairs of one row made one incident/));
    await look('5-result');
  });
});
