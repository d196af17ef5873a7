import { createHash } from 'node:crypto';
import type { TableName } from '../../shared/domain/records.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { givenColumns } from '../db/tables.ts';

type Values = Readonly<Record<string, unknown>>;

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/**
 * Hash of what a record says: the first 32 hex digits of SHA-256 over the canonical JSON of its own
 * fields without the computed ones, its label, and whether it is deleted. The same content gives the
 * same hash on every laptop, whoever wrote it and when.
 */
export function contentHash(table: TableName, record: Values): string {
  const content: Record<string, unknown> = {
    table,
    tlp: record.tlp,
    isDeleted: (record.deleted_at ?? null) !== null,
  };
  for (const { name } of givenColumns[table]) content[`.${name}`] = record[name] ?? null;
  return hash(canonicalJson(content));
}

/**
 * Name of a revision: of its content and of the revisions it was made from, in any order. A change
 * that is taken back thus gives a new revision after the change, and not the one before it. The first
 * revision of a record is named by its content alone; so was every one before schema 100 and in packs
 * of format 1.
 */
export function revOf(table: TableName, record: Values, parents: readonly string[]): string {
  const content = contentHash(table, record);
  return parents.length === 0 ? content : hash([content, ...parents.toSorted()].join(' '));
}

/** Whether a revision of that name may have this content; `parents` is asked only when it is no first one. */
export function isRevOf(
  table: TableName,
  record: Values,
  rev: string,
  parents: () => readonly string[],
): boolean {
  return contentHash(table, record) === rev || revOf(table, record, parents()) === rev;
}
