import { basename } from 'node:path';
import type { ReadSourceFile } from '../../shared/contract/source-file-calls.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { htmlInWorker, readFileInWorker } from '../files/reading/read-in-worker.ts';
import { refuseOpenCase } from './open-case-guard.ts';
import type { CaseSession } from './session.ts';

/**
 * What a chosen file gives a source. Throws `file/unreadable`, `file/too-large`, `call/cancelled`;
 * a file without text says why in `notice`.
 */
export async function readSourceText(
  session: CaseSession,
  path: string,
  signal?: AbortSignal,
): Promise<ReadSourceFile> {
  refuseOpenCase(session, path);
  return readFileInWorker(path, signal);
}

/** Readable text of copied HTML. */
export async function cleanHtml(html: string): Promise<string> {
  return htmlInWorker(html);
}

/** The refusal where a text is needed and the file has none. */
export function withoutText(path: string, notice: NonNullable<ReadSourceFile['notice']>): AppError {
  const fileName = basename(path);
  return new AppError('file/unreadable', `${fileName}: ${noticeWords[notice]}`, {
    reason: notice,
    notice,
    fileName,
  });
}

const noticeWords: Readonly<Record<NonNullable<ReadSourceFile['notice']>, string>> = {
  scan: 'a scan. It holds pictures of pages and no text; recognise its text (OCR) first.',
  encrypted: 'locked with a password. Save a copy without one.',
  damaged: 'damaged or cut short. Get it again.',
  'too-long': 'too long for the text of a source. Take the part you need.',
  'too-slow': 'its text could not be read in a minute. Save it as plain text elsewhere.',
  'too-heavy': 'reading it would take more memory than is safe. Save it as plain text elsewhere.',
  media: 'a picture, sound or film, which holds no text.',
  'old-format': 'an older format. Save it as .docx, .pdf or .txt.',
  binary: 'not a text that Cairn can read. Save it as .docx, .pdf, .html or .txt.',
  empty: 'empty.',
};
