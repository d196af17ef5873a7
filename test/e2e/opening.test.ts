/**
 * Opening, in every way a user has and with every file a user may meet: command line and double click
 * (second start), recent list, the bundled samples; damaged, foreign, newer and busy files are refused
 * with their own sentence and left as they were.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeCase, createCase } from '../../electron/services/cases.ts';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { expectVisible, incidentRow } from '../helpers/hands.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

const author = { id: '01890000-0000-7000-8000-000000000001', name: 'Test', initials: 'T' };

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function title(run: RunningApp): Promise<string | undefined> {
  return run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
}

/** What a double click on a file does while Cairn runs: the second start hands its arguments over. */
function doubleClick(run: RunningApp, path: string): Promise<void> {
  return run.app.evaluate(({ app }, file) => {
    app.emit('second-instance', {}, ['electron', '.', file], '/');
  }, path);
}

describe('opening a case', () => {
  let folder: string;
  let run: RunningApp;
  const file = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-open-'));
    for (const name of ['First', 'Second']) {
      closeCase(createCase(file(`${name}.cairn`), { title: `${name} case` }, { author }));
    }
    run = await launchApp({ args: [file('First.cairn')] });
  });
  afterAll(async () => {
    await run.close();
    removeFolder(folder);
  });
  keepPicturesOfFailures(() => run);

  test('named on the command line: the title carries the name and the label', async () => {
    await expect.poll(() => title(run)).toBe('First case — TLP:AMBER — Cairn');
  });

  test('by double click while another is open', async () => {
    await doubleClick(run, file('Second.cairn'));
    await expect.poll(() => title(run)).toBe('Second case — TLP:AMBER — Cairn');
  });

  const damaged = () => {
    closeCase(createCase(file('Damaged.cairn'), { title: 'Damaged' }, { author }));
    const bytes = readFileSync(file('Damaged.cairn'));
    bytes.fill(0x5a, 2048, bytes.length - 100);
    writeFileSync(file('Damaged.cairn'), bytes);
  };
  const foreign = () => {
    const db = new Database(file('Foreign.cairn'));
    db.exec('CREATE TABLE recipe (name TEXT)');
    db.close();
  };
  const newer = () => {
    closeCase(createCase(file('Newer.cairn'), { title: 'Newer' }, { author }));
    const db = new Database(file('Newer.cairn'));
    db.pragma('user_version = 999990');
    db.close();
  };

  test.each([
    { name: 'Damaged.cairn', make: damaged, words: /damaged/i },
    { name: 'Foreign.cairn', make: foreign, words: /not a Cairn case|no Cairn case/i },
    {
      name: 'Text.cairn',
      make: () => writeFileSync(file('Text.cairn'), 'hello'),
      words: /not a Cairn case|no Cairn case/i,
    },
    { name: 'Newer.cairn', make: newer, words: /newer/i },
    {
      name: 'Gone.cairn',
      make: () => undefined,
      words: /not (be )?found|no longer there|not there/i,
    },
  ])('$name is refused in words, and left as it was', async ({ name, make, words }) => {
    make();
    const before = name === 'Gone.cairn' ? '' : sha256(file(name));
    await doubleClick(run, file(name));
    await expectVisible(run.page.getByText(words));
    await expect.poll(() => title(run)).toBe('Second case — TLP:AMBER — Cairn');
    if (before !== '') expect(sha256(file(name))).toBe(before);
    await run.page.reload();
    await run.page.waitForSelector('html[data-ready="true"]', { state: 'attached' });
  });

  test('a case that another Cairn has open is not opened twice', async () => {
    const other = await launchApp({ args: [file('First.cairn')] });
    try {
      await doubleClick(run, file('First.cairn'));
      await expectVisible(run.page.getByText(/open in another|another program|already open/i));
      await expect.poll(() => title(run)).toBe('Second case — TLP:AMBER — Cairn');
    } finally {
      await other.close();
    }
  });

  test('closed from the palette, found again in the recent list, with its window as it was', async () => {
    const { page } = run;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('>close the case');
    await page.keyboard.press('Enter');
    await expectVisible(page.getByRole('heading', { name: 'Cairn', level: 1 }));
    await expect.poll(() => title(run)).toBe('Cairn');
    await page.getByText('Second case').first().click();
    await expect.poll(() => title(run)).toBe('Second case — TLP:AMBER — Cairn');
  });

  test('both bundled samples open, and never as one', async () => {
    const { page } = run;
    for (const [words, heading, row] of [
      ['>open the sample case', 'Djibo, May 2025', /military base at Djibo/],
      ['>open the training case', 'Training', /./],
    ] as const) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
      await expect.poll(() => title(run)).toContain(heading);
      await expectVisible(incidentRow(page, row));
    }
    await expectVisible(page.getByText(/invented/i));
  });
});

describe('the window', () => {
  test('comes back in the size it was left', async () => {
    const userData = mkdtempSync(join(tmpdir(), 'cairn-window-'));
    try {
      const first = await launchApp({ userData, width: 1111, height: 777 });
      await first.close();
      const bounds = JSON.parse(readFileSync(join(userData, 'window.json'), 'utf8')) as {
        width: number;
        height: number;
      };
      // no content size is set for this one: it must come from the profile
      const second = await launchApp({ userData, width: 0, height: 0 });
      const again = await second.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
      );
      await second.close();
      expect({ width: again?.width, height: again?.height }).toEqual({
        width: bounds.width,
        height: bounds.height,
      });
      expect(bounds.width).toBeGreaterThanOrEqual(1111);
    } finally {
      removeFolder(userData);
    }
  });
});
