/** A stored file to look at: parts of its bytes for the page's pictures and films, and its text. */
import type { AttachmentPart } from '../../shared/contract/control.ts';
import type { ReadSourceFile } from '../../shared/contract/source-file-calls.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { contentRange } from '../db/queries/attachment-chunks.ts';
import { canBeShown, headBytes, mediaTypeOf } from '../files/media-type.ts';
import { readBytesInWorker } from '../files/reading/read-in-worker.ts';
import { requireRecord } from './records.ts';
import type { CaseSession } from './session.ts';

const mostAtOnce = 1024 * 1024;
/** Larger files are not unfolded into memory for their text. */
const mostForText = 100 * 1024 * 1024;

/**
 * Part of a file that a page may show by itself. What it is, is told by its first bytes, never by its
 * name or by what a pack says. Throws `record/not-found`, `input/invalid` for other kinds.
 */
export function attachmentPart(
  session: CaseSession,
  id: string,
  from: number,
  length: number,
): AttachmentPart {
  const { sha256, name, size, deleted_at: deletedAt } = requireRecord(session.db, 'attachment', id);
  if (deletedAt !== null) throw new AppError('record/not-found', 'This file was removed.', { id });
  const mediaType = mediaTypeOf(name, contentRange(session.db, sha256, 0, headBytes));
  if (!canBeShown(mediaType))
    throw new AppError('input/invalid', 'This kind of file is not shown.', { issues: [] });
  const bytes = contentRange(session.db, sha256, from, Math.min(length, mostAtOnce));
  return { mediaType, size, bytes };
}

/** The text of a stored PDF, Word file, page or text. Throws `record/not-found`, `file/too-large`. */
export async function attachmentText(session: CaseSession, id: string): Promise<ReadSourceFile> {
  const { sha256, name, size } = requireRecord(session.db, 'attachment', id);
  if (size > mostForText)
    throw new AppError('file/too-large', `${name} is too large to be read for its text.`, {
      fileName: name,
      maxBytes: mostForText,
    });
  return readBytesInWorker(name, contentRange(session.db, sha256, 0, size));
}
