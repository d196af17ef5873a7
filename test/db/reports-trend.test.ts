/** The weekly trend note from real cases; its sums are those of the database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCase } from '../../electron/services/cases.ts';
import { buildReport } from '../../electron/services/reports.ts';
import { fillSample, sampleTitle } from '../../electron/services/sample.ts';
import type { SampleName } from '../../electron/services/sample-data.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import type { ReportDocument } from '../../shared/report/document.ts';

const author = { id: '0196d5a0-0000-7000-8000-00000000000a', name: 'Awa Analyst', initials: 'AA' };
let folder = '';
let session: CaseSession;

function open(which: SampleName): void {
  session = createCase(join(folder, `${which}.cairn`), { title: sampleTitle(which) }, { author });
  fillSample(session, which);
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-trend-'));
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

function trend(extra: Partial<Extract<ReportRequest, { kind: 'trend' }>> = {}): ReportDocument {
  return buildReport(session, {
    kind: 'trend',
    filter: {},
    day: '2025-05-11',
    lang: 'en',
    withMap: true,
    ...extra,
  });
}
type BlockOf<T> = Extract<ReportDocument['blocks'][number], { type: T }>;
function block<T extends ReportDocument['blocks'][number]['type']>(
  document: ReportDocument,
  type: T,
): BlockOf<T>[] {
  return document.blocks.filter((each): each is BlockOf<T> => each.type === type);
}

describe('the weekly trend note', () => {
  test('given the week of Djibo, then counts, tolls, comparison and caveats stand in it', () => {
    open('djibo');
    const document = trend();
    expect(document.title).toBe('Trends, week of 5 May 2025 to 11 May 2025');
    expect(document.frame.productId).toMatch(/^T-/);
    const [points, caveats] = block(document, 'bullets');
    const lines = points?.items.map(({ text }) => text) ?? [];
    expect(lines[0]).toMatch(/^\d.* this week, .* the week before \(/);
    expect(lines.join(' ')).toMatch(/Reported killed this week: lowest \d+, .*highest \d+/);
    expect(caveats?.items.map(({ text }) => text).join(' ')).toContain('fill up as reports');
    expect(block(document, 'table').map(({ caption }) => caption)).toEqual([
      'Week by week',
      'By type',
      'By region',
      'Incidents',
    ]);
    const [bars] = block(document, 'bars');
    expect(bars?.bars).toHaveLength(53);
    expect(block(document, 'sources')).toHaveLength(1);
  });

  test('given the training case, then the parts of each column add up to its first line', () => {
    open('training');
    const dated = session.db
      .prepare(
        'SELECT max(date_latest) AS day FROM incident WHERE deleted_at IS NULL AND date_earliest IS NOT NULL',
      )
      .get() as { readonly day: string };
    const document = trend({ day: dated.day });
    const [, types, areas] = block(document, 'table');
    for (const table of [types]) {
      const of = (row: readonly { readonly text: string }[] | undefined, at: number) =>
        Number(row?.[at]?.text.replace('—', '0'));
      const [all, ...parts] = table?.rows ?? [];
      for (const column of [1, 2]) {
        const sum = parts.reduce((total, row) => total + of(row, column), 0);
        expect(sum).toBeCloseTo(of(all, column), 0);
      }
    }
    expect(areas?.rows.length).toBeGreaterThan(1);
    const [bars] = block(document, 'bars');
    const drawn = bars?.bars.reduce((sum, { sure, spread }) => sum + sure + spread, 0) ?? 0;
    // every incident of the year has its whole weight in the weeks of the year
    const held = session.db
      .prepare(
        `SELECT count(*) AS n FROM incident WHERE deleted_at IS NULL
         AND date_latest <= ? AND date_earliest >= date(?, '-360 days')`,
      )
      .get(dated.day, dated.day) as { readonly n: number };
    expect(drawn).toBeGreaterThanOrEqual(held.n - 0.01);
    expect(document.invented).toBe(true);
  });

  test('given a week without incidents, then nothing is invented', () => {
    open('djibo');
    const document = trend({ day: '2020-01-01', lang: 'fr' });
    expect(document.title).toMatch(/^Tendances, semaine du 30 décembre 2019 au 5 janvier 2020/);
    const [points] = block(document, 'bullets');
    expect(points?.items[0]?.text).toMatch(/^0 incident cette semaine, 0 la semaine précédente/);
    expect(points?.items.map(({ text }) => text)).toContain(
      'Le dossier ne contient pas quatre semaines avant celle-ci\u00a0: il n’y a rien à comparer.',
    );
    expect(block(document, 'map')).toEqual([]);
    expect(block(document, 'sources')).toEqual([]);
  });

  test('given the same twice, then the same document but for its moment', () => {
    open('training');
    const plain = ({ asOf: _at, asOfWords: _words, ...rest }: ReportDocument) => rest;
    expect(plain(trend())).toEqual(plain(trend()));
  });
});
