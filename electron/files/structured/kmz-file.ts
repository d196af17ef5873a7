/** A KMZ: a zip from a stranger with a KML file in it. Checked as a pack is before one byte is unpacked. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/lib/app-error.ts';
import { noTable } from '../tabular/table-file.ts';
import { openZip, type ZipReader } from '../zip-reader.ts';

export const isMap = (name: string): boolean => /\.kml$/i.test(name);

/** Bytes once unpacked; the text stands in memory. */
const largestMap = 200 * 1024 * 1024;

/** What the checks of packs find, as it is told of a map. */
const reasons: Readonly<Record<string, string>> = {
  'pack/encrypted': 'zip-locked',
  'pack/bomb': 'zip-bomb',
  'pack/too-large': 'zip-bomb',
  'pack/unsafe-path': 'zip-unsafe',
  'pack/symlink': 'zip-unsafe',
  'pack/duplicate-entry': 'zip-unsafe',
};

function refusal(path: string, error: unknown): unknown {
  if (!(error instanceof AppError) || !error.code.startsWith('pack/')) return error;
  return noTable(path, reasons[error.code] ?? 'zip-broken');
}

/** `doc.kml`, or the first map that is not in a folder, or the first at all. */
function mapIn({ entries }: ZipReader) {
  const maps = [...entries.values()].filter(({ path }) => isMap(path));
  return (
    maps.find(({ path }) => path.toLowerCase() === 'doc.kml') ??
    maps.find(({ path }) => !path.includes('/')) ??
    maps[0]
  );
}

/**
 * Calls `work` with a path where the map of a KMZ lies under the name of the KMZ, for as long as it
 * works. Throws `file/unreadable` for a hostile, locked or damaged zip and for one without a map.
 */
export async function withKmz<T>(path: string, work: (path: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-kmz-'));
  try {
    const target = join(folder, basename(path));
    await unpackMap(path, target);
    return await work(target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function unpackMap(path: string, target: string): Promise<void> {
  let zip: ZipReader | undefined;
  const file = openSync(target, 'wx');
  try {
    zip = await openZip(path, 'any');
    const map = mapIn(zip);
    if (map === undefined) throw noTable(path, 'kmz-empty');
    if (map.size > largestMap) throw noTable(path, 'zip-bomb');
    for await (const piece of zip.open(map.path)) writeSync(file, piece);
  } catch (error) {
    throw refusal(path, error);
  } finally {
    closeSync(file);
    zip?.close();
  }
}
