/** What is written down part by part is what it is when it is held to the end, and takes no memory by the record. */
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { all, value } from '../../electron/db/sqlite.ts';
import { act } from '../../electron/services/act.ts';
import { importTable, type TableImport } from '../../electron/services/bulk/import-table.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { changeTogether } from '../../electron/services/bulk-change.ts';
import { checkCase } from '../../electron/services/check.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import { undoBatch } from '../../electron/services/undo-batch.ts';
import { noHooks } from '../../electron/services/work-hooks.ts';
import { type AcledCells, acledRow, writeAcled } from '../helpers/acled-file.ts';
import { addSource, type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { dump } from '../helpers/dump.ts';
import { caught } from '../helpers/file-facts.ts';
import { fillMixed } from '../helpers/mixed-case.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const open: TemporaryCase[] = [];
afterEach(() => {
  for (const held of open.splice(0)) held.close();
});

function newCase(): TemporaryCase {
  const held = temporaryCase();
  open.push(held);
  return held;
}

type Control = Omit<TableImport, 'path' | 'facts' | 'mapping'>;

function take(held: TemporaryCase, rows: readonly AcledCells[], control: Control = {}) {
  const path = writeAcled(join(held.folder, 'acled.csv'), rows);
  const { facts, mapping } = recogniseTable(path);
  return importTable(held.session, { path, facts, mapping, ...control });
}

/** Fields of the log that say what became of records, in an order of their own. */
function logOf({ session: { db } }: TemporaryCase) {
  return {
    actions: all(db, 'SELECT seq, kind, title, batch, state, undoes FROM action ORDER BY seq'),
    changes: all(
      db,
      `SELECT action_seq, table_name, record_id, field, old, new FROM change
       ORDER BY action_seq, record_id, field`,
    ),
    revisions: all(
      db,
      `SELECT action_seq, record_id, rev, prev_rev, parents, updated_at FROM revision
       ORDER BY action_seq, record_id, rev`,
    ),
    rows: all(db, 'SELECT * FROM imported_row ORDER BY incident_pk, action_seq'),
  };
}

function areEqual(one: TemporaryCase, other: TemporaryCase): void {
  expect(dump(one.session)).toEqual(dump(other.session));
  expect(logOf(one)).toEqual(logOf(other));
  expect(checkCase(one.session)).toEqual({ ok: true, problems: [] });
}

const keys = fc.uniqueArray(fc.nat(40), { minLength: 8, maxLength: 30 });
const revised = (key: number, kind: number): AcledCells => {
  const cells: readonly AcledCells[] = [
    {},
    { fatalities: '9', notes: `Of ${key} more was said later.` },
    { actor2: `Village Guard ${key % 3}`, location: 'Aribinda' },
    { source: 'Radio Colline; A gazette', tags: 'crowd size=large' },
  ];
  return acledRow(`BFO${key}`, { timestamp: '1747300000', ...cells[kind % cells.length] });
};

describe('an import that changes what is there', () => {
  test('is the same in parts, so are taking it back and bringing it again', () => {
    fc.assert(
      fc.property(keys, fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }), (before, kinds) => {
        const inParts = newCase();
        const whole = newCase();
        const both = (
          work: (held: TemporaryCase, hooks: { recordsToAPart?: number }) => unknown,
        ) => {
          const results = [work(inParts, { recordsToAPart: 3 }), work(whole, {})];
          expect(results[0]).toEqual(results[1]);
          areEqual(inParts, whole);
        };
        both((held) =>
          take(
            held,
            before.map((key) => acledRow(`BFO${key}`)),
          ),
        );
        both(({ session }) =>
          act(session, { kind: 'update', title: 'the analyst' }, (tx) => {
            for (const { id } of all<{ id: string }>(
              session.db,
              'SELECT id FROM incident ORDER BY pk LIMIT 4',
            )) {
              tx.update('incident', id, {
                title: 'What an analyst calls it',
                place_words: 'Nearby',
              });
            }
          }),
        );
        let batch = '';
        both((held, hooks) => {
          // more of them than stand there
          const result = take(
            held,
            kinds.map((kind, key) => revised(key, kind)),
            hooks,
          );
          batch = String(result.batch);
          return { ...result, batch: null };
        });
        both(({ session }, hooks) => undo(session, { ...noHooks, ...hooks }));
        both(({ session }, hooks) => redo(session, { ...noHooks, ...hooks }));
        both(({ session }, hooks) => undoBatch(session, batch, { ...noHooks, ...hooks }));
        both(({ session }, hooks) => undo(session, { ...noHooks, ...hooks }));
      }),
      { numRuns: 5 },
    );
  });

  test('reads the file once more when the changed rows are too many to be held', () => {
    const held = newCase();
    const count = 2200;
    const rows = (cells: AcledCells) =>
      Array.from({ length: count }, (_, n) => acledRow(`BFO${n}`, cells));
    take(held, rows({}));
    const result = take(held, [
      ...rows({ fatalities: '4', timestamp: '1747200000' }),
      acledRow('BFO7', { fatalities: '5', timestamp: '1747200001' }),
      acledRow('NEW1'),
    ]);
    expect(result).toMatchObject({
      ...{ rows: count + 2, added: 1, updated: count, skipped: 1, unchanged: 0 },
      ...{ failed: 0, conflicting: 0, warnings: 0 },
    });
    const { db } = held.session;
    const figures = 'SELECT low, count(*) AS n FROM toll WHERE deleted_at IS NULL GROUP BY low';
    expect(all(db, figures)).toEqual([
      { low: 3, n: 1 },
      { low: 4, n: count },
    ]);
    expect(checkCase(held.session)).toEqual({ ok: true, problems: [] });
    undo(held.session);
    expect(all(db, figures)).toEqual([{ low: 3, n: count }]);
  });

  test('ends when it is asked to between two parts, and leaves nothing', () => {
    const held = newCase();
    const rows = Array.from({ length: 30 }, (_, n) => acledRow(`BFO${n}`));
    take(held, rows);
    const before = [dump(held.session), logOf(held)];
    const { db } = held.session;
    const written = () => value<number>(db, 'SELECT count(*) FROM change') ?? 0;
    const atFirst = written();
    const newer = rows.map((row) => ({ ...row, fatalities: '8', timestamp: '1747200000' }));
    const isCancelled = () => written() > atFirst + 20;
    const error = caught(() => take(held, newer, { isCancelled, recordsToAPart: 4 }));
    expect(error).toMatchObject({ code: 'call/cancelled' });
    expect([dump(held.session), logOf(held)]).toEqual(before);
  });

  test('holds nothing of a row that is written down', () => {
    const held = newCase();
    const long = 'It was told at length what was seen at the market. '.repeat(20);
    const rows = (more: AcledCells) =>
      Array.from({ length: 3600 }, (_, n) =>
        acledRow(`BFO${n}`, { notes: `${n} ${long}`, ...more }),
      );
    take(held, rows({}));
    const told: { rows: number; bytes: number }[] = [];
    const progress = ({ phase, rows: at }: { phase: string; rows: number }) => {
      if (phase !== 'merging' || at < 1000) return;
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      told.push({ rows: at, bytes: heapUsed + arrayBuffers });
    };
    const newer = rows({ fatalities: '8', timestamp: '1747200000', location: 'Aribinda' });
    take(held, newer, { progress, recordsToAPart: 300 });
    const [early, late] = [told[0], told.at(-1)];
    if (early === undefined || late === undefined) throw new Error('nothing was told');
    expect(late.rows - early.rows).toBeGreaterThan(2000);
    // held to the end, a row takes 14 KB
    expect((late.bytes - early.bytes) / (late.rows - early.rows)).toBeLessThan(500);
  });
});

