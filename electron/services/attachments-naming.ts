/**
 * Attachments go out as they are. Those that name what a ceiling left out are told, so that somebody looks
 * before the pack is given on.
 */
import type { RecordOf } from '../../shared/domain/records.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { PackRecords } from '../../shared/pack/fields.ts';
import { contentPieces, hasContent } from '../db/queries/attachment-chunks.ts';
import type { Reader } from '../db/sqlite.ts';
import { decodeText } from '../files/decode-text.ts';
import { allWordsInWorker } from '../files/reading/read-in-worker.ts';
import { step } from './pack-watch.ts';
import type { WorkHooks } from './work-hooks.ts';

/** Larger files are told as not looked into. */
const mostBytes = 50 * 1024 * 1024;
/** Milliseconds between two looks whether the export was stopped. */
const lookMs = 200;

interface Naming {
  /** Names of the files. */
  readonly attachmentsNaming?: string[];
  /** How many hold something that could not be looked into. */
  readonly attachmentsUnread?: number;
}

/** Empty where nothing was left out that has a name. Throws `call/cancelled`. */
export async function attachmentsNaming(
  db: Reader,
  records: PackRecords,
  isNamedIn: ((text: string) => boolean) | undefined,
  watch: WorkHooks,
): Promise<Naming> {
  if (isNamedIn === undefined) return {};
  const naming: string[] = [];
  let unread = 0;
  const going = (records.get('attachment') ?? []).filter(({ deleted_at }) => deleted_at === null);
  for (const [at, record] of going.entries()) {
    step(watch, 'reading', at, going.length);
    const found = await look(db, record as unknown as RecordOf<'attachment'>, isNamedIn, watch);
    if (found === 'named') naming.push(String(record['name']));
    else if (found === 'unread') unread += 1;
  }
  return { attachmentsNaming: naming, attachmentsUnread: unread };
}

async function look(
  db: Reader,
  { name, sha256, size, media_type }: RecordOf<'attachment'>,
  isNamedIn: (text: string) => boolean,
  watch: WorkHooks,
): Promise<'named' | 'clear' | 'unread'> {
  if (size > mostBytes || !hasContent(db, sha256)) return 'unread';
  const bytes = Buffer.concat([...contentPieces(db, sha256)]);
  // a page with its tags: addresses of links and hidden words are names too
  const plain = media_type.startsWith('text/')
    ? decodeText(bytes, media_type === 'text/html')
    : undefined;
  if (plain !== undefined) return isNamedIn(plain) ? 'named' : 'clear';
  const stop = new AbortController();
  const timer = setInterval(() => watch.isCancelled() && stop.abort(), lookMs);
  try {
    const words = await allWordsInWorker(name, Uint8Array.from(bytes), stop.signal);
    if (words !== undefined && isNamedIn(words.text)) return 'named';
    return words?.isWhole === true ? 'clear' : 'unread';
  } catch (error) {
    const isDamaged = error instanceof AppError && error.code.startsWith('file/');
    if (isDamaged) return 'unread';
    throw error;
  } finally {
    clearInterval(timer);
  }
}
