/**
 * Runs in a process of its own: reads spoiled packs one after the other for a time and tells what came of
 * it. `node … SECONDS SEED` prints one line of JSON: rounds, refusals by code, what was taken, crashes, and
 * the most memory that reading one took above what there was before (making it takes some too).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openPack } from '../../electron/files/pack-reader.ts';
import { writePack } from '../../electron/files/pack-writer.ts';
import { ownSigningKey } from '../../electron/files/trust/signing-key.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { fileRowPath, signaturePath } from '../../shared/pack/format.ts';
import { spoiledFileRows } from './odd-file-rows.ts';
import {
  asRaw,
  entriesOf,
  fileRow,
  goodContent,
  ids,
  resealed,
  temporaryFolder,
  writeRaw,
} from './pack-builder.ts';
import type { RawEntry } from './raw-zip.ts';

interface Spoiled {
  readonly folder: string;
  readonly whole: Buffer;
  readonly entries: ReadonlyMap<string, Buffer>;
}

/** However slow the machine is. */
const fewestRounds = 40;

const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
  minLength: 1,
  maxLength: 12,
});

function flip(bytes: Buffer, changes: readonly (readonly [number, number])[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const [at, mask] of changes)
    if (copy.length > 0) copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ mask;
  return copy;
}

/** Ways to spoil a pack; each answers a path. */
function spoilers({ folder, whole, entries }: Spoiled): readonly fc.Arbitrary<() => string>[] {
  const path = join(folder, 'fuzzed.cairnpack');
  const put = (bytes: Buffer) => {
    writeFileSync(path, bytes);
    return path;
  };
  const names = [...entries.keys()];
  /** A signature that no longer fits is found before anything is read of a table. */
  const signedIf = (isSigned: boolean) =>
    new Map([...entries].filter(([name]) => isSigned || name !== signaturePath));
  const raw = (spoil: (entry: RawEntry) => RawEntry, name: string) =>
    asRaw(entries).map((entry) => (entry.name === name ? spoil(entry) : entry));
  const number = fc.oneof(
    fc.nat(70_000),
    fc.constantFrom(0, 0xff_ff, 0x7f_ff_ff_ff, 0xff_ff_ff_ff),
  );
  return [
    flips.map((changes) => () => put(flip(whole, changes))),
    fc.nat(whole.length).map((at) => () => put(whole.subarray(0, at))),
    fc
      .tuple(fc.constantFrom(...names), flips, fc.boolean())
      .map(([name, changes, isSigned]) => () => {
        const all = signedIf(isSigned);
        all.set(name, flip(entries.get(name) ?? Buffer.alloc(1), changes));
        return writeRaw(folder, asRaw(resealed(all)));
      }),
    fc
      .record({
        name: fc.constantFrom(...names),
        size: fc.option(number, { nil: undefined }),
        compressedSize: fc.option(number, { nil: undefined }),
        flags: fc.option(fc.nat(0xffff), { nil: undefined }),
        method: fc.option(fc.nat(100), { nil: undefined }),
        mode: fc.option(fc.nat(0xffff), { nil: undefined }),
        extra: fc.option(fc.uint8Array({ maxLength: 60 }), { nil: undefined }),
      })
      .map(({ name, extra, ...forged }) => () => {
        const given = Object.fromEntries(
          Object.entries(forged).filter(([, value]) => value !== undefined),
        );
        const more = extra === undefined ? {} : { extra: Buffer.from(extra) };
        return writeRaw(
          folder,
          raw((entry) => ({ ...entry, ...given, ...more }), name),
        );
      }),
    fc
      .string({ unit: 'binary', maxLength: 230 })
      .map((name) => () => writeRaw(folder, [...asRaw(entries), { name, data: 'x' }])),
    fc.tuple(fc.constantFrom(...names), fc.json({ maxDepth: 4 })).map(([name, text]) => () => {
      const all = new Map(entries);
      all.set(name, Buffer.from(text));
      return writeRaw(folder, asRaw(resealed(all)));
    }),
    spoiledFileRows(fileRow).map((bytes) => () => {
      const all = signedIf(false);
      all.set(fileRowPath, bytes);
      return writeRaw(folder, asRaw(resealed(all)));
    }),
    fc.integer({ min: 1, max: 32 }).map(
      (megabytes) => () =>
        writeRaw(
          folder,
          raw(
            (entry) => ({ ...entry, data: Buffer.alloc(megabytes * 1024 * 1024), deflate: true }),
            'data/incident.csv',
          ),
        ),
    ),
    fc.integer({ min: 1, max: 300_000 }).map((depth) => () => {
      const all = new Map(entries);
      all.set('signature.json', Buffer.from('['.repeat(depth)));
      return writeRaw(
        folder,
        asRaw(all).map((entry) => ({ ...entry, deflate: false })),
      );
    }),
    flips.map((changes) => () => {
      const header = Buffer.from('age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 1\n');
      const body = Buffer.concat([
        header,
        Buffer.from(`${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`),
      ]);
      return put(Buffer.concat([flip(body, changes.slice(0, 3)), whole.subarray(0, 500)]));
    }),
  ];
}

async function fuzz(seconds: number, seed: number): Promise<void> {
  const folder = temporaryFolder();
  const good = join(folder, 'good.cairnpack');
  await writePack(good, goodContent(), { key: ownSigningKey(folder, ids.author) });
  const spoiled = { folder, whole: readFileSync(good), entries: await entriesOf(good) };
  const outcomes: Record<string, number> = {};
  const crashes: string[] = [];
  let rounds = 0;
  let peak = 0;
  let before = Number.POSITIVE_INFINITY;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().rss - before);
  };
  const watch = setInterval(look, 5);
  const end = Date.now() + seconds * 1000;
  const any = fc.oneof(...spoilers(spoiled));
  // on a machine with too much to do the time may be over before the first one is made
  const isOver = () => Date.now() >= end && rounds >= fewestRounds;
  for (let part = 0; !isOver(); part += 1)
    for (const make of fc.sample(any, { numRuns: 20, seed: seed + part })) {
      if (isOver()) break;
      rounds += 1;
      let outcome = 'taken';
      try {
        const path = make();
        global.gc?.();
        before = process.memoryUsage().rss;
        const { zip } = await openPack(path, { passphrase: 'x' });
        zip.close();
      } catch (error) {
        outcome = error instanceof AppError ? error.code : 'crash';
        if (outcome === 'crash') crashes.push(error instanceof Error ? String(error.stack) : '');
      }
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      look();
      before = Number.POSITIVE_INFINITY;
    }
  clearInterval(watch);
  const mostMb = Math.round(peak / 1024 / 1024);
  process.stdout.write(
    `${JSON.stringify({ rounds, outcomes, crashes: crashes.slice(0, 5), mostMb })}\n`,
  );
}

void fuzz(Number(process.argv[2] ?? 5), Number(process.argv[3] ?? 1));
