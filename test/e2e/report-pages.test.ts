/** The preview shows the pages of the print: as many, with the same headings and rows on each. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { choose } from '../helpers/hands.ts';
import { hostileCase } from '../helpers/hostile-case.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

let running: RunningApp | undefined;

const dense = (text: string) => text.replace(/\s+/g, '');

/** Text of each page of a PDF, without white space. */
function printed(path: string): string[] {
  return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })
    .split('\f')
    .map(dense)
    .filter((page) => page !== '');
}

interface Shown {
  readonly headings: readonly string[];
  readonly rows: readonly string[];
  /** First cells of rows of tables, as the number of an incident. */
  readonly firsts: readonly string[];
  readonly foot: string;
}

/** What each sheet of the preview shows, scrolled to one by one. */
async function shownOn(page: Page): Promise<Shown[]> {
  const places = page.locator('.report-place');
  const shown: Shown[] = [];
  for (let at = 0; at < (await places.count()); at += 1) {
    const place = places.nth(at);
    await place.scrollIntoViewIfNeeded();
    await place.locator('.report-sheet-body .report').waitFor();
    shown.push(
      await place.evaluate((sheet): Shown => {
        const box = sheet.querySelector('.report-sheet-body')?.getBoundingClientRect();
        const words = (selector: string) =>
          [...sheet.querySelectorAll(selector)]
            .filter((element) => {
              const left = element.getClientRects()[0]?.left ?? -1;
              return box !== undefined && left >= box.left - 1 && left < box.right;
            })
            .map((element) => element.textContent ?? '');
        return {
          headings: words('h1, h2, h3'),
          rows: words('tbody td:nth-child(2) > bdi, .report-sources li > span:nth-child(2) > bdi'),
          firsts: words('tbody td:first-child > bdi'),
          foot: sheet.querySelector('.report-sheet-foot')?.textContent ?? '',
        };
      }),
    );
  }
  return shown;
}

async function savedAs(name: string, button: string, saved: string): Promise<string> {
  if (running === undefined) throw new Error('nothing runs');
  const path = join(running.folder, name);
  await running.answerDialogs(path);
  await running.page.getByRole('button', { name: button }).click();
  await running.page.getByText(saved).waitFor({ timeout: 130_000 });
  return path;
}

function expectSame(shown: readonly Shown[], pages: readonly string[]): void {
  expect(shown.length).toBe(pages.length);
  const all = shown.flatMap(({ headings }) => headings).map(dense);
  for (const [at, { headings, foot }] of shown.entries()) {
    const text = pages[at] ?? '';
    expect(text).toContain(dense(foot).replace(/TLP:.*$/, ''));
    for (const words of headings) expect(text, `page ${at + 1}`).toContain(dense(words));
  }
  expect(all.length).toBeGreaterThan(3);
}

describe('pages of the preview', () => {
  afterEach(async () => {
    await running?.close();
    running = undefined;
  });
  keepPicturesOfFailures(() => running);

  test('given a long list in French, then preview and PDF break it alike', async () => {
    running = await launchApp({ args: ['--training'], lang: 'fr' });
    const { page } = running;
    await page.getByRole('navigation').getByText('Rapports').click();
    await choose(page, page, 'Nature', 'Liste d’incidents');
    await page.locator('.report-sheet .report-figure svg').first().waitFor();
    await page.getByRole('switch', { name: 'Carte' }).press('Space');
    await page.locator('.report-sheet .report-figure image').first().waitFor({ state: 'detached' });
    const path = await savedAs('liste.pdf', 'Enregistrer en PDF…', 'liste.pdf enregistré');
    const pages = printed(path);
    const shown = await shownOn(page);
    expect(pages.length).toBeGreaterThan(4);
    expectSame(shown, pages);
    expect(shown.flatMap(({ rows }) => rows).length).toBeGreaterThan(40);
  });

  test('given a list of 500 incidents, then each row stands on the same page', {
    timeout: 300_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cairn-pages-'));
    const hostile = hostileCase(folder, 500);
    running = await launchApp({ args: [hostile.path] });
    const { page } = running;
    await page.getByRole('navigation').getByText('Reports').click();
    await choose(page, page, 'Kind', 'Incident list');
    await page.getByRole('switch', { name: 'Map' }).press('Space');
    const path = await savedAs('long.pdf', 'Save as PDF…', 'long.pdf saved');
    const shown = await shownOn(page);
    const numbers = (cells: readonly string[]) => cells.filter((cell) => /^\d+$/.test(cell));
    const printedRows = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
      .split('\f')
      .slice(0, -1)
      .map((sheet) => [...sheet.matchAll(/^ *(\d+) +\d{1,2} [A-Z]\w+/gm)].map(([, at]) => at));
    expect(shown.flatMap(({ firsts }) => numbers(firsts)).length).toBeGreaterThan(500);
    expect(shown.map(({ firsts }) => numbers(firsts))).toEqual(printedRows);
    removeFolder(folder);
  });

  test('given a situation report, then preview and PDF break it alike', async () => {
    running = await launchApp({ args: ['--training'] });
    const { page } = running;
    await page.getByRole('navigation').getByText('Reports').click();
    await choose(page, page, 'Kind', 'Situation report');
    await page.locator('.report-sheet .report-figure image').first().waitFor();
    const path = await savedAs('sitrep.pdf', 'Save as PDF…', 'sitrep.pdf saved');
    expectSame(await shownOn(page), printed(path));
  });
});
