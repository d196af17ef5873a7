/** What is put in order for many records at once is what it would be one by one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cacheColumns } from '../../electron/db/queries/incident-cache.ts';
import { writeCachesOf } from '../../electron/db/queries/many/caches.ts';
import { indexDocumentsOf } from '../../electron/db/queries/many/documents.ts';
import { indexWordsOf } from '../../electron/db/queries/many/words.ts';
import { searchTables } from '../../electron/db/queries/search-index.ts';
import { column } from '../../electron/db/sqlite.ts';
import { act } from '../../electron/services/act.ts';
import { changeTogether } from '../../electron/services/bulk-change.ts';
import { checkCase } from '../../electron/services/check.ts';
import { contentHash, hasSameContent } from '../../electron/services/rev.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import type { TableName } from '../../shared/domain/records.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { dump } from '../helpers/dump.ts';
import { fillCase, tablesInOrder } from '../helpers/full-case.ts';
import { fillMixed } from '../helpers/mixed-case.ts';
import { baseOf, patchOf } from '../helpers/record-arbitraries.ts';

/** Incidents of every sort with claims, tolls, names, notes, tags, pairs and files. */
function filled(): TemporaryCase {
  const held = temporaryCase();
  fillMixed(held.session, 24);
  const { incident } = fillCase(held.session);
  act(held.session, { kind: 'create', title: 'note' }, (tx) =>
    tx.insert('note', { target_table: 'incident', target_id: incident, body: 'Très incertain' }),
  );
  return held;
}

const idsOf = ({ db }: CaseSession, table: string) =>
  column<string>(db, `SELECT id FROM ${table} ORDER BY pk`);

/** Positions of a list in any order, some of them or all. */
const someOf = fc.array(fc.nat(200), { minLength: 1, maxLength: 40 });
const pick = (ids: readonly string[], at: readonly number[]) => [
  ...new Set(at.map((n) => ids[n % ids.length] ?? '')),
];

describe('many at once', () => {
  test('words, caches and documents are those of one by one, whatever stood there before', () => {
    const held = filled();
    const { session } = held;
    const { db } = session;
    const isSound = () => checkCase(session).ok;
    try {
      expect(isSound()).toBe(true);
      fc.assert(
        fc.property(someOf, fc.constantFrom(...searchTables), (at, table) => {
          const incidents = pick(idsOf(session, 'incident'), at);
          const records = pick(idsOf(session, table), at);
          const json = JSON.stringify(incidents);
          const listed = 'IN (SELECT value FROM json_each(?))';
          db.transaction(() => {
            db.prepare(
              `UPDATE incident SET ${cacheColumns
                .filter((name) => !['title_key', 'place_key', 'killed_given'].includes(name))
                .map((name) => `${name} = NULL`)
                .join(', ')}, title_key = 'astray' WHERE id ${listed}`,
            ).run(json);
            db.prepare(
              `DELETE FROM incident_fts WHERE rowid IN (SELECT pk FROM incident WHERE id ${listed})`,
            ).run(json);
            const docs = `SELECT pk FROM search_doc WHERE record_id ${listed}`;
            const wanted = JSON.stringify(records);
            db.prepare(`DELETE FROM search_fts WHERE rowid IN (${docs})`).run(wanted);
          })();
          expect(isSound()).toBe(false);
          db.transaction(() => {
            writeCachesOf(db, incidents);
            indexWordsOf(db, incidents);
            indexDocumentsOf(db, table, records);
          })();
          expect(checkCase(session)).toEqual({ ok: true, problems: [] });
        }),
        { numRuns: 12 },
      );
    } finally {
      held.close();
    }
  });

  test('deleted together, taken back and brought again is what it is incident by incident', () => {
    fc.assert(
      fc.property(someOf, (at) => {
        const together = filled();
        const oneByOne = filled();
        try {
          const ids = pick(idsOf(together.session, 'incident'), at);
          const steps = [
            () => {
              changeTogether(together.session, { ids, change: { do: 'delete' } });
              const { session } = oneByOne;
              act(session, { kind: 'bulk', title: 'one by one' }, (tx) => {
                for (const id of ids) {
                  if (tx.get('incident', id)?.deleted_at === null) tx.remove('incident', id);
                }
              });
            },
            () => {
              undo(together.session);
              undo(oneByOne.session);
            },
            () => {
              redo(together.session);
              redo(oneByOne.session);
            },
          ];
          for (const step of steps) {
            step();
            expect(dump(together.session)).toEqual(dump(oneByOne.session));
            expect(checkCase(together.session)).toEqual({ ok: true, problems: [] });
          }
        } finally {
          together.close();
          oneByOne.close();
        }
      }),
      { numRuns: 4 },
    );
  });

  test.each(tablesInOrder)(
    '%s: two versions say the same when their hashes are the same',
    (table) => {
      const base = {
        ...(baseOf(table) as Record<string, unknown>),
        tlp: 'GREEN',
        deleted_at: null,
      };
      const version = fc
        .tuple(
          patchOf(table),
          fc.constantFrom('GREEN', 'RED'),
          fc.constantFrom(null, 'then', 'now'),
        )
        .map(([patch, tlp, deleted_at]) => ({ ...base, ...patch, tlp, deleted_at }));
      fc.assert(
        fc.property(version, version, (one, other) => {
          const hash = (values: Record<string, unknown>) => contentHash(table as TableName, values);
          expect(hasSameContent(table, one, other)).toBe(hash(one) === hash(other));
          expect(hasSameContent(table, one, structuredClone(one))).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );
});
