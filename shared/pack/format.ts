/**
 * The pack: a zip that carries records of one case to another laptop (`.cairnpack`).
 *
 *   datapackage.json        Data Package v2 descriptor with our keys under `cairn`; names every file below
 *   README.md               for people who open it without Cairn
 *   checksums.sha256        `sha256sum -c` lines for every other entry but itself
 *   data/<table>.csv        one per table, only tables with records
 *   data/imported_row.csv   what files of data sets said of its incidents (file-rows.ts), where any did
 *   attachments/<sha256>    content of attachments, stored once each
 *   signature.json          Ed25519 over checksums.sha256, where the pack is signed; no resource of the package
 *
 * The same records give the same bytes: fixed order, fixed times, no clock of the export.
 */
import type { TableName } from '../domain/records.ts';

export const packFormat = 'cairn-pack';
/**
 * Raised when an older Cairn could misread the pack. A newer one is refused, older ones are read for ever.
 * 1: a rev is a hash of content, `ancestors` lists earlier ones. 2: a rev is a hash of content and of what
 * it was made from, `history` says that of every earlier one. 3: rows of files travel; a pack without any
 * stays one of 2, which older Cairns read.
 */
export const packVersion = 3;
export const versionWithoutRows = 2;

/** Tables that travel, parents before children: the order of reading, writing and importing. */
export const packTables = [
  'person',
  'place',
  'place_name',
  'actor',
  'actor_name',
  'source',
  'incident',
  'claim',
  'toll',
  'claim_relation',
  'link',
  'incident_pair',
  'passage',
  'note',
  'attachment',
  'tag',
  'tagging',
  'saved_view',
  'report',
] as const satisfies readonly TableName[];
export type PackTable = (typeof packTables)[number];

export function isPackTable(name: string): name is PackTable {
  return (packTables as readonly string[]).includes(name);
}

const mebi = 1024 * 1024;

/** What a pack may not exceed. Writing keeps to the same limits, so that what goes out can come in. */
export const packLimits = {
  entries: 10_000,
  totalBytes: 500 * mebi,
  /** A pack sealed with age is opened into memory. */
  sealedBytes: 128 * mebi,
  entryBytes: 100 * mebi,
  /** A case holds attachments up to this size, so a pack may too. */
  attachmentBytes: 200 * mebi,
  manifestBytes: 8 * mebi,
  /** Uncompressed to compressed. Deflate itself reaches 1032. */
  ratio: 200,
  pathLength: 200,
  depth: 4,
  jsonDepth: 32,
  /** Characters of one CSV cell; the longest field of a record is a source's text of 5 million. */
  cellLength: 6_000_000,
} as const;

export const manifestPath = 'datapackage.json';
export const readmePath = 'README.md';
export const checksumsPath = 'checksums.sha256';
export const signaturePath = 'signature.json';
export const tablePath = (table: PackTable): string => `data/${table}.csv`;
export const attachmentPath = (sha256: string): string => `attachments/${sha256}`;

/** Name of the table of what files said (file-rows.ts), and its place. */
export const fileRowTable = 'imported_row';
export const fileRowPath = 'data/imported_row.csv';

const attachmentPattern = /^attachments\/[0-9a-f]{64}$/;
const fixedPaths: ReadonlySet<string> = new Set([
  manifestPath,
  readmePath,
  checksumsPath,
  signaturePath,
  ...packTables.map(tablePath),
  fileRowPath,
]);

/** Whether a pack of this version may hold an entry of that name. */
export function isKnownPath(path: string): boolean {
  return fixedPaths.has(path) || attachmentPattern.test(path);
}
