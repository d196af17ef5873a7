import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lastAction, listChanges } from '../../electron/db/queries/actions.ts';
import { getRecord } from '../../electron/db/queries/records.ts';
import { all, value } from '../../electron/db/sqlite.ts';
import { givenColumns } from '../../electron/db/tables.ts';
import { act } from '../../electron/services/act.ts';
import { checkCase } from '../../electron/services/check.ts';
import { revOf } from '../../electron/services/rev.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import {
  addActor,
  addClaim,
  addIncident,
  addLink,
  addNote,
  addPlace,
  addSource,
  analyst,
  type TemporaryCase,
  temporaryCase,
} from '../helpers/case-builder.ts';
import { caught } from '../helpers/file-facts.ts';
import { fillCase, tablesInOrder } from '../helpers/full-case.ts';

const unknownId = '01970000-0000-7000-8000-ffffffffffff';
let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => held.close());

function changesOfLast() {
  return listChanges(held.session.db, lastAction(held.session.db)?.seq ?? 0);
}

describe('change rows for every write of every table', () => {
  test.each(tablesInOrder)('creating, changing, deleting, restoring a %s', (table) => {
    const { session } = held;
    const ids = fillCase(session);
    const id = ids[table];
    const record = getRecord(session.db, table, id) as unknown as Record<string, unknown>;
    const made = all<{ field: string; old: string | null; new: string }>(
      session.db,
      'SELECT field, old, new FROM change WHERE record_id = ? ORDER BY pk LIMIT 1',
      [id],
    );
    const fields = [...givenColumns[table].map(({ name }) => name), 'tlp'];
    const content = Object.fromEntries(fields.map((name) => [name, record[name]]));
    expect(made).toEqual([{ field: '*', old: null, new: canonicalJson(content) }]);

    act(session, { kind: 'update', title: 'relabelled' }, (tx) =>
      tx.update(table, id, { tlp: 'AMBER' }),
    );
    expect(changesOfLast()).toEqual([
      { table_name: table, record_id: id, field: 'tlp', old: '"CLEAR"', new: '"AMBER"' },
    ]);
    const changed = getRecord(session.db, table, id);
    expect(changed).toMatchObject({ tlp: 'AMBER', updated_by: analyst.id });
    expect(changed?.rev).toBe(revOf(table, changed as never, [String(record.rev)]));
    expect(changed?.rev).not.toBe(record.rev);

    // a source behind a claim, a place under an incident: what rests on them goes first
    if (table === 'source') {
      act(session, { kind: 'delete', title: '' }, (tx) => tx.remove('claim', ids.claim));
    }
    if (table === 'place') {
      act(session, { kind: 'delete', title: '' }, (tx) => tx.remove('incident', ids.incident));
    }
    if (table === 'actor') {
      act(session, { kind: 'update', title: '' }, (tx) =>
        tx.update('claim', ids.claim, { via: [] }),
      );
    }
    act(session, { kind: 'delete', title: 'gone' }, (tx) => tx.remove(table, id));
    const at = lastAction(session.db)?.at;
    expect(changesOfLast()).toContainEqual({
      table_name: table,
      record_id: id,
      field: 'deleted_at',
      old: 'null',
      new: JSON.stringify(at),
    });

    act(session, { kind: 'restore', title: 'back' }, (tx) => tx.restore(table, id));
    expect(changesOfLast()).toContainEqual({
      table_name: table,
      record_id: id,
      field: 'deleted_at',
      old: JSON.stringify(at),
      new: 'null',
    });
    const back = getRecord(session.db, table, id);
    expect({ ...back, rev: '', updated_at: '' }).toEqual({ ...changed, rev: '', updated_at: '' });
    expect(back?.rev).not.toBe(changed?.rev);
    expect(checkCase(session)).toEqual({ ok: true, problems: [] });
  });

  test('rows of the log cannot be altered or deleted', () => {
    addIncident(held.session);
    const { db } = held.session;
    expect(() => db.exec(`UPDATE change SET new = '1'`)).toThrow(/never altered/);
    expect(() => db.exec('DELETE FROM change')).toThrow(/never deleted/);
    expect(() => db.exec(`UPDATE action SET title = 'x'`)).toThrow(/only its state/);
    expect(() => db.exec('DELETE FROM action')).toThrow(/never deleted/);
  });
});

