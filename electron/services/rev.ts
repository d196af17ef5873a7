import { createHash } from 'node:crypto';
import type { TableName } from '../../shared/domain/records.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { givenColumns } from '../db/tables.ts';

/**
 * Content hash of a record: the first 32 hex digits of SHA-256 over the canonical JSON of its own
 * fields without the computed ones, its label, and whether it is deleted. The same content gives the
 * same rev on every laptop, whoever wrote it and when.
 */
export function revOf(table: TableName, record: Readonly<Record<string, unknown>>): string {
  const content: Record<string, unknown> = {
    table,
    tlp: record.tlp,
    isDeleted: (record.deleted_at ?? null) !== null,
  };
  for (const { name } of givenColumns[table]) content[`.${name}`] = record[name] ?? null;
  return createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 32);
}
