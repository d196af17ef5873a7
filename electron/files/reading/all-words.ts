/**
 * Every word a file carries, also those nobody sees on its pages: comments, struck-out words, headers,
 * notes, captions of pictures, addresses of links, who wrote it. For looking for names, not for reading.
 */

import { docxParts, walkXml } from './docx-zip.ts';
import { openPdf } from './open-pdf.ts';
import { readSourceBytes } from './read-file.ts';
import { checkDeadline, NoText } from './types.ts';

export interface AllWords {
  readonly text: string;
  /** False when something in the file may hold words that nobody could read: a picture, a scan, a lock. */
  readonly isWhole: boolean;
}

const patienceMs = 60_000;

/** Throws `file/unreadable`; a file without text answers what is known of it, and that it is not whole. */
export async function readAllWords(fileName: string, bytes: Uint8Array): Promise<AllWords> {
  const read = await readSourceBytes(fileName, bytes);
  const { title, author, publisher, url } = read.facts;
  const seen = [read.text, read.pageText, title, author, publisher, url];
  const hidden = await hiddenWords(read.mediaType, Buffer.from(bytes));
  return {
    text: [...seen, hidden.text].filter((each) => each !== null).join('\n\n'),
    isWhole: hidden.isWhole && (read.notice === null || read.notice === 'empty'),
  };
}

async function hiddenWords(mediaType: string, bytes: Buffer): Promise<AllWords> {
  const deadline = Date.now() + patienceMs;
  try {
    if (mediaType === 'application/pdf') return await pdfWords(bytes, deadline);
    if (mediaType.endsWith('wordprocessingml.document')) return await docxWords(bytes, deadline);
  } catch (error) {
    if (error instanceof NoText) return { text: '', isWhole: false };
    throw error;
  }
  return { text: '', isWhole: true };
}

/** Parts with words; and those with words that cannot be read. */
const wordy =
  /^(?:word\/(?!styles|numbering|settings|theme|fontTable)|docProps\/).*\.(?:xml|rels)$/;
const opaque = /^word\/(?:media|embeddings|afchunk)/i;
/** Attributes with somebody's words in them. */
const wordyAttribute = /^(?:\w+:)?(?:author|initials|descr|title|alt|Target|tooltip|name|val)$/;

async function docxWords(bytes: Buffer, deadline: number): Promise<AllWords> {
  let isWhole = true;
  const parts = await docxParts(bytes, deadline, (name) => {
    if (opaque.test(name)) isWhole = false;
    return wordy.test(name);
  });
  const words: string[] = [];
  const said = new Set<string>();
  for (const part of parts.values()) {
    walkXml(
      part,
      {
        open: (tag, attributes) => {
          if (/^w:(?:tab|br|cr)$/.test(tag)) words.push(' ');
          for (const [name, value] of Object.entries(attributes))
            if (wordyAttribute.test(name)) said.add(value);
        },
        // runs of one word stand in one paragraph; every other element parts words
        close: (tag) => {
          if (!/^w:(?:t|delText|r|rPr|ins|del|hyperlink|smartTag|proofErr)$/.test(tag))
            words.push('\n');
        },
        text: (text) => words.push(text),
      },
      deadline,
    );
    words.push('\n');
  }
  return { text: words.join('') + [...said].join('\n'), isWhole };
}

async function pdfWords(bytes: Buffer, deadline: number): Promise<AllWords> {
  const loading = openPdf(bytes);
  try {
    const document = await loading.promise;
    const { info } = await document.getMetadata();
    const words = stringsIn(info);
    let isWhole = (await document.getAttachments()) === null;
    words.push(...stringsIn(await document.getOutline()));
    for (let number = 1; number <= document.numPages; number += 1) {
      checkDeadline(deadline);
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = items as readonly { readonly str: string; readonly hasEOL: boolean }[];
      const text = pieces.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join('');
      // a page without a word is most often a picture of one
      if (text.trim() === '') isWhole = false;
      words.push(text, ...stringsIn(await page.getAnnotations()));
      page.cleanup();
    }
    return { text: words.join('\n'), isWhole };
  } catch {
    // what is locked or damaged was told by reading it
    throw new NoText('damaged');
  } finally {
    await loading.destroy();
  }
}

const mostDepth = 12;

/** All strings anywhere in a value. */
function stringsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > mostDepth) return [];
  if (ArrayBuffer.isView(value)) return [];
  return Object.values(value).flatMap((each) => stringsIn(each, depth + 1));
}
