/** The indexes of words after much was written: one piece each, joined in steps that may be left off. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { narrowWords, widenWords } from '../../electron/db/queries/bulk-index.ts';
import { value, type Writer } from '../../electron/db/sqlite.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';

let held: TemporaryCase;
let db: Writer;
beforeEach(() => {
  held = temporaryCase();
  db = held.session.db;
  db.exec('BEGIN');
  widenWords(db);
  // several rows to a statement: each statement ends a piece
  const write = db.prepare(
    'INSERT INTO search_fts (rowid, title, body) VALUES (?, ?, ?), (?, ?, ?)',
  );
  for (let n = 1; n < 200; n += 2)
    write.run(n, `title ${n}`, 'said', n + 1, `title ${n + 1}`, 'so');
});
afterEach(() => held.close());

/** Whether SQLite finds nothing to join. */
function isOnePiece(): boolean {
  const changes = () => value<number>(db, 'SELECT total_changes()') ?? 0;
  const before = changes();
  db.exec(`INSERT INTO search_fts (search_fts, rank) VALUES ('merge', -1)`);
  return changes() - before < 2;
}

const found = (words: string) =>
  value<number>(db, 'SELECT count(*) FROM search_fts WHERE search_fts MATCH ?', [words]);

test('are one piece each, and find what they found', () => {
  let asked = 0;
  narrowWords(db, true, () => {
    asked += 1;
  });
  expect(asked).toBeGreaterThan(0);
  expect(isOnePiece()).toBe(true);
  db.exec('COMMIT');
  expect([found('title'), found('said'), found('tit*'), found('"title 7"')]).toEqual([
    ...[200, 100, 200, 1],
  ]);
  db.exec(`INSERT INTO search_fts (search_fts) VALUES ('integrity-check')`);
});

test('stay apart where they are few', () => {
  narrowWords(db, false);
  expect(isOnePiece()).toBe(false);
  db.exec('COMMIT');
});

test('are as they were before when the joining is left off', () => {
  const stop = () => {
    throw new Error('enough');
  };
  expect(() => narrowWords(db, true, stop)).toThrow('enough');
  db.exec('ROLLBACK');
  expect(found('title')).toBe(0);
  db.exec(`INSERT INTO search_fts (search_fts) VALUES ('integrity-check')`);
});