describe('act', () => {
  test('writes everything or nothing', () => {
    const { session } = held;
    const before = session.revision;
    expect(
      caught(() =>
        act(session, { kind: 'create', title: 'x' }, (tx) => {
          tx.insert('incident', { title: 'half' });
          throw new Error('stop');
        }),
      ),
    ).toMatchObject({ message: 'stop' });
    expect(session.revision).toBe(before);
    expect(value(session.db, 'SELECT count(*) FROM incident')).toBe(0);
  });

  test('leaves no trace when nothing differs', () => {
    const { session } = held;
    const incident = addIncident(session, { title: 'Same' });
    const before = session.revision;
    const again = act(session, { kind: 'update', title: 'x' }, (tx) =>
      tx.update('incident', incident.id, { title: 'Same' }),
    );
    expect(again).toEqual(incident);
    expect(session.revision).toBe(before);
  });

  test('a record deleted and restored beside another change stays as it was', () => {
    const { session } = held;
    const actor = addActor(session);
    const incident = addIncident(session);
    act(session, { kind: 'update', title: 'there and back' }, (tx) => {
      tx.update('incident', incident.id, { title: 'Another title' });
      tx.remove('actor', actor.id);
      tx.restore('actor', actor.id);
    });
    // no row of the log tells of it, so no undo could bring its stamps back
    expect(getRecord(session.db, 'actor', actor.id)).toEqual(actor);
    expect(checkCase(session)).toEqual({ ok: true, problems: [] });
  });

  test('writes one row per field however often a record is touched', () => {
    const { session } = held;
    const incident = addIncident(session, { title: 'A' });
    act(session, { kind: 'update', title: 'x' }, (tx) => {
      tx.update('incident', incident.id, { title: 'B' });
      tx.update('incident', incident.id, { title: 'C', status: 'claimed' });
      tx.update('incident', incident.id, { status: 'reported' });
    });
    expect(changesOfLast().map(({ field, old, new: next }) => [field, old, next])).toEqual([
      ['title', '"A"', '"C"'],
    ]);
  });

  test('tells what changed', () => {
    const told: unknown[] = [];
    held.session.changed = (...args) => told.push(args);
    const incident = addIncident(held.session);
    const note = addNote(held.session, { table: 'incident', id: incident.id });
    expect(told).toEqual([
      [['incidents', 'history'], [incident.id], 3, false],
      [['incidents', 'notes', 'history'], [note.id, incident.id], 4, false],
    ]);
  });

  test('works out dates, text hash and text version', () => {
    const { session } = held;
    const incident = addIncident(session, { date_edtf: '2025-05' });
    expect(incident).toMatchObject({ date_earliest: '2025-05-01', date_latest: '2025-05-31' });
    const source = addSource(session, { text: 'one', published: '2025-05-12' });
    expect(source).toMatchObject({ text_version: 1, published_earliest: '2025-05-12' });
    expect(source.text_sha256).toBe(
      '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed',
    );
    const changed = act(session, { kind: 'update', title: 'x' }, (tx) =>
      tx.update('source', source.id, { text: 'two' }),
    );
    expect(changed.text_version).toBe(2);
  });

  test('keeps tolls, place and search in step with the claims', () => {
    const { session } = held;
    const place = addPlace(session, { name: 'Djibo' });
    const incident = addIncident(session, { place_id: place.id });
    const source = addSource(session, { reliability: 'B' });
    const claim = addClaim(session, incident.id, { source_id: source.id, credibility: 3 }, [
      { low: 200, high: 200 },
    ]);
    const cache = () =>
      all(
        session.db,
        'SELECT killed_low, killed_high, best_grade, place_label FROM incident WHERE id = ?',
        [incident.id],
      )[0];
    expect(cache()).toEqual({
      killed_low: 200,
      killed_high: 200,
      best_grade: 'B3',
      place_label: 'Djibo',
    });
    act(session, { kind: 'update', title: '' }, (tx) => {
      tx.update('source', source.id, { reliability: 'D' });
      tx.update('place', place.id, { name: 'Jibo' });
    });
    expect(cache()).toMatchObject({ best_grade: 'D3', place_label: 'Jibo' });
    act(session, { kind: 'delete', title: '' }, (tx) => tx.remove('claim', claim.id));
    expect(cache()).toMatchObject({ killed_low: null, best_grade: null });
  });
});

