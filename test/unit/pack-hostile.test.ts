/** One hostile or damaged file per threat: each is refused by its own code and reason. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPack } from '../../electron/files/pack-reader.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import {
  asRaw,
  attachmentBytes,
  editManifest,
  goodEntries,
  resealed,
  sha256,
  temporaryFolder,
  writeRaw,
} from '../helpers/pack-builder.ts';
import type { RawEntry } from '../helpers/raw-zip.ts';

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

const withEntry = (entry: RawEntry) => (): RawEntry[] => [...asRaw(good), entry];
const edited = (path: string, data: Buffer | string): RawEntry[] =>
  asRaw(resealed(new Map([...good, [path, Buffer.from(data as string)]])));
const forged = (path: string, forge: Partial<RawEntry>): RawEntry[] =>
  asRaw(good).map((entry) => (entry.name === path ? { ...entry, ...forge } : entry));
const incidents = (): string => good.get('data/incident.csv')?.toString() ?? '';

const threats: Readonly<Record<string, [() => RawEntry[], string]>> = {
  'zip-slip': [withEntry({ name: '../evil.txt', data: 'x' }), 'pack/unsafe-path parent'],
  'zip-slip further in': [
    withEntry({ name: 'data/../../x', data: 'x' }),
    'pack/unsafe-path parent',
  ],
  'absolute path': [withEntry({ name: '/etc/passwd', data: 'x' }), 'pack/unsafe-path absolute'],
  'drive path': [withEntry({ name: 'C:/windows/x', data: 'x' }), 'pack/unsafe-path drive'],
  backslash: [withEntry({ name: '..\\evil.txt', data: 'x' }), 'pack/unsafe-path backslash'],
  'NUL in the name': [withEntry({ name: 'data/a\u0000.csv' }), 'pack/unsafe-path nul'],
  'direction marks': [withEntry({ name: 'data/\u202evsc.exe' }), 'pack/unsafe-path bidi'],
  'control character': [withEntry({ name: 'data/a\u001b[2J' }), 'pack/unsafe-path control'],
  'reserved name': [withEntry({ name: 'data/CON.csv' }), 'pack/unsafe-path reserved'],
  'empty name': [withEntry({ name: '' }), 'pack/unsafe-path empty-name'],
  'empty part': [withEntry({ name: 'data//x' }), 'pack/unsafe-path empty-part'],
  'long name': [withEntry({ name: `data/${'x'.repeat(200)}` }), 'pack/unsafe-path long-path'],
  'deep path': [withEntry({ name: 'a/b/c/d/e' }), 'pack/unsafe-path deep'],
  'trailing dot': [withEntry({ name: 'data/x.' }), 'pack/unsafe-path trailing'],
  'name that is no UTF-8': [
    withEntry({ name: Buffer.from([0x64, 0xff, 0xfe]) }),
    'pack/unsafe-path bad-utf8',
  ],
  symlink: [
    withEntry({ name: 'attachments/link', data: '/etc/passwd', mode: 0o120777 }),
    'pack/symlink symlink',
  ],
  device: [withEntry({ name: 'data/tty', mode: 0o020666 }), 'pack/unexpected-entry special-file'],
  folder: [withEntry({ name: 'data/', mode: 0o040755 }), 'pack/unexpected-entry special-file'],
  'same name twice': [
    withEntry({ name: 'data/incident.csv', data: 'x' }),
    'pack/duplicate-entry same-name',
  ],
  'case twin': [
    withEntry({ name: 'DATA/Incident.csv', data: 'x' }),
    'pack/duplicate-entry case-twin',
  ],
  'composed twin': [
    () => [...asRaw(good), { name: 'data/\u00e9' }, { name: 'data/e\u0301' }],
    'pack/unexpected-entry unknown-entry',
  ],
  'unknown entry': [withEntry({ name: 'data/evil.exe' }), 'pack/unexpected-entry unknown-entry'],
  'undescribed attachment': [
    () => asRaw(resealed(new Map([...good, [`attachments/${'0'.repeat(64)}`, Buffer.from('x')]]))),
    'pack/unexpected-entry undescribed',
  ],
  'encrypted entry': [
    () => forged('data/incident.csv', { flags: 1 }),
    'pack/encrypted zip-encryption',
  ],
  'strong encryption': [
    () => forged('data/incident.csv', { flags: 0x41 }),
    'pack/encrypted zip-encryption',
  ],
  'odd compression': [() => forged('data/incident.csv', { method: 14 }), 'pack/not-a-pack method'],
  'size stated too small': [
    () => forged('data/incident.csv', { size: 10 }),
    'pack/wrong-hash size',
  ],
  'size stated too small everywhere': [
    () => {
      const entries = editManifest(good, (manifest) => {
        for (const each of manifest.resources) if (each.name === 'incident') each.bytes = 10;
      });
      const text = (entries.get('datapackage.json')?.toString() ?? '').replace(
        /("path":"data\/incident\.csv".*?"bytes":)\d+/,
        '$110',
      );
      entries.set('datapackage.json', Buffer.from(text));
      return asRaw(entries).map((entry) =>
        entry.name === 'data/incident.csv' ? { ...entry, size: 10 } : entry,
      );
    },
    'pack/bomb lying-size',
  ],
  'size stated too large': [
    () => forged('data/incident.csv', { size: 900 }),
    'pack/wrong-hash size',
  ],
  'stored sizes disagree': [
    () => forged('data/incident.csv', { deflate: false, size: 3 }),
    'pack/damaged zip',
  ],
  bomb: [
    () => forged('data/incident.csv', { data: Buffer.alloc(64 * 1024 * 1024), deflate: true }),
    'pack/bomb ratio',
  ],
  'huge entry': [
    () => forged('data/incident.csv', { size: 150 * 1024 * 1024, compressedSize: 2 * 1024 * 1024 }),
    'pack/too-large entry-size',
  ],
  'huge attachment': [
    () =>
      forged(`attachments/${sha256(attachmentBytes)}`, {
        deflate: true,
        size: 300 * 1024 * 1024,
        compressedSize: 2 * 1024 * 1024,
      }),
    'pack/too-large entry-size',
  ],
  'huge total': [
    () =>
      asRaw(good).map((entry) => ({
        ...entry,
        deflate: true,
        size: 99 * 1024 * 1024,
        compressedSize: 1024 * 1024,
      })),
    'pack/too-large total-size',
  ],
  'too many entries': [
    () => Array.from({ length: 10_001 }, (_, at) => ({ name: `data/${at}` })),
    'pack/too-large entry-count',
  ],
  overlap: [
    () => [
      ...asRaw(good),
      {
        name: `attachments/${sha256('x')}`,
        localName: 'README.md',
        sharesDataOf: 0,
        data: 'x',
      },
    ],
    'pack/damaged two-names',
  ],
  'two names for one entry': [
    () => forged('data/incident.csv', { localName: 'data/xncident.csv' }),
    'pack/damaged two-names',
  ],
  'wrong content': [
    () => asRaw(new Map([...good, ['data/actor.csv', Buffer.from('x')]])),
    'pack/wrong-hash size',
  ],
  'one byte changed': [
    () => {
      const bytes = Buffer.from(good.get('data/incident.csv') ?? '');
      bytes[bytes.length - 10] = (bytes[bytes.length - 10] ?? 0) ^ 1;
      return asRaw(new Map([...good, ['data/incident.csv', bytes]]));
    },
    'pack/wrong-hash checksum',
  ],
  'readme changed': [
    () => asRaw(new Map([...good, ['README.md', Buffer.from('hello')]])),
    'pack/wrong-hash checksum',
  ],
  'entry missing': [
    () => asRaw(good).filter(({ name }) => name !== 'data/actor.csv'),
    'pack/damaged missing-entry',
  ],
  'no description': [
    () => asRaw(good).filter(({ name }) => name !== 'datapackage.json'),
    'pack/not-a-pack no-manifest',
  ],
  'no checksums': [
    () => asRaw(good).filter(({ name }) => name !== 'checksums.sha256'),
    'pack/damaged missing-entry',
  ],
  'package of another program': [
    () => asRaw(editManifest(good, (manifest) => Reflect.deleteProperty(manifest, 'cairn'))),
    'pack/not-a-pack foreign-package',
  ],
  'newer format': [
    () =>
      asRaw(editManifest(good, (manifest) => Object.assign(manifest.cairn ?? {}, { version: 99 }))),
    'pack/newer-version version',
  ],
  'description broken': [() => edited('datapackage.json', '{"cairn":'), 'pack/damaged json'],
  'description not UTF-8': [
    () => edited('datapackage.json', Buffer.from([0x7b, 0xc3, 0x28]) as never),
    'pack/damaged bad-utf8',
  ],
  'deep JSON': [
    () =>
      edited('datapackage.json', '['.repeat(100_000) + ']'.repeat(100_000)).map((entry) => ({
        ...entry,
        deflate: false,
      })),
    'pack/bomb json-depth',
  ],
  'a URL as a resource': [
    () =>
      asRaw(
        editManifest(good, (manifest) => {
          const [first] = manifest.resources;
          if (first !== undefined) first.path = 'http://10.0.0.1/x';
        }),
      ),
    'pack/invalid-content manifest',
  ],
  'a resource twice': [
    () =>
      asRaw(
        editManifest(good, (manifest) => {
          manifest.resources.push(...manifest.resources.slice(0, 1));
        }),
      ),
    'pack/duplicate-entry resource-twice',
  ],
  'table not UTF-8': [
    () =>
      edited(
        'data/incident.csv',
        Buffer.concat([Buffer.from(incidents()), Buffer.from([0xff])]) as never,
      ),
    'pack/damaged bad-utf8',
  ],
  'other columns': [
    () => edited('data/incident.csv', incidents().replace('id,rev', 'id,ref')),
    'pack/invalid-content table',
  ],
  'empty table': [() => edited('data/incident.csv', ''), 'pack/invalid-content table'],
  'broken CSV': [
    () => edited('data/incident.csv', `${incidents()}"never closed`),
    'pack/invalid-content csv',
  ],
  'cells missing': [
    () => edited('data/incident.csv', `${incidents()}a,b\r\n`),
    'pack/invalid-content cell-count',
  ],
  'latitude of 900': [
    () => edited('data/incident.csv', incidents().replace('14.1', '914.1')),
    'pack/invalid-content record',
  ],
  'latitude as a formula': [
    () => edited('data/incident.csv', incidents().replace('14.1', '=1+1')),
    'pack/invalid-content cell',
  ],
  'id twice': [
    () => {
      const [head = '', row = ''] = incidents().split('\r\n');
      return edited('data/incident.csv', [head, row, row, ''].join('\r\n'));
    },
    'pack/invalid-content id-twice',
  ],
  'more records than said': [
    () => {
      const [head = ''] = incidents().split('\r\n');
      return edited('data/incident.csv', `${head}\r\n`);
    },
    'pack/invalid-content count',
  ],
};

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

  it('costs little memory when it is a bomb', async () => {
    const entries = forged('data/incident.csv', {
      data: Buffer.alloc(256 * 1024 * 1024),
      deflate: true,
    });
    const path = writeRaw(folder, entries);
    entries.length = 0;
    const before = process.memoryUsage().rss;
    expect(await refusal(path)).toMatch(/^pack\/bomb/);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });
});
