/** Columns of the tables of a pack, derived from the record schemas: the one place that knows fields. */
import { z } from 'zod';
import { recordSchemas, type TableName } from '../domain/records.ts';
import { tlpLabels } from '../domain/vocabulary.ts';
import type { Column } from './column.ts';
import { type PackTable, packTables } from './format.ts';
import { lineOfDescent, revisionLine } from './revisions.ts';

const meta = (name: string, isNullable = false): Column => ({
  name,
  type: 'string',
  isNullable,
  options: undefined,
  minLength: isNullable ? undefined : 1,
});

const list = (name: string): Column => ({ ...meta(name), type: 'array', minLength: undefined });

/** Bookkeeping that travels. `origin` does not: it names an import of one laptop. */
const metaColumns: readonly Column[] = [
  meta('id'),
  meta('rev'),
  list('history'),
  meta('created_at'),
  meta('created_by'),
  meta('updated_at'),
  meta('updated_by'),
  meta('deleted_at', true),
  { ...meta('tlp'), options: tlpLabels },
];

const columnsByTable = new Map<TableName, readonly Column[]>();

/** Columns of a table in packs of an older format. */
export function columnsInFormat(table: PackTable, version: number): readonly Column[] {
  const columns = columnsOf(table);
  if (version > 1) return columns;
  return columns.map((column) => (column.name === 'history' ? list('ancestors') : column));
}

/** Fields of a table in the order of its schema, bookkeeping first. */
export function columnsOf(table: PackTable): readonly Column[] {
  const known = columnsByTable.get(table);
  if (known !== undefined) return known;
  const shape = recordSchemas[table].shape as Readonly<Record<string, z.ZodType>>;
  const fields = Object.entries(shape).map(([name, schema]) => columnOf(name, schema));
  const columns = [...metaColumns, ...fields];
  columnsByTable.set(table, columns);
  return columns;
}

function columnOf(name: string, schema: z.ZodType): Column {
  const isNullable = schema instanceof z.ZodNullable;
  const inner = isNullable ? schema.unwrap() : schema;
  const base = { name, isNullable, options: undefined, minLength: undefined };
  if (inner instanceof z.ZodString)
    return { ...base, type: 'string', minLength: inner.minLength ?? undefined };
  if (inner instanceof z.ZodEnum)
    return { ...base, type: 'string', options: inner.options.map(String) };
  if (inner instanceof z.ZodNumber)
    return { ...base, type: inner.format === 'safeint' ? 'integer' : 'number' };
  if (inner instanceof z.ZodBoolean) return { ...base, type: 'boolean' };
  if (inner instanceof z.ZodArray) return { ...base, type: 'array' };
  throw new Error(`No column type for field ${name}`);
}

/** Field descriptors of Data Package v2 (Table Schema) for one table. */
export function fieldDescriptors(table: PackTable) {
  return describeColumns(columnsOf(table), 'id');
}

/** `unique`: the column by which a row is known. */
export function describeColumns(columns: readonly Column[], unique: string) {
  return columns.map((column) => {
    const constraints = {
      ...(isRequired(column) && { required: true }),
      ...(column.name === unique && { unique: true }),
      ...(column.options !== undefined && { enum: column.options }),
    };
    return {
      name: column.name,
      type: column.type,
      ...(Object.keys(constraints).length > 0 && { constraints }),
    };
  });
}

/** A text that may be empty cannot be `required`: an empty cell counts as missing in Data Package. */
function isRequired(column: Column): boolean {
  if (column.isNullable) return false;
  return column.type !== 'string' || column.options !== undefined || (column.minLength ?? 0) > 0;
}

/** Schema of one row of a table as it travels: the record, its bookkeeping and earlier revisions. */
export function packRowSchema(table: PackTable, version: number) {
  const past = version === 1 ? ancestorsShape : historyShape;
  const { shape } = recordSchemas[table];
  return z.strictObject({ ...shape, ...travelMeta.shape, ...past });
}

/** A parsed row as the record it is, whatever format it came in. */
export function packRecordOf(row: object): PackRecord {
  if (!('ancestors' in row)) return row as PackRecord;
  const { ancestors, ...record } = row as PackRecord & { readonly ancestors: readonly string[] };
  return { ...record, history: lineOfDescent(record.rev, ancestors).map(revisionLine) };
}

const revName = '[\\w:+/=-]{8,128}';
const hash = z.string().regex(new RegExp(`^${revName}$`));
const line = z
  .string()
  .max(1000)
  .regex(new RegExp(`^${revName}( ${revName})*$`));
const mostRevisions = 100_000;
const ancestorsShape = { ancestors: z.array(hash).max(mostRevisions) };
const historyShape = { history: z.array(line).min(1).max(mostRevisions) };
const stamp = z
  .string()
  .min(10)
  .max(60)
  .regex(/^[\x20-\x7e]+$/);
const id = recordSchemas.toll.shape.claim_id;

const travelMeta = z.strictObject({
  id,
  rev: hash,
  created_at: stamp,
  created_by: id,
  updated_at: stamp,
  updated_by: id,
  deleted_at: stamp.nullable(),
  tlp: z.enum(tlpLabels),
});

/** A row of a pack: a whole record without `origin`. */
export interface PackRecord {
  readonly id: string;
  readonly rev: string;
  /** Lines of its past (revisions.ts), its own revision first. */
  readonly history: readonly string[];
  readonly created_at: string;
  readonly created_by: string;
  readonly updated_at: string;
  readonly updated_by: string;
  readonly deleted_at: string | null;
  readonly tlp: (typeof tlpLabels)[number];
  readonly [field: string]: unknown;
}

export type PackRecords = ReadonlyMap<PackTable, readonly PackRecord[]>;

/** Items one by one or by their place: an array, or a list that holds them more tightly. */
export interface ItemList<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
}
/** The records of a pack that was read. */
export type ReadRecords = ReadonlyMap<PackTable, ItemList<PackRecord>>;

/** Counts of records by table, tables without any left out. */
export function countsOf(records: PackRecords): Record<string, number> {
  return Object.fromEntries(
    packTables
      .map((table) => [table, records.get(table)?.length ?? 0] as const)
      .filter(([, count]) => count > 0),
  );
}
