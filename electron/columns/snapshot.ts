/**
 * The columns as bytes that are stored in the case, and back: a million incidents are there in the
 * time it takes to copy them, instead of being read row by row. Fits one version of the tables only.
 */
import { z } from 'zod';
import { latestVersion } from '../db/migrations/all.ts';
import type { TieKind } from '../db/queries/column-rows.ts';
import { readHead, readPart, type Snapshot } from '../db/queries/column-snapshot.ts';
import type { Reader } from '../db/sqlite.ts';
import { type Arrays, Columns } from './columns.ts';
import type { Dictionary } from './dictionary.ts';

/** Beyond these a stored picture is no picture of a case: memory is not asked for. */
const mostRows = 20_000_000;
const mostBytes = 2 ** 30;

/** Goes up when the columns change: what older programs stored is not read. */
const format = 2;

const dictionaryNames = [
  'types',
  'subTypes',
  'countries',
  'regions',
  'provinces',
  'grades',
] as const;
const tieKinds = ['actor', 'source', 'tag'] as const satisfies readonly TieKind[];
const tieArrays = ['start', 'length', 'other', 'role'] as const;

const entries = z.array(z.tuple([z.string(), z.string()]));
const headSchema = z.strictObject({
  format: z.literal(format),
  tables: z.literal(latestVersion),
  revision: z.number().int().nonnegative(),
  count: z.number().int().min(0).max(mostRows),
  /** Bytes of each part. */
  parts: z.record(z.string(), z.number().int().min(0).max(mostBytes)),
  dictionaries: z.record(z.enum(dictionaryNames), entries),
  highest: z.record(z.enum(tieKinds), z.number().int().min(0).max(mostRows)),
});
type Head = z.infer<typeof headSchema>;

export type { Snapshot };

type AnyArray = Arrays[keyof Arrays];

function bytesOf(array: AnyArray): Uint8Array<ArrayBuffer> {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** A picture that is read a piece at a time from the columns themselves, so that it is not in memory twice. */
export interface TakenSnapshot extends Snapshot {
  readonly read: (name: string, from: number, to: number) => Uint8Array<ArrayBuffer> | undefined;
  /** To be called before the columns change: copies what the picture shows. */
  readonly settle: () => void;
}

/** A picture of all columns and of the order that the table opens with. */
export function takeSnapshot(
  columns: Columns,
  order: Uint32Array<ArrayBuffer>,
  revision: number,
): TakenSnapshot {
  const { count } = columns;
  const sources = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [name, array] of Object.entries(columns.arrays) as [string, AnyArray][]) {
    sources.set(name, bytesOf(array.subarray(0, count)));
  }
  for (const kind of tieKinds) {
    const packed = columns.ties[kind].packed(count);
    for (const name of tieArrays) sources.set(`${kind} ${name}`, bytesOf(packed[name]));
  }
  sources.set('order', bytesOf(order));
  const parts = Array.from(sources, ([name, { length }]) => ({ name, length }));
  const each = <K extends string, V>(names: readonly K[], make: (name: K) => V) =>
    Object.fromEntries(names.map((name) => [name, make(name)])) as Record<K, V>;
  const head: Head = {
    ...{ format, tables: latestVersion, revision, count },
    parts: Object.fromEntries(parts.map(({ name, length }) => [name, length])),
    dictionaries: each(dictionaryNames, (name) => (columns[name] as Dictionary).entries()),
    highest: each(tieKinds, (kind) => columns.ties[kind].highest),
  };
  let isSettled = false;
  return {
    ...{ head: JSON.stringify(head), parts, revision },
    read: (name, from, to) => sources.get(name)?.slice(from, to),
    settle() {
      if (isSettled) return;
      isSettled = true;
      for (const [name, bytes] of sources) sources.set(name, bytes.slice());
    },
  };
}

/** The case may come from anyone: what cannot be read counts as nothing stored. */
function parseHead(json: string): Head | undefined {
  try {
    return headSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** What is stored, when it fits this program. Undefined otherwise: read the tables then. */
export function restoreSnapshot(db: Reader):
  | {
      readonly columns: Columns;
      /** Rows in the order of `defaultSort`. */
      readonly order: Uint32Array<ArrayBuffer>;
      readonly revision: number;
    }
  | undefined {
  const json = readHead(db);
  if (json === undefined) return undefined;
  const head = parseHead(json);
  if (head === undefined) return undefined;
  const { count, parts, dictionaries, highest, revision } = head;
  const read = (name: string): ArrayBuffer | undefined => {
    const length = parts[name];
    return length === undefined ? undefined : readPart(db, name, length)?.buffer;
  };
  const columns = new Columns();
  columns.reserve(count);
  for (const [name, array] of Object.entries(columns.arrays) as [string, AnyArray][]) {
    const bytes = read(name);
    if (bytes === undefined || bytes.byteLength !== count * array.BYTES_PER_ELEMENT) {
      return undefined;
    }
    new Uint8Array(array.buffer).set(new Uint8Array(bytes));
  }
  for (const kind of tieKinds) {
    const [start, length, other, role] = tieArrays.map((name) => read(`${kind} ${name}`));
    if (!start || !length || !other || !role) return undefined;
    columns.ties[kind].restore({
      start: new Uint32Array(start),
      length: new Uint16Array(length),
      other: new Uint32Array(other),
      role: new Uint8Array(role),
      highest: highest[kind],
    });
  }
  for (const name of dictionaryNames) columns[name].restore(dictionaries[name]);
  const order = read('order');
  if (order?.byteLength !== count * 4) return undefined;
  columns.restored(count);
  return { columns, order: new Uint32Array(order), revision };
}
