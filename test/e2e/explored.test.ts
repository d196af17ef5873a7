/** What two colleagues and a slip of the hand do to the app: conflicts in packs, refusals, windows closed. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { dialog, expectVisible, fill, goTo, incidentRow, press } from '../helpers/hands.ts';

async function exportTo(run: RunningApp, pack: string): Promise<void> {
  await run.answerDialogs(pack);
  await goTo(run.page, 'Exchange');
  await run.page.getByRole('tab', { name: 'Export' }).click();
  await press(run.page, 'Choose a place and export…');
  await expectVisible(run.page.getByText(/cairnpack is written/));
}

async function preview(run: RunningApp, pack: string): Promise<void> {
  await run.answerDialogs(pack);
  await goTo(run.page, 'Exchange');
  await run.page.getByRole('tab', { name: 'Import' }).click();
  await press(run.page, /Choose (a|another) pack…/);
  await expectVisible(run.page.getByRole('heading', { name: /Preview/ }));
}

async function retitle(run: RunningApp, row: RegExp, title: string): Promise<void> {
  const { page } = run;
  await goTo(page, 'Incidents');
  await incidentRow(page, row).click();
  await press(page.getByRole('complementary', { name: 'Inspector' }), 'Edit');
  const form = page.getByRole('form');
  await fill(form, /^Title/, title);
  await press(form, /^Save/);
  await form.waitFor({ state: 'detached' });
}

describe('two colleagues change the same incidents', () => {
  let here: RunningApp;
  let there: RunningApp;
  beforeAll(async () => {
    here = await launchApp({ args: ['--sample'] });
    there = await launchApp();
  });
  afterAll(async () => {
    await there.close();
    await here.close();
  });
  keepPicturesOfFailures(() => here);

  test('given both edited two titles, when the pack comes back, then each is decided by itself', async () => {
    const first = join(here.folder, 'first.cairnpack');
    const second = join(here.folder, 'second.cairnpack');
    await exportTo(here, first);
    await there.answerDialogs(join(there.folder, 'There.cairn'));
    await press(there.page, /^New case/);
    const box = dialog(there.page, /New case/);
    await fill(box, 'Title of the case', 'Colleague');
    await box.getByRole('button', { name: 'Choose where to keep it…' }).click();
    await preview(there, first);
    await press(there.page, /^Import \d+ records$/);
    await expectVisible(there.page.getByText('Imported.'));

    await retitle(there, /military base/, 'Garrison of Djibo, theirs');
    await retitle(there, /Loroum province/, 'Loroum post, theirs');
    await retitle(here, /military base/, 'Base at Djibo, ours');
    await retitle(here, /Loroum province/, 'Loroum post, ours');
    await exportTo(there, second);

    const { page } = here;
    await preview(here, second);
    const decision = page.getByRole('radiogroup', {
      name: 'Decision for Title of Base at Djibo, ours',
    });
    await decision.getByText('Own words').click();
    await fill(page.getByRole('main'), 'Title in your own words', 'Garrison, in our words');
    // what lies below the fold must not push the heading out of the window
    await expect.poll(() => page.evaluate(() => document.querySelector('main')?.scrollTop)).toBe(0);
    await press(page, /^Import \d+ records?$/);
    await expectVisible(page.getByText(/2 in conflict, decided by you/));
    await press(page, 'Show only this import');
    await expectVisible(incidentRow(page, /Garrison, in our words/));
    await expectVisible(page.getByText('One import only'));
  });

  test('when the answers go back, then the colleague takes them over unasked and both end equal', async () => {
    const third = join(here.folder, 'third.cairnpack');
    const fourth = join(here.folder, 'fourth.cairnpack');
    // a pack holds what the list shows, and that was narrowed to the import
    await goTo(here.page, 'Incidents');
    await press(here.page, 'Show all');
    await exportTo(here, third);
    await preview(there, third);
    await expectVisible(there.page.getByRole('cell', { name: 'Garrison, in our words' }));
    await expect
      .poll(() => there.page.getByRole('radiogroup', { name: /^Decision/ }).count())
      .toBe(0);
    await press(there.page, /^Import \d+ records?$/);
    await expectVisible(there.page.getByText('Imported.'));
    await exportTo(there, fourth);
    await preview(here, fourth);
    await expectVisible(here.page.getByText(/Everything in this pack is already in the case/));
    await press(here.page, 'Cancel');
    for (const { page } of [here, there]) {
      await goTo(page, 'Incidents');
      await expectVisible(incidentRow(page, /Garrison, in our words/));
      await expectVisible(incidentRow(page, /Loroum post, ours/));
    }
  });

  test('when the import is taken back, then ours stands again', async () => {
    const { page } = here;
    await goTo(page, 'Exchange');
    await press(page, 'Undo this import');
    await press(page.getByRole('alertdialog'), 'Undo this import');
    await expectVisible(page.getByText('taken back'));
    await goTo(page, 'Incidents');
    await expectVisible(incidentRow(page, /Base at Djibo, ours/));
    await expectVisible(incidentRow(page, /Loroum post, ours/));
  });

  test('an actor that claims rest on is not deleted, and it is said what rests on it', async () => {
    const { page } = here;
    await goTo(page, 'Actors');
    await page.getByRole('row', { name: /Nusrat/ }).click();
    await expectVisible(page.getByRole('heading', { name: /Nusrat/ }));
    await press(page.getByRole('main'), /^More/);
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await press(page.getByRole('alertdialog'), 'Delete');
    await expectVisible(page.getByText('Other records rest on this one: 4 claims, 2 sources.'));
  });
});

describe('the window is closed by a slip', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
    await run.app.evaluate(({ dialog: native }) => {
      Reflect.set(globalThis, 'asked', 0);
      native.showMessageBoxSync = () => {
        Reflect.set(globalThis, 'asked', Number(Reflect.get(globalThis, 'asked')) + 1);
        return 0;
      };
    });
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  /** Closes the window as its button does, and waits until the question has been put. */
  async function closeWindow(times: number): Promise<void> {
    await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect
      .poll(() => run.app.evaluate(() => Reflect.get(globalThis, 'asked')), { timeout: 5000 })
      .toBe(times);
  }

  test('a half-written incident is asked about and stays', async () => {
    const { page } = run;
    await page.keyboard.press('Control+i');
    const form = page.getByRole('form', { name: 'New incident' });
    await fill(form, 'Title', 'Half written');
    await closeWindow(1);
    await expect
      .poll(() => form.getByRole('textbox', { name: 'Title' }).inputValue())
      .toBe('Half written');
    await press(form, 'Cancel');
    await press(page.getByRole('alertdialog'), 'Discard');
  });

  test('so is a half-written source, in its dialog', async () => {
    const { page } = run;
    await goTo(page, 'Sources');
    await press(page, 'New source');
    const box = dialog(page, 'New source');
    await fill(box, 'Title', 'Half a source');
    await closeWindow(2);
    await expect
      .poll(() => box.getByRole('textbox', { name: 'Title' }).inputValue())
      .toBe('Half a source');
    await press(box, 'Cancel');
    await press(page.getByRole('alertdialog'), 'Leave without saving');
  });
});

describe('at 200 % zoom', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'], width: 1280, height: 800 });
    await run.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
    });
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('the claims of a source keep a height to read them in', async () => {
    const { page } = run;
    await page.keyboard.press('Alt+4');
    // by script: the test tool aims its pointer without regard to the zoom
    await page
      .getByRole('option', { name: /Press report on the attack on Djibo/ })
      .evaluate((option: HTMLElement) => option.click());
    const claim = page.getByRole('button', { name: 'Record a claim', exact: true }).last();
    await claim.waitFor();
    await claim.scrollIntoViewIfNeeded();
    const panel = await page.evaluate(
      () => document.querySelector('.source-view-record')?.clientHeight ?? 0,
    );
    expect(panel).toBeGreaterThan(100);
  });
});
