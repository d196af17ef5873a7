import { hash } from 'node:crypto';
import type { TableName } from '../../shared/domain/records.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { type ColumnKind, givenColumns } from '../db/tables.ts';

type Values = Readonly<Record<string, unknown>>;

interface Part {
  /** The key with its colon, after a comma but for the first. */
  readonly head: string;
  readonly name: string;
  readonly kind: ColumnKind;
}

const partsOf = new Map<TableName, readonly Part[]>();

/** The keys of the canonical JSON in their order: a point sorts before all letters. */
function parts(table: TableName): readonly Part[] {
  let known = partsOf.get(table);
  if (known === undefined) {
    known = [...givenColumns[table]]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, kind }, at) => ({ head: `${at === 0 ? '' : ','}".${name}":`, name, kind }));
    partsOf.set(table, known);
  }
  return known;
}

function shortHash(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}

/**
 * Hash of what a record says: the first 32 hex digits of SHA-256 over the canonical JSON of its own
 * fields without the computed ones, its label, and whether it is deleted. The same content gives the
 * same hash on every laptop, whoever wrote it and when.
 */
export function contentHash(table: TableName, record: Values): string {
  // the text is put together here rather than by canonicalJson: imports hash millions of records
  let text = '{';
  for (const { head, name, kind } of parts(table)) {
    const value = record[name];
    text += head;
    if (value === null || value === undefined) text += 'null';
    else if (kind === 'text' && typeof value === 'string') text += JSON.stringify(value);
    else text += canonicalJson(value);
  }
  const isDeleted = (record.deleted_at ?? null) !== null;
  return shortHash(
    `${text},"isDeleted":${isDeleted},"table":"${table}","tlp":${JSON.stringify(record.tlp)}}`,
  );
}

/**
 * Name of a revision: of its content and of the revisions it was made from, in any order. A change
 * that is taken back thus gives a new revision after the change, and not the one before it. The first
 * revision of a record is named by its content alone; so was every one before schema 100 and in packs
 * of format 1.
 */
export function revOf(table: TableName, record: Values, parents: readonly string[]): string {
  const content = contentHash(table, record);
  return parents.length === 0 ? content : shortHash([content, ...parents.toSorted()].join(' '));
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
