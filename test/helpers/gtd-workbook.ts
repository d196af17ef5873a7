/** A workbook in the layout of GTD, as wide as its, as Excel writes it: texts shared, days as numbers with a style. */
import { columnName } from '../../electron/files/export/sheet-xml.ts';
import { writeParts, ZipPart } from '../../electron/files/export/zip-parts.ts';
import { gtdColumns, gtdRow } from './data-set-rows.ts';
import { xlsxParts } from './xlsx-of.ts';

/** As many as the data set has. */
const width = 135;
export const gtdWideColumns: readonly string[] = [
  ...gtdColumns,
  ...Array.from({ length: width - gtdColumns.length }, (_, n) => `further${n}`),
];

const words =
  'attack market police road bomb night group village station claimed unknown several vehicle militia'.split(
    ' ',
  );

/** Words in an order of their own for each `seed`, so that texts pack about as real ones do. */
function sentence(seed: number, length: number): string {
  let state = (seed * 2_654_435_761) % 4_294_967_296;
  const told: string[] = [];
  while (told.length < length) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    told.push(words[Math.floor(state / 65_536) % words.length] ?? '', (state % 9973).toString(36));
  }
  return told.join(' ');
}

export const gtdSummary = (n: number): string => `Summary ${n}: ${sentence(n, 60)}`;

/** The cells of row `n` from 0 by their columns; those of GTD that hold something, some two thirds. */
function cellsOf(n: number): Map<number, string | number> {
  const row = gtdRow(String(197_001_010_001 + n), { summary: gtdSummary(n) });
  const cells = new Map<number, string | number>();
  for (const [at, name] of gtdWideColumns.entries()) {
    const value = row[name] ?? '';
    if (/^further/.test(name)) {
      if ((at + n) % 3 === 0) continue;
      cells.set(at, at % 4 === 0 ? sentence((at * 31 + n) % 500, 3) : (n * at) % 1000);
    } else if (value !== '') cells.set(at, /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value);
  }
  return cells;
}

/** Writes `rows` rows. */
export function writeGtdWorkbook(path: string, rows: number): void {
  const sheet = new ZipPart('xl/worksheets/sheet1.xml', `${path}.sheet`);
  const texts = new ZipPart('xl/sharedStrings.xml', `${path}.texts`);
  const template = xlsxParts({ rows: '|', texts: '|' });
  const [sheetStart = '', sheetEnd = ''] = template.get(sheet.name)?.split('|') ?? [];
  const [textsStart = '', textsEnd = ''] = template.get(texts.name)?.split('|') ?? [];
  const known = new Map<string, number>();
  let count = 0;
  const shared = (text: string) => {
    const number = known.get(text) ?? count;
    if (number === count) {
      count += 1;
      texts.write(`<si><t>${text.replaceAll('&', '&amp;')}</t></si>`);
      // long texts are told once
      if (text.length < 60) known.set(text, number);
    }
    return number;
  };
  sheet.write(sheetStart);
  texts.write(textsStart);
  const write = (line: number, cells: ReadonlyMap<number, string | number>) => {
    let xml = `<row r="${line}" spans="1:${width}">`;
    for (const [at, value] of cells) {
      const place = `${columnName(at)}${line}`;
      xml +=
        typeof value === 'number'
          ? `<c r="${place}"><v>${value}</v></c>`
          : `<c r="${place}" t="s"><v>${shared(value)}</v></c>`;
    }
    sheet.write(`${xml}</row>`);
  };
  write(1, new Map(gtdWideColumns.entries()));
  for (let n = 0; n < rows; n += 1) write(n + 2, cellsOf(n));
  sheet.write(sheetEnd);
  texts.write(textsEnd);
  const others = [...template].flatMap(([name, xml], at) => {
    if (name === sheet.name || name === texts.name) return [];
    const part = new ZipPart(name, `${path}.${at}`);
    part.write(xml);
    return [part];
  });
  const parts = [...others, sheet, texts];
  for (const part of parts) part.finish();
  writeParts(path, parts);
  for (const part of parts) part.remove();
}
