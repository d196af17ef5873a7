/**
 * The rows of an XLSX workbook read a piece at a time are those that the library has, which holds the workbook as
 * a whole: any cells, as Excel and others write them.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { columnName } from '../../../electron/files/export/sheet-xml.ts';
import type { SplitRow } from '../../../electron/files/tabular/split-rows.ts';
import type { TableFacts } from '../../../electron/files/tabular/table-file.ts';
import { readWhole, wholeFacts } from '../../../electron/files/workbooks/whole-workbook.ts';
import { readXlsx, xlsxFacts } from '../../../electron/files/workbooks/xlsx-file.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { xlsxOf, xlsxParts } from '../../helpers/xlsx-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'cairn-books-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Take = (rows: readonly SplitRow[]) => boolean;

function told(read: (take: Take) => TableFacts): unknown {
  const rows: SplitRow[] = [];
  try {
    const facts = read((piece) => rows.push(...piece) > 0);
    return { facts, rows };
  } catch (error) {
    return error instanceof AppError ? error.details['reason'] : error;
  }
}
function bothWays(bytes: Buffer): { piecewise: unknown; whole: unknown } {
  const path = join(folder, 'x.xlsx');
  writeFileSync(path, bytes);
  return {
    piecewise: told((take) => {
      const facts = xlsxFacts(path, {});
      expect(readXlsx(path, facts, take)).toBe(true);
      return facts;
    }),
    whole: told((take) => {
      const facts = wholeFacts(path, bytes.length, true, {});
      readWhole(path, facts, true, take);
      return facts;
    }),
  };
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&#62;')
    .replaceAll('\r', '&#xD;');

const word = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        ' ',
        'é',
        '😀',
        'ع',
        '<',
        '&',
        '>',
        '"',
        '\n',
        '\r\n',
        '_x000D_',
        '_x0041_',
        '_x',
        '7',
      ],
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
/** The library takes entities and codes of a formula's text apart twice. */
const plainWord = fc.constantFrom('', 'Djibo', ' of two ', 'né', '12');

/** What stands in `si` and `is`: a text, or runs of several looks, with how it is pronounced. */
const item = fc.oneof(
  word.map((text) => `<t xml:space="preserve">${escaped(text)}</t>`),
  fc
    .tuple(word, word)
    .map(([a, b]) => `<t>${escaped(a)}</t><rPh sb="0"><t>${escaped(b)}</t></rPh>`),
  fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), word)
    .map(
      ([runs, said]) =>
        `${runs.map((run) => `<r><rPr><b/><sz val="9"/></rPr><t xml:space="preserve">${escaped(run)}</t></r>`).join('')}` +
        `<rPh sb="0" eb="1"><t>${escaped(said)}</t></rPh><phoneticPr fontId="1"/>`,
    ),
);

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer({ min: 0, max: 60_000 }).map(String),
  fc.double({ min: 1, max: 50_000, noNaN: true }).map(String),
  fc.constantFrom('1E-3', '0', '45788.75', '007'),
);

/** A cell, given its place or none and the number of shared texts. */
type Cell = (place: string, texts: number) => string;
const style = fc.integer({ min: 0, max: 6 });
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.nat().map(
    (n): Cell =>
      (at, texts) =>
        `<c${at} t="s"><v>${n % texts}</v></c>`,
  ),
  item.map(
    (is): Cell =>
      (at) =>
        `<c${at} t="inlineStr"><is>${is}</is></c>`,
  ),
  plainWord.map(
    (v): Cell =>
      (at) =>
        `<c${at} t="str"><f>A1&amp;B1</f><v>${v}</v></c>`,
  ),
  fc.tuple(number, style).map(
    ([v, s]): Cell =>
      (at) =>
        `<c${at} s="${s}"><v>${v}</v></c>`,
  ),
  number.map(
    (v): Cell =>
      (at) =>
        `<c${at} t="n"><f>SUM(A1)</f><v>${v}</v></c>`,
  ),
  fc.constantFrom('0', '1').map(
    (v): Cell =>
      (at) =>
        `<c${at} t="b"><v>${v}</v></c>`,
  ),
  fc.constantFrom('#N/A', '#REF!').map(
    (v): Cell =>
      (at) =>
        `<c${at} t="e"><v>${v}</v></c>`,
  ),
  style.map(
    (s): Cell =>
      (at) =>
        `<c${at} s="${s}"/>`,
  ),
);

const row = fc.record({
  /** Rows left out before it. */
  gap: fc.nat({ max: 2 }),
  isNumbered: fc.boolean(),
  cells: fc.array(
    fc.record({ cell, skip: fc.constantFrom(0, 0, 0, 1, 30), isPlaced: fc.boolean() }),
    { maxLength: 6 },
  ),
});

const styles =
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>' +
  '<numFmt numFmtId="165" formatCode="&quot;day &quot;0.00"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  `<cellXfs>${[0, 14, 164, 165, 22, 2].map((id) => `<xf numFmtId="${id}" fontId="0"/>`).join('')}</cellXfs>`;

const book = fc.record({
  rows: fc.array(row, { maxLength: 12 }),
  texts: fc.array(item, { minLength: 1, maxLength: 8 }),
  is1904: fc.boolean(),
  prefix: fc.constantFrom('', 'x:'),
});

function rowsXml(
  rows: readonly (typeof row extends fc.Arbitrary<infer R> ? R : never)[],
  texts: number,
) {
  let line = 0;
  return rows
    .map(({ gap, isNumbered, cells }) => {
      line += 1 + (isNumbered ? gap : 0);
      let column = -1;
      const xml = cells.map(({ cell, skip, isPlaced }) => {
        column += 1 + (isPlaced ? skip : 0);
        return cell(isPlaced ? ` r="${columnName(column)}${line}"` : '', texts);
      });
      return `<row${isNumbered ? ` r="${line}" spans="1:4"` : ''}>${xml.join('')}</row>`;
    })
    .join('');
}

const prefixed = (xml: string, prefix: string) => xml.replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}`);

test('any cells, by one way and the other', () => {
  let compared = 0;
  fc.assert(
    fc.property(book, ({ rows, texts, is1904, prefix }) => {
      const parts = xlsxParts({
        rows: prefixed(rowsXml(rows, texts.length), prefix),
        texts: prefixed(texts.map((text) => `<si>${text}</si>`).join(''), prefix),
        ...{ styles, is1904, prefix },
      });
      const { piecewise, whole } = bothWays(xlsxOf(parts));
      expect(piecewise).toEqual(whole);
      if (typeof whole === 'object') compared += 1;
    }),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(100);
}, 120_000);
