/**
 * Rows of a workbook as the XML of SpreadsheetML (ECMA-376), a row at a time. Texts stand in their cells as
 * texts, never as formulas.
 */
import type { FlatValue } from '../../../shared/export/flat-row.ts';
import { wellFormed } from '../../../shared/lib/well-formed.ts';

/** Excel cuts nothing by itself: it calls a file with a longer cell damaged. UTF-16 units. */
export const longestCell = 32_767;

const letters = new Map<number, string>();

/** `A`, `Z`, `AA` for 0, 25, 26. */
export function columnName(at: number): string {
  let name = letters.get(at);
  if (name === undefined) {
    const last = String.fromCharCode(65 + (at % 26));
    name = at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
    letters.set(at, name);
  }
  return name;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Signs that XML must not hold, or reads as others; `_x000D_` is how Excel writes them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be written otherwise
const forbidden = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[\dA-Fa-f]{4}_)/g;

/** Half a sign, as a text cut in the middle has, becomes the mark for a broken one. */
export function xmlText(text: string): string {
  return wellFormed(text)
    .replace(/[&<>]/g, (mark) => marks[mark] ?? mark)
    .replace(forbidden, (sign) => {
      const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${code}_`;
    });
}

function cut(text: string): string {
  if (text.length <= longestCell) return text;
  return `${text.slice(0, longestCell - 2).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** `row` from 1. An empty cell is not written. */
export function rowXml(row: number, values: readonly FlatValue[]): string {
  let xml = `<row r="${row}">`;
  for (const [at, value] of values.entries()) {
    if (value === null) continue;
    const place = `${columnName(at)}${row}`;
    if (typeof value === 'number') xml += `<c r="${place}"><v>${value}</v></c>`;
    else if (typeof value === 'boolean') xml += `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
    else {
      const text = xmlText(cut(value));
      xml += `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
    }
  }
  return `${xml}</row>`;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const sheetStart = `${head}<worksheet xmlns="${main}"><sheetData>`;
export const sheetEnd = '</sheetData></worksheet>';
/** Of the sheet of that number, from 1. */
export const sheetPath = (number: number): string => `xl/worksheets/sheet${number}.xml`;

export interface BookFacts {
  readonly title: string;
  readonly comments: string;
  /** In the order in which they are shown. `path` in the file, as `sheetPath` makes it. */
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
}

/** The parts of a workbook beside its sheets, by their paths. */
export function bookParts({ title, comments, sheets }: BookFacts): ReadonlyMap<string, string> {
  const numbered = sheets.map(({ name, path }, at) => ({
    ...{ name: xmlText(name), number: at + 1, path },
  }));
  const override = (path: string, type: string) =>
    `<Override PartName="/${path}" ContentType="${type}"/>`;
  const tie = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  const ties = (inner: string) =>
    `${head}<Relationships xmlns="${packaging}/relationships">${inner}</Relationships>`;
  return new Map([
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packaging}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        override('xl/workbook.xml', `${types}.sheet.main+xml`) +
        numbered.map(({ path }) => override(path, `${types}.worksheet+xml`)).join('') +
        override(
          'docProps/core.xml',
          'application/vnd.openxmlformats-package.core-properties+xml',
        ) +
        override(
          'docProps/app.xml',
          'application/vnd.openxmlformats-officedocument.extended-properties+xml',
        ) +
        '</Types>',
    ],
    [
      '_rels/.rels',
      ties(
        tie('rId1', `${office}/officeDocument`, 'xl/workbook.xml') +
          tie('rId2', `${packaging}/relationships/metadata/core-properties`, 'docProps/core.xml') +
          tie('rId3', `${office}/extended-properties`, 'docProps/app.xml'),
      ),
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${numbered
        .map(
          ({ name, number }) =>
            `<sheet name="${name.replaceAll('"', '&quot;')}" sheetId="${number}" r:id="rId${number}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      ties(
        numbered
          .map(({ number, path }) => tie(`rId${number}`, `${office}/worksheet`, `/${path}`))
          .join(''),
      ),
    ],
    [
      'docProps/core.xml',
      `${head}<cp:coreProperties xmlns:cp="${packaging}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
        `<dc:title>${xmlText(title)}</dc:title><dc:description>${xmlText(comments)}</dc:description></cp:coreProperties>`,
    ],
    [
      'docProps/app.xml',
      `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Cairn</Application></Properties>`,
    ],
  ]);
}
