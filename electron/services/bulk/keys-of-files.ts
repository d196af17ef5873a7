/** By what rows of files are known that no data set numbers. */
import type { ReadIncidentTie, ReadResult } from '../../../shared/import/imported.ts';
import { incidentOfKey } from '../../db/queries/imported-rows.ts';
import { getRecord, recordExists } from '../../db/queries/records.ts';
import type { Reader } from '../../db/sqlite.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Ids like `17` mean something in their own file only; UUIDs are the same everywhere. */
function keyIn(fileName: string, key: string): string {
  return uuid.test(key) ? key : `${fileName}#${key}`;
}

/** A row by the key that it has beyond its file. */
export function keyed(read: ReadResult, fileName: string): ReadResult {
  if ('failure' in read || read.row.key === null) return read;
  return { row: { ...read.row, key: keyIn(fileName, read.row.key) } };
}

/** The same of the ties between such rows. */
export function keyedTies(
  ties: readonly ReadIncidentTie[],
  fileName: string,
): readonly ReadIncidentTie[] {
  return ties.map((tie) => ({
    ...tie,
    from: keyIn(fileName, tie.from),
    to: keyIn(fileName, tie.to),
  }));
}

/** The incident of a key of `code`, or of this very case where the key is its own; none where it is deleted. */
export function incidentAt(db: Reader, code: string, key: string): string | undefined {
  const id = incidentOfKey(db, `${code}:${key}`);
  if (id !== undefined) return id;
  const own = uuid.exec(key)?.[0] ?? '';
  return getRecord(db, 'incident', own)?.deleted_at === null ? own : undefined;
}

/** An incident of this very case that comes home would stand there twice. */
export function notHome(db: Reader, read: ReadResult): ReadResult {
  const id = 'failure' in read ? undefined : uuid.exec(read.row.key ?? '')?.[0];
  return id !== undefined && recordExists(db, 'incident', id)
    ? { failure: { code: 'already-here', column: null } }
    : read;
}
