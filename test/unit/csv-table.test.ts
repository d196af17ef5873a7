import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable, writeTable } from '../../electron/files/csv-table.ts';
import { escapeText, unescapeText } from '../../shared/lib/marked-cell.ts';
import type { Column } from '../../shared/pack/column.ts';

const column = (name: string, type: Column['type'], isNullable = false): Column => ({
  name,
  type,
  isNullable,
  options: undefined,
  minLength: undefined,
});
const columns = [
  column('text', 'string'),
  column('maybe', 'string', true),
  column('number', 'number', true),
  column('flag', 'boolean'),
  column('list', 'array'),
];
type Row = Readonly<Record<string, unknown>>;
const row = (values: Row): Row => ({
  text: '',
  maybe: null,
  number: null,
  flag: false,
  list: [],
  ...values,
});

async function roundTrip(rows: readonly Row[]): Promise<readonly Row[]> {
  return read(writeTable(columns, rows));
}

async function read(bytes: Buffer): Promise<readonly Row[]> {
  const read: Row[] = [];
  const options = { path: 'data/x.csv', columns, maxCellLength: 1_000_000 };
  // pieces of 7 bytes cut characters and line ends in two
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) =>
    bytes.subarray(at * 7, at * 7 + 7),
  );
  for await (const each of readTable(Readable.from(pieces, { objectMode: false }), options))
    read.push(each);
  return read;
}

const blns: readonly string[] = JSON.parse(readFileSync('test/fixtures/strings/blns.json', 'utf8'));

describe('a CSV table', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+22670000000', "'+22670000000"],
    ['-bash', "'-bash"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ["'=1", "''=1"],
    ["'", "''"],
    ["'Abd al-Malik", "'Abd al-Malik"],
    ['Djibo', 'Djibo'],
    ['a=b', 'a=b'],
  ])('writes the text %j as %j and reads it back', (text, cell) => {
    expect(escapeText(text)).toBe(cell);
    expect(unescapeText(cell)).toBe(text);
  });

  it('leaves numbers alone', () => {
    const text = writeTable(columns, [row({ number: -1.63 })]).toString();
    expect(text).toBe('text,maybe,number,flag,list\r\n,,-1.63,false,[]\r\n');
  });

  it('keeps absent and empty apart', async () => {
    const rows = [
      row({ maybe: null }),
      row({ maybe: '' }),
      row({ maybe: "'" }),
      row({ text: "''" }),
    ];
    expect(await roundTrip(rows)).toEqual(rows);
  });

  it('keeps line ends, quotes, tabs, NUL, a BOM and Arabic', async () => {
    const text = '\ufeffa\r\nb\nc\rd\t"e",\u0000;جماعة نصرة الإسلام\u202e';
    const rows = [row({ text, list: [text, ''] }), row({ text: '\r\n' }), row({ maybe: ' ' })];
    expect(await roundTrip(rows)).toEqual(rows);
  });

  it('carries every naughty string', async () => {
    const rows = blns.map((text) => row({ text, maybe: text, list: [text] }));
    expect(await roundTrip(rows)).toEqual(rows);
  });

  it('carries any text', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom("'", '=', '-', '\r', '\n', '"', ',', ' ', 'a', '＝') }),
    );
    const any = fc.record({
      text,
      maybe: fc.option(text),
      number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)),
      flag: fc.boolean(),
      list: fc.array(text),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(any, { maxLength: 8 }), async (rows) => {
        const plain = rows.map((each) => ({ ...each }));
        expect(await roundTrip(plain)).toEqual(plain);
      }),
      { numRuns: 200 },
    );
  });
});
