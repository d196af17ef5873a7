/** A workbook that no honest program writes is refused with what is wrong with it, whichever of its parts it is. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { longestRow } from '../../../electron/files/tabular/split-rows.ts';
import { largestWorkbook } from '../../../electron/files/workbooks/whole-workbook.ts';
import { readSheet, workbookFacts } from '../../../electron/files/workbooks/workbook.ts';
import { catalogues } from '../../../renderer/text/catalogue.ts';
import { ownTemporaryFiles } from '../../helpers/temporary-files.ts';
import { xlsxOf, xlsxParts } from '../../helpers/xlsx-of.ts';

const folder = ownTemporaryFiles();

const sheet = 'xl/worksheets/sheet1.xml';
const texts = '<si><t>Date</t></si><si><t>Place</t></si>';
/** Names of columns, and rows enough that the beginning is not the whole. */
const names = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
const plain = Array.from(
  { length: 60 },
  (_, n) => `<row r="${n + 2}"><c r="A${n + 2}"><v>${n}</v></c></row>`,
).join('');
const withRow = (xml: string) => xlsxOf(xlsxParts({ rows: names + plain + xml, texts }));
const good = () => xlsxParts({ rows: names + plain, texts });
const changed = (name: string, change: (xml: string) => string | Buffer) =>
  xlsxOf(new Map<string, string | Buffer>([...good(), [name, change(good().get(name) ?? '')]]));
const doctype = (inner: string) => `<!DOCTYPE x [${inner}]>`;
const laughs = doctype(
  `<!ENTITY a "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n} "&a;&a;">`).join('')}`,
);

const threats: Readonly<Record<string, readonly [reason: string, file: () => Buffer]>> = {
  'a sheet that unfolds a thousand times': [
    'workbook-bomb',
    () => changed(sheet, (xml) => `${xml}${' '.repeat(50_000_000)}`),
  ],
  'texts that unfold a thousand times': [
    'workbook-bomb',
    () => changed('xl/sharedStrings.xml', (xml) => `${xml}${' '.repeat(50_000_000)}`),
  ],
  'a sheet larger than it is said to be': [
    'workbook-bomb',
    () => xlsxOf(good(), { [sheet]: { size: 100 } }),
  ],
  'a sheet smaller than it is said to be': [
    'workbook-broken',
    () => xlsxOf(good(), { [sheet]: { size: 90_000 } }),
  ],
  'styles larger than they are said to be': [
    'workbook-bomb',
    () => xlsxOf(good(), { 'xl/styles.xml': { size: 3 } }),
  ],
  'cut off in the middle': ['workbook-broken', () => withRow('').subarray(0, 900)],
  'a byte changed': [
    'workbook-broken',
    () => {
      const bytes = withRow('');
      const at = bytes.indexOf(sheet) + sheet.length + 40;
      bytes.writeUInt8((bytes[at] ?? 0) ^ 0xff, at);
      return bytes;
    },
  ],
  'two parts of one name': [
    'workbook-broken',
    () => xlsxOf(new Map([...good(), [sheet.toUpperCase(), '<x/>']])),
  ],
  'XML that ends early': ['workbook-broken', () => changed(sheet, (xml) => xml.slice(0, -20))],
  'tags in tags': [
    'workbook-broken',
    () => withRow(`<row>${'<c>'.repeat(100_000)}${'</c>'.repeat(100_000)}</row>`),
  ],
  'entities that unfold, in the sheet': [
    'workbook-doctype',
    () => changed(sheet, (xml) => laughs + xml),
  ],
  'a file of the laptop as an entity, in the texts': [
    'workbook-doctype',
    () =>
      changed(
        'xl/sharedStrings.xml',
        (xml) => doctype('<!ENTITY p SYSTEM "file:///etc/passwd">') + xml,
      ),
  ],
  'entities in the workbook itself': [
    'workbook-doctype',
    () => changed('xl/workbook.xml', (xml) => laughs + xml),
  ],
  'an entity that nothing declares': [
    'workbook-broken',
    () => withRow('<row><c t="inlineStr"><is><t>&passwd;</t></is></c></row>'),
  ],
  'a column beyond the last': ['workbook-columns', () => withRow('<row><c r="XFE99"/></row>')],
  'a column without end': [
    'workbook-columns',
    () => withRow(`<row><c r="${'Z'.repeat(400)}1"><v>1</v></c></row>`),
  ],
  'too many cells in a row': [
    'workbook-columns',
    () => withRow(`<row>${'<c><v>1</v></c>'.repeat(16_385)}</row>`),
  ],
  'a row beyond the last': ['workbook-rows', () => withRow('<row r="1000000000"><c/></row>')],
  'a row before the first': ['workbook-rows', () => withRow('<row r="-1"><c/></row>')],
  'a row without a number': ['workbook-rows', () => withRow('<row r="2.5"><c/></row>')],
  'a text that is not there': ['workbook-texts', () => withRow('<row><c t="s"><v>2</v></c></row>')],
  'a text before the first': ['workbook-texts', () => withRow('<row><c t="s"><v>-1</v></c></row>')],
  'texts, but no table of them': [
    'workbook-texts',
    () => xlsxOf(xlsxParts({ rows: names + plain })),
  ],
  'a text that does not end': [
    'endless-row',
    () =>
      changed(sheet, (xml) =>
        xml.replace('<v>0</v>', () => `<v>${noise(longestRow + 1_000_000)}</v>`),
      ),
  ],
  'a row that does not end': [
    'endless-row',
    () =>
      xlsxOf(
        xlsxParts({
          rows: `${names}<row>${'<c t="s"><v>2</v></c>'.repeat(9)}</row>`,
          texts: `${texts}<si><t>${noise(900_000)}</t></si>`,
        }),
      ),
  ],
  'a text whose runs do not end': [
    'endless-row',
    () =>
      withRow(
        `<row><c t="inlineStr"><is>${`<r><t>${noise(900_000)}</t></r>`.repeat(5)}</is></c></row>`,
      ),
  ],
  'a zip with a password': ['workbook-locked', () => xlsxOf(good(), { [sheet]: { flags: 1 } })],
  'a large workbook with a password': [
    'workbook-locked',
    () => oldFile(Buffer.from('EncryptedPackage', 'utf16le')),
  ],
  'a large workbook of old Excel': ['workbook-large', () => oldFile(Buffer.from('Workbook'))],
  'a table of OpenDocument that unfolds a thousand times': [
    'workbook-bomb',
    () => xlsxOf(new Map([['content.xml', ' '.repeat(50_000_000)]])),
  ],
};

/** Letters that hardly pack. */
function noise(length: number): string {
  let seed = 7;
  let text = '';
  while (text.length < length) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += seed.toString(36);
  }
  return text;
}

function oldFile(name: Buffer): Buffer {
  const bytes = Buffer.alloc(largestWorkbook + 1);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  // across the border of two pieces as they are read
  name.copy(bytes, (1 << 20) - 9);
  return bytes;
}

test.each(Object.keys(threats))('%s', (threat) => {
  const [reason, made] = threats[threat] ?? ['', () => Buffer.alloc(0)];
  const path = join(folder, 'x.xlsx');
  writeFileSync(path, made());
  const read = () => readSheet(path, workbookFacts(path, {}), () => true);
  expect(read).toThrow(
    expect.objectContaining({ code: 'file/unreadable', details: { fileName: 'x.xlsx', reason } }),
  );
  for (const { tableImport } of Object.values(catalogues))
    expect(Object.keys(tableImport.refusals)).toContain(reason);
  expect(readdirSync(folder)).toEqual(['x.xlsx']);
});
