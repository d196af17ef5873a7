/** The XML of a part, read as its pieces come: nothing of it is held but the way from its root to where it is. */
import { SaxesParser } from 'saxes';
import { longestRow } from '../tabular/split-rows.ts';
import { noTable } from '../tabular/table-file.ts';

export type Attributes = Readonly<Record<string, string | undefined>>;

/** Names of elements come without their prefixes. Texts come in one piece or several, with their entities resolved. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const mostDepth = 64;

const localName = (name: string): string => {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
};

/** Throws `file/unreadable`: for broken XML, for a document type, for one text or tag that does not end. */
export class XmlFeed {
  readonly #parser = new SaxesParser({ xmlns: false });
  readonly #decoder = new TextDecoder('utf-8');
  readonly #path: string;
  #depth = 0;
  /** Letters since the parser told anything: it holds them. */
  #pending = 0;

  constructor(path: string, { open, text, close }: XmlHandlers) {
    this.#path = path;
    const parser = this.#parser;
    parser.on('error', (error) => {
      // signs that XML forbids stand in sheets that programs wrote by hand, and do no harm
      if (!error.message.endsWith('disallowed character.')) throw noTable(path, 'workbook-broken');
    });
    // entities of one's own cannot be declared without it
    parser.on('doctype', () => {
      throw noTable(path, 'workbook-doctype');
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.#pending = 0;
      this.#depth += 1;
      if (this.#depth > mostDepth) throw noTable(path, 'workbook-broken');
      open(localName(name), attributes);
    });
    parser.on('closetag', ({ name }) => {
      this.#pending = 0;
      this.#depth -= 1;
      close?.(localName(name));
    });
    if (text === undefined) return;
    parser.on('text', text);
    parser.on('cdata', text);
  }

  write(bytes: Uint8Array): void {
    const text = this.#decoder.decode(bytes, { stream: true });
    this.#pending += text.length;
    this.#parser.write(text);
    if (this.#pending > longestRow) throw noTable(this.#path, 'endless-row');
  }

  end(): void {
    this.#parser.close();
  }
}
