/**
 * A table or a map inside a zip, as data sets are handed out: unpacked into a folder of its own for as long as it
 * is read. Nothing is written under a name from the zip but its last part, and no more than it says.
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../../../shared/lib/app-error.ts';
import { isMap, withKmz } from '../structured/kmz-file.ts';
import { headOf, noTable } from './table-file.ts';

const mostEntries = 1000;
/** Bytes once unpacked. */
const largestTable = 2 * 1024 * 1024 * 1024;

/**
 * Calls `work` with the path of the table: the file itself, or what is in the zip. Throws
 * `file/unreadable` for a zip that holds no table, or several, and what `work` throws.
 */
export async function withTable<T>(
  path: string,
  work: (path: string) => T | Promise<T>,
): Promise<T> {
  if (headOf(path).subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return work(path);
  // a map is a whole file of others: its archive is held to what packs are held to
  if (/\.kmz$/i.test(path)) return withKmz(path, work);
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch(() => {
    throw noTable(path, 'zip-broken');
  });
  zip.on('error', () => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'cairn-table-'));
  try {
    const unpacked = await unpack(path, zip, folder);
    if (unpacked === 'kmz') return await withKmz(path, work);
    return await work(unpacked ?? path);
  } finally {
    zip.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Path of the unpacked table; undefined for a workbook, which is itself a zip; `kmz` for a map. */
async function unpack(
  path: string,
  zip: ZipFile,
  folder: string,
): Promise<string | 'kmz' | undefined> {
  const tables: Entry[] = [];
  let hasMap = false;
  try {
    if (zip.entryCount > mostEntries) throw noTable(path, 'zip-many');
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      if (/^(?:xl\/workbook\.|content\.xml$)/i.test(name)) return undefined;
      if (name === 'datapackage.json') throw noTable(path, 'pack');
      hasMap ||= isMap(name);
      if (
        /\.(?:csv|tsv|tab|txt|xlsx|ods|geojson|json)$/i.test(name) &&
        !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name)
      ) {
        tables.push(entry);
      }
    }
    const data = tables.filter(({ fileName }) => !/readme|licen[cs]e/i.test(fileName));
    const [entry, other] = data;
    if (entry === undefined && hasMap) return 'kmz';
    if (entry === undefined) throw noTable(path, 'zip-empty');
    if (other !== undefined) throw noTable(path, 'zip-many');
    if (entry.isEncrypted()) throw noTable(path, 'zip-locked');
    if (entry.uncompressedSize > largestTable) throw noTable(path, 'zip-large');
    const last = entry.fileName.split('/').at(-1) ?? '';
    const target = join(folder, last.replace(/[^\p{L}\p{N} ._-]/gu, '_').slice(-120));
    await pipeline(
      await zip.openReadStreamPromise(entry),
      atMost(entry.uncompressedSize, path),
      createWriteStream(target),
    );
    return target;
  } catch (error) {
    throw error instanceof AppError ? error : noTable(path, 'zip-broken');
  }
}

/** Fails when more comes than was said. */
function atMost(bytes: number, path: string): Transform {
  let done = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, next) {
      done += piece.length;
      if (done > bytes) next(noTable(path, 'zip-broken'));
      else next(null, piece);
    },
  });
}
