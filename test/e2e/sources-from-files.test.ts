/**
 * Sources from files by the screens: a PDF with what it says of itself, a scan, several dropped at once,
 * rich text pasted; each with its file inside the case and one undo.
 */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { docxFile, paragraph, run as words } from '../helpers/docx-file.ts';
import { dialog, expectVisible, goTo, press } from '../helpers/hands.ts';

const fixture = (name: string) => new URL(`../fixtures/reading/${name}`, import.meta.url).pathname;

/** As the desktop does it: real files, whose paths only the preload can learn. */
async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
  await session.detach();
}

describe('sources from files', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
    await goTo(run.page, 'Sources');
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('a PDF opens as text; what it says of itself is taken over; text and file come and go together', async () => {
    const { page } = run;
    const path = join(run.folder, 'communiqué.pdf');
    copyFileSync(fixture('french.pdf'), path);
    await run.answerDialogs(path);
    await press(page, 'New sources from files…');
    const box = dialog(page, 'New source');
    await expectVisible(box.getByText(/communiqué\.pdf: \d+ characters from 1 page/));
    const text = await box.getByRole('textbox', { name: 'Text', exact: true }).inputValue();
    expect(text).toContain('Le bilan est-il connu ? Les ex-rebelles n’ont rien dit.');
    await box.getByRole('button', { name: 'Take over: Published' }).click();
    await press(box, /^Save source/);
    await box.waitFor({ state: 'detached' });
    const row = page.getByRole('option', { name: /Communiqué du 12 mai/ });
    await expectVisible(row);
    await expectVisible(page.getByText('communiqué.pdf'));
    await expectVisible(page.getByText('application/pdf'));
    await page.keyboard.press('Control+z');
    await row.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await expectVisible(row);
  });

  test('a scan says that it holds no text, and is kept', async () => {
    const { page } = run;
    await dropFiles(page, [fixture('scan.pdf')]);
    const box = dialog(page, 'New source');
    await expectVisible(box.getByText('A scan: it holds pictures of pages, and no text.'));
    await press(box, /^Save source/);
    await expectVisible(page.getByRole('option', { name: /Scanned letter/ }));
    await expectVisible(page.getByText('scan.pdf'));
  });

  test('files dropped together become sources in one step; a locked one says so', async () => {
    const { page } = run;
    const docx = join(run.folder, 'rapport.docx');
    const core = '<dc:title>Rapport de mission</dc:title><dc:creator>A. Sawadogo</dc:creator>';
    writeFileSync(docx, docxFile({ body: paragraph(words('Le marché a brûlé.')), core }));
    await dropFiles(page, [docx, fixture('locked.pdf')]);
    const box = dialog(page, '2 new sources from files');
    await expectVisible(box.getByText('A. Sawadogo'));
    await expectVisible(box.getByText('Locked with a password.'));
    await press(box, /^Add 2 sources/);
    await expectVisible(page.getByText('2 sources added'));
    const row = page.getByRole('option', { name: /Rapport de mission/ });
    await expectVisible(row);
    await expectVisible(page.getByText('Le marché a brûlé.'));
    await page.keyboard.press('Control+z');
    await row.waitFor({ state: 'detached' });
    await page.getByRole('option', { name: /locked/ }).waitFor({ state: 'detached' });
  });

  test('rich text is pasted as its words, lists as lines', async () => {
    const { page } = run;
    await press(page, 'New source');
    const box = dialog(page, 'New source');
    const field = box.getByRole('textbox', { name: 'Text', exact: true });
    await field.click();
    await field.evaluate((element) => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        '<h2>Djibo</h2><p>Un&nbsp;<b>camp</b></p><ul><li>a<li>b</ul><script>x</script>',
      );
      data.setData('text/plain', 'other');
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect
      .poll(() => field.inputValue(), { timeout: 15_000 })
      .toBe('Djibo\n\nUn camp\n\na\nb');
    await box.getByRole('button', { name: 'Cancel' }).click();
    await press(page, 'Leave without saving');
  });

  test('a dropped file gives the page a token and no path; a made-up drop gives nothing', async () => {
    const { page } = run;
    await page.evaluate(() => {
      const { subscribe } = Reflect.get(window, 'cairn') as {
        subscribe(event: string, listener: (payload: unknown) => void): void;
      };
      const seen: unknown[] = [];
      Reflect.set(window, 'seenDrops', seen);
      subscribe('files/dropped', (payload) => seen.push(payload));
      const data = new DataTransfer();
      data.items.add(new File(['x'], '/etc/passwd'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    });
    await dropFiles(page, [fixture('scan.pdf')]);
    const box = dialog(page, 'New source');
    await expectVisible(box.getByText(/A scan/));
    const seen = await page.evaluate(() => JSON.stringify(Reflect.get(window, 'seenDrops')));
    expect(JSON.parse(seen)).toMatchObject([{ files: [{ fileName: 'scan.pdf' }] }]);
    expect(seen).not.toContain('fixtures');
    // a draft left open would keep the program from ending
    await box.getByRole('button', { name: 'Cancel' }).click();
    await press(page, 'Leave without saving');
  });
});
