/** The parts of a Word file that hold text. Read with limits: the zip comes from a stranger. */
import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';
import { checkDeadline, NoText } from './types.ts';

const mostEntries = 20_000;
/** Bytes of one part once unpacked, and of all of them: more is a bomb or no document. */
const partBytes = 64 * 1024 * 1024;
const allBytes = 160 * 1024 * 1024;

/** What a reader of the document sees. */
const seen =
  /^(?:word\/(?:document|footnotes|endnotes|styles|numbering)\.xml|docProps\/core\.xml)$/;

/** Parts by name; those a document lacks are absent. `isWanted` is asked about each. @throws NoText */
export async function docxParts(
  bytes: Buffer,
  deadline: number,
  isWanted: (name: string) => boolean = (name) => seen.test(name),
): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(bytes).catch(() => {
    throw new NoText('damaged');
  });
  zip.on('error', () => undefined);
  const parts = new Map<string, Buffer>();
  let total = 0;
  try {
    if (zip.entryCount > mostEntries) throw new NoText('too-long');
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      if (!isWanted(name) || parts.has(name)) continue;
      if (entry.isEncrypted()) throw new NoText('encrypted');
      const part = await partOf(await zip.openReadStreamPromise(entry), deadline);
      total += part.length;
      if (total > allBytes) throw new NoText('too-long');
      parts.set(name, part);
    }
  } catch (error) {
    throw error instanceof NoText ? error : new NoText('damaged');
  } finally {
    zip.close();
  }
  return parts;
}

async function partOf(stream: Readable, deadline: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    bytes += (piece as Buffer).length;
    if (bytes > partBytes) {
      stream.destroy();
      throw new NoText('too-long');
    }
    checkDeadline(deadline);
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

export type Attributes = Readonly<Record<string, string>>;

export interface XmlEvents {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Walks through an XML part. Entities beyond XML's own five, and a DOCTYPE, are refused. */
export function walkXml(part: Buffer, events: XmlEvents, deadline: number): void {
  const parser = new SaxesParser({ position: false });
  parser.on('error', () => {
    throw new NoText('damaged');
  });
  parser.on('doctype', () => {
    throw new NoText('damaged');
  });
  parser.on('opentag', ({ name, attributes }) =>
    // plain strings without the namespace option
    events.open(name, attributes as Attributes),
  );
  parser.on('closetag', ({ name }) => events.close(name));
  parser.on('text', events.text);
  parser.on('cdata', events.text);
  const xml = xmlText(part);
  const step = 1_000_000;
  for (let at = 0; at < xml.length; at += step) {
    checkDeadline(deadline);
    parser.write(xml.slice(at, at + step));
  }
  parser.close();
}

function xmlText(part: Buffer): string {
  if (part[0] === 0xff && part[1] === 0xfe) return part.subarray(2).toString('utf16le');
  return part.toString('utf8').replace(/^\ufeff/, '');
}
