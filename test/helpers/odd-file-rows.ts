/** Rows of files as a stranger may write them into a pack: some that no schema takes, some that one does. */
import fc from 'fast-check';
import { writeTable } from '../../electron/files/csv-table.ts';
import { type FileRow, fileRowColumns } from '../../shared/pack/file-rows.ts';

const columns = fileRowColumns.map(({ name }) => name);

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '\u0000', '\ud800', '=1+1', "'", '"', '\r\n', '__proto__', 'constructor'),
  fc.constantFrom('018f0000-0000-7000-8000-000000000003', '-1', '1e999', 'NaN', '{"a":', '[[[['),
);
const oddName = fc.oneof(oddText, fc.constantFrom('incident', 'title', 'claim:', 'toll:x.low'));
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(oddName, fc.oneof(oddText, fc.jsonValue({ maxDepth: 2 })), { maxKeys: 6 }),
  fc.array(oddName, { maxLength: 6 }),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, -1, 1.5, 1e308, true),
  // more names and longer ones than any file has
  fc.constant(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`f${at}`, null]))),
  fc.constant({ title: 'x'.repeat(1_000_001) }),
);

/** The table of one good row, spoiled under a right header: cells of any kind, rows twice, gone or cut. */
export function spoiledFileRows(row: FileRow): fc.Arbitrary<Buffer> {
  const cells = fc.array(fc.tuple(fc.constantFrom(...columns), oddValue), {
    minLength: 1,
    maxLength: 4,
  });
  return fc
    .record({ cells, copies: fc.nat(3), cut: fc.option(fc.nat(400)), quoted: fc.boolean() })
    .map(({ cells: spoiled, copies, cut, quoted }) => {
      const rows = Array.from({ length: copies }, () => ({
        ...row,
        ...Object.fromEntries(
          spoiled.map(([name, value]) => [name, quoted ? JSON.stringify(value) : value]),
        ),
      }));
      const bytes = writeTable(textColumns, rows.map(asTexts));
      return cut === null ? bytes : bytes.subarray(0, Math.max(0, bytes.length - cut));
    });
}

/** So that anything can stand in any cell. */
const textColumns = fileRowColumns.map((column) => ({
  ...{ ...column, type: 'string' as const, isNullable: true, minLength: 0 },
}));
function asTexts(row: Readonly<Record<string, unknown>>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' || value === null ? value : JSON.stringify(value),
    ]),
  );
}

const scalar = fc.oneof(
  fc.constantFrom(null, '', '__proto__', '2025-99-99', '=1+1', -1, 1.5, 1e15, true, 'RED'),
  fc.array(fc.constantFrom('', 'market', '\u0000'), { maxLength: 3 }),
);
const field = fc.constantFrom(
  ...['title', 'summary', 'status', 'latitude', 'date_edtf', 'targets', 'id', 'rev', 'tlp', 'pk'],
  ...['deleted_at', 'place_id', 'external_key', 'statement', 'low', 'high', 'qualifier', 'proto'],
);

/** What keeps the schema and means nothing good: fields and records that the row has no say in. */
export function strangeFileRow(row: FileRow, others: readonly string[]): fc.Arbitrary<FileRow> {
  const record = fc.tuple(fc.constantFrom('claim', 'toll', 'link'), fc.constantFrom(...others));
  const name = fc.oneof(
    field,
    fc
      .tuple(
        record.filter(([table]) => table !== 'link'),
        field,
      )
      .map(([[table, id], of]) => `${table}:${id}.${of}`),
  );
  const said = fc.oneof(
    fc.constant('incident'),
    record.map(([table, id]) => `${table}:${id}`),
  );
  return fc
    .record({
      refused: fc.dictionary(name, scalar, { maxKeys: 5 }),
      settled: fc.uniqueArray(name, { maxLength: 3 }),
      said: fc.dictionary(said, fc.dictionary(field, scalar, { maxKeys: 3 }), { maxKeys: 4 }),
      kept: fc.dictionary(fc.constantFrom('', '__proto__', '=x', '\u202e'), fc.constant('<b>')),
      stamp: fc.constantFrom(null, 0, -1, Number.MAX_SAFE_INTEGER),
      taken_at: fc.constantFrom('0000000000', '9999-12-31T23:59:59.999999Z', 'zzzzzzzzzzzz'),
      digest: fc.constantFrom('', row.digest, 'ffff'),
      file_format: fc.constantFrom('ours', 'acled', 'pack', '__proto__'),
    })
    .map((odd) => ({ ...row, ...odd }));
}
