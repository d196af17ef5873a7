/**
 * Files in and out by the screens: attachments with their hash, a copy of the case, packs that are
 * refused with their reason, an import taken back as one, and the bin.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeCase, openCase } from '../../electron/services/cases.ts';
import { checkCase } from '../../electron/services/check.ts';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { dialog, expectVisible, fill, goTo, incidentRow, press } from '../helpers/hands.ts';

const author = { id: '01890000-0000-7000-8000-000000000001', name: 'Test', initials: 'T' };

describe('files in and out of a case', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('a file added to a source is kept byte for byte and can be saved again', async () => {
    const { page } = run;
    const original = join(run.folder, 'vidéo du 10 mai.mp4');
    const bytes = randomBytes(1_500_000);
    writeFileSync(original, bytes);
    await goTo(page, 'Sources');
    await page.getByRole('option', { name: /Video message/ }).click();
    await run.answerDialogs(original);
    await press(page, 'Add a file');
    await expectVisible(page.getByText('vidéo du 10 mai.mp4'));
    await expectVisible(
      page.getByText(createHash('sha256').update(bytes).digest('hex').slice(0, 8)),
    );
    const copy = join(run.folder, 'copy.mp4');
    await run.answerDialogs(copy);
    await press(page, /^More on vidéo/);
    await page.getByRole('menuitem', { name: 'Save a copy…' }).click();
    await expectVisible(page.getByText(/Saved as copy\.mp4/));
    expect(readFileSync(copy).equals(bytes)).toBe(true);
  });

  test('a copy of the case is whole and opens by itself', async () => {
    const { page } = run;
    const path = join(run.folder, 'Copy.cairn');
    await run.answerDialogs(path);
    await page.keyboard.press('Control+Shift+s');
    await expectVisible(page.getByText(/^Copy saved as Copy\.cairn/));
    const session = openCase(path, { author });
    try {
      expect(checkCase(session)).toEqual({ ok: true, problems: [] });
    } finally {
      closeCase(session);
    }
  });

  test('the search index is built anew, and what came of it stays', async () => {
    const { page } = run;
    await goTo(page, 'History');
    await press(page, 'Rebuild the search index');
    await expectVisible(page.getByText(/^The search index is built anew: \d+ incidents/));
    await expectVisible(
      page.getByRole('button', { name: /^Background work: New search index – \d+ incidents/ }),
    );
  });

  test('a deleted incident waits in the bin and comes back with its claims', async () => {
    const { page } = run;
    await goTo(page, 'Incidents');
    await incidentRow(page, /military base at Djibo/).click();
    await page.keyboard.press('Delete');
    await incidentRow(page, /military base at Djibo/).waitFor({ state: 'detached' });
    await press(page, 'Deleted incidents');
    await incidentRow(page, /military base at Djibo/).click();
    await press(page.getByRole('toolbar'), /^Restore/);
    await press(page, 'Back to the incidents');
    await expectVisible(incidentRow(page, /military base at Djibo.*24–200/));
  });

  test('a pack exported, damaged, is refused with its reason; the case stays as it was', async () => {
    const { page } = run;
    const pack = join(run.folder, 'djibo.cairnpack');
    await run.answerDialogs(pack);
    await goTo(page, 'Exchange');
    await page.getByRole('tab', { name: 'Export' }).click();
    await press(page, 'Choose a place and export…');
    await expectVisible(page.getByText(/djibo\.cairnpack is written/));

    const good = readFileSync(pack);
    const truncated = join(run.folder, 'truncated.cairnpack');
    writeFileSync(truncated, good.subarray(0, good.length - 400));
    const foreign = join(run.folder, 'foreign.cairnpack');
    writeFileSync(foreign, 'this is no zip');
    await page.getByRole('tab', { name: 'Import' }).click();
    for (const path of [truncated, foreign]) {
      await run.answerDialogs(path);
      await press(page, /Choose (a|another) pack…/);
      await expectVisible(page.getByText(/was refused/));
    }
    await run.answerDialogs(pack);
    await press(page, /Choose (a|another) pack…/);
    await expectVisible(page.getByText(/Everything in this pack is already in the case/));
  });

  test('an import is taken back as one', async () => {
    const { page } = run;
    await run.answerDialogs(join(run.folder, 'Empty.cairn'));
    await page.keyboard.press('Control+Shift+n');
    const box = dialog(page, 'New case');
    await fill(box, 'Title of the case', 'Empty');
    await box.getByRole('button', { name: 'Choose where to keep it…' }).click();
    await expectVisible(page.getByText('No incidents yet'));
    await goTo(page, 'Exchange');
    await run.answerDialogs(join(run.folder, 'djibo.cairnpack'));
    await press(page, 'Choose a pack…');
    await press(page, /^Import \d+ records$/);
    await expectVisible(page.getByText('Imported.'));
    await goTo(page, 'Incidents');
    await expectVisible(incidentRow(page, /military base at Djibo/));
    await page.keyboard.press('Control+z');
    await expectVisible(page.getByText('No incidents yet'));
    await page.keyboard.press('Control+Shift+z');
    await expectVisible(incidentRow(page, /military base at Djibo/));
  });

  test('a case whose search index cannot be read opens and mends it by itself', async () => {
    const { page } = run;
    const path = join(run.folder, 'Copy.cairn');
    const before = openCase(path, { author });
    before.db.unsafeMode(true);
    before.db.exec('DELETE FROM incident_fts_data WHERE id > 100');
    closeCase(before);
    await run.answerDialogs(path);
    await page.keyboard.press('Control+o');
    await expectVisible(
      page.getByRole('button', { name: /^Background work: New search index – \d+ incidents/ }),
    );
    await goTo(page, 'History');
    await press(page, 'Check the case');
    await expectVisible(page.getByText('The case is sound.'));
  });
});
