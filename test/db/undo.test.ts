import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getRecord } from '../../electron/db/queries/records.ts';
import { all } from '../../electron/db/sqlite.ts';
import { act } from '../../electron/services/act.ts';
import { insertBatch, listBatches } from '../../electron/services/batches.ts';
import { checkCase } from '../../electron/services/check.ts';
import { valuesAtRev } from '../../electron/services/revisions.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import type { GivenValues } from '../../electron/services/transaction.ts';
import { redo, undo, undoState } from '../../electron/services/undo.ts';
import { undoBatch } from '../../electron/services/undo-batch.ts';
import type { TableName } from '../../shared/domain/records.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import {
  addClaim,
  addIncident,
  addNote,
  type TemporaryCase,
  temporaryCase,
} from '../helpers/case-builder.ts';
import { dump } from '../helpers/dump.ts';
import { caught } from '../helpers/file-facts.ts';
import { type FilledTable, fillCase, tablesInOrder } from '../helpers/full-case.ts';
import { patchOf } from '../helpers/record-arbitraries.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => held.close());

function nothingToDo(work: () => unknown): void {
  expect(caught(work)).toMatchObject({ code: 'undo/nothing' });
}

type Command =
  | { readonly do: 'update'; readonly table: FilledTable; readonly patch: Record<string, unknown> }
  | { readonly do: 'delete' | 'restore'; readonly table: FilledTable }
  | { readonly do: 'fill' }
  | { readonly do: 'together'; readonly parts: readonly Command[] };

const table = fc.constantFrom(...tablesInOrder);
const single: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: table.chain((name) =>
      patchOf(name).map((patch) => ({ do: 'update' as const, table: name, patch })),
    ),
  },
  { weight: 2, arbitrary: table.map((name) => ({ do: 'delete' as const, table: name })) },
  { weight: 2, arbitrary: table.map((name) => ({ do: 'restore' as const, table: name })) },
);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: single },
  { weight: 1, arbitrary: fc.constant({ do: 'fill' as const }) },
  {
    weight: 2,
    arbitrary: fc
      .array(single, { minLength: 2, maxLength: 4 })
      .map((parts) => ({ do: 'together' as const, parts })),
  },
);

type Ids = Record<FilledTable, string>;

