/** Situation report, chronology and profile from real cases. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listIncidentKeys } from '../../electron/db/queries/incident-list.ts';
import { listRecords } from '../../electron/db/queries/records.ts';
import { run } from '../../electron/db/sqlite.ts';
import { createCase } from '../../electron/services/cases.ts';
import { buildReport } from '../../electron/services/reports.ts';
import { fillSample, sampleTitle } from '../../electron/services/sample.ts';
import type { SampleName } from '../../electron/services/sample-data.ts';
import { saveRecords } from '../../electron/services/save.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReportDocument } from '../../shared/report/document.ts';

const author = { id: '0196d5a0-0000-7000-8000-00000000000a', name: 'Awa Analyst', initials: 'AA' };
let folder = '';
let session: CaseSession;

function open(which: SampleName): void {
  session = createCase(join(folder, `${which}.cairn`), { title: sampleTitle(which) }, { author });
  fillSample(session, which);
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-products-'));
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

/** First and last day of all incidents that have both. */
function span(): [string, string] {
  const days = listRecords(session.db, 'incident')
    .flatMap(({ date_earliest, date_latest }) => [date_earliest ?? '', date_latest ?? ''])
    .filter((day) => day !== '')
    .sort();
  return [days[0] ?? '', days.at(-1) ?? ''];
}

type BlockOf<T> = Extract<ReportDocument['blocks'][number], { type: T }>;
function block<T extends ReportDocument['blocks'][number]['type']>(
  document: ReportDocument,
  type: T,
): BlockOf<T>[] {
  return document.blocks.filter((each): each is BlockOf<T> => each.type === type);
}
const headings = (document: ReportDocument) => block(document, 'heading').map(({ text }) => text);

function sitrep(extra: Partial<Extract<ReportRequest, { kind: 'sitrep' }>> = {}) {
  return buildReport(session, {
    kind: 'sitrep',
    filter: {},
    from: '2025-05-08',
    to: '2025-05-14',
    lang: 'en',
    withMap: true,
    ...extra,
  });
}

describe('the situation report', () => {
  test('given the week of Djibo, then it says what is counted, of whom, and what is missing', () => {
    open('djibo');
    const document = sitrep();
    expect(document.title).toBe('Situation, 8 May 2025 to 14 May 2025');
    expect(headings(document)).toEqual([
      'Key points',
      'Map',
      'Incidents over time',
      'Killed by party',
      'Actors most often named',
      'Who is named with whom',
      'Incidents',
      'By area',
      'Sahel, Burkina Faso',
      'Nord, Burkina Faso',
      'Against earlier periods',
      'Changes to earlier incidents',
      'Assessment',
      'Gaps',
    ]);
    const [points, ...bullets] = block(document, 'bullets');
    expect(points?.items.map(({ text }) => text)).toMatchSnapshot();
    expect(bullets.at(-1)?.items.map(({ text }) => text)).toMatchSnapshot();
  });

  test('its rows and counts are those of the list with the same filter', () => {
    open('training');
    const [from, to] = span();
    const { total, killed } = listIncidentKeys(
      session.db,
      { after: from, before: to },
      defaultSort,
    );
    expect(total).toBeGreaterThan(5);
    const document = sitrep({ from, to });
    const [incidents, comparison] = block(document, 'table');
    expect(incidents?.rows.length).toBe(total);
    expect(comparison?.rows[0]?.[1]?.text).toBe(String(total));
    expect(comparison?.rows.at(-1)?.[1]?.text).toContain(String(killed.low));
  });

  test('bars hold each dated incident once', () => {
    open('djibo');
    const [bars] = block(sitrep({ from: '2025-05-01', to: '2025-05-31' }), 'bars');
    const sum = bars?.bars.reduce((all, { sure, spread }) => all + sure + spread, 0) ?? 0;
    // Djibo on the 11th and Loroum anywhere in May; Dicko's call has no first day, Sole no date
    expect(sum).toBeCloseTo(2, 1);
    expect(bars?.bars.find(({ label }) => label === '11 May')?.sure).toBe(1);
    expect(bars?.caption).toContain('1 incident has no dated span.');
  });

  test('what changed since on an older incident is told with its old status', () => {
    open('djibo');
    const incident = listRecords(session.db, 'incident').find(({ title }) =>
      title.includes('base at Djibo'),
    );
    const day = new Date().toISOString().slice(0, 10);
    expect(block(sitrep({ from: day, to: day }), 'paragraph')[0]?.runs[0]?.text).toContain(
      'Nothing recorded before this period',
    );
    // as if the case had been kept for weeks
    run(session.db, "UPDATE incident SET created_at = '2025-05-12T00:00:00.000Z' WHERE id = ?", [
      incident?.id ?? '',
    ]);
    saveRecords(session, {
      ops: [
        { do: 'update', table: 'incident', id: incident?.id ?? '', patch: { status: 'disputed' } },
      ],
    });
    const [, changes] = block(sitrep({ from: day, to: day }), 'bullets');
    expect(changes?.items[0]?.text).toContain('Status: Corroborated → Disputed.');
  });

  test('given French, then all fixed words are French', () => {
    open('djibo');
    const document = sitrep({ lang: 'fr' });
    expect(document.title).toBe('Situation du 8 mai 2025 au 14 mai 2025');
    expect(JSON.stringify(document.blocks)).toContain('variation limitée');
  });

  test('a period that ends before it begins, or is longer than ten years, is refused', () => {
    open('djibo');
    for (const [from, to] of [
      ['2025-05-14', '2025-05-08'],
      ['2000-01-01', '2025-05-08'],
    ] as const) {
      expect(() => sitrep({ from, to })).toThrow(AppError);
    }
  });

  test('nothing in the period: it says so, and still compares', () => {
    open('djibo');
    const document = sitrep({ from: '2024-01-01', to: '2024-01-07' });
    expect(block(document, 'bullets')[0]?.items[0]?.text).toBe(
      'No incident is recorded for this period.',
    );
    expect(headings(document)).toContain('Against earlier periods');
  });
});

