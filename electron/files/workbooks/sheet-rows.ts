/** The rows of one sheet of an XLSX workbook, as its XML comes. */
import { longestRow, type SplitRow } from '../tabular/split-rows.ts';
import { noTable } from '../tabular/table-file.ts';
import type { BookParts } from './book-parts.ts';
import { numberText } from './cell-text.ts';
import { TextRuns, unescaped } from './shared-texts.ts';
import { type Attributes, XmlFeed } from './xml-feed.ts';

/** As far as a sheet reaches, by the format. */
const mostRows = 1_048_576;
const mostColumns = 16_384;

/** Column from 0 of `AB12`; undefined when none is told. */
function columnOf(place: string | undefined): number | undefined {
  let column = 0;
  for (let at = 0; place !== undefined && at < place.length; at += 1) {
    const letter = place.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = Math.min(column * 26 + letter, mostColumns + 1);
  }
  return column === 0 ? undefined : column - 1;
}

export interface SheetReading extends Pick<BookParts, 'is1904' | 'showsDays'> {
  readonly path: string;
  readonly sharedText: (index: number) => string;
  /** Gets each row that holds anything, and how many letters that is; `line` is its number in the sheet. */
  readonly take: (row: SplitRow, letters: number) => void;
}

/** Write its pieces to `feed`. */
export class SheetRows {
  readonly feed: XmlFeed;
  readonly #reading: SheetReading;
  readonly #runs: TextRuns;
  #isInRow = false;
  #line = 0;
  #cells: string[] = [];
  #letters = 0;
  #column = -1;
  #kind = 'n';
  #style = -1;
  #value = '';
  #isInValue = false;

  constructor(reading: SheetReading) {
    this.#reading = reading;
    this.#runs = new TextRuns(reading.path);
    this.feed = new XmlFeed(reading.path, {
      open: (name, attributes) => this.#open(name, attributes),
      text: (text) => {
        if (this.#isInValue) this.#value += text;
        else if (this.#isInRow) this.#runs.text(text);
      },
      close: (name) => this.#close(name),
    });
  }

  #open(name: string, { r, t, s }: Attributes): void {
    if (name === 'row') this.#beginRow(r);
    if (!this.#isInRow) return;
    if (name === 'c') {
      this.#column = columnOf(r) ?? this.#column + 1;
      if (this.#column >= mostColumns) throw noTable(this.#reading.path, 'workbook-columns');
      this.#kind = t ?? 'n';
      this.#style = Number(s ?? -1);
      this.#value = '';
    } else if (name === 'v') {
      this.#isInValue = true;
      this.#value = '';
    } else this.#runs.open(name);
  }

  #close(name: string): void {
    if (name === 'row') this.#endRow();
    if (!this.#isInRow) return;
    if (name === 'c') this.#endCell();
    else if (name === 'v') this.#isInValue = false;
    else this.#runs.close(name);
  }

  #beginRow(place: string | undefined): void {
    this.#isInRow = true;
    this.#line = place === undefined ? this.#line + 1 : Number(place);
    if (!(Number.isInteger(this.#line) && this.#line >= 1 && this.#line <= mostRows)) {
      throw noTable(this.#reading.path, 'workbook-rows');
    }
    this.#cells = [];
    this.#letters = 0;
    this.#column = -1;
  }

  #endRow(): void {
    this.#isInRow = false;
    if (this.#cells.some((cell) => cell !== '' && cell.trim() !== ''))
      this.#reading.take({ cells: this.#cells, line: this.#line, isCut: false }, this.#letters);
  }

  #endCell(): void {
    const text = this.#text();
    if (text === undefined) return;
    this.#letters += text.length;
    if (this.#letters > longestRow) throw noTable(this.#reading.path, 'endless-row');
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
  }

  /** Undefined for a cell that has only a look. */
  #text(): string | undefined {
    const value = this.#value;
    const inline = this.#runs.take();
    const { sharedText, is1904, showsDays } = this.#reading;
    if (this.#kind === 'inlineStr') return inline;
    if (this.#kind === 'str') return unescaped(value);
    if (value === '') return undefined;
    if (this.#kind === 's') return sharedText(Number.parseInt(value, 10));
    if (this.#kind === 'b') return String(value === '1' || value === 'true');
    if (this.#kind === 'e') return '';
    if (this.#kind === 'd') return isoDay(value);
    const number = Number.parseFloat(value);
    if (Number.isNaN(number)) return value;
    return numberText(number, showsDays[this.#style] ?? false, is1904);
  }
}

/** `2025-05-11T00:00:00Z` as days are told elsewhere. */
function isoDay(value: string): string {
  const [day = '', time = ''] = value.split('T');
  const clock = time.slice(0, 5);
  return clock === '' || clock === '00:00' ? day : `${day} ${clock}`;
}
