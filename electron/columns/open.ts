/** Columns of a case file, with a connection of their own. */
import { type OpenedReader, openReader } from '../db/open-reader.ts';
import { ColumnAnswers } from './answers.ts';

/** Throws errors of SQLite. The columns are empty until `load`. */
export function openColumns(path: string): {
  readonly reader: OpenedReader;
  readonly answers: ColumnAnswers;
} {
  const reader = openReader(path);
  return { reader, answers: new ColumnAnswers(reader.db) };
}
