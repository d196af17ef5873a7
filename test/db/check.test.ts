import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeChunks } from '../../electron/db/queries/attachment-chunks.ts';
import type { Writer } from '../../electron/db/sqlite.ts';
import { act } from '../../electron/services/act.ts';
import { checkCase } from '../../electron/services/check.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { type FilledTable, fillCase } from '../helpers/full-case.ts';
import { fillMixed } from '../helpers/mixed-case.ts';

let held: TemporaryCase;
let session: CaseSession;
let ids: Record<FilledTable, string>;
beforeEach(() => {
  held = temporaryCase();
  session = held.session;
  ids = fillCase(session);
});
afterEach(() => held.close());

/** Changes rows behind the back of the services. */
function tamper(change: (db: Writer) => void): void {
  change(session.db);
}

function found(): { code: string; table: string | null; id: string | null }[] {
  return checkCase(session).problems.map(({ code, table, id }) => ({ code, table, id }));
}

describe('the check of a case', () => {
  test('finds nothing in a sound case, also after closing, and when read-only', () => {
    fillMixed(session);
    expect(checkCase(session)).toEqual({ ok: true, problems: [] });
    const again = held.reopen();
    again.db.pragma('query_only = ON');
    expect(checkCase(again)).toEqual({ ok: true, problems: [] });
    expect(again.db.pragma('query_only', { simple: true })).toBe(1);
  });

  test('names a record altered by hand', () => {
    tamper((db) =>
      db.prepare('UPDATE source SET title = ? WHERE id = ?').run('Forged', ids.source),
    );
    expect(found()).toEqual(
      expect.arrayContaining([
        { code: 'rev', table: 'source', id: ids.source },
        { code: 'log', table: 'source', id: ids.source },
        { code: 'index', table: 'source', id: ids.source },
      ]),
    );
  });

  test('names a record altered by hand with its hash made to fit', () => {
    tamper((db) => {
      const rev = db.prepare('SELECT rev FROM toll WHERE id = ?').pluck().get(ids.toll);
      db.prepare('UPDATE toll SET low = 5, rev = ? WHERE id = ?').run(rev, ids.toll);
    });
    expect(found()).toContainEqual({ code: 'log', table: 'toll', id: ids.toll });
  });

  test('names a record that came past the services', () => {
    const id = '01970000-0000-7000-8000-00000000beef';
    tamper((db) =>
      db
        .prepare(
          `INSERT INTO tag (id, name, rev, created_at, created_by, updated_at, updated_by, tlp)
           VALUES (?, 'x', '', '', '', '', '', 'CLEAR')`,
        )
        .run(id),
    );
    expect(found()).toContainEqual({ code: 'log', table: 'tag', id });
  });

  test('sees a computed field out of step', () => {
    tamper((db) =>
      db.exec(`UPDATE incident SET date_earliest = '1999-01-01' WHERE title <> 'Another attack'`),
    );
    expect(found()).toEqual([{ code: 'computed', table: 'incident', id: ids.incident }]);
  });

  test('sees tolls that do not follow from the claims', () => {
    tamper((db) => db.exec("UPDATE incident SET killed_low = 999 WHERE title <> 'Another attack'"));
    expect(found()).toEqual([{ code: 'cache', table: 'incident', id: ids.incident }]);
  });

  test('sees an altered entry of the history and names it', () => {
    tamper((db) => {
      db.exec('DROP TRIGGER change_keep');
      db.exec(`UPDATE change SET new = '"Forged"' WHERE action_seq = 5`);
    });
    expect(found()).toContainEqual({ code: 'log', table: 'action', id: '5' });
  });

  test('sees an entry of the history taken out', () => {
    tamper((db) => {
      db.pragma('foreign_keys = OFF');
      db.exec('DROP TRIGGER action_stay');
      db.exec('DELETE FROM action WHERE seq = 5');
      db.pragma('foreign_keys = ON');
    });
    const problems = found();
    expect(problems).toContainEqual({ code: 'log', table: 'action', id: '5' });
    expect(problems.map(({ code }) => code)).toContain('foreign-key');
  });

  test('sees a reference to nothing', () => {
    tamper((db) => {
      db.pragma('foreign_keys = OFF');
      db.prepare('UPDATE toll SET claim_id = ?').run('01970000-0000-7000-8000-00000000dead');
      db.pragma('foreign_keys = ON');
    });
    expect(found()).toContainEqual({ code: 'foreign-key', table: 'toll', id: ids.toll });
  });

  test('sees search and map indexes that do not agree', () => {
    tamper((db) => {
      db.exec('DELETE FROM search_fts WHERE rowid = 1');
      db.exec(`INSERT INTO incident_fts (rowid, title) VALUES (99, 'ghost')`);
      db.exec('INSERT INTO incident_rtree VALUES (1, 0, 0, 0, 0)');
    });
    expect(found().filter(({ code }) => code === 'index')).toHaveLength(2);
  });

  test('sees a file inside the case that is not what its hash says, or missing', () => {
    const sha256 = createHash('sha256').update('evidence').digest('hex');
    const add = (hash: string, size: number) =>
      act(session, { kind: 'create', title: '' }, (tx) => {
        if (hash === sha256) writeChunks(tx.db, hash, [Buffer.from('evidence')]);
        return tx.insert('attachment', {
          target_table: 'source',
          target_id: ids.source,
          name: 'e.txt',
          media_type: 'text/plain',
          size,
          sha256: hash,
          captured_at: null,
          origin_words: null,
        });
      });
    const whole = add(sha256, 8);
    expect(found()).toEqual([]);
    const missing = add('ab'.repeat(32), 8);
    tamper((db) =>
      db
        .prepare('UPDATE attachment_chunk SET bytes = ? WHERE sha256 = ?')
        .run(Buffer.from('forgery!'), sha256),
    );
    expect(found()).toEqual([
      { code: 'attachment', table: 'attachment', id: whole.id },
      { code: 'attachment', table: 'attachment', id: missing.id },
    ]);
  });
});
