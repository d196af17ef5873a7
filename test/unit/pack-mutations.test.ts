/** A good pack with random bytes changed is refused by a code, or still says exactly the same. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { openPack } from '../../electron/files/pack-reader.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { fileRowPath } from '../../shared/pack/format.ts';
import { spoiledFileRows } from '../helpers/odd-file-rows.ts';
import {
  asRaw,
  fileRow,
  goodEntries,
  resealed,
  temporaryFolder,
  writeRaw,
} from '../helpers/pack-builder.ts';

/** More for a long run: CAIRN_FUZZ_ROUNDS=2000. */
const rounds = Number(process.env.CAIRN_FUZZ_ROUNDS ?? 300);
const folder = temporaryFolder();
let entries = new Map<string, Buffer>();
let whole = Buffer.alloc(0);

beforeAll(async () => {
  entries = await goodEntries(folder);
  whole = readFileSync(join(folder, 'good.cairnpack'));
});

async function contentOf(path: string): Promise<string> {
  try {
    const pack = await openPack(path);
    pack.zip.close();
    return JSON.stringify([pack.manifest, [...pack.records]]);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
  minLength: 1,
  maxLength: 6,
});

function flip(bytes: Buffer, changes: readonly (readonly [number, number])[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const [at, mask] of changes) {
    const place = at % copy.length;
    copy[place] = (copy[place] ?? 0) ^ mask;
  }
  return copy;
}

it('refuses or reads the same whatever bytes of the file change', async () => {
  const path = join(folder, 'mutated.cairnpack');
  const unharmed = await contentOf(join(folder, 'good.cairnpack'));
  await fc.assert(
    fc.asyncProperty(flips, fc.option(fc.nat()), async (changes, cut) => {
      const bytes = flip(whole, changes);
      writeFileSync(path, cut === null ? bytes : bytes.subarray(0, cut % bytes.length));
      const content = await contentOf(path);
      expect(content.startsWith('[') ? content === unharmed : /^pack\//.test(content)).toBe(true);
    }),
    { numRuns: rounds },
  );
});

it('never breaks on content that is wrong under right checksums', async () => {
  const names = [...entries.keys()].filter((name) => !name.startsWith('attachments/'));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), flips, async (name, changes) => {
      const spoiled = new Map(entries);
      spoiled.set(name, flip(entries.get(name) ?? Buffer.alloc(1), changes));
      const path = writeRaw(folder, asRaw(resealed(spoiled)));
      expect(await contentOf(path)).toMatch(/^(?:\[|pack\/)/);
    }),
    { numRuns: rounds },
  );
});

it('never breaks on rows of files that are wrong under right checksums', async () => {
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(spoiledFileRows(fileRow), async (bytes) => {
      const spoiled = new Map([...entries, [fileRowPath, bytes]]);
      const content = await contentOf(writeRaw(folder, asRaw(resealed(spoiled))));
      outcomes.add(content.startsWith('[') ? 'taken' : content);
      expect(content).toMatch(/^(?:\[|pack\/)/);
    }),
    // some of them are a megabyte
    { numRuns: Math.ceil(rounds / 4) },
  );
  expect([...outcomes]).toContain('pack/invalid-content');
});
