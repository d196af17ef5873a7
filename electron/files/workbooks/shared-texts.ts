/** The texts that the cells of an XLSX workbook share, read no further than a cell has asked for. */
import { longestRow } from '../tabular/split-rows.ts';
import { noTable } from '../tabular/table-file.ts';
import { TextStore } from '../text-store.ts';
import type { OpenZip } from './book-parts.ts';
import { XmlFeed } from './xml-feed.ts';
import { type PartOfZip, type PieceOfPart, piecesOf } from './zip-parts-at-once.ts';

/**
 * Gathers what `t` elements hold, a text in runs of several looks among them. How the text is pronounced, which East Asian
 * workbooks keep beside it, is no part of it. Throws `file/unreadable` for runs without end.
 */
export class TextRuns {
  readonly #path: string;
  #text = '';
  #isInText = false;
  #pronounced = 0;

  constructor(path: string) {
    this.#path = path;
  }

  open(name: string): void {
    if (name === 'rPh') this.#pronounced += 1;
    this.#isInText = name === 't' && this.#pronounced === 0;
  }
  text(text: string): void {
    if (!this.#isInText) return;
    this.#text += text;
    if (this.#text.length > longestRow) throw noTable(this.#path, 'endless-row');
  }
  close(name: string): void {
    if (name === 'rPh') this.#pronounced -= 1;
    this.#isInText = false;
  }
  take(): string {
    const text = this.#text;
    this.#text = '';
    return unescaped(text);
  }
}

/** Signs that XML must not hold stand as `_x000D_`. */
export function unescaped(text: string): string {
  const shown = text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
  return shown.includes('\r') ? shown.replaceAll('\r\n', '\n') : shown;
}

export class SharedTexts {
  readonly #path: string;
  readonly #texts = new TextStore();
  readonly #pieces: Generator<PieceOfPart, void> | undefined;
  readonly #feed: XmlFeed;
  #isAtEnd = false;

  constructor({ path, file }: OpenZip, part: PartOfZip | undefined) {
    this.#path = path;
    this.#pieces = part && piecesOf(file, part);
    const runs = new TextRuns(path);
    this.#feed = new XmlFeed(path, {
      open: (name) => runs.open(name),
      text: (text) => runs.text(text),
      close: (name) => {
        runs.close(name);
        if (name === 'si') this.#texts.add(runs.take());
      },
    });
  }

  /** Throws `file/unreadable` for a number that no text has, `ZipFault`. */
  at(index: number): string {
    while (index >= this.#texts.count && !this.#isAtEnd) this.#readOn();
    const text = this.#texts.at(index);
    if (text === undefined) throw noTable(this.#path, 'workbook-texts');
    return text;
  }

  close(): void {
    this.#texts.close();
  }

  #readOn(): void {
    const next = this.#pieces?.next();
    if (next?.value) {
      this.#feed.write(next.value.bytes);
      return;
    }
    this.#isAtEnd = true;
    if (next !== undefined) this.#feed.end();
  }
}
