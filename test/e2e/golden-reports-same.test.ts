/**
 * The same inputs give the same file, byte for byte, besides the moment of its making: every kind of
 * report in both languages, its maps drawn anew.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appOut } from '../../electron/setup/lib/paths.mjs';
import { launchApp, type RunningApp } from '../helpers/app.ts';
import {
  askApp,
  type GoldenIds,
  goldenCase,
  goldenRequests,
  print,
  printReport,
  reopened,
  stemOf,
} from '../helpers/golden-reports.ts';
import { withoutDates } from '../helpers/pdf-facts.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

const minutes = 60_000;
let folder: string;
let file: string;
let ids: GoldenIds;
let run: RunningApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-same-'));
  file = goldenCase(folder);
  const db = new Database(file, { readonly: true });
  const one = (sql: string) => String(db.prepare(sql).pluck().get());
  ids = {
    incident: one("SELECT id FROM incident WHERE title LIKE '%military base at Djibo%'"),
    actor: one("SELECT id FROM actor WHERE name LIKE 'Jama%'"),
  };
  db.close();
  run = await launchApp({ args: [file] });
}, 3 * minutes);
afterAll(async () => {
  await run.close();
  removeFolder(folder);
});

describe.each(['en', 'fr'] as const)('reports in %s', (lang) => {
  test('are built alike from the same case, besides their stamp', async () => {
    for (const request of goldenRequests(ids, lang)) {
      const { asOf, asOfWords, ...first } = await askApp(run, 'report/build', request);
      const { asOf: at, asOfWords: words, ...again } = await askApp(run, 'report/build', request);
      expect(again, stemOf(request)).toEqual(first);
      expect([asOf, at, asOfWords, words].every((each) => each !== '')).toBe(true);
    }
  });

  test('are printed alike, byte for byte', { timeout: 15 * minutes }, async () => {
    const kept: { readonly id: string; readonly stem: string }[] = [];
    for (const request of goldenRequests(ids, lang)) {
      const { id } = await askApp(run, 'report/keep', { request, title: stemOf(request) });
      kept.push({ id, stem: stemOf(request) });
    }
    const all = async (round: string) => {
      const files = new Map<string, string>();
      for (const { id, stem } of kept) {
        const { path } = await print(run, { keptId: id }, `${stem}-${round}.pdf`);
        files.set(stem, path);
      }
      return files;
    };
    const first = await all('first');
    await reopened(run);
    const again = await all('again');
    for (const { stem } of kept) {
      const [a, b] = [first, again].map((files) => withoutDates(files.get(stem) ?? ''));
      expect(a?.length, stem).toBeGreaterThan(50_000);
      // not toEqual: its answer would be a megabyte
      expect(a === b, stem).toBe(true);
    }
  });
});

test('a map whose tiles come late is waited for, and is the same', {
  timeout: 8 * minutes,
}, async () => {
  const [request] = goldenRequests(ids, 'en');
  if (request === undefined) throw new Error('no request');
  const { id } = await askApp(run, 'report/keep', { request, title: 'late' });
  const { path: prompt } = await print(run, { keptId: id }, 'prompt.pdf');
  await reopened(run);
  await run.app.evaluate(({ session }) => {
    let held = 0;
    session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
      const isTile = details.url.includes('/tiles/');
      held += isTile ? 1 : 0;
      // each later than the one before, so that the map comes to rest between them
      setTimeout(() => answer({}), isTile ? 700 * held : 0);
    });
  });
  const { path: late } = await print(run, { keptId: id }, 'late.pdf');
  expect(withoutDates(late) === withoutDates(prompt)).toBe(true);
});

test('a base map that can be read in part only is never printed as empty country', {
  timeout: 6 * minutes,
}, async () => {
  const data = join(folder, 'data');
  mkdirSync(data);
  const whole = join(appOut, '..', 'data');
  for (const name of readdirSync(whole)) symlinkSync(join(whole, name), join(data, name));
  // its directory is there, its tiles are not
  const world = readFileSync(join(whole, 'world.pmtiles')).subarray(0, 1_000_000);
  rmSync(join(data, 'world.pmtiles'));
  writeFileSync(join(data, 'world.pmtiles'), world);
  await run.close();
  run = await launchApp({ args: [file], env: { CAIRN_DATA_DIR: data } });
  const [request] = goldenRequests(ids, 'fr');
  if (request === undefined) throw new Error('no request');
  await expect(printReport(run, request, 'none.pdf')).rejects.toThrow('report/map-failed');
});
