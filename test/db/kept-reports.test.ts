/** Reports kept in a case: frozen, compared with the case as it is, made anew, undone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import { createCase } from '../../electron/services/cases.ts';
import {
  duplicateReport,
  keepReport,
  keptReport,
  keptReports,
  renewReport,
} from '../../electron/services/kept-reports.ts';
import { buildReport } from '../../electron/services/reports.ts';
import { fillSample, sampleTitle } from '../../electron/services/sample.ts';
import { saveRecords } from '../../electron/services/save.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { undo } from '../../electron/services/undo.ts';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import { AppError } from '../../shared/lib/app-error.ts';

const author = { id: '0196d5a0-0000-7000-8000-00000000000a', name: 'Awa Analyst', initials: 'AA' };
let folder = '';
let session: CaseSession;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-kept-'));
  const path = join(folder, 'djibo.cairn');
  session = createCase(path, { title: sampleTitle('djibo') }, { author });
  fillSample(session, 'djibo');
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

const list: ReportRequest = {
  kind: 'list',
  selection: { what: 'filter', filter: {}, sort: defaultSort },
  lang: 'en',
  withMap: true,
};
const incident = (words: string) => {
  const found = listRecords(session.db, 'incident').find(({ title }) => title.includes(words));
  if (found === undefined) throw new Error(`no incident with ${words}`);
  return found;
};
const remove = (id: string) =>
  saveRecords(session, { ops: [{ do: 'delete', table: 'incident', id }] });

describe('a kept report', () => {
  test('is the same when it is opened again, whatever the case has become', () => {
    const built = buildReport(session, list);
    const { id } = keepReport(session, { request: list, title: 'List of May' });
    const before = keptReport(session, id);
    expect({ ...before.document, asOf: '', asOfWords: '' }).toEqual({
      ...built,
      asOf: '',
      asOfWords: '',
    });
    expect(before.changes).toEqual([]);
    remove(incident('military base').id);
    const after = keptReport(session, id);
    expect(after.document).toEqual(before.document);
    expect(keptReports(session.db)).toMatchObject([
      { id, kind: 'list', title: 'List of May', tlp: built.tlp },
    ]);
  });

  test('says what is new, corrected and withdrawn since, and takes it over', () => {
    const { id } = keepReport(session, { request: list, title: 'List' });
    const gone = incident('video');
    remove(gone.id);
    const base = incident('military base');
    saveRecords(session, {
      ops: [
        { do: 'update', table: 'incident', id: base.id, patch: { status: 'disputed' } },
        {
          do: 'create',
          table: 'incident',
          values: { title: 'A new one', date_edtf: '2025-06-01' },
        },
      ],
    });
    const toll = listRecords(session.db, 'toll').find(({ low }) => low === 60);
    saveRecords(session, {
      ops: [{ do: 'update', table: 'toll', id: toll?.id ?? '', patch: { low: 61, high: 61 } }],
    });
    const { changes } = keptReport(session, id);
    expect(changes).toContainEqual(
      expect.objectContaining({ what: 'withdrawn', incidentId: gone.id }),
    );
    expect(changes).toContainEqual(
      expect.objectContaining({ what: 'status', from: 'corroborated', to: 'disputed' }),
    );
    expect(changes).toContainEqual(expect.objectContaining({ what: 'new', title: 'A new one' }));
    expect(changes).toContainEqual(
      expect.objectContaining({ what: 'toll', from: expect.stringMatching(/60/), to: '61' }),
    );
    renewReport(session, id);
    expect(keptReport(session, id).changes).toEqual([]);
    expect(JSON.stringify(keptReport(session, id).document)).toContain('A new one');
    undo(session);
    expect(keptReport(session, id).changes).toHaveLength(changes.length);
  });

  test('keeps its edits, is duplicated, renamed and deleted, each one step to undo', () => {
    const edits = { order: [], hidden: ['Incidents'], texts: { Outlook: 'Quiet [1].' } };
    const { id } = keepReport(session, { request: { ...list, edits }, title: 'With edits' });
    expect(keptReport(session, id).document.sections.at(-2)?.key).toBe('Outlook');
    const copy = duplicateReport(session, { id, title: 'Copy' });
    expect(keptReport(session, copy.id).document).toEqual(keptReport(session, id).document);
    saveRecords(session, {
      ops: [{ do: 'update', table: 'report', id, patch: { title: 'Renamed' } }],
    });
    expect(keptReport(session, id).title).toBe('Renamed');
    saveRecords(session, { ops: [{ do: 'delete', table: 'report', id: copy.id }] });
    expect(keptReports(session.db).map(({ title }) => title)).toEqual(['Renamed']);
    undo(session);
    expect(keptReports(session.db)).toHaveLength(2);
  });

  test('of every kind fits the table, and one that cannot be read says so', () => {
    const day = '2025-05-11';
    const shared = { lang: 'fr', withMap: false } as const;
    const requests: ReportRequest[] = [
      { kind: 'brief', incidentId: incident('military base').id, ...shared },
      { kind: 'sitrep', filter: {}, from: day, to: day, ...shared },
      { kind: 'trend', filter: {}, day, ...shared },
      { kind: 'profile', actorId: listRecords(session.db, 'actor')[0]?.id ?? '', ...shared },
      { kind: 'chronology', selection: { what: 'case' }, ...shared },
    ];
    for (const request of requests) {
      const { id } = keepReport(session, { request, title: request.kind });
      expect(keptReport(session, id)).toMatchObject({ request, changes: [] });
    }
    const values = { kind: 'list', title: 'Old', inputs: '{"v":0}', inputs_sha256: '' };
    const { ids } = saveRecords(session, { ops: [{ do: 'create', table: 'report', values }] });
    expect(() => keptReport(session, ids[0] ?? '')).toThrow(AppError);
  });
});
