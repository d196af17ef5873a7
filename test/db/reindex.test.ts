/** What follows from the records, built anew: damaged in every way a check can see, stopped on the way. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHead } from '../../electron/db/queries/column-snapshot.ts';
import type { Writer } from '../../electron/db/sqlite.ts';
import { act } from '../../electron/services/act.ts';
import { checkCase } from '../../electron/services/check.ts';
import { storeSnapshot } from '../../electron/services/column-snapshot.ts';
import { incidentIds } from '../../electron/services/incidents.ts';
import { reindexCase } from '../../electron/services/reindex.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { fillMixed } from '../helpers/mixed-case.ts';

const sound = { ok: true, problems: [] };
const garbled = {
  words: 'UPDATE incident_fts_data SET block = zeroblob(length(block)) WHERE id > 100',
  documents: 'DELETE FROM search_fts_data WHERE id > 100',
  structure: 'DELETE FROM search_fts_data WHERE id = 10',
  points: 'DELETE FROM incident_rtree_rowid WHERE rowid < 20',
};

let held: TemporaryCase;
let session: CaseSession;
beforeEach(() => {
  held = temporaryCase();
  session = held.session;
  fillMixed(session);
});
afterEach(() => held.close());

/** Changes rows behind the back of the services. */
function tamper(change: (db: Writer) => void): void {
  session.db.unsafeMode(true);
  change(session.db);
  session.db.unsafeMode(false);
}

const codes = () => [...new Set(checkCase(session).problems.map(({ code }) => code))];
const found = (text: string) => incidentIds(session.db, { text }, defaultSort).length;
const schema = () =>
  session.db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();

describe('building the indexes anew', () => {
  test('mends words, points, tolls and sort keys that disagree with the records', () => {
    const before = { schema: schema(), found: found('police'), revision: session.revision };
    tamper((db) => {
      db.exec('DELETE FROM incident_fts WHERE rowid < 30');
      db.exec(`INSERT INTO incident_fts (rowid, title) VALUES (9999, 'ghost')`);
      db.exec('DELETE FROM search_doc WHERE pk < 5');
      db.exec('INSERT INTO incident_rtree VALUES (9999, 0, 0, 0, 0)');
      db.exec(`UPDATE incident SET killed_low = 999, title_key = 'zz' WHERE pk < 4`);
    });
    expect(codes()).toEqual(['cache', 'index']);
    const { incidents, documents } = reindexCase(session);
    expect(incidents).toBeGreaterThan(50);
    expect(documents).toBeGreaterThan(5);
    expect(checkCase(session)).toEqual(sound);
    expect({ schema: schema(), found: found('police'), revision: session.revision }).toEqual(
      before,
    );
  });

  test.each(Object.entries(garbled))(
    'a case whose index of %s cannot be read opens and is mended',
    (_name, sql) => {
      const known = found('police');
      tamper((db) => db.exec(sql));
      session = held.reopen();
      expect(session.areIndexesDamaged).toBe(true);
      expect(codes()).toEqual(['index']);
      reindexCase(session);
      expect(found('police')).toBe(known);
      session = held.reopen();
      expect(session.areIndexesDamaged).toBe(false);
      expect(checkCase(session)).toEqual(sound);
    },
  );

  test.each([0, 600])('stopped after %i records it leaves the case as it was', (after) => {
    act(session, { kind: 'bulk', title: 'many' }, (tx) => {
      for (let n = 0; n < 600; n += 1) tx.insert('incident', { title: `Many ${n}` });
    });
    tamper((db) => db.exec('DELETE FROM incident_fts WHERE rowid < 30'));
    const { problems } = checkCase(session);
    let isCancelled = false;
    const progress = ({ done }: { readonly done: number }) => {
      isCancelled ||= done >= after;
    };
    const work = { progress, isCancelled: () => isCancelled };
    expect(() => reindexCase(session, work)).toThrow('ended before');
    expect(checkCase(session).problems).toEqual(problems);
    expect(session.db.inTransaction).toBe(false);
  });

  test('is refused while a thread writes, and in a case that is only read', () => {
    session.isBusy = true;
    expect(() => reindexCase(session)).toThrow('being written');
    session.isBusy = false;
    const reading = { ...session, isReadOnly: true, revision: session.revision };
    expect(() => reindexCase(reading)).toThrow('reading only');
  });

  test('whoever shows the case is told to read all of it again', () => {
    const told: unknown[] = [];
    session.changed = (topics, ids, revision, isWhole) =>
      told.push({ topics: topics.includes('incidents'), ids, revision, isWhole });
    reindexCase(session);
    expect(told).toEqual([{ topics: true, ids: [], revision: session.revision, isWhole: true }]);
  });

  test('columns that are being stored meanwhile are not taken for those of the mended case', async () => {
    const { revision } = session;
    const picture = {
      ...{ head: '{}', parts: [{ name: 'order', length: 10 }], revision },
      read: async () => new Uint8Array(10),
    };
    const storing = storeSnapshot(session, picture);
    reindexCase(session);
    await storing;
    expect(readHead(session.db)).toBeUndefined();
    await storeSnapshot(session, picture);
    expect(readHead(session.db)).toBe('{}');
  });
});
