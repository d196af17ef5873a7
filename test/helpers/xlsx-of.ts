/** XLSX workbooks put together from XML, with what programs write and what no honest one would. */
import { type RawEntry, rawZip } from './raw-zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface XlsxXml {
  /** What stands in `sheetData`. */
  readonly rows: string;
  /** What stands in `sst`; without it the workbook has no shared texts. */
  readonly texts?: string;
  /** What stands in `styleSheet`. */
  readonly styles?: string;
  readonly is1904?: boolean;
  /** Prefix of the elements of the sheet and the texts, as `x:`. */
  readonly prefix?: string;
}

/** The parts by their names, to be changed before they are zipped. */
export function xlsxParts({
  rows,
  texts,
  styles = '',
  is1904 = false,
  prefix = '',
}: XlsxXml): Map<string, string> {
  const space = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const ties = (...all: string[]) =>
    `<Relationships xmlns="${packaging}/relationships">${all.join('')}</Relationships>`;
  const tie = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const part = (path: string, kind: string) =>
    `<Override PartName="/xl/${path}" ContentType="${types}.${kind}+xml"/>`;
  return new Map([
    [
      '[Content_Types].xml',
      `<Types xmlns="${packaging}/content-types">${part('workbook.xml', 'sheet.main')}` +
        `${part('worksheets/sheet1.xml', 'worksheet')}${part('styles.xml', 'styles')}` +
        `${part('sharedStrings.xml', 'sharedStrings')}</Types>`,
    ],
    ['_rels/.rels', ties(tie('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${is1904 ? ' date1904="1"' : ''}/>` +
        '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      ties(
        tie('rId1', 'worksheet', 'worksheets/sheet1.xml'),
        tie('rId2', 'sharedStrings', 'sharedStrings.xml'),
        tie('rId3', 'styles', '/xl/styles.xml'),
      ),
    ],
    ['xl/styles.xml', `<styleSheet xmlns="${main}">${styles}</styleSheet>`],
    ...(texts === undefined
      ? []
      : [
          [
            'xl/sharedStrings.xml',
            `<${prefix}sst ${space}="${main}">${texts}</${prefix}sst>`,
          ] as const,
        ]),
    [
      'xl/worksheets/sheet1.xml',
      `<${prefix}worksheet ${space}="${main}"><${prefix}sheetData>${rows}</${prefix}sheetData></${prefix}worksheet>`,
    ],
  ]);
}

/** `forged`: what the headers of a part say otherwise. */
export function xlsxOf(
  parts: ReadonlyMap<string, string | Buffer>,
  forged: Readonly<Record<string, Partial<RawEntry>>> = {},
): Buffer {
  return rawZip(
    [...parts].map(([name, data]) => ({
      ...{ name, data: Buffer.from(data as string), deflate: true },
      ...forged[name],
    })),
  );
}
