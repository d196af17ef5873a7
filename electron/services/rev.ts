import { hash } from 'node:crypto';
import type { TableName } from '../../shared/domain/records.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { type ColumnKind, givenColumns } from '../db/tables.ts';

type Values = Readonly<Record<string, unknown>>;

/** Fields that came after revisions had been named: empty ones are left out, so that those names hold. */
const later: ReadonlySet<string> = new Set(
  ['organisation', 'author', 'number', 'page', 'lang', 'accent', 'rule', 'logo'].map(
    (name) => `case_info house_${name}`,
  ),
);

interface Part {
  /** The key with its colon, after a comma but for the first. */
  readonly head: string;
  readonly name: string;
  readonly kind: ColumnKind;
  readonly isLater: boolean;
}

const partsOf = new Map<TableName, readonly Part[]>();

/** The keys of the canonical JSON in their order: a point sorts before all letters. */
function parts(table: TableName): readonly Part[] {
  let known = partsOf.get(table);
  if (known === undefined) {
    known = [...givenColumns[table]]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, kind }, at) => ({
        head: `${at === 0 ? '' : ','}".${name}":`,
        name,
        kind,
        isLater: later.has(`${table} ${name}`),
      }));
    partsOf.set(table, known);
  }
  return known;
}

function shortHash(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}

function valueJson(kind: ColumnKind, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return kind === 'text' && typeof value === 'string'
    ? JSON.stringify(value)
    : canonicalJson(value);
}

function ending(table: TableName, isDeleted: boolean, tlp: unknown): string {
  return `,"isDeleted":${isDeleted},"table":"${table}","tlp":${JSON.stringify(tlp)}}`;
}

/**
 * Hash of what a record says: the first 32 hex digits of SHA-256 over the canonical JSON of its own
 * fields without the computed ones, its label, and whether it is deleted. The same content gives the
 * same hash on every laptop, whoever wrote it and when.
 */
export function contentHash(table: TableName, record: Values): string {
  // the text is put together here rather than by canonicalJson: imports hash millions of records
  let text = '{';
  for (const { head, name, kind, isLater } of parts(table)) {
    if (isLater && (record[name] ?? null) === null) continue;
    text += head + valueJson(kind, record[name]);
  }
  const isDeleted = (record.deleted_at ?? null) !== null;
  return shortHash(text + ending(table, isDeleted, record.tlp));
}

/** Whether two versions of a record have one content hash; quicker than both hashes. */
export function hasSameContent(table: TableName, one: Values, other: Values): boolean {
  const isDeleted = (record: Values) => (record.deleted_at ?? null) !== null;
  if (one.tlp !== other.tlp || isDeleted(one) !== isDeleted(other)) return false;
  return parts(table).every(
    ({ name, kind }) =>
      one[name] === other[name] || valueJson(kind, one[name]) === valueJson(kind, other[name]),
  );
}

/** Letters, digits and what stands between them, in any alphabet without pairs: as JSON what they are. */
const plainText = /^[ !#-[\]-~\u00a0-\ud7ff\ue000-\uffff]*$/;

function quickJson(kind: ColumnKind, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string' && kind === 'text') {
    return plainText.test(value) ? `"${value}"` : JSON.stringify(value);
  }
  return canonicalJson(value);
}

/**
 * The same hash, of live records whose values stand in the order of `names`; what has no place there is as
 * `usual` has it. For records made by the million.
 */
export function rowHasher(
  table: TableName,
  { names, usual }: { readonly names: readonly string[]; readonly usual: Values },
): (values: readonly unknown[], tlp: string) => string {
  const placed: { readonly head: string; readonly kind: ColumnKind; readonly at: number }[] = [];
  let head = '{';
  for (const part of parts(table)) {
    head += part.head;
    const at = names.indexOf(part.name);
    if (at < 0) head += valueJson(part.kind, usual[part.name]);
    else {
      placed.push({ head, kind: part.kind, at });
      head = '';
    }
  }
  const endings = new Map<string, string>();
  return (values, tlp) => {
    let text = '';
    for (const { head: before, kind, at } of placed) text += before + quickJson(kind, values[at]);
    let last = endings.get(tlp);
    if (last === undefined) {
      last = head + ending(table, false, tlp);
      endings.set(tlp, last);
    }
    return shortHash(text + last);
  };
}

/**
 * Name of a revision: of its content and of the revisions it was made from, in any order. A change
 * that is taken back thus gives a new revision after the change, and not the one before it. The first
 * revision of a record is named by its content alone; so was every one before schema 100 and in packs
 * of format 1.
 */
export function revOf(table: TableName, record: Values, parents: readonly string[]): string {
  return revOfContent(contentHash(table, record), parents);
}

/** The same, of a content that is hashed already. */
export function revOfContent(content: string, parents: readonly string[]): string {
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
