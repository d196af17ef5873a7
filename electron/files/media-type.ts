/** What a file is by its first bytes; its name only decides between texts and between zips. */
import { extname } from 'node:path';
import { decodeText } from './decode-text.ts';

/** Enough of the beginning to tell. */
export const headBytes = 4096;

const byName: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.eml': 'message/rfc822',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.json': 'application/json',
  '.markdown': 'text/markdown',
  '.md': 'text/markdown',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.xhtml': 'text/html',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
};
const zips = new Set(['.docx', '.odt', '.pptx', '.xlsx', '.zip']);

/** Signature at an offset -> type. The first that matches counts. */
const signatures: readonly (readonly [offset: number, bytes: string, type: string])[] = [
  [0, '\x89PNG\r\n\x1a\n', 'image/png'],
  [0, '\xff\xd8\xff', 'image/jpeg'],
  [0, 'GIF87a', 'image/gif'],
  [0, 'GIF89a', 'image/gif'],
  [8, 'WEBP', 'image/webp'],
  [0, 'II*\0', 'image/tiff'],
  [0, 'MM\0*', 'image/tiff'],
  [8, 'WAVE', 'audio/wav'],
  [0, 'OggS', 'audio/ogg'],
  [0, 'fLaC', 'audio/flac'],
  [0, 'ID3', 'audio/mpeg'],
  [4, 'ftypM4A', 'audio/mp4'],
  [4, 'ftypavif', 'image/avif'],
  [4, 'ftypheic', 'image/heic'],
  [4, 'ftypqt', 'video/quicktime'],
  [4, 'ftyp', 'video/mp4'],
  [0, '\x1aE\xdf\xa3', 'video/webm'],
  [0, '{\\rtf', 'application/rtf'],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/x-ole-storage'],
];

/** @param head the first `headBytes` of the file */
export function mediaTypeOf(fileName: string, head: Uint8Array): string {
  const start = Buffer.from(
    head.buffer,
    head.byteOffset,
    Math.min(head.length, headBytes),
  ).toString('latin1');
  const extension = extname(fileName).toLowerCase();
  for (const [offset, bytes, type] of signatures)
    if (start.startsWith(bytes, offset) && (offset !== 8 || start.startsWith('RIFF'))) return type;
  if (start.slice(0, 1024).includes('%PDF-')) return 'application/pdf';
  if (start.startsWith('PK\u0003\u0004')) return zipType(extension, start);
  const isMp3 = head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2 && extension === '.mp3';
  if (isMp3) return 'audio/mpeg';
  const decoded = decodeText(
    Buffer.from(head.buffer, head.byteOffset, head.length - (head.length % 2)),
  );
  if (decoded === undefined) return 'application/octet-stream';
  const text = decoded
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 300)
    .toLowerCase();
  if (/^(?:<!doctype html|<html[\s>])/.test(text)) return 'text/html';
  const named = zips.has(extension) ? undefined : byName[extension];
  return named ?? 'text/plain';
}

function zipType(extension: string, start: string): string {
  if (start.includes('word/') || start.includes('[Content_Types].xml')) {
    if (start.includes('word/') || extension === '.docx') return byName['.docx'] ?? '';
  }
  return (zips.has(extension) && byName[extension]) || 'application/zip';
}

/** Pictures, sounds and films that a page can show by itself. */
const shown = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'audio/wav',
  'audio/ogg',
  'audio/flac',
  'audio/mpeg',
  'audio/mp4',
  'video/mp4',
  'video/webm',
  'video/quicktime',
]);

export function canBeShown(mediaType: string): boolean {
  return shown.has(mediaType);
}