describe('in parts', () => {
  test('a change of many is the same, and so is its undo', () => {
    const inParts = newCase();
    const whole = newCase();
    const steps = ['delete', 'undo', 'redo', 'undo', 'tag', 'undo'] as const;
    for (const held of [inParts, whole]) fillMixed(held.session, 30);
    for (const step of steps) {
      for (const held of [inParts, whole]) {
        const { session } = held;
        const work = held === inParts ? { ...noHooks, recordsToAPart: 4 } : noHooks;
        if (step === 'undo') undo(session, work);
        else if (step === 'redo') redo(session, work);
        else {
          const ids = all<{ id: string }>(session.db, 'SELECT id FROM incident').map(
            ({ id }) => id,
          );
          const change = step === 'tag' ? ({ do: 'tag', name: 'seen' } as const) : { do: step };
          changeTogether(session, { ids, change }, work);
        }
      }
      areEqual(inParts, whole);
    }
  });

  test('a record cannot be written twice in one action, and nothing is left of trying', () => {
    const held = newCase();
    const { session } = held;
    const source = addSource(session, { title: 'A radio' });
    fillMixed(session, 6);
    const before = [dump(session), logOf(held)];
    const [first] = all<{ id: string }>(session.db, 'SELECT id FROM incident');
    const id = first?.id ?? '';
    const work = { ...noHooks, recordsToAPart: 1 };
    const twice = () =>
      act(session, { kind: 'update', title: 'twice', work }, (tx) => {
        tx.update('incident', id, { title: 'Once' });
        tx.part();
        tx.update('incident', id, { title: 'Twice' });
      });
    expect(twice).toThrow('written down in this action already');
    expect([dump(session), logOf(held)]).toEqual(before);
    // a source stays to the end, with what is quoted from it
    act(session, { kind: 'update', title: 'a source', work }, (tx) => {
      tx.update('source', source.id, { title: 'A radio station' });
      tx.part();
      tx.update('source', source.id, { title: 'A radio station in the hills' });
    });
    expect(checkCase(session)).toEqual({ ok: true, problems: [] });
  });

  test('the hash of an action that is over cannot be altered', () => {
    const { session } = newCase();
    const alter = () => session.db.prepare("UPDATE action SET hash = '' WHERE seq = 1").run();
    expect(alter).toThrow('of an action only its state changes');
  });
});
