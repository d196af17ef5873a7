/** The tables of records as columns, derived from the schemas, and the values as they are stored. */
import type { z } from 'zod';
import {
  computedFields,
  recordMeta,
  recordSchemas,
  type TableName,
  type TargetTable,
  tableNames,
  targetTables,
} from '../../shared/domain/records.ts';
import type { SqlValue } from './sqlite.ts';

export type ColumnKind = 'text' | 'integer' | 'real' | 'boolean' | 'json';
export interface Column {
  readonly name: string;
  /** Quoted where it is a word of SQL (`end`). */
  readonly sql: string;
  readonly kind: ColumnKind;
  readonly isNullable: boolean;
}

function kindOf(type: z.ZodType): { kind: ColumnKind; isNullable: boolean } {
  const { def } = type as unknown as { def: { type: string; innerType?: z.ZodType } };
  switch (def.type) {
    case 'nullable':
      if (def.innerType === undefined) break;
      return { kind: kindOf(def.innerType).kind, isNullable: true };
    case 'string':
    case 'enum':
      return { kind: 'text', isNullable: false };
    case 'boolean':
      return { kind: 'boolean', isNullable: false };
    case 'array':
      return { kind: 'json', isNullable: false };
    case 'number': {
      const { isInt } = type as unknown as { isInt: boolean };
      return { kind: isInt ? 'integer' : 'real', isNullable: false };
    }
  }
  throw new Error(`a record field of type ${def.type} has no column`);
}

function columnsOf(shape: Readonly<Record<string, z.ZodType>>): readonly Column[] {
  return Object.entries(shape).map(([name, type]) => ({
    name,
    sql: name === 'end' ? '"end"' : name,
    ...kindOf(type),
  }));
}

function perTable<V>(make: (table: TableName) => V): { readonly [T in TableName]: V } {
  return Object.fromEntries(tableNames.map((table) => [table, make(table)])) as {
    readonly [T in TableName]: V;
  };
}

export const metaColumns: readonly Column[] = columnsOf(recordMeta.shape);
/** Own fields, computed ones included, in the order of the schema. */
const ownColumns = perTable((table) => columnsOf(recordSchemas[table].shape));
/** Own fields and bookkeeping. */
export const allColumns = perTable((table) => [...ownColumns[table], ...metaColumns]);
/** What a caller may set and what change rows and `rev` are about: own fields without computed ones. */
export const givenColumns = perTable((table) =>
  ownColumns[table].filter(({ name }) => !computedFields[table]?.includes(name)),
);
/** Select list of a whole record. */
export const columnList = perTable((table) =>
  allColumns[table].map(({ sql }) => `${table}.${sql}`).join(', '),
);

/** Fields that name a record of another table. Ends of links and targets are in `referencesOf`. */
export const referenceFields: { readonly [T in TableName]?: Readonly<Record<string, TableName>> } =
  {
    incident: { place_id: 'place' },
    actor_name: { actor_id: 'actor' },
    place_name: { place_id: 'place' },
    source: { publisher_actor_id: 'actor', via_source_id: 'source' },
    claim: {
      incident_id: 'incident',
      source_id: 'source',
      claimant_id: 'actor',
      denied_by_id: 'actor',
      superseded_by_id: 'claim',
    },
    toll: { claim_id: 'claim' },
    claim_relation: { from_claim_id: 'claim', to_claim_id: 'claim' },
    link: { claim_id: 'claim', source_id: 'source' },
    incident_pair: { a_id: 'incident', b_id: 'incident', kept_id: 'incident' },
    passage: { source_id: 'source' },
    tagging: { tag_id: 'tag' },
  };

/** Tables whose records hang on any other by `target_table` and `target_id`. */
export const targetedTables = ['passage', 'note', 'attachment', 'tagging'] as const;

export interface Reference {
  readonly field: string;
  readonly table: TableName;
  readonly id: string;
}

function linkEnd(kind: unknown, end: 'from' | 'to'): TableName {
  if (kind === 'actor-actor') return 'actor';
  if (kind === 'incident-incident') return 'incident';
  return end === 'from' ? 'actor' : 'incident';
}

/** Every record that these values point to, with the field that does. */
export function referencesOf(
  table: TableName,
  values: Readonly<Record<string, unknown>>,
): readonly Reference[] {
  const found: Reference[] = [];
  const add = (field: string, target: TableName, id: unknown) => {
    if (typeof id === 'string') found.push({ field, table: target, id });
  };
  for (const [field, target] of Object.entries(referenceFields[table] ?? {})) {
    add(field, target, values[field]);
  }
  if (table === 'link') {
    add('from_id', linkEnd(values.kind, 'from'), values.from_id);
    add('to_id', linkEnd(values.kind, 'to'), values.to_id);
  }
  if (table === 'claim' && Array.isArray(values.via)) {
    for (const id of values.via) add('via', 'actor', id);
  }
  if ('target_id' in values && targetTables.includes(values.target_table as TargetTable)) {
    add('target_id', values.target_table as TargetTable, values.target_id);
  }
  return found;
}

/** A value of a record as SQLite stores it. */
export function encode(kind: ColumnKind, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (kind === 'boolean') return value === true ? 1 : 0;
  if (kind === 'json') return JSON.stringify(value);
  // -0 would come back as 0 and change the hash
  if (kind === 'real') return (value as number) + 0;
  return value as SqlValue;
}

/** A stored value as a record holds it. */
export function decode(kind: ColumnKind, value: SqlValue): unknown {
  if (value === null) return null;
  if (kind === 'boolean') return value === 1;
  if (kind === 'json') return JSON.parse(String(value));
  return value;
}

/** Row as read with `columnList` -> record. */
export function decodeRow(
  table: TableName,
  row: Readonly<Record<string, SqlValue>>,
): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const { name, kind } of allColumns[table]) {
    record[name] = decode(kind, row[name] ?? null);
  }
  return record;
}
