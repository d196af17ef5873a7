/** Files inside the case: put in with their SHA-256, taken out again byte for byte. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CallResult } from '../../shared/contract/contract.ts';
import type { RecordOf, TargetTable } from '../../shared/domain/records.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { packLimits } from '../../shared/pack/format.ts';
import { contentPieces, writeChunks } from '../db/queries/attachment-chunks.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { checkedChunks, contentOfFile, readPieces } from '../files/file-chunks.ts';
import { mediaTypeOf } from '../files/media-type.ts';
import { act } from './act.ts';
import { refuseOpenCase } from './open-case-guard.ts';
import { requireRecord } from './records.ts';
import type { CaseSession } from './session.ts';
import type { Tx } from './transaction.ts';

export interface NewAttachment {
  readonly targetTable: TargetTable;
  readonly targetId: string;
  readonly originWords: string | null;
}

/** A chosen file, hashed, ready to go into the case. */
export interface FileContent {
  readonly path: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  /** When the file was last written, which is when its copy was made or saved; ISO 8601. */
  readonly capturedAt: string;
}

/** Throws `file/too-large` (over 200 MB), `file/unreadable`. */
export async function fileContent(session: CaseSession, path: string): Promise<FileContent> {
  refuseOpenCase(session, path);
  const content = await contentOfFile(path, packLimits.attachmentBytes);
  const name = basename(path).slice(0, 500);
  return { path, name, mediaType: mediaTypeOf(name, content.head), ...content };
}

/** Stores a file on a record, inside an action. Throws `pack/wrong-hash` when it changed since. */
export function insertAttachment(
  tx: Tx,
  content: FileContent,
  { targetTable, targetId, originWords }: NewAttachment,
): RecordOf<'attachment'> {
  const { path, name, mediaType, sha256, size, capturedAt } = content;
  writeChunks(tx.db, sha256, checkedChunks(readPieces(path), content));
  return tx.insert('attachment', {
    target_table: targetTable,
    target_id: targetId,
    name,
    media_type: mediaType,
    size,
    sha256,
    captured_at: capturedAt,
    origin_words: originWords,
  });
}

/**
 * Stores the file at `path` on a record. Throws `file/too-large` (over 200 MB), `file/unreadable`,
 * `record/not-found`, `case/read-only`, `disk/full`.
 */
export async function addAttachment(
  session: CaseSession,
  path: string,
  target: NewAttachment,
): Promise<RecordOf<'attachment'>> {
  requireRecord(session.db, target.targetTable, target.targetId);
  const content = await fileContent(session, path);
  return act(session, { kind: 'create', title: content.name }, (tx) =>
    insertAttachment(tx, content, target),
  );
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
