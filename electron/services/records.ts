/** Reading single records, for services, handlers and the command line. */
import type { RecordOf, TableName } from '../../shared/domain/records.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { getRecord } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';

/** One whole record, deleted or not. Throws `record/not-found`. */
export function requireRecord<T extends TableName>(db: Reader, table: T, id: string): RecordOf<T> {
  const record = getRecord(db, table, id);
  if (!record) {
    throw new AppError('record/not-found', `There is no ${table} with this id.`, { table, id });
  }
  return record;
}
