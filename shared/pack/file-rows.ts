/**
 * What a file of a data set said of an incident when it was taken in. It travels beside the records, so that
 * a colleague who reads the same file, or a later one, is told what is new in it (decision 0115).
 */
import { z } from 'zod';
import type { TableName, Values } from '../domain/records.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { idSchema } from '../lib/ids.ts';
import type { Column } from './column.ts';

const scalar = z.union([
  z.string().max(1_000_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(10_000)).max(1000),
]);
type Scalar = z.infer<typeof scalar>;
const words = (longest: number) => z.string().max(longest);
const mostNames = 10_000;
/** `title` of the incident, `claim:ID.statement`, `toll:ID.low`. */
const valueName = words(120).regex(/^(?:(?:claim|toll):[0-9a-f-]{36}\.)?[a-z0-9_]+$/);
const recordName = words(60).regex(/^(?:incident|(?:claim|toll|link):[0-9a-f-]{36})$/);
const limited = <T extends z.ZodType<object>>(schema: T) =>
  schema.refine((value) => Object.keys(value).length <= mostNames, { message: 'too many names' });

export const fileRowSchema = z.strictObject({
  incident_id: idSchema,
  /** What kind of file, as `acled`, its name, and when it was taken in (stamp of the hybrid clock). */
  file_format: words(60).min(1),
  file_name: words(500),
  taken_at: words(60)
    .min(10)
    .regex(/^[\x20-\x7e]+$/),
  /** Line of the file. */
  line: z.number().int().min(0),
  /** Seconds since 1970 of the data set's upload, where it says so. */
  stamp: z.number().int().nullable(),
  /** Hash of the whole row; empty where a label keeps some of the row back. */
  digest: words(200),
  /** Cells without a field here, by the column's name. */
  kept: limited(z.record(words(1000), words(1_000_000))),
  /** What the file said where the analyst's own words stayed, and where that is decided for good. */
  refused: limited(z.record(valueName, scalar)),
  settled: z.array(valueName).max(mostNames),
  /** The records that the file brought or knew, each with what it said otherwise than they say now. */
  said: limited(z.record(recordName, limited(z.record(words(60), scalar)))),
});
export type FileRow = z.infer<typeof fileRowSchema>;

const text = (name: string, minLength = 0): Column => ({
  ...{ name, type: 'string', isNullable: false, options: undefined, minLength },
});

/** In the order of the file. */
export const fileRowColumns: readonly Column[] = [
  text('incident_id', 1),
  text('file_format', 1),
  text('file_name'),
  text('taken_at', 1),
  { ...text('line'), type: 'integer' },
  { ...text('stamp'), type: 'integer', isNullable: true },
  text('digest'),
  ...(['kept', 'refused'] as const).map((name): Column => ({ ...text(name), type: 'object' })),
  { ...text('settled'), type: 'array' },
  { ...text('said'), type: 'object' },
];

/** Of two rows about an incident the one of the newer file; of one file, the one taken in later. */
export function isAhead(a: FileRow, b: FileRow): boolean {
  const by = [
    (a.stamp ?? -1) - (b.stamp ?? -1),
    a.taken_at < b.taken_at ? -1 : a.taken_at > b.taken_at ? 1 : 0,
    a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0,
  ];
  return (by.find((each) => each !== 0) ?? 0) >= 0;
}

/**
 * One row of two laptops', the same whichever is whose: that of the newer file. Where both read the same row
 * of it, what either was refused stays known, and what either has decided is decided.
 */
export function joinFileRows(a: FileRow, b: FileRow): FileRow {
  const [first, second] = isAhead(a, b) ? [a, b] : [b, a];
  const said = { ...second.said, ...first.said };
  if (first.digest !== second.digest) return { ...first, said };
  const refused = { ...second.refused, ...first.refused };
  const settled = [...new Set([...first.settled, ...second.settled])].sort();
  return { ...first, refused, settled, said };
}

/** Fields that a file says of a record; of a link only that it is there. */
export const saidFields = {
  incident: [
    ...(['title', 'summary', 'event_type', 'sub_event_type', 'disorder_type'] as const),
    ...(['date_edtf', 'place_words', 'latitude', 'longitude', 'geo_level', 'geo_code'] as const),
    ...(['country', 'admin1', 'admin2', 'targets', 'date_words', 'time_words'] as const),
    ...(['radius_m', 'status', 'status_why', 'confidence'] as const),
  ],
  claim: ['statement', 'value', 'made_on'],
  toll: ['party', 'outcome', 'low', 'high', 'qualifier', 'words'],
  link: [],
} as const satisfies { readonly [T in TableName]?: readonly (keyof Values<T>)[] };
export type SaidTable = keyof typeof saidFields;
type Loose = Readonly<Record<string, unknown>>;

/** Its name in `said`. */
export function saidName(table: SaidTable, id: string): string {
  return table === 'incident' ? table : `${table}:${id}`;
}

/** Table and id of a name in `said` about an incident. */
export function saidRecord(name: string, incident: string): readonly [SaidTable, string] {
  const [table = '', id = incident] = name.split(':');
  return [table as SaidTable, id];
}

/** What `base` says otherwise than `current`, of the fields that files give. */
export function saidOtherwise(
  table: SaidTable,
  base: Loose,
  current: Loose,
): FileRow['said'][string] {
  const fields = saidFields[table].filter(
    (field) => canonicalJson(base[field] ?? null) !== canonicalJson(current[field] ?? null),
  );
  return saidOf(fields, base);
}

/** All that `base` says, of those fields. */
export function saidWhole(table: SaidTable, base: Loose): FileRow['said'][string] {
  return saidOf(saidFields[table], base);
}

function saidOf(fields: readonly string[], base: Loose): FileRow['said'][string] {
  return Object.fromEntries(fields.map((field) => [field, (base[field] ?? null) as Scalar]));
}
