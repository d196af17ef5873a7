/** A file a person chose -> what a source can take from it. Runs in a thread of its own. */
import { open, readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { ReadSourceFile } from '../../../shared/contract/source-file-calls.ts';
import type { sourceKinds } from '../../../shared/domain/vocabulary.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { packLimits } from '../../../shared/pack/format.ts';
import { decodeText } from '../decode-text.ts';
import { readingError } from '../file-errors.ts';
import { htmlToText } from '../html-text.ts';
import { headBytes, mediaTypeOf } from '../media-type.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf.ts';
import { NoText, noFacts, type ReadText } from './types.ts';

/** As long as the text of a source may be (UTF-16 units). */
const maxLength = 5_000_000;
/** Plain texts and pages beyond this are data, not documents. */
const maxTextBytes = 20 * 1024 * 1024;
const patienceMs = 60_000;

/** Throws `file/unreadable`, `file/too-large` (over 200 MB). All else is told by `notice`. */
export async function readSourceFile(path: string): Promise<ReadSourceFile> {
  const fileName = basename(path);
  const head = await headOf(path, fileName);
  return readSource(fileName, head, () => readFile(path));
}

/** The same for a file that is in memory. */
export function readSourceBytes(fileName: string, bytes: Uint8Array): Promise<ReadSourceFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return readSource(fileName, buffer.subarray(0, headBytes), () => Promise.resolve(buffer));
}

type Bytes = () => Promise<Buffer>;

async function readSource(
  fileName: string,
  head: Uint8Array,
  bytes: Bytes,
): Promise<ReadSourceFile> {
  const mediaType = mediaTypeOf(fileName, head);
  const read = await readAs(bytes, fileName, mediaType).catch((error: unknown): ReadText => {
    if (error instanceof NoText) return { text: '', facts: noFacts, notice: error.notice };
    throw readingError(error, fileName);
  });
  const tooLong = read.text.length > maxLength;
  const text = tooLong ? '' : cleanText(read.text);
  const pageText =
    read.pageText === undefined ? null : cleanText(read.pageText).slice(0, maxLength);
  const notice = tooLong ? 'too-long' : (read.notice ?? (text === '' ? 'empty' : null));
  const facts = { ...read.facts, language: read.facts.language ?? languageOf(text) };
  const isCleanPage = pageText === null || pageText === text;
  return {
    text,
    pageText: isCleanPage ? null : pageText,
    mediaType,
    title: (read.facts.title ?? headingOf(text, mediaType) ?? withoutEnding(fileName)).slice(
      0,
      500,
    ),
    kind: kindOf(mediaType),
    notice,
    pages: read.pages ?? null,
    facts,
  };
}

async function headOf(path: string, fileName: string): Promise<Uint8Array> {
  try {
    const facts = await stat(path);
    if (!facts.isFile())
      throw new AppError('file/unreadable', `${fileName} is not a file.`, {
        reason: 'not-a-file',
        fileName,
      });
    if (facts.size > packLimits.attachmentBytes) throw tooLarge(fileName);
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw readingError(error, fileName);
  }
}

async function readAs(bytes: Bytes, fileName: string, mediaType: string): Promise<ReadText> {
  const deadline = Date.now() + patienceMs;
  switch (mediaType) {
    case 'application/pdf':
      return readPdf(await bytes(), deadline);
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return readDocx(await bytes(), deadline);
    case 'application/rtf':
    case 'application/vnd.oasis.opendocument.text':
      throw new NoText('old-format');
    case 'application/x-ole-storage':
      return oleStorage(await bytes(), fileName);
    default:
  }
  if (/^(?:image|audio|video)\//.test(mediaType)) throw new NoText('media');
  if (!/^(?:text\/|application\/json|message\/)/.test(mediaType)) throw new NoText('binary');
  const content = await bytes();
  if (content.length > maxTextBytes) throw new NoText('too-long');
  const isHtml = mediaType === 'text/html';
  const text = decodeText(content, isHtml);
  if (text === undefined) throw new NoText('binary');
  return isHtml ? readHtml(text) : { text, facts: noFacts };
}

/** Word locks a .docx with a password inside the old container; else it is a .doc. */
function oleStorage(bytes: Buffer, fileName: string): never {
  const isLocked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  if (isLocked) throw new NoText('encrypted');
  throw new NoText(/\.docx?$/i.test(fileName) ? 'old-format' : 'binary');
}

/** Readable text of copied HTML. */
export function htmlOf(html: string): string {
  return cleanText(htmlToText(html).text);
}

/** Line ends as the reader counts them; signs that show nothing and would part words in a search go. */
function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
      .replace(/[\ufeff\u00ad\u200b]/g, '')
      .replace(/\f/g, '\n\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, '')
      .replace(/[^\S\n]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** Of Markdown its first heading; of a text a first line that stands alone and ends like a title. */
function headingOf(text: string, mediaType: string): string | undefined {
  const marked = mediaType === 'text/markdown' ? /^#{1,3} +(.+)$/m.exec(text)?.[1] : undefined;
  if (marked !== undefined) return marked.trim();
  const [first = '', second] = text.split('\n', 2);
  const line = first.trim();
  const isTitle = second === '' && line.length >= 8 && line.length <= 160 && !/[.;,:]$/.test(line);
  return isTitle ? line : undefined;
}

function withoutEnding(fileName: string): string {
  return fileName.slice(0, fileName.length - extname(fileName).length) || fileName;
}

/** Arabic by its script, English and French by their small words; null when it is none of them. */
function languageOf(text: string): string | null {
  const sample = text.slice(0, 20_000);
  const arabic = sample.match(/[\u0600-\u06ff]/g)?.length ?? 0;
  if (arabic > 0.3 * sample.replace(/\s/g, '').length) return 'ar';
  const count = (words: RegExp) => sample.match(words)?.length ?? 0;
  const english = count(/\b(?:the|and|of|was|were|that|with|from|has|said)\b/gi);
  const french = count(/\b(?:les?|la|des?|une?|et|dans|que|pour|est|ont|selon)\b/gi);
  if (Math.max(english, french) < 5 || Math.abs(english - french) < 0.3 * (english + french))
    return null;
  return french > english ? 'fr' : 'en';
}

function kindOf(mediaType: string): (typeof sourceKinds)[number] {
  if (mediaType.startsWith('image/')) return 'image';
  if (mediaType.startsWith('audio/')) return 'audio';
  if (mediaType.startsWith('video/')) return 'video';
  if (mediaType === 'application/pdf') return 'report';
  if (mediaType.endsWith('wordprocessingml.document')) return 'document';
  return 'article';
}

function tooLarge(fileName: string): AppError {
  return new AppError(
    'file/too-large',
    `The file ${fileName} is larger than ${packLimits.attachmentBytes / 1024 / 1024} MB, the most a case keeps of one file.`,
    { fileName, maxBytes: packLimits.attachmentBytes },
  );
}
