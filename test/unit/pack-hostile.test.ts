/** One hostile or damaged file per threat: each is refused by its own code and reason. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPack } from '../../electron/files/pack-reader.ts';
import { writePack } from '../../electron/files/pack-writer.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { threatsTo } from '../helpers/hostile-packs.ts';
import {
  asRaw,
  goodContent,
  goodEntries,
  sha256,
  temporaryFolder,
  writeRaw,
} from '../helpers/pack-builder.ts';
import { type RawEntry, rawZip } from '../helpers/raw-zip.ts';

const folder = temporaryFolder();
let good = new Map<string, Buffer>();

beforeAll(async () => {
  good = await goodEntries(folder);
});

async function refusal(path: string): Promise<string> {
  try {
    const pack = await openPack(path);
    pack.zip.close();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.message).toMatch(/^[A-Z].*[.]$/s);
    return `${error.code} ${error.details['reason']}`;
  }
}

const threats = threatsTo(() => good);

describe('a hostile or damaged pack', () => {
  it('is read when nothing is wrong with it', async () => {
    expect(await refusal(writeRaw(folder, asRaw(good)))).toBe('accepted');
  });

  it.each(Object.entries(threats))('is refused: %s', async (_, [entries, expected]) => {
    expect(await refusal(writeRaw(folder, entries()))).toBe(expected);
  });

  it('is refused when it overlaps itself', async () => {
    const name = `attachments/${sha256('x')}`;
    const entries: RawEntry[] = [
      { name, data: 'x' },
      { name: 'README.md', localName: name, sharesDataOf: 0 },
    ];
    expect(await refusal(writeRaw(folder, entries))).toBe('pack/damaged two-names');
  });

  it('is refused when it is not a zip, empty, cut short or hidden behind a program', async () => {
    const path = join(folder, 'other.cairnpack');
    const whole = readFileSync(join(folder, 'good.cairnpack'));
    const cases: [Buffer, string][] = [
      [Buffer.alloc(0), 'pack/not-a-pack empty'],
      [Buffer.from('hello, no zip'), 'pack/not-a-pack no-zip'],
      [Buffer.from('SQLite format 3\u0000'), 'pack/not-a-pack no-zip'],
      [whole.subarray(0, whole.length - 30), 'pack/damaged zip'],
      [whole.subarray(0, 1000), 'pack/damaged zip'],
      [Buffer.concat([Buffer.from('MZ'), whole]), 'pack/not-a-pack no-zip'],
      [Buffer.concat([whole, Buffer.from('tail')]), 'pack/damaged zip'],
    ];
    for (const [bytes, expected] of cases) {
      writeFileSync(path, bytes);
      expect(await refusal(path)).toBe(expected);
    }
    expect(await refusal(join(folder, 'nowhere.cairnpack'))).toBe('file/unreadable ENOENT');
    expect(await refusal(folder)).toBe('pack/not-a-pack not-a-file');
    expect(
      await refusal(writeRaw(folder, asRaw(good), Buffer.from('PK\u0003\u0004 and a program'))),
    ).toBe('pack/damaged prefix');
  });

  it('never unfolds a bomb that is an attachment', async () => {
    const bomb = rawZip([{ name: 'x', data: Buffer.alloc(64 * 1024 * 1024), deflate: true }]);
    const content = goodContent();
    const hash = sha256(bomb);
    const [record] = content.records.get('attachment') ?? [];
    const records = new Map(content.records);
    if (record) records.set('attachment', [{ ...record, sha256: hash, size: bomb.length }]);
    const path = join(folder, 'nested.cairnpack');
    const attachment = { sha256: hash, size: bomb.length, mediaType: 'x', read: () => [bomb] };
    await writePack(path, { ...content, records, attachments: [attachment] });
    const before = process.memoryUsage().rss;
    expect(await refusal(path)).toBe('accepted');
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 * 1024);
  });

  it('costs little memory when it is a bomb', async () => {
    const data = Buffer.alloc(256 * 1024 * 1024);
    const entries = asRaw(good).map((entry) =>
      entry.name === 'data/incident.csv' ? { ...entry, data, deflate: true } : entry,
    );
    const path = writeRaw(folder, entries);
    entries.length = 0;
    const before = process.memoryUsage().rss;
    expect(await refusal(path)).toMatch(/^pack\/bomb/);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });
});
