/** What the small parts of an XLSX workbook say: its sheets and where they lie, its calendar, which styles show days. */
import { posix } from 'node:path';
import { noTable } from '../tabular/table-file.ts';
import { isDayFormat } from './cell-text.ts';
import { type Attributes, XmlFeed, type XmlHandlers } from './xml-feed.ts';
import { type PartOfZip, piecesOf } from './zip-parts-at-once.ts';

/** The parts of one file, by their names in small letters. */
export interface OpenZip {
  readonly path: string;
  readonly file: number;
  readonly parts: ReadonlyMap<string, PartOfZip>;
}

export interface BookParts {
  /** All that the workbook names, in its order; without a part where it is no sheet of cells. */
  readonly sheets: readonly { readonly name: string; readonly part: PartOfZip | undefined }[];
  readonly strings: PartOfZip | undefined;
  readonly is1904: boolean;
  /** By the number of a cell's style. */
  readonly showsDays: readonly boolean[];
}

/** Bytes of a part other than sheets and their texts, unpacked. */
const largestSmall = 64 * 1024 * 1024;
/** Sheets and styles that a workbook may have. */
const mostNamed = 65_536;

function readPart({ path, file, parts }: OpenZip, name: string, handlers: XmlHandlers): void {
  const part = parts.get(name.toLowerCase());
  if (part === undefined) return;
  if (part.size > largestSmall) throw noTable(path, 'workbook-bomb');
  const feed = new XmlFeed(path, handlers);
  for (const { bytes } of piecesOf(file, part)) feed.write(bytes);
  feed.end();
}

interface Tie {
  readonly kind: string;
  readonly target: string;
}

/** What a part leads to, by the ids of its ties. The last word of a type says what it is, whatever the edition of the format. */
function tiesOf(zip: OpenZip, name: string): ReadonlyMap<string, Tie> {
  const { dir, base } = posix.parse(name);
  const ties = new Map<string, Tie>();
  readPart(zip, posix.join(dir, '_rels', `${base}.rels`), {
    open: (element, { Id, Type = '', Target = '', TargetMode }) => {
      if (element !== 'Relationship' || TargetMode === 'External' || Id === undefined) return;
      const kind = Type.slice(Type.lastIndexOf('/') + 1);
      ties.set(Id, {
        kind,
        target: posix.resolve('/', dir, Target).slice(1),
      });
      if (ties.size > mostNamed) throw noTable(zip.path, 'workbook-broken');
    },
  });
  return ties;
}

/** Name of the part that holds the workbook; undefined for a zip that is none in XML. */
export function bookPart(zip: OpenZip): string | undefined {
  const main = [...tiesOf(zip, '').values()].find(({ kind }) => kind === 'officeDocument');
  const name = main?.target ?? 'xl/workbook.xml';
  return name.endsWith('.xml') && zip.parts.has(name.toLowerCase()) ? name : undefined;
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true';

/** Formats of numbers that show days, which every program knows by their numbers; those of Eastern calendars among them. */
const knownDays: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

function showsDays(zip: OpenZip, name: string): boolean[] {
  const own = new Map<string, boolean>();
  const styles: boolean[] = [];
  let isInCells = false;
  const isDay = (id: string) =>
    own.get(id) ?? knownDays.some(([from, to]) => Number(id) >= from && Number(id) <= to);
  readPart(zip, name, {
    open: (element, { numFmtId = '0', formatCode = '' }) => {
      if (element === 'cellXfs') isInCells = true;
      else if (element === 'numFmt') own.set(numFmtId, isDayFormat(formatCode));
      else if (element === 'xf' && isInCells) styles.push(isDay(numFmtId));
      if (Math.max(styles.length, own.size) > mostNamed) throw noTable(zip.path, 'workbook-broken');
    },
    close: (element) => {
      if (element === 'cellXfs') isInCells = false;
    },
  });
  return styles;
}

/** The id of a tie stands under whatever prefix the workbook gave the ties. */
function tieOf(attributes: Attributes): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

/** Throws `file/unreadable`, `ZipFault`. `name` as `bookPart` answers it. */
export function bookParts(zip: OpenZip, name: string): BookParts {
  const ties = tiesOf(zip, name);
  const sheets: { name: string; part: PartOfZip | undefined }[] = [];
  let is1904 = false;
  readPart(zip, name, {
    open: (element, attributes) => {
      if (element === 'workbookPr') is1904 = isTrue(attributes['date1904']);
      if (element !== 'sheet') return;
      const tie = ties.get(tieOf(attributes) ?? '');
      const part = tie?.kind === 'worksheet' ? zip.parts.get(tie.target.toLowerCase()) : undefined;
      sheets.push({ name: attributes['name'] ?? '', part });
      if (sheets.length > mostNamed) throw noTable(zip.path, 'workbook-broken');
    },
  });
  const targetOf = (wanted: string) =>
    [...ties.values()].find(({ kind }) => kind === wanted)?.target;
  const styles = targetOf('styles');
  return {
    ...{ sheets, is1904, showsDays: styles === undefined ? [] : showsDays(zip, styles) },
    strings: zip.parts.get(targetOf('sharedStrings')?.toLowerCase() ?? ''),
  };
}