/** Refusals (in use, not there) are part of the game; the action then leaves no trace. */
function carryOut(session: CaseSession, ids: Ids, one: Command): Ids {
  if (one.do === 'fill') return fillCase(session);
  const parts = one.do === 'together' ? one.parts : [one];
  try {
    act(session, { kind: 'update', title: one.do }, (tx) => {
      for (const part of parts) {
        if (part.do === 'update') {
          tx.update(part.table, ids[part.table], part.patch as GivenValues<FilledTable>);
        } else if (part.do === 'delete') tx.remove(part.table, ids[part.table]);
        else if (part.do === 'restore') tx.restore(part.table, ids[part.table]);
      }
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  return ids;
}

describe('undo and redo', () => {
  test('undo of everything gives the beginning, redo of everything the end, step by step', () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 12 }), (commands) => {
        const mine = temporaryCase();
        try {
          const { session } = mine;
          const states = [dump(session)];
          const seen = () => {
            while (states.length <= undoable(session)) states.push(dump(session));
          };
          let ids = fillOneByOne(session, seen);
          for (const one of commands) {
            if (one.do === 'fill') ids = fillOneByOne(session, seen);
            else ids = carryOut(session, ids, one);
            seen();
          }
          for (let index = states.length - 2; index >= 0; index -= 1) {
            undo(session);
            expect(dump(session)).toEqual(states[index]);
          }
          nothingToDo(() => undo(session));
          for (let index = 1; index < states.length; index += 1) {
            redo(session);
            expect(dump(session)).toEqual(states[index]);
          }
          nothingToDo(() => redo(session));
          expect(checkCase(session)).toEqual({ ok: true, problems: [] });
        } finally {
          mine.close();
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  function undoable(session: CaseSession): number {
    return all(session.db, 'SELECT seq FROM action WHERE is_undoable = 1').length;
  }

  /** `seen` is told after each action. */
  function fillOneByOne(session: CaseSession, seen: () => void): Ids {
    const before = session.changed;
    session.changed = () => seen();
    try {
      return fillCase(session);
    } finally {
      session.changed = before;
    }
  }

  test('works across closing and opening', () => {
    const incident = addIncident(held.session, { title: 'First' });
    act(held.session, { kind: 'update', title: 'Second' }, (tx) =>
      tx.update('incident', incident.id, { title: 'Second' }),
    );
    const session = held.reopen();
    expect(undoState(session)).toEqual({
      undo: { kind: 'update', title: 'Second' },
      redo: null,
    });
    expect(undo(session)).toEqual({ kind: 'update', title: 'Second' });
    expect(getRecord(session.db, 'incident', incident.id)).toEqual({
      ...incident,
      rev: expect.not.stringMatching(incident.rev),
    });
    const again = held.reopen();
    expect(undoState(again).redo).toEqual({ kind: 'update', title: 'Second' });
    redo(again);
    expect(getRecord(again.db, 'incident', incident.id)?.title).toBe('Second');
  });

  test('a new action ends what could be redone', () => {
    const { session } = held;
    const incident = addIncident(session, { title: 'A' });
    const rename = (title: string) =>
      act(session, { kind: 'update', title }, (tx) =>
        tx.update('incident', incident.id, { title }),
      );
    rename('B');
    undo(session);
    rename('C');
    expect(undoState(session).redo).toBeNull();
    nothingToDo(() => redo(session));
    undo(session);
    expect(getRecord(session.db, 'incident', incident.id)?.title).toBe('A');
  });

  test('passes by what sets a case up', () => {
    const { session } = held;
    act(session, { kind: 'import', title: 'Sample', undoable: false }, (tx) =>
      tx.insert('incident', { title: 'Sample' }),
    );
    nothingToDo(() => undo(session));
  });

  test('gives a source its old text version back', () => {
    const { session } = held;
    const { source } = fillCase(session);
    const setText = (text: string) =>
      act(session, { kind: 'update', title: text }, (tx) => tx.update('source', source, { text }));
    const version = () => getRecord(session.db, 'source', source)?.text_version;
    setText('one');
    setText('two');
    expect(version()).toBe(3);
    undo(session);
    expect(version()).toBe(2);
    redo(session);
    expect(version()).toBe(3);
  });

  test('earlier contents can be had by their rev', () => {
    const { session } = held;
    const incident = addIncident(session, { title: 'A' });
    const rename = (title: string) =>
      act(session, { kind: 'update', title }, (tx) =>
        tx.update('incident', incident.id, { title }),
      );
    const second = rename('B');
    rename('C');
    undo(session);
    redo(session);
    const title = (rev: string) => valuesAtRev(session.db, 'incident', incident.id, rev)?.title;
    expect([title(incident.rev), title(second.rev), title('nothing')]).toEqual([
      'A',
      'B',
      undefined,
    ]);
  });
});

describe('taking an import back', () => {
  const batch = '01970000-0000-7000-8000-00000000ba7c';

  function importTwo(session: CaseSession) {
    return act(session, { kind: 'import', title: 'two.cairnpack', batch }, (tx) => {
      insertBatch(tx, {
        id: batch,
        format: 'pack',
        fileName: 'two.cairnpack',
        title: 'Two',
        counts: { added: 2 },
      });
      const options = { origin: batch };
      const one = tx.insert('incident', { title: 'One' }, options);
      const two = tx.insert('incident', { title: 'Two' }, options);
      tx.insert('claim', { incident_id: one.id }, options);
      return [one.id, two.id] as const;
    });
  }

  const isLive = (session: CaseSession, name: TableName, id: string) =>
    getRecord(session.db, name, id)?.deleted_at === null;

  test('takes out what nobody touched', () => {
    const { session } = held;
    const [one, two] = importTwo(session);
    addIncident(session, { title: 'Later' });
    expect(undoBatch(session, batch)).toEqual({ undone: 3, kept: 0 });
    expect([isLive(session, 'incident', one), isLive(session, 'incident', two)]).toEqual([
      false,
      false,
    ]);
    expect(listBatches(session.db)).toMatchObject([{ id: batch, isUndone: true }]);
    nothingToDo(() => undoBatch(session, batch));
  });

  test('keeps and counts what was edited since, and what others hang on', () => {
    const { session } = held;
    const [one, two] = importTwo(session);
    act(session, { kind: 'update', title: '' }, (tx) =>
      tx.update('incident', one, { title: 'One, edited', status: 'claimed' }),
    );
    addNote(session, { table: 'incident', id: two });
    expect(undoBatch(session, batch)).toEqual({ undone: 1, kept: 3 });
    expect([isLive(session, 'incident', one), isLive(session, 'incident', two)]).toEqual([
      true,
      true,
    ]);
    expect(checkCase(session).problems).toEqual([]);
  });

  test('of a record that it changed, only fields not edited since go back', () => {
    const { session } = held;
    const mine = addIncident(session, { title: 'Mine', summary: 'Mine' });
    act(session, { kind: 'import', title: 'pack', batch }, (tx) => {
      insertBatch(tx, { id: batch, format: 'pack', fileName: 'p', title: 'P', counts: {} });
      tx.update('incident', mine.id, { title: 'Theirs', summary: 'Theirs', status: 'claimed' });
    });
    act(session, { kind: 'update', title: '' }, (tx) =>
      tx.update('incident', mine.id, { summary: 'Mine again' }),
    );
    expect(undoBatch(session, batch)).toEqual({ undone: 1, kept: 1 });
    expect(getRecord(session.db, 'incident', mine.id)).toMatchObject({
      title: 'Mine',
      summary: 'Mine again',
      status: 'reported',
    });
  });

  test('can itself be undone and redone', () => {
    const { session } = held;
    const mine = addIncident(session, { title: 'Mine' });
    const [one] = importTwo(session);
    addClaim(session, mine.id);
    const before = dump(session);
    undoBatch(session, batch);
    const after = dump(session);
    undo(session);
    expect(dump(session)).toEqual(before);
    expect(listBatches(session.db)).toMatchObject([{ isUndone: false }]);
    redo(session);
    expect(dump(session)).toEqual(after);
    expect(isLive(session, 'incident', one)).toBe(false);
    undo(session);
    undo(session);
    undo(session);
    expect(undoState(session).undo?.kind).toBe('create');
    expect(checkCase(session).problems).toEqual([]);
  });
});
