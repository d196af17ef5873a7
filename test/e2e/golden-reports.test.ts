/** Each kind of report on the sample case, in both languages, as the real program prints it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchApp, type RunningApp } from '../helpers/app.ts';
import {
  type GoldenIds,
  goldenCase,
  goldenRequests,
  printReport,
  reopened,
  stemOf,
} from '../helpers/golden-reports.ts';
import { factsOf, pagesOf, structureOf, tool, withoutStamp } from '../helpers/pdf-facts.ts';
import { changedPages } from '../helpers/reference-pictures.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

const minutes = 60_000;
const kinds = ['brief', 'list', 'sitrep', 'chronology', 'trend', 'profile'] as const;
const of = { en: /Page (\d+) of (\d+)/, fr: /Page (\d+) sur (\d+)/ } as const;

let folder: string;
let db: Database.Database;
let ids: GoldenIds;
let run: RunningApp;
const printed = new Map<string, string>();

const one = (sql: string): unknown => db.prepare(sql).pluck().get();
const pathOf = (stem: string): string => {
  const path = printed.get(stem);
  if (path === undefined) throw new Error(`${stem} was not printed`);
  return path;
};
const textOf = (stem: string) => pagesOf(pathOf(stem)).join(' ').replaceAll(/\s+/g, ' ');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-golden-'));
  const file = goldenCase(folder);
  db = new Database(file, { readonly: true });
  ids = {
    incident: String(one("SELECT id FROM incident WHERE title LIKE '%military base at Djibo%'")),
    actor: String(one("SELECT id FROM actor WHERE name LIKE 'Jama%'")),
  };
  run = await launchApp({ args: [file] });
}, 3 * minutes);
afterAll(async () => {
  await run.close();
  db.close();
  removeFolder(folder);
});

describe.each(['en', 'fr'] as const)('golden reports in %s', (lang) => {
  test('are printed', { timeout: 8 * minutes }, async () => {
    for (const request of goldenRequests(ids, lang)) {
      const stem = stemOf(request);
      const { path, ms, pages } = await printReport(run, request, `${stem}.pdf`);
      console.info(`${stem}: ${pages} pages in ${Math.round(ms)} ms`);
      printed.set(stem, path);
    }
    expect(run.complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });

  test.each(kinds)('%s is a sound, tagged PDF', (kind) => {
    const path = pathOf(stemOf({ kind, lang }));
    const facts = factsOf(path);
    expect(facts.info).toMatch(/^Title: +\S/m);
    expect(facts.info).toMatch(/^Tagged: +yes/m);
    expect(facts.info).toMatch(/^JavaScript: +no/m);
    expect(facts.lang).toBe(lang);
    expect(facts.hasOutline).toBe(true);
    expect(facts.looseFonts).toEqual([]);
    expect(facts.actions).toEqual([]);
    expect(facts.figures).toBeGreaterThan(0);
    expect(facts.alts).toBe(facts.figures);
    const levels = facts.structure.flatMap((name) => /^H(\d)$/.exec(name)?.[1] ?? []).map(Number);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    // no level is passed over on the way down
    expect(levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
    const tables = facts.structure.filter((name) => name === 'Table').length;
    const heads = facts.structure.filter((name) => name === 'TH').length;
    if (kind !== 'chronology') expect(tables).toBeGreaterThan(0);
    expect(heads).toBeGreaterThanOrEqual(tables * 2);
  });

  test.each(kinds)('%s has its label twice and its number on each page', (kind) => {
    const sheets = pagesOf(pathOf(stemOf({ kind, lang })));
    for (const [at, sheet] of sheets.entries()) {
      const lines = sheet.trim().split('\n');
      expect(lines[0]).toMatch(/TLP:GREEN$/);
      expect(lines.at(-1)).toMatch(/TLP:GREEN$/);
      expect(sheet.match(/TLP:[A-Z+]+/g)).toHaveLength(2);
      expect(of[lang].exec(sheet)?.slice(1).map(Number)).toEqual([at + 1, sheets.length]);
    }
  });

  test.each(kinds)('%s looks as when it was last looked at', (kind) => {
    const stem = stemOf({ kind, lang });
    expect(changedPages(pathOf(stem), stem)).toEqual([]);
  });

  test('their sums are those of the database', () => {
    const live = "FROM incident WHERE deleted_at IS NULL AND status <> 'refuted'";
    const low = one(`SELECT sum(killed_low) ${live}`);
    const high = one(`SELECT sum(killed_high) ${live}`);
    const range = `${low}–${high}`;
    for (const kind of ['list', 'sitrep', 'profile'] as const) {
      expect(textOf(stemOf({ kind, lang }))).toContain(range);
    }
    const count = one('SELECT count(*) FROM incident WHERE deleted_at IS NULL');
    expect(textOf(stemOf({ kind: 'list', lang }))).toContain(`${count} incidents`);
    const claims = `FROM toll JOIN claim ON claim.id = toll.claim_id
      WHERE incident_id = '${ids.incident}' AND outcome = 'killed' AND toll.deleted_at IS NULL`;
    // dozens are read as 24 at least
    const least = one(`SELECT min(coalesce(low, 24)) ${claims} AND qualifier <> 'none-given'`);
    const most = one(`SELECT max(low) ${claims}`);
    expect(textOf(stemOf({ kind: 'brief', lang }))).toContain(`${least}–${most}`);
  });

  test('a brief of a usual incident is one page', () => {
    expect(pagesOf(pathOf(stemOf({ kind: 'brief', lang })))).toHaveLength(1);
  });

  test('what is in doubt and what is drawn names its sources', () => {
    // as it is read, not as it lies: the boxes stand beside one another
    const read = (stem: string) => tool('pdftotext', [pathOf(stem), '-']).replaceAll(/\s+/g, ' ');
    const brief = read(stemOf({ kind: 'brief', lang }));
    expect(brief).toMatch(lang === 'en' ? /from 24 to 200\. ?\[1, 2\]/ : /de 24 à 200\. ?\[1, 2\]/);
    const caption =
      lang === 'en'
        ? /lowest to the highest figure claimed — [^[]*\[1, 2\]/
        : /plus bas au plus haut — [^[]*\[1, 2\]/;
    expect(read(stemOf({ kind: 'list', lang }))).toMatch(caption);
  });
});

test('the same inputs give the same text and structure', { timeout: 4 * minutes }, async () => {
  const [request] = goldenRequests(ids, 'fr');
  if (request === undefined) throw new Error('no request');
  const { path } = await printReport(run, request, 'again.pdf');
  const first = pathOf(stemOf(request));
  const words = (file: string) => pagesOf(file).map(withoutStamp);
  expect(words(path)).toEqual(words(first));
  const kindsOf = (file: string) => structureOf(file).join(' ');
  expect(kindsOf(path)).toBe(kindsOf(first));
});

test('a map that cannot be drawn is never printed blank', { timeout: 6 * minutes }, async () => {
  await reopened(run);
  await run.app.evaluate(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest((details, answer) =>
      answer({ cancel: details.url.includes('/tiles/world/') }),
    );
  });
  const [request] = goldenRequests(ids, 'en');
  if (request === undefined) throw new Error('no request');
  await expect(printReport(run, request, 'blank.pdf')).rejects.toThrow('report/map-failed');
  const without = await printReport(run, { ...request, withMap: false }, 'without.pdf');
  expect(without.pages).toBeGreaterThan(0);
});
