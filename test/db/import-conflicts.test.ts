/** Decisions about what a later file says otherwise: seen, taken, kept, taken back, and the next file after. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getRecord, listRecords } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { importRows } from '../../electron/services/bulk/import-rows.ts';
import { checkCase } from '../../electron/services/check.ts';
import {
  decideImportConflict,
  decideImportConflicts,
  importOrigin,
  listImportConflicts,
} from '../../electron/services/import-conflicts.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import { undoBatch } from '../../electron/services/undo-batch.ts';
import { type ReadRow, tollClaim } from '../../shared/import/imported.ts';
import type { RowFeed } from '../../shared/import/row-feed.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { ourList } from '../helpers/file-rows.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => held.close());

interface Says {
  readonly key?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly killed?: number;
  readonly latitude?: number;
}

function row({ key = '1', title = 'Ambush', summary = 'On the road.', ...said }: Says): ReadRow {
  const { killed = 3, latitude = 14.1 } = said;
  return {
    ...{ key, stamp: null, kept: { colour: 'red' }, warnings: [], tags: [] },
    incident: {
      ...{ title, summary, event_type: 'Battles', disorder_type: null, sub_event_type: null },
      ...{ date_edtf: '2025-05-11', place_words: 'Djibo', country: 'BF', latitude },
      ...{ longitude: -1.6, geo_level: 'near', geo_code: '2', admin1: null, admin2: null },
      ...{ targets: [], date_words: null, status: 'claimed' },
    },
    actors: [],
    claims: [
      tollClaim([
        {
          ...{ party: 'military', outcome: 'killed', low: killed, high: killed, words: null },
          qualifier: 'exact',
        },
      ]),
    ],
    ...{ sources: [], notes: [] },
  };
}

let files = 0;
function take(...rows: readonly Says[]) {
  files += 1;
  const feed: RowFeed = {
    ...{ fileName: `file-${files}.json`, bytes: 1, columns: [], dataSet: ourList },
    each(give) {
      const fed = rows.map((says, at) => ({
        ...{ read: { row: row(says) }, line: at + 2, cells: [], digest: JSON.stringify(says) },
      }));
      give(fed, 1);
    },
  } as RowFeed;
  return importRows(held.session, feed);
}
const incident = () => {
  const [only] = listRecords(held.session.db, 'incident');
  if (only === undefined) throw new Error('no incident');
  return only;
};
const edit = (patch: Record<string, unknown>) =>
  act(held.session, { kind: 'update', title: 'x' }, (tx) =>
    tx.update('incident', incident().id, patch),
  );
const listed = () => listImportConflicts(held.session.db, { after: null, count: 50 });
const sound = () => expect(checkCase(held.session)).toMatchObject({ ok: true, problems: [] });
const decide = (unit: string, side: 'ours' | 'theirs') =>
  decideImportConflict(held.session, {
    ...{ incident: incident().id, table: 'incident', id: incident().id, unit, side },
  });

describe('conflicts of a later file', () => {
  beforeEach(() => {
    take({});
    edit({ title: 'Ambush at the ford' });
    expect(take({ title: 'Ambush, revised' })).toMatchObject({ conflicting: 1, updated: 0 });
  });

  test('are listed with both sides, who wrote ours, and the file', () => {
    const { total, rows, next } = listed();
    expect({ total, next }).toEqual({ total: 1, next: null });
    expect(rows[0]).toMatchObject({
      ...{ title: 'Ambush at the ford', externalKey: 'OURS:1' },
      origin: { format: 'ours', line: 2, fileName: `file-${files}.json` },
      conflicts: [
        {
          ...{ table: 'incident', unit: 'title' },
          fields: [{ field: 'title', ours: 'Ambush at the ford', theirs: 'Ambush, revised' }],
          ourWriter: { name: held.session.author.name },
        },
      ],
    });
    expect(importOrigin(held.session.db, incident().id)).toMatchObject({
      ...{ cells: { colour: 'red' }, undecided: 1 },
    });
  });

  test("keeping one's own holds until the file says something new, and is taken back like any action", () => {
    decide('title', 'ours');
    expect(listed()).toMatchObject({ total: 0, rows: [] });
    expect(incident().title).toBe('Ambush at the ford');
    undo(held.session);
    expect(listed().total).toBe(1);
    redo(held.session);
    expect(listed().total).toBe(0);
    // the same said again, with something else new
    expect(take({ title: 'Ambush, revised', summary: 'By night.' })).toMatchObject({
      ...{ conflicting: 0, updated: 1 },
    });
    expect(incident()).toMatchObject({ title: 'Ambush at the ford', summary: 'By night.' });
    expect(listed().total).toBe(0);
    expect(take({ title: 'Ambush, third', summary: 'By night.' })).toMatchObject({
      conflicting: 1,
    });
    expect(listed().rows[0]?.conflicts[0]?.fields[0]).toMatchObject({ theirs: 'Ambush, third' });
    sound();
  });

  test("taking the file's is an edit; the file's next word is then taken without asking", () => {
    decide('title', 'theirs');
    expect(incident().title).toBe('Ambush, revised');
    expect(listed().total).toBe(0);
    undo(held.session);
    expect(incident().title).toBe('Ambush at the ford');
    expect(listed().total).toBe(1);
    redo(held.session);
    expect(take({ title: 'Ambush, third' })).toMatchObject({ conflicting: 0, updated: 1 });
    expect(incident().title).toBe('Ambush, third');
    sound();
  });

  test('an edit made between the file and a decision is not lost to the next file', () => {
    edit({ summary: 'As we saw it.' });
    decide('title', 'ours');
    take({ title: 'Ambush, revised', killed: 4 });
    expect(incident()).toMatchObject({ summary: 'As we saw it.', title: 'Ambush at the ford' });
    expect(listed().total).toBe(0);
  });

  test('what the analyst came to say too waits no more; what is decided is not decided twice', () => {
    edit({ title: 'Ambush, revised' });
    expect(listed()).toMatchObject({ total: 0, rows: [] });
    expect(() => decide('title', 'ours')).toThrow(/waits/);
  });

  test('a decision goes with the import that it was about', () => {
    decide('title', 'ours');
    const batch = importOrigin(held.session.db, incident().id).origin?.batch ?? '';
    undoBatch(held.session, batch);
    expect(importOrigin(held.session.db, incident().id).origin?.batch).not.toBe(batch);
    expect(listed().total).toBe(0);
    sound();
  });
});

test("a file that says nothing new in between does not make the analyst's words its own", () => {
  take({});
  edit({ title: 'Ambush at the ford' });
  const [toll] = listRecords(held.session.db, 'toll');
  act(held.session, { kind: 'update', title: 'x' }, (tx) =>
    tx.update('toll', toll?.id ?? '', { low: 5, high: 5 }),
  );
  take({ summary: 'By night.' });
  expect(take({ summary: 'By night.', title: 'Ambush, third', killed: 7 })).toMatchObject({
    conflicting: 1,
  });
  expect(incident()).toMatchObject({ title: 'Ambush at the ford', summary: 'By night.' });
  expect(getRecord(held.session.db, 'toll', toll?.id ?? '')).toMatchObject({ low: 5, high: 5 });
  sound();
});

test('of a figure no half is taken: what the analyst left alone is decided with the rest', () => {
  take({});
  const [toll] = listRecords(held.session.db, 'toll');
  act(held.session, { kind: 'update', title: 'x' }, (tx) =>
    tx.update('toll', toll?.id ?? '', { low: 1 }),
  );
  take({ killed: 7 });
  expect(listed().rows[0]?.conflicts[0]?.fields).toMatchObject([
    { field: 'low', ours: 1, theirs: 7 },
    { field: 'high', ours: 3, theirs: 7 },
  ]);
  sound();
});

test('figures and places are decided as one thing, and all of a kind at once', () => {
  const keys = ['1', '2', '3'];
  take(...keys.map((key) => ({ key })));
  act(held.session, { kind: 'update', title: 'x' }, (tx) => {
    for (const { id } of listRecords(held.session.db, 'incident')) {
      tx.update('incident', id, { latitude: 13, longitude: -2 });
    }
    for (const { id } of listRecords(held.session.db, 'toll')) {
      tx.update('toll', id, { low: 5, high: 9, qualifier: 'between' });
    }
  });
  const again = take(...keys.map((key) => ({ key, killed: 7, latitude: 14.5 })));
  expect(again).toMatchObject({ conflicting: 3 });
  const [first] = listed().rows;
  expect(first?.conflicts.map(({ table, unit }) => `${table} ${unit}`)).toEqual([
    'incident place_id',
    'toll low',
  ]);
  expect(first?.conflicts[1]?.fields.map(({ field }) => field)).toContain('high');
  const all = { table: 'toll', unit: 'low', side: 'theirs' } as const;
  expect(decideImportConflicts(held.session, all)).toMatchObject({ decided: 3 });
  expect(listRecords(held.session.db, 'toll').map(({ low, high }) => [low, high])).toEqual(
    keys.map(() => [7, 7]),
  );
  expect(listed().rows.every(({ conflicts }) => conflicts.length === 1)).toBe(true);
  undo(held.session);
  expect(
    getRecord(held.session.db, 'toll', listRecords(held.session.db, 'toll')[0]?.id ?? ''),
  ).toMatchObject({
    ...{ low: 5, high: 9 },
  });
  const place = { table: 'incident', unit: 'place_id', side: 'ours' } as const;
  expect(decideImportConflicts(held.session, place)).toMatchObject({ decided: 3 });
  expect(listed().rows.flatMap(({ conflicts }) => conflicts.map(({ unit }) => unit))).toEqual([
    ...['low', 'low', 'low'],
  ]);
  sound();
});

test('the list comes in pages', () => {
  const keys = Array.from({ length: 7 }, (_, n) => String(n));
  take(...keys.map((key) => ({ key })));
  act(held.session, { kind: 'update', title: 'x' }, (tx) => {
    for (const { id } of listRecords(held.session.db, 'incident')) {
      tx.update('incident', id, { summary: 'Ours.' });
    }
  });
  take(...keys.map((key) => ({ key, summary: 'Theirs.' })));
  const seen: (string | null)[] = [];
  let after: string | null = null;
  do {
    const page = listImportConflicts(held.session.db, { after, count: 3 });
    expect(page.total).toBe(7);
    seen.push(...page.rows.map(({ externalKey }) => externalKey));
    after = page.next;
  } while (after !== null);
  expect(seen).toEqual(keys.map((key) => `OURS:${key}`));
});
