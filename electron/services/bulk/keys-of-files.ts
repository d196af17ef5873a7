/** By what rows of files are known that no data set numbers. */
import type { ReadResult } from '../../../shared/import/imported.ts';
import { recordExists } from '../../db/queries/records.ts';
import type { Reader } from '../../db/sqlite.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Ids like `17` mean something in their own file only; UUIDs are the same everywhere. */
export function keyed(read: ReadResult, fileName: string): ReadResult {
  if ('failure' in read || read.row.key === null || uuid.test(read.row.key)) return read;
  return { row: { ...read.row, key: `${fileName}#${read.row.key}` } };
}

/** An incident of this very case that comes home would stand there twice. */
export function notHome(db: Reader, read: ReadResult): ReadResult {
  const id = 'failure' in read ? undefined : uuid.exec(read.row.key ?? '')?.[0];
  return id !== undefined && recordExists(db, 'incident', id)
    ? { failure: { code: 'already-here', column: null } }
    : read;
}