describe('the chronology', () => {
  test('months in order, what has no date last, sources marked', () => {
    open('djibo');
    const document = buildReport(session, {
      kind: 'chronology',
      selection: { what: 'case' },
      lang: 'en',
      withMap: false,
    });
    expect(headings(document)).toEqual(['Incidents over time', 'May 2025', 'Without a date']);
    const titles = block(document, 'table').flatMap(({ rows }) => rows.map((row) => row[1]?.text));
    expect(titles.at(-1)).toContain('Sole');
    expect(block(document, 'table')[0]?.rows.some((row) => (row[1]?.marks.length ?? 0) > 0)).toBe(
      true,
    );
    expect(document.frame.productId).toMatch(/^C-[0-9A-F]{10}$/);
  });
});

describe('the profile', () => {
  test('given JNIM, then names, relations, incidents and claims stand with their sources', () => {
    open('djibo');
    const actor = listRecords(session.db, 'actor').find(({ name }) => name.includes('Nusrat'));
    const document = buildReport(session, {
      kind: 'profile',
      actorId: actor?.id ?? '',
      lang: 'en',
      withMap: true,
    });
    expect(document.title).toBe(actor?.name);
    expect(headings(document)).toEqual([
      'Relations',
      'Who is named with whom',
      'Incidents over time',
      'Map',
      'Killed by party',
      'Incidents',
      'What it claims',
    ]);
    const facts = block(document, 'facts')[0]?.rows ?? [];
    expect(facts.find(({ label }) => label === 'Names')?.runs[0]?.text).toContain('GSIM');
    const [relations, incidents, claims] = block(document, 'table');
    expect(relations?.rows.map((row) => row[1]?.text)).toContain('Ousmane Dicko');
    expect(incidents?.rows.length).toBeGreaterThanOrEqual(3);
    expect(claims?.rows.some((row) => row[1]?.text.includes('200 soldiers'))).toBe(true);
    expect(block(document, 'sources')[0]?.items.length).toBeGreaterThan(0);
  });

  test('no such actor: refused by name', () => {
    open('djibo');
    expect(() =>
      buildReport(session, {
        kind: 'profile',
        actorId: author.id,
        lang: 'en',
        withMap: true,
      }),
    ).toThrow(/no actor/i);
  });
});
