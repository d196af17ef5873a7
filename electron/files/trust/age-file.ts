/**
 * Packs sealed with a passphrase: age files (age-encryption.org/v1) that any age tool opens. What is inside
 * is never on the disk in the clear: it is sealed on its way to the file and opened into memory.
 */
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fstatSync,
  openSync,
  readSync,
} from 'node:fs';
import { basename } from 'node:path';
import { PassThrough, Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { AppError } from '../../../shared/lib/app-error.ts';
import { packLimits } from '../../../shared/pack/format.ts';
import { readingError } from '../file-errors.ts';
import { passphraseIdentity, passphraseRecipient } from './age-passphrase.ts';

const mark = 'age-encryption.org/v1\n';
const armourMark = '-----BEGIN AGE ENCRYPTED FILE-----';
/** scrypt takes 2 to the power of it rounds, and a KiB of memory for each: 128 MB for half a second. */
const workFactor = 17;
/** What age tools take by themselves, 256 MB: opened, but told before the passphrase is asked for. */
const mostWork = 18;
const memoryMb = (factor: number): number => 2 ** (factor - 10);
/** A header of one passphrase has some 150 bytes. */
const headBytes = 4096;

/** The same letters typed on two keyboards may come as other characters; both sides compose them. */
const typed = (passphrase: string): string => passphrase.normalize('NFC');

/** Whether a file begins as age files do, in bytes or as text to be mailed. Throws `file/unreadable`. */
export function isAgeFile(path: string): boolean {
  const head = headOf(path).toString('latin1');
  return head.startsWith(mark) || head.startsWith(armourMark);
}

function headOf(path: string): Buffer {
  try {
    const fd = openSync(path, 'r');
    try {
      if (!fstatSync(fd).isFile()) return Buffer.alloc(0);
      const head = Buffer.alloc(headBytes);
      return head.subarray(0, readSync(fd, head, 0, headBytes, 0));
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    throw readingError(error, basename(path));
  }
}

/** Lets `write` fill a stream whose bytes go to `path` sealed. */
export async function writeSealed(
  path: string,
  passphrase: string,
  write: (out: Writable) => Promise<void>,
): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(typed(passphrase), workFactor));
  const plain = new PassThrough();
  const sealed = await encrypter.encrypt(Readable.toWeb(plain) as ReadableStream<Uint8Array>);
  const written = pipeline(
    Readable.fromWeb(sealed as unknown as NodeReadableStream<Uint8Array>),
    createWriteStream(path),
  );
  await Promise.all([
    write(plain).catch((error: unknown) => {
      plain.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }),
    written,
  ]);
}

/**
 * What an age file holds, in memory. Throws `pack/passphrase-needed`, `pack/wrong-passphrase`,
 * `pack/encrypted` (locked for a key, or as text), `pack/bomb` (work without end), `pack/too-large`,
 * `pack/damaged`, `file/unreadable`.
 */
export async function openSealed(path: string, passphrase: string | undefined): Promise<Buffer> {
  const { headerBytes, fileBytes, factor } = checkHeader(path);
  const heavy = factor > workFactor ? { memoryMb: memoryMb(factor) } : {};
  if (passphrase === undefined || passphrase === '')
    throw new AppError(
      'pack/passphrase-needed',
      `The pack is sealed with a passphrase. Ask whoever made it, by another way than the pack came.${
        factor > workFactor
          ? ` It was sealed by an older Cairn or another tool: opening it takes ${memoryMb(factor)} MB of memory for some seconds.`
          : ''
      }`,
      { reason: 'no-passphrase', ...heavy },
    );
  const decrypter = new Decrypter();
  decrypter.addIdentity(passphraseIdentity(typed(passphrase)));
  const file = createReadStream(path, { highWaterMark: 64 * 1024 });
  try {
    const opened = await decrypter.decrypt(Readable.toWeb(file) as ReadableStream<Uint8Array>);
    const bytes = Buffer.alloc(Math.max(0, fileBytes - headerBytes));
    let length = 0;
    for await (const chunk of opened as unknown as AsyncIterable<Uint8Array>) {
      bytes.set(chunk, length);
      length += chunk.length;
    }
    return bytes.subarray(0, length);
  } catch (error) {
    throw openingError(error, path, heavy);
  } finally {
    file.destroy();
  }
}

function openingError(error: unknown, path: string, heavy: { memoryMb?: number }): unknown {
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes('no identity matched'))
    return new AppError(
      'pack/wrong-passphrase',
      'This is not the passphrase of the pack. Nothing was read. Mind capitals and spaces between words.',
      { reason: 'wrong-passphrase', ...heavy },
    );
  const known = readingError(error, basename(path));
  if (known instanceof AppError) return known;
  return damaged(message);
}

function damaged(cause: string): AppError {
  return new AppError(
    'pack/damaged',
    'The sealed pack is damaged or was altered on the way. Copy it again or ask for it again.',
    { reason: 'age', cause },
  );
}

/** All that can be told before any work is done. */
function checkHeader(path: string): {
  readonly headerBytes: number;
  readonly fileBytes: number;
  /** Of scrypt. */
  readonly factor: number;
} {
  const head = headOf(path).toString('latin1');
  if (head.startsWith(armourMark))
    throw new AppError(
      'pack/encrypted',
      'The pack is an age file written as text. Turn it into an ordinary one first ("age --decrypt", or send it as a file), or ask for it as Cairn writes it.',
      { reason: 'age-armour' },
    );
  const end = head.indexOf('\n--- ');
  if (!head.startsWith(mark) || end < 0) throw damaged('header');
  const stanzas = head
    .slice(mark.length, end)
    .split('\n')
    .filter((line) => line.startsWith('-> '));
  const [only] = stanzas;
  if (only === undefined) throw damaged('no stanza');
  if (stanzas.length > 1 || !only.startsWith('-> scrypt '))
    throw new AppError(
      'pack/encrypted',
      'The pack is locked for a key of age, not with a passphrase. Ask for it with a passphrase, or open it with your age tool first.',
      { reason: 'age-recipient' },
    );
  const factor = /^-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]{0,2})$/.exec(only)?.[1];
  if (factor === undefined) throw damaged('scrypt stanza');
  if (Number(factor) > mostWork)
    throw new AppError(
      'pack/bomb',
      'The sealed pack asks for more work and memory to open than any age tool does by itself, to bring the reader down. It was refused.',
      { reason: 'age-work-factor', factor: Number(factor) },
    );
  const fileBytes = fileSize(path);
  if (fileBytes > packLimits.sealedBytes)
    throw new AppError(
      'pack/too-large',
      `The sealed pack is larger than ${packLimits.sealedBytes / 1024 / 1024} MB. Ask for it in smaller parts, or without large attachments.`,
      { reason: 'sealed-size', bytes: fileBytes },
    );
  return { headerBytes: end, fileBytes, factor: Number(factor) };
}

function fileSize(path: string): number {
  const fd = openSync(path, 'r');
  try {
    return fstatSync(fd).size;
  } finally {
    closeSync(fd);
  }
}
