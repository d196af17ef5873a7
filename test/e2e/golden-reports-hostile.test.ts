/** Reports that are hard to print: none, one, many, no figures, names that fit nowhere, Arabic ones. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import { launchApp, type RunningApp } from '../helpers/app.ts';
import { printReport } from '../helpers/golden-reports.ts';
import {
  arabicActor,
  type HostileCase,
  hostileCase,
  longName,
  unbroken,
} from '../helpers/hostile-case.ts';
import { pagesOf, tool } from '../helpers/pdf-facts.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

const minutes = 60_000;
let folder: string;
let hostile: HostileCase;
let run: RunningApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-hostile-'));
  hostile = hostileCase(folder, 500);
  run = await launchApp({ args: [hostile.path] });
}, 5 * minutes);
afterAll(async () => {
  await run.close();
  removeFolder(folder);
});

const sort = { key: 'date', direction: 'ascending' } as const;
const list = (ids: readonly string[], lang: 'en' | 'fr' = 'en'): ReportRequest => ({
  ...{ kind: 'list', selection: { what: 'incidents', ids: [...ids] }, lang, withMap: true },
});

/** Points (1/72 inch) from the left that letters may reach on a page of A4. */
const paper = { left: 50, right: 548, bottom: 843 };

/** Letters that stand outside the margins, where a printer would cut them. */
function cutWords(path: string): string[] {
  const word = /xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g;
  return [...tool('pdftotext', ['-bbox', path, '-']).matchAll(word)].flatMap((found) => {
    const [left = 0, right = 0, bottom = 0] = found.slice(1, 4).map(Number);
    const isInside = left >= paper.left && right <= paper.right && bottom <= paper.bottom;
    return isInside ? [] : [found[4] ?? ''];
  });
}

/** Prints, and checks what holds of every report. Answers its pages. */
async function sound(request: ReportRequest, name: string): Promise<readonly string[]> {
  const { path, ms } = await printReport(run, request, `${name}.pdf`);
  const sheets = pagesOf(path);
  console.info(`${name}: ${sheets.length} pages in ${Math.round(ms)} ms`);
  for (const [at, sheet] of sheets.entries()) {
    expect(sheet.match(/TLP:AMBER\+STRICT/g)).toHaveLength(2);
    expect(sheet).toMatch(new RegExp(`Page ${at + 1} (?:of|sur) ${sheets.length}\\b`));
  }
  expect(cutWords(path)).toEqual([]);
  return sheets;
}
const joined = (sheets: readonly string[]) => sheets.join(' ').replaceAll(/\s+/g, ' ');

test('no incident at all says so', { timeout: 3 * minutes }, async () => {
  const selection = { what: 'filter', filter: { text: 'nothing of this' }, sort } as const;
  const nothing = { kind: 'list', selection, lang: 'en', withMap: true } as const;
  const sheets = await sound(nothing, 'zero');
  expect(joined(sheets)).toContain('No incident matches.');
});

test('one incident and its figures', { timeout: 3 * minutes }, async () => {
  const text = joined(await sound(list([hostile.one]), 'one'));
  expect(text).toContain('Ambush on the road');
  expect(text).toContain('12–14');
});

test('tolls nobody gives are not zero', { timeout: 3 * minutes }, async () => {
  const text = joined(await sound(list(hostile.unknown, 'fr'), 'unknown'));
  expect(text).toMatch(/Tués aucun chiffre/);
  expect(text).not.toMatch(/Tués 0/);
});

test('long, unbroken and Arabic names are whole', { timeout: 6 * minutes }, async () => {
  const lettersOf = (name: string) =>
    tool('pdftotext', [join(run.folder, name), '-']).replaceAll(
      /[\s\u200e\u200f\u202a-\u202e]+/g,
      '',
    );
  await sound(list(hostile.named), 'named');
  expect(lettersOf('named.pdf')).toContain(longName.replaceAll(/\s/g, ''));
  for (const word of arabicActor.split(' ')) expect(lettersOf('named.pdf')).toContain(word);
  const [, incidentId = ''] = hostile.named;
  await sound({ kind: 'brief', incidentId, lang: 'fr', withMap: true }, 'unbroken');
  expect(lettersOf('unbroken.pdf')).toContain(unbroken);
});

test('a report of more than 40 pages repeats the heads of its tables', {
  timeout: 6 * minutes,
}, async () => {
  const period = { from: '2024-01-01', to: '2025-12-31' };
  const request = { kind: 'sitrep', filter: {}, ...period, lang: 'en', withMap: true } as const;
  const sheets = await sound(request, 'many');
  expect(sheets.length).toBeGreaterThan(40);
  const rows = sheets.filter((sheet) => /^ +\d+ +\d{1,2} \w+/m.test(sheet));
  expect(rows.length).toBeGreaterThan(10);
  for (const sheet of rows) expect(sheet).toMatch(/No\. +Date +Place +Incident/);
});
