import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RowSplitter } from '../../../electron/files/tabular/split-rows.ts';

function split(pieces: readonly string[], separator = ',') {
  const splitter = new RowSplitter(separator);
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

const cellsOf = (text: string) => split([text]).map(({ cells }) => cells);

describe('splitting rows', () => {
  test('quotes, line breaks inside them, and doubled quotes', () => {
    expect(cellsOf('a,b\r\n"x, ""y""\nz",\n')).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', ''],
    ]);
  });

  test('a row keeps its own number of cells', () => {
    expect(cellsOf('a,b,c\n1,2\n3,4,5,6\n7,8,9')).toEqual([
      ['a', 'b', 'c'],
      ['1', '2'],
      ['3', '4', '5', '6'],
      ['7', '8', '9'],
    ]);
  });

  test('lines are counted as an editor shows them, empty ones too', () => {
    const lines = split(['a\n\n"b\nc",d\ne\n']).map(({ line }) => line);
    expect(lines).toEqual([1, 3, 5]);
  });

  test('a file that ends inside quotes says so', () => {
    expect(split(['a,b\n1,"two'])).toEqual([
      { cells: ['a', 'b'], line: 1, isCut: false },
      { cells: ['1', 'two'], line: 2, isCut: true },
    ]);
  });

  test('cut anywhere, the rows are the same', () => {
    const text = 'a;"b ""q""\r\nc";d\r\n\r\n;;\n"";x\n';
    const whole = split([text], ';');
    for (let at = 0; at <= text.length; at += 1) {
      expect(split([text.slice(0, at), text.slice(at)], ';')).toEqual(whole);
    }
  });

  test('what csv-parse reads is read the same', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', '\r\n') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(table, fc.nat(), (rows, cut) => {
        const text = rows
          .map((row) => row.map((part) => `"${part.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const ought = parse(text, { relax_column_count: true }) as string[][];
        const at = cut % (text.length + 1);
        const found = split([text.slice(0, at), text.slice(at)]).map(({ cells }) => cells);
        expect(found).toEqual(ought);
      }),
    );
  });
});
