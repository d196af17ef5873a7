/** No hostile pack takes 200 MB to refuse: read by Electron in a process of its own, the kernel keeps the peak. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { expect, it } from 'vitest';
import { writePack } from '../../electron/files/pack-writer.ts';
import { writeSealed } from '../../electron/files/trust/age-file.ts';
import { threatsTo } from '../helpers/hostile-packs.ts';
import { inOwnProcess } from '../helpers/own-process.ts';
import {
  asRaw,
  goodContent,
  goodEntries,
  resealed,
  temporaryFolder,
  writeRaw,
} from '../helpers/pack-builder.ts';
import type { RawEntry } from '../helpers/raw-zip.ts';

const mebi = 1024 * 1024;
const mostMb = 200;

/** As large as the reader lets through and hardly packed, so that it goes furthest before it refuses. */
function heavyThreats(
  good: ReadonlyMap<string, Buffer>,
): Readonly<Record<string, () => RawEntry[]>> {
  const stored = (path: string, data: Buffer) =>
    asRaw(resealed(new Map([...good, [path, data]]))).map((entry) => ({
      ...entry,
      deflate: false,
    }));
  const table = (data: Buffer) => stored('data/incident.csv', data);
  const head = good.get('data/incident.csv')?.toString().split('\r\n')[0] ?? '';
  const noise = (bytes: number) => randomBytes(bytes / 2).toString('hex');
  return {
    'bomb of 256 MB': () =>
      asRaw(good).map((entry) =>
        entry.name === 'data/incident.csv'
          ? { ...entry, data: Buffer.alloc(256 * mebi), deflate: true }
          : entry,
      ),
    'table of 90 MB in one cell': () => table(Buffer.from(`${head}\r\n"${noise(90 * mebi)}`)),
    'table of 90 MB of short cells': () =>
      table(Buffer.from(`${head}\r\n${'a,'.repeat(3000)}\r\n`.repeat(15_000))),
    'table of 90 MB of line ends': () => table(Buffer.from(`${head}${'\r\n'.repeat(45 * mebi)}`)),
    'description of 7 MB of shallow JSON': () =>
      stored('datapackage.json', Buffer.from(`[${'{},'.repeat(2_400_000)}1]`)),
    'description of 7 MB of different keys': () => {
      const keys = Array.from({ length: 440_000 }, (_, at) => `{"k${at}":1.5}`);
      return stored('datapackage.json', Buffer.from(`[${keys.join(',')}]`));
    },
    'checksums of 7 MB': () =>
      asRaw(
        new Map([
          ...good,
          ['checksums.sha256', Buffer.from(`${'0'.repeat(64)}  README.md\n`.repeat(90_000))],
        ]),
      ).map((entry) => ({ ...entry, deflate: false })),
  };
}

/** What became of each, and the most memory it took above idle, in MB. */
async function measured(lines: readonly string[]) {
  const { told } = await inOwnProcess<{
    told: { path: string; outcome: string; peak: number }[];
  }>('pack-memory', lines);
  return told;
}

it.runIf(process.platform === 'linux')(
  'refuses every hostile pack within 200 MB above idle',
  async () => {
    const folder = temporaryFolder();
    const good = await goodEntries(folder);
    const threats = Object.entries(threatsTo(() => good));
    const heavy = Object.entries(heavyThreats(good));
    const made = [...threats.map(([name, [entries]]) => [name, entries] as const), ...heavy];
    const paths = [join(folder, 'good.cairnpack')];
    for (const [at, [, entries]] of made.entries()) {
      const path = join(folder, `${at}.hostile.cairnpack`);
      renameSync(writeRaw(folder, entries()), path);
      paths.push(path);
    }
    const whole = readFileSync(join(folder, 'good.cairnpack'));
    const cut = join(folder, 'cut.cairnpack');
    writeFileSync(cut, whole.subarray(0, whole.length - 30));
    paths.push(cut);
    const told = await measured(paths);
    const names = ['good', ...made.map(([name]) => name), 'cut short'];
    // the good one comes first, and is the only one that is read
    const each = told.map(({ outcome, peak }, at) => ({ name: names[at], outcome, peak }));
    if (process.env['CAIRN_MEMORY_TOLD'])
      process.stderr.write(
        `${JSON.stringify(
          [...each].sort((a, b) => b.peak - a.peak),
          null,
          1,
        )}\n`,
      );
    expect(each).toHaveLength(paths.length);
    expect(each.filter(({ outcome }) => outcome === 'accepted').map(({ name }) => name)).toEqual([
      'good',
    ]);
    expect(each.slice(1).filter(({ outcome }) => !outcome.includes('/'))).toEqual([]);
    expect(each.filter(({ peak }) => !(peak < mostMb))).toEqual([]);
  },
  300_000,
);

it.runIf(process.platform === 'linux')(
  'makes and opens sealed packs within it too, whoever sends them',
  async () => {
    const folder = temporaryFolder();
    const good = join(folder, 'good.cairnpack');
    await writePack(good, goodContent());
    const sealed = join(folder, 'sealed.age');
    const noise = join(folder, 'noise.age');
    await writeSealed(noise, 'word', async (out) => {
      for (let at = 0; at < 120; at += 1)
        if (!out.write(randomBytes(mebi))) await once(out, 'drain');
      out.end();
    });
    const heavy = join(folder, 'heavy.age');
    const encrypter = new Encrypter();
    encrypter.setPassphrase('word');
    writeFileSync(heavy, await encrypter.encrypt(readFileSync(good)));
    const lines = [good, `${sealed}\tword\twrite`, `${sealed}\tword`, `${sealed}\tother`];
    const told = await measured([...lines, `${noise}\tword`, heavy]);
    if (process.env['CAIRN_MEMORY_TOLD']) process.stderr.write(`${JSON.stringify(told)}\n`);
    expect(told.map(({ outcome }) => outcome)).toEqual([
      ...['accepted', 'written', 'accepted', 'pack/wrong-passphrase wrong-passphrase'],
      // age's own measure, of which is told before any work is done
      ...['pack/not-a-pack no-zip', 'pack/passphrase-needed no-passphrase'],
    ]);
    expect(told.filter(({ peak }) => !(peak < mostMb))).toEqual([]);
  },
  300_000,
);
