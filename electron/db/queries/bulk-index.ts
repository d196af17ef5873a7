/** What of a case is put aside while much is written, and put in order after. Only inside an action. */
import { all, value, type Writer } from '../sqlite.ts';

const wordIndexes = ['incident_fts', 'search_fts'] as const;
const usualBuffer = 1024 * 1024;
const largeBuffer = 96 * 1024 * 1024;
/** Pieces of one size that are joined on the way; 0 for none. */
const usualMerge = 4;
/** Pages of an index joined before anybody is asked: some 8 MB. */
const joinedAtOnce = 2000;

type WordIndex = (typeof wordIndexes)[number];

function tellIndex(db: Writer, index: WordIndex, name: string, number: number): void {
  db.prepare(`INSERT INTO ${index} (${index}, rank) VALUES (?, ?)`).run(name, BigInt(number));
}

function setWordOption(db: Writer, name: 'hashsize' | 'automerge', number: number): void {
  for (const index of wordIndexes) tellIndex(db, index, name, number);
}

const changesSoFar = (db: Writer) => value<number>(db, 'SELECT total_changes()') ?? 0;

/** Joins all pieces of an index into one, as `optimize` does, but some at a time. */
function joinWords(db: Writer, index: WordIndex, goOn: () => void): void {
  db.exec(`INSERT INTO ${index} (${index}) VALUES ('flush')`);
  for (;;) {
    const before = changesSoFar(db);
    // a number below zero is for all pieces; the instruction itself counts as one change
    tellIndex(db, index, 'merge', -joinedAtOnce);
    if (changesSoFar(db) - before < 2) return;
    goOn();
  }
}

/** Fewer and larger pieces of the word index while much is written. */
export function widenWords(db: Writer): void {
  setWordOption(db, 'hashsize', largeBuffer);
  setWordOption(db, 'automerge', 0);
}

/**
 * Sets it back. `areJoined`: left apart, some later edit would have to join the pieces (0090); this takes a while,
 * so `goOn` is called on the way, and what it throws is passed on.
 */
export function narrowWords(
  db: Writer,
  areJoined: boolean,
  goOn: () => void = () => undefined,
): void {
  setWordOption(db, 'hashsize', usualBuffer);
  setWordOption(db, 'automerge', usualMerge);
  if (!areJoined) return;
  for (const index of wordIndexes) joinWords(db, index, goOn);
}

/** From so many texts on the index is widened: joining pieces on the way is most of what they cost. */
const manyTexts = 400;
/** From so many on the pieces are joined in the end. */
export const manyPieces = 20_000;

/** Carries out `work`, which writes so many texts into the word indexes. */
export function withWideWords(db: Writer, texts: number, work: () => void): void {
  if (texts < manyTexts) {
    work();
    return;
  }
  widenWords(db);
  work();
  narrowWords(db, texts >= manyPieces);
}

/**
 * Lets go of the indexes of tables that an import fills, as far as it fills them from nearly nothing;
 * answers how to make them again. Part of the transaction: a kill leaves them where they were.
 */
export function dropIndexes(db: Writer, tables: readonly string[]): string[] {
  const found = all<{ name: string; sql: string }>(
    db,
    `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
       AND tbl_name IN (SELECT value FROM json_each(?)) ORDER BY tbl_name, name`,
    [JSON.stringify(tables)],
  );
  for (const { name } of found) db.exec(`DROP INDEX ${name}`);
  return found.map(({ sql }) => sql);
}

/**
 * Whether the rules of columns (`CHECK`) are asked for each row. What an import writes comes from closed
 * lists and was looked over when it was read; asking again takes longer than writing (0101).
 */
export function setColumnChecks(db: Writer, areOn: boolean): void {
  db.pragma(`ignore_check_constraints = ${areOn ? 'OFF' : 'ON'}`);
}
