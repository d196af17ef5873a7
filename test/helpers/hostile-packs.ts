/** One hostile or damaged pack per threat, with the code and the reason of its refusal. */
import { fileRowPath } from '../../shared/pack/format.ts';
import { asRaw, attachmentBytes, editManifest, ids, resealed, sha256 } from './pack-builder.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';

export type Threats = Readonly<Record<string, readonly [() => RawEntry[], string]>>;

/** Made from the entries of a good pack, which is asked for when one is made. */
export function threatsTo(goodOf: () => ReadonlyMap<string, Buffer>): Threats {
  const withEntry = (entry: RawEntry) => (): RawEntry[] => [...asRaw(goodOf()), entry];
  const edited = (path: string, data: Buffer | string): RawEntry[] =>
    asRaw(resealed(new Map([...goodOf(), [path, Buffer.from(data as string)]])));
  const forged = (path: string, forge: Partial<RawEntry>): RawEntry[] =>
    asRaw(goodOf()).map((entry) => (entry.name === path ? { ...entry, ...forge } : entry));
  /** A whole good pack, and a byte that no text has. */
  const nested = (): Buffer => Buffer.concat([rawZip(asRaw(goodOf())), Buffer.from([0xff])]);
  const fileRows = (): string => goodOf().get(fileRowPath)?.toString() ?? '';
  const incidents = (): string => goodOf().get('data/incident.csv')?.toString() ?? '';

  return {
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
      () => [...asRaw(goodOf()), { name: 'data/\u00e9' }, { name: 'data/e\u0301' }],
      'pack/unexpected-entry unknown-entry',
    ],
    'unknown entry': [withEntry({ name: 'data/evil.exe' }), 'pack/unexpected-entry unknown-entry'],
    'a zip in the zip': [
      () => [...asRaw(goodOf()), { name: 'data/more.zip', data: rawZip(asRaw(goodOf())) }],
      'pack/unexpected-entry unknown-entry',
    ],
    'a zip in the zip by the name of a table': [
      () => edited('data/actor.csv', nested()),
      'pack/damaged bad-utf8',
    ],
    'a zip in the zip by the name of the description': [
      () => asRaw(new Map([...goodOf(), ['datapackage.json', nested()]])),
      'pack/damaged bad-utf8',
    ],
    'nothing but a pack': [
      () => [{ name: 'inner.cairnpack', data: nested() }],
      'pack/unexpected-entry unknown-entry',
    ],
    'undescribed attachment': [
      () =>
        asRaw(
          resealed(new Map([...goodOf(), [`attachments/${'0'.repeat(64)}`, Buffer.from('x')]])),
        ),
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
    'odd compression': [
      () => forged('data/incident.csv', { method: 14 }),
      'pack/not-a-pack method',
    ],
    'size stated too small': [
      () => forged('data/incident.csv', { size: 10 }),
      'pack/wrong-hash size',
    ],
    'size stated too small everywhere': [
      () => {
        const entries = editManifest(goodOf(), (manifest) => {
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
      () =>
        forged('data/incident.csv', { size: 150 * 1024 * 1024, compressedSize: 2 * 1024 * 1024 }),
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
        asRaw(goodOf()).map((entry) => ({
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
        ...asRaw(goodOf()),
        {
          name: `attachments/${sha256('x')}`,
          localName: 'README.md',
          sharesDataOf: 0,
          data: 'x',
        },
      ],
      'pack/damaged two-names',
    ],
    'entries that lie over each other': [
      () =>
        asRaw(goodOf()).map((entry, at) => {
          const length = Buffer.from(entry.data as Buffer).length + 60;
          return at === 0
            ? { ...entry, deflate: false, size: length, compressedSize: length }
            : entry;
        }),
      'pack/bomb overlap',
    ],
    'two names for one entry': [
      () => forged('data/incident.csv', { localName: 'data/xncident.csv' }),
      'pack/damaged two-names',
    ],
    'wrong content': [
      () => asRaw(new Map([...goodOf(), ['data/actor.csv', Buffer.from('x')]])),
      'pack/wrong-hash size',
    ],
    'one byte changed': [
      () => {
        const bytes = Buffer.from(goodOf().get('data/incident.csv') ?? '');
        bytes[bytes.length - 10] = (bytes[bytes.length - 10] ?? 0) ^ 1;
        return asRaw(new Map([...goodOf(), ['data/incident.csv', bytes]]));
      },
      'pack/wrong-hash checksum',
    ],
    'readme changed': [
      () => asRaw(new Map([...goodOf(), ['README.md', Buffer.from('hello')]])),
      'pack/wrong-hash checksum',
    ],
    'entry missing': [
      () => asRaw(goodOf()).filter(({ name }) => name !== 'data/actor.csv'),
      'pack/damaged missing-entry',
    ],
    'no description': [
      () => asRaw(goodOf()).filter(({ name }) => name !== 'datapackage.json'),
      'pack/not-a-pack no-manifest',
    ],
    'no checksums': [
      () => asRaw(goodOf()).filter(({ name }) => name !== 'checksums.sha256'),
      'pack/damaged missing-entry',
    ],
    'package of another program': [
      () => asRaw(editManifest(goodOf(), (manifest) => Reflect.deleteProperty(manifest, 'cairn'))),
      'pack/not-a-pack foreign-package',
    ],
    'newer format': [
      () =>
        asRaw(
          editManifest(goodOf(), (manifest) =>
            Object.assign(manifest.cairn ?? {}, { version: 99 }),
          ),
        ),
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
          editManifest(goodOf(), (manifest) => {
            const [first] = manifest.resources;
            if (first !== undefined) first.path = 'http://10.0.0.1/x';
          }),
        ),
      'pack/invalid-content manifest',
    ],
    'a resource twice': [
      () =>
        asRaw(
          editManifest(goodOf(), (manifest) => {
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
    'row of a file about nothing in the pack': [
      () => edited(fileRowPath, fileRows().replace(ids.incident, ids.actor)),
      'pack/invalid-content file-row',
    ],
    'two rows of a file about one incident': [
      () => {
        const [head = '', row = ''] = fileRows().split('\r\n');
        return edited(fileRowPath, [head, row, row, ''].join('\r\n'));
      },
      'pack/invalid-content file-row',
    ],
    'deep JSON in a cell': [
      () =>
        edited(fileRowPath, fileRows().replace('"{""', `"${'{""a"":'.repeat(100_000)}{""`)).map(
          (entry) => ({ ...entry, deflate: false }),
        ),
      'pack/invalid-content cell',
    ],
    'nested JSON in a cell': [
      () => edited(fileRowPath, fileRows().replace('14.2', '{""a"":{}}')),
      'pack/invalid-content record',
    ],
    'a name in a cell that is no field': [
      () => edited(fileRowPath, fileRows().replace('""incident""', '""constructor""')),
      'pack/invalid-content record',
    ],
    'fewer rows of a file than said': [
      () => edited(fileRowPath, `${fileRows().split('\r\n')[0]}\r\n`),
      'pack/invalid-content count',
    ],
    'more records than said': [
      () => {
        const [head = ''] = incidents().split('\r\n');
        return edited('data/incident.csv', `${head}\r\n`);
      },
      'pack/invalid-content count',
    ],
  };
}