describe('refusals', () => {
  test.each([
    ['an unknown field', { title: 'x', colour: 'red' }, ['colour']],
    ['a computed field', { title: 'x', date_earliest: '2025-01-01' }, ['date_earliest']],
    ['an empty title', { title: '' }, ['title']],
    ['a date that is none', { title: 'x', date_edtf: 'yesterday' }, ['date_edtf']],
    ['half a point', { title: 'x', latitude: 14 }, ['longitude']],
    ['a word outside the list', { title: 'x', status: 'true' }, ['status']],
    ['a reference to nothing', { title: 'x', place_id: unknownId }, ['place_id']],
  ])('%s', (_, values, path) => {
    expect(caught(() => addIncident(held.session, values as never))).toMatchObject({
      code: 'input/invalid',
      details: { table: 'incident', issues: [{ path }] },
    });
    expect(value(held.session.db, 'SELECT count(*) FROM incident')).toBe(0);
  });

  test('an id that a record of any table has', () => {
    const incident = addIncident(held.session);
    const again = (table: 'incident' | 'tag') =>
      caught(() =>
        act(held.session, { kind: 'create', title: '' }, (tx) =>
          table === 'tag'
            ? tx.insert('tag', { name: 'x' }, { id: incident.id })
            : tx.insert('incident', { title: 'x' }, { id: incident.id }),
        ),
      );
    const refused = { code: 'input/invalid', details: { issues: [{ path: ['id'] }] } };
    expect(again('incident')).toMatchObject(refused);
    expect(again('tag')).toMatchObject(refused);
  });

  test('a record that changed since it was read', () => {
    const { session } = held;
    const incident = addIncident(session);
    const edit = (title: string) =>
      act(session, { kind: 'update', title }, (tx) =>
        tx.update('incident', incident.id, { title }, { rev: incident.rev }),
      );
    edit('mine');
    expect(caught(() => edit('theirs'))).toMatchObject({ code: 'record/changed' });
    expect(getRecord(session.db, 'incident', incident.id)?.title).toBe('mine');
  });

  test('a record that is not there, or in the bin', () => {
    const { session } = held;
    const incident = addIncident(session);
    const edit = (id: string) =>
      act(session, { kind: 'update', title: '' }, (tx) =>
        tx.update('incident', id, { title: 'x' }),
      );
    expect(caught(() => edit(unknownId))).toMatchObject({ code: 'record/not-found' });
    act(session, { kind: 'delete', title: '' }, (tx) => tx.remove('incident', incident.id));
    expect(caught(() => edit(incident.id))).toMatchObject({ code: 'record/not-found' });
  });

  test('a record that others rest on', () => {
    const { session } = held;
    const place = addPlace(session);
    const source = addSource(session);
    const actor = addActor(session);
    const incident = addIncident(session, { place_id: place.id });
    addClaim(session, incident.id, { source_id: source.id, claimant_id: actor.id });
    const remove = (table: 'place' | 'source' | 'actor', id: string) =>
      caught(() => act(session, { kind: 'delete', title: '' }, (tx) => tx.remove(table, id)));
    const inUse = (counts: object) => ({ code: 'record/in-use', details: { counts } });
    expect(remove('place', place.id)).toMatchObject(inUse({ incident: 1 }));
    expect(remove('source', source.id)).toMatchObject(inUse({ claim: 1 }));
    expect(remove('actor', actor.id)).toMatchObject(inUse({ claim: 1 }));
  });
});

describe('tombstones', () => {
  test('what hangs on a record goes with it and comes back with it', () => {
    const { session } = held;
    const { db } = session;
    const incident = addIncident(session);
    const actor = addActor(session);
    const claim = addClaim(session, incident.id, {}, [{ low: 1, high: 1 }]);
    const link = addLink(session, actor.id, incident.id);
    const note = addNote(session, { table: 'claim', id: claim.id });
    const early = addNote(session, { table: 'incident', id: incident.id });
    act(session, { kind: 'delete', title: '' }, (tx) => tx.remove('note', early.id));
    const live = () =>
      (
        [
          ['incident', incident.id],
          ['claim', claim.id],
          ['link', link.id],
          ['note', note.id],
          ['note', early.id],
          ['actor', actor.id],
        ] as const
      ).map(([table, id]) => getRecord(db, table, id)?.deleted_at === null);
    act(session, { kind: 'delete', title: '' }, (tx) => tx.remove('incident', incident.id));
    expect(live()).toEqual([false, false, false, false, false, true]);
    act(session, { kind: 'restore', title: '' }, (tx) => tx.restore('incident', incident.id));
    expect(live()).toEqual([true, true, true, true, false, true]);
    expect(checkCase(session).problems).toEqual([]);
  });

  test('a link comes back only with both its ends', () => {
    const { session } = held;
    const incident = addIncident(session);
    const actor = addActor(session);
    const link = addLink(session, actor.id, incident.id);
    act(session, { kind: 'delete', title: '' }, (tx) => tx.remove('actor', actor.id));
    act(session, { kind: 'delete', title: '' }, (tx) => tx.remove('incident', incident.id));
    act(session, { kind: 'restore', title: '' }, (tx) => tx.restore('incident', incident.id));
    expect(getRecord(session.db, 'link', link.id)?.deleted_at).not.toBeNull();
    act(session, { kind: 'restore', title: '' }, (tx) => tx.restore('actor', actor.id));
    expect(getRecord(session.db, 'link', link.id)?.deleted_at).toBeNull();
  });
});

test('the log continues where it was after closing and opening', () => {
  const incident = addIncident(held.session, { title: 'Before' });
  const session = held.reopen();
  const after = act(session, { kind: 'update', title: '' }, (tx) =>
    tx.update('incident', incident.id, { title: 'After' }),
  );
  expect(after.updated_at > incident.updated_at).toBe(true);
  expect(checkCase(session)).toEqual({ ok: true, problems: [] });
});
