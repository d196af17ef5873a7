/** A small good pack made without a case, and ways to spoil it. */
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PackContent, writePack } from '../../electron/files/pack-writer.ts';
import { openZip } from '../../electron/files/zip-reader.ts';
import { recordDefaults } from '../../shared/contract/record-calls.ts';
import type { PackRecord } from '../../shared/pack/fields.ts';
import type { FileRow } from '../../shared/pack/file-rows.ts';
import type { PackTable } from '../../shared/pack/format.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';

export const ids = {
  author: '018f0000-0000-7000-8000-000000000001',
  case: '018f0000-0000-7000-8000-000000000002',
  incident: '018f0000-0000-7000-8000-000000000003',
  actor: '018f0000-0000-7000-8000-000000000004',
  link: '018f0000-0000-7000-8000-000000000005',
  source: '018f0000-0000-7000-8000-000000000006',
  attachment: '018f0000-0000-7000-8000-000000000007',
};

export const attachmentBytes = Buffer.from('the bytes of a scanned page '.repeat(5000));

export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function packRecord(id: string, values: Readonly<Record<string, unknown>>): PackRecord {
  const rev = sha256(JSON.stringify(values)).slice(0, 32);
  return {
    id,
    rev,
    history: [rev],
    created_at: '2026-11-23T15:36:32.123000Z',
    created_by: ids.author,
    updated_at: '2026-11-23T15:36:32.123000Z',
    updated_by: ids.author,
    deleted_at: null,
    tlp: 'GREEN',
    ...values,
  };
}

export function incidentRecord(
  id: string,
  values: Readonly<Record<string, unknown>> = {},
): PackRecord {
  return packRecord(id, {
    ...recordDefaults.incident,
    date_earliest: null,
    date_latest: null,
    title: 'Attack on the Djibo base',
    ...values,
  });
}

export function sourceRecord(
  id: string,
  values: Readonly<Record<string, unknown>> = {},
): PackRecord {
  return packRecord(id, {
    ...recordDefaults.source,
    title: 'Statement',
    published_earliest: null,
    published_latest: null,
    text_sha256: sha256(''),
    text_version: 1,
    ...values,
  });
}

export function packContent(
  records: ReadonlyMap<PackTable, readonly PackRecord[]>,
  more: Partial<PackContent> = {},
): PackContent {
  return {
    title: 'Djibo, May 2025',
    case: { id: ids.case, title: 'Djibo', invented: false },
    tlp: 'GREEN',
    tlpMax: 'AMBER',
    selection: 'case',
    author: { id: ids.author, name: 'Awa Traoré' },
    records,
    fileRows: [],
    attachments: [],
    leftOut: {},
    blackedOut: 0,
    ...more,
  };
}

/** What a file said of the incident of the good pack. */
export const fileRow: FileRow = {
  incident_id: ids.incident,
  ...{ file_format: 'acled', file_name: '=may.csv', taken_at: '2026-11-23T15:36:32.123000Z' },
  ...{ line: 2, stamp: 1_700_000_000, digest: 'a1b2', kept: { '=notes': '@said "so"' } },
  ...{ refused: { title: 'Raid', targets: ['market'] }, settled: ['title'] },
  said: { incident: { latitude: 14.2, summary: null }, [`link:${ids.link}`]: {} },
};

export function goodContent(): PackContent {
  const records = new Map<PackTable, readonly PackRecord[]>([
    ['incident', [incidentRecord(ids.incident, { latitude: 14.1, longitude: -1.63 })]],
    [
      'actor',
      [packRecord(ids.actor, { ...recordDefaults.actor, name: 'JNIM', kind: 'rebel-group' })],
    ],
    ['source', [sourceRecord(ids.source, { text: '=HYPERLINK("x")\r\nline two\n"quoted"' })]],
    [
      'attachment',
      [
        packRecord(ids.attachment, {
          target_table: 'incident',
          target_id: ids.incident,
          name: 'page.txt',
          media_type: 'text/plain',
          size: attachmentBytes.length,
          sha256: sha256(attachmentBytes),
          captured_at: null,
          origin_words: null,
        }),
      ],
    ],
  ]);
  const attachment = {
    sha256: sha256(attachmentBytes),
    size: attachmentBytes.length,
    mediaType: 'text/plain',
    read: () => [attachmentBytes],
  };
  return packContent(records, { attachments: [attachment], fileRows: [fileRow] });
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'cairn-pack-'));
}

/** Writes the good pack and answers its entries, to be spoiled and put together again. */
export async function goodEntries(folder: string): Promise<Map<string, Buffer>> {
  const path = join(folder, 'good.cairnpack');
  await writePack(path, goodContent());
  return entriesOf(path);
}

export async function entriesOf(path: string): Promise<Map<string, Buffer>> {
  const zip = await openZip(path);
  const entries = new Map<string, Buffer>();
  for (const name of zip.entries.keys()) {
    const chunks: Buffer[] = [];
    for await (const chunk of zip.open(name)) chunks.push(chunk);
    entries.set(name, Buffer.concat(chunks));
  }
  zip.close();
  return entries;
}

export function asRaw(entries: ReadonlyMap<string, Buffer>): RawEntry[] {
  return [...entries].map(([name, data]) => ({
    name,
    data,
    deflate: !name.startsWith('attachments/'),
  }));
}

/** Entries with sizes, hashes and checksums made right again, so that only the spoiled part is wrong. */
export function resealed(entries: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const all = new Map(entries);
  const text = all.get('datapackage.json')?.toString() ?? '{}';
  try {
    const manifest = JSON.parse(text);
    for (const resource of manifest.resources ?? []) {
      const bytes = all.get(resource.path);
      if (bytes === undefined) continue;
      resource.bytes = bytes.length;
      resource.hash = `sha256:${sha256(bytes)}`;
    }
    all.set('datapackage.json', Buffer.from(JSON.stringify(manifest)));
  } catch {
    // a description that is broken on purpose stays as it is
  }
  const sums = [...all]
    .filter(([name]) => name !== 'checksums.sha256')
    .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
  all.set('checksums.sha256', Buffer.from(sums.join('')));
  return all;
}

/** A description to be spoiled: as loose as JSON is. */
export interface LooseManifest {
  cairn?: Record<string, unknown>;
  readonly resources: { name: string; path: string; bytes: number }[];
}

export function editManifest(
  entries: ReadonlyMap<string, Buffer>,
  edit: (manifest: LooseManifest) => void,
): Map<string, Buffer> {
  const all = new Map(entries);
  const manifest = JSON.parse(all.get('datapackage.json')?.toString() ?? '{}');
  edit(manifest);
  all.set('datapackage.json', Buffer.from(JSON.stringify(manifest)));
  return resealed(all);
}

export function writeRaw(folder: string, entries: readonly RawEntry[], prefix?: Buffer): string {
  const path = join(folder, 'spoiled.cairnpack');
  writeFileSync(path, rawZip(entries, prefix === undefined ? {} : { prefix }));
  return path;
}
