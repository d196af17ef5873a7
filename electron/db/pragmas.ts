/** How a case is opened (design §4, security §5). Every setting is read back: a driver may ignore one. */
import type Database from 'better-sqlite3';

/**
 * `synchronous=FULL` (2): with WAL, NORMAL may lose the last commits on power failure, and what an
 * analyst saw as saved must be there. It costs one fsync a commit, a few milliseconds.
 */
const settings: readonly (readonly [name: string, set: string, expected: string | number])[] = [
  ['foreign_keys', 'ON', 1],
  ['synchronous', 'FULL', 2],
  ['checkpoint_fullfsync', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['secure_delete', 'ON', 1],
  ['busy_timeout', '5000', 5000],
  ['temp_store', 'MEMORY', 2],
];

export const expectedPragmas: Readonly<Record<string, string | number>> = Object.fromEntries([
  ...settings.map(([name, , expected]) => [name, expected] as const),
  ['journal_mode', 'wal'] as const,
]);

/**
 * Sets everything and reads it back. `isWritable` false leaves the journal mode as it is in the file.
 * Throws a plain Error when a setting does not hold: the program must not go on.
 */
export function setPragmas(db: Database.Database, isWritable: boolean): void {
  if (isWritable) {
    const mode = db.pragma('journal_mode = WAL', { simple: true });
    if (mode !== 'wal') throw new Error(`journal_mode is ${String(mode)}, not wal`);
  }
  for (const [name, set, expected] of settings) {
    db.pragma(`${name} = ${set}`);
    // a file in memory or without pages answers nothing for mmap_size
    const got = db.pragma(name, { simple: true }) ?? 0;
    if (got !== expected) throw new Error(`pragma ${name} is ${String(got)}, not ${expected}`);
  }
}
