/** Reads a text, Markdown or HTML file that a person chose as the text of a source. */
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';
import { decodeText } from './decode-text.ts';
import { readingError } from './file-errors.ts';
import { htmlToText } from './html-text.ts';

const maxBytes = 20 * 1024 * 1024;
/** As long as the text of a source may be. */
const maxLength = 5_000_000;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'text/html',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
};

export interface TextFile {
  readonly text: string;
  /** Of the page, else the first heading, else the file name without its ending; up to 500 characters. */
  readonly title: string;
  readonly mediaType: string;
}

/** Throws `file/unreadable` (gone, or no text) and `file/too-large` (over 20 MB). */
export async function readTextFile(path: string): Promise<TextFile> {
  const fileName = basename(path);
  const text = decodeText(await readBytes(path, fileName));
  if (text === undefined)
    throw new AppError(
      'file/unreadable',
      `The file ${fileName} is not a text. Attach it to the source instead.`,
      { reason: 'binary', fileName },
    );
  const mediaType = mediaTypes[extname(path).toLowerCase()] ?? 'text/plain';
  const fallback = fileName.slice(0, fileName.length - extname(fileName).length);
  const read = mediaType === 'text/html' ? htmlToText(text) : { title: '', text: plain(text) };
  if (read.text.length > maxLength) throw tooLarge(fileName);
  const heading = /^#{1,3} +(.+)$/m.exec(mediaType === 'text/markdown' ? read.text : '')?.[1] ?? '';
  const title = (read.title || heading || fallback).trim().slice(0, 500);
  return { text: read.text, title, mediaType };
}

async function readBytes(path: string, fileName: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw tooLarge(fileName);
    return await readFile(path);
  } catch (error) {
    throw readingError(error, fileName);
  }
}

/** Line ends as the reader counts them: passages point into this text. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function tooLarge(fileName: string): AppError {
  return new AppError(
    'file/too-large',
    `The file ${fileName} is larger than the text of a source may be (20 MB).`,
    {
      fileName,
      maxBytes,
    },
  );
}
