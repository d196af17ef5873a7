/** Files inside the case: put in with their SHA-256, taken out again byte for byte. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { CallResult } from '../../shared/contract/contract.ts';
import type { RecordOf, TargetTable } from '../../shared/domain/records.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { packLimits } from '../../shared/pack/format.ts';
import { contentPieces, writeChunks } from '../db/queries/attachment-chunks.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { checkedChunks, contentOfFile, readPieces } from '../files/file-chunks.ts';
import { act } from './act.ts';
import { refuseOpenCase } from './open-case-guard.ts';
import { requireRecord } from './records.ts';
import type { CaseSession } from './session.ts';

export interface NewAttachment {
  readonly targetTable: TargetTable;
  readonly targetId: string;
  readonly originWords: string | null;
}

/**
 * Stores the file at `path` on a record. Throws `file/too-large` (over 200 MB), `file/unreadable`,
 * `record/not-found`, `case/read-only`, `disk/full`.
 */
export async function addAttachment(
  session: CaseSession,
  path: string,
  { targetTable, targetId, originWords }: NewAttachment,
): Promise<RecordOf<'attachment'>> {
  refuseOpenCase(session, path);
  requireRecord(session.db, targetTable, targetId);
  const content = await contentOfFile(path, packLimits.attachmentBytes);
  const name = basename(path).slice(0, 500);
  return act(session, { kind: 'create', title: name }, (tx) => {
    writeChunks(tx.db, content.sha256, checkedChunks(readPieces(path), content));
    return tx.insert('attachment', {
      target_table: targetTable,
      target_id: targetId,
      name,
      media_type: mediaTypes[extname(name).toLowerCase()] ?? 'application/octet-stream',
      size: content.size,
      sha256: content.sha256,
      captured_at: null,
      origin_words: originWords,
    });
  });
}

/** Takes an attachment out; undo brings it back. Throws `record/not-found`. */
export function removeAttachment(session: CaseSession, id: string): void {
  const { name } = requireRecord(session.db, 'attachment', id);
  act(session, { kind: 'delete', title: name }, (tx) => tx.remove('attachment', id));
}

/** Writes a stored file to `path`. Throws `record/not-found`, `case/corrupt`, `disk/*`. */
export async function saveAttachment(
  session: CaseSession,
  id: string,
  path: string,
): Promise<CallResult<'attachment/save-as'>> {
  refuseOpenCase(session, path);
  const { sha256, name } = requireRecord(session.db, 'attachment', id);
  const { fileName, bytes } = await writeAtomically(path, async (temporary) => {
    const hash = createHash('sha256');
    const file = await open(temporary, 'wx');
    try {
      for (const piece of contentPieces(session.db, sha256)) {
        hash.update(piece);
        await file.write(piece);
      }
    } finally {
      await file.close();
    }
    if (hash.digest('hex') !== sha256) throw lost(name);
  });
  return { fileName, bytes };
}

function lost(name: string): AppError {
  return new AppError(
    'case/corrupt',
    `The stored content of "${name}" is damaged or missing. Run the check of the case and take the file from a backup.`,
    { name },
  );
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.eml': 'message/rfc822',
  '.gif': 'image/gif',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.txt': 'text/plain',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
};
