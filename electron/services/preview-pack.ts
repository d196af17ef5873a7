/** Reads a pack and says what importing it would do, before anything is written. */
import { basename } from 'node:path';
import { type PackPreview, packVerdicts } from '../../shared/contract/exchange-calls.ts';
import type { RecordOf } from '../../shared/domain/records.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { PackRecord, PackRecords } from '../../shared/pack/fields.ts';
import { attachmentPath, type PackTable, signaturePath } from '../../shared/pack/format.ts';
import type { Manifest } from '../../shared/pack/manifest.ts';
import { pointersOf } from '../../shared/pack/references.ts';
import { hasContent } from '../db/queries/attachment-chunks.ts';
import { mergedInto } from '../db/queries/incident-pairs.ts';
import { labelOf } from '../db/queries/labels.ts';
import { recordExists } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { openPack } from '../files/pack-reader.ts';
import { packSeen } from './batches.ts';
import { refuseOpenCase } from './open-case-guard.ts';
import { type PlannedRecord, planImport, shownFields, type Verdict } from './pack-plan.ts';
import { foreignRows } from './same-foreign.ts';
import { scanForeign } from './same-scan.ts';
import type { CaseSession } from './session.ts';

/** A checked and parsed pack, kept in memory until it is imported or another is looked at. */
export interface HeldPack {
  readonly preview: string;
  readonly path: string;
  readonly sha256: string;
  readonly manifest: Manifest;
  readonly records: PackRecords;
  readonly plan: readonly PlannedRecord[];
  /** Of the case when the plan was made; a later one means that the plan may be wrong. */
  readonly revision: number;
}

const held = new WeakMap<CaseSession, HeldPack>();

/** Throws the `pack/*` codes and `file/unreadable`; the case is only read. */
export async function previewPack(session: CaseSession, path: string): Promise<PackPreview> {
  held.delete(session);
  refuseOpenCase(session, path);
  const { manifest, records, sha256, zip } = await openPack(path);
  try {
    checkContents(session.db, records, new Set(zip.entries.keys()));
    const plan = planImport(session.db, records);
    const preview = session.newId();
    const pack = { preview, path, sha256, manifest, records, plan, revision: session.revision };
    held.set(session, pack);
    const same = await looksLikeOurs(session, pack);
    return describe(session.db, pack, zip.entries.has(signaturePath), same);
  } finally {
    zip.close();
  }
}

/** The pack behind a preview. Throws `record/not-found` when another took its place. */
export function takeHeldPack(session: CaseSession, preview: string): HeldPack {
  const pack = held.get(session);
  if (pack !== undefined && pack.preview === preview) return pack;
  throw new AppError(
    'record/not-found',
    'This preview is no longer valid. Open the pack again to see a new one.',
    { preview },
  );
}

export function dropHeldPack(session: CaseSession): void {
  held.delete(session);
}

/** Every live attachment of the pack must have its content, in the pack or here already. */
function checkContents(db: Reader, records: PackRecords, entries: ReadonlySet<string>): void {
  for (const record of records.get('attachment') ?? []) {
    const { sha256, name } = record as unknown as RecordOf<'attachment'>;
    const isThere = entries.has(attachmentPath(sha256)) || hasContent(db, sha256);
    if (record.deleted_at !== null || isThere) continue;
    throw new AppError(
      'pack/invalid-content',
      `The pack lists the attachment "${name}" but does not hold its content. Ask for the pack again.`,
      { reason: 'attachment-missing', id: record.id },
    );
  }
}

/** Pairs of the preview; the list after the import holds all. */
const shownPairs = 200;

async function looksLikeOurs(session: CaseSession, pack: HeldPack): Promise<PackPreview['same']> {
  const isNew = ({ table, verdict }: PlannedRecord) => table === 'incident' && verdict === 'new';
  const ids = new Set(pack.plan.filter(isNew).map(({ id }) => id));
  const found = await scanForeign(session, foreignRows(session.db, pack.records, ids));
  const theirsFirst = found.pairs.slice(0, shownPairs).map((pair) => {
    return ids.has(pair.a.id) ? pair : { ...pair, a: pair.b, b: pair.a };
  });
  return { ...found, pairs: theirsFirst };
}

function describe(
  db: Reader,
  pack: HeldPack,
  isSigned: boolean,
  same: PackPreview['same'],
): PackPreview {
  const { manifest, records, plan, sha256 } = pack;
  const { cairn } = manifest;
  const warnings = [
    ...(isSigned ? ['signature-not-checked'] : []),
    ...(hangsOnDeleted(db, plan) ? ['hangs-on-deleted'] : []),
    ...(mergesOurs(plan) ? ['merges-incidents'] : []),
  ];
  return {
    preview: pack.preview,
    fileName: basename(pack.path),
    sha256,
    title: manifest.title,
    tlp: cairn.tlp,
    exportedAt: cairn.asOf,
    exportedBy: cairn.author.name,
    invented: cairn.case.invented,
    seenBefore: packSeen(db, sha256) !== undefined,
    byTable: countVerdicts(plan),
    samples: samplesOf(db, plan, records),
    attachments: records.get('attachment')?.filter((one) => one.deleted_at === null).length ?? 0,
    warnings,
    same,
  };
}

/** A colleague merged incidents that stand apart here: that will be so here too. */
function mergesOurs(plan: readonly PlannedRecord[]): boolean {
  const merged = new Set(
    plan.flatMap(({ table, theirs, verdict }) =>
      table === 'incident_pair' && verdict === 'new' && theirs['verdict'] === 'same'
        ? [theirs['kept_id'] === theirs['a_id'] ? theirs['b_id'] : theirs['a_id']]
        : [],
    ),
  );
  return plan.some(({ id, ours }) => merged.has(id) && ours?.['deleted_at'] === null);
}

/** New work on a record that is in our bin: it comes in, but is not seen until that is taken out. */
function hangsOnDeleted(db: Reader, plan: readonly PlannedRecord[]): boolean {
  const stillDeleted = new Set(
    plan.flatMap(({ id, ours, merged }) =>
      ours !== undefined &&
      ours['deleted_at'] !== null &&
      (merged === undefined || merged.content['deleted_at'] !== null) &&
      // what hangs on a merged one goes to the one that was kept
      mergedInto(db, id) === undefined
        ? [id]
        : [],
    ),
  );
  return plan.some(
    ({ verdict, theirs, table }) =>
      verdict === 'new' &&
      theirs.deleted_at === null &&
      pointersOf(table, theirs).some(
        ({ id, table: to, reference }) =>
          reference.whenGone === 'leave-out' && stillDeleted.has(id) && recordExists(db, to, id),
      ),
  );
}

export function countVerdicts(plan: readonly PlannedRecord[]): PackPreview['byTable'] {
  const byTable: Record<string, Record<Verdict, number>> = {};
  for (const { table, verdict } of plan) {
    byTable[table] ??= { new: 0, changed: 0, unchanged: 0, older: 0, conflicting: 0 };
    byTable[table][verdict] += 1;
  }
  return byTable;
}

/** How many of each verdict are shown; conflicts are all there, to be decided one by one. */
const shown: { readonly [V in Verdict]: number } = {
  new: 12,
  changed: 40,
  unchanged: 0,
  older: 12,
  conflicting: 500,
};
/** Longer texts are cut for the page; the records themselves keep theirs. */
const shownLength = 2000;

function samplesOf(
  db: Reader,
  plan: readonly PlannedRecord[],
  records: PackRecords,
): PackPreview['samples'] {
  const titles = titlesIn(records);
  return [...packVerdicts].reverse().flatMap((verdict) =>
    inTurn(plan.filter((planned) => planned.verdict === verdict))
      .slice(0, shown[verdict])
      .map((planned) => ({
        table: planned.table,
        id: planned.id,
        verdict,
        title:
          planned.ours === undefined
            ? titleOf(planned.theirs, titles)
            : labelOf(db, planned.table, planned.id),
        fields: shownFields(planned).map(({ field, ours, theirs, isAsked }) => ({
          field,
          isAsked,
          ours: shorten(ours),
          theirs: shorten(theirs),
        })),
      })),
  );
}

/** One of each table in turn, so that a thousand places do not hide the one new incident. */
function inTurn(plan: readonly PlannedRecord[]): readonly PlannedRecord[] {
  const turns = new Map<PackTable, number>();
  return plan
    .map((planned) => {
      const turn = turns.get(planned.table) ?? 0;
      turns.set(planned.table, turn + 1);
      return { planned, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ planned }) => planned);
}

function shorten(value: unknown): unknown {
  return typeof value === 'string' && value.length > shownLength
    ? `${value.slice(0, shownLength)}…`
    : value;
}

const titleFields = ['title', 'name', 'statement', 'exact', 'body'] as const;

function ownTitle(record: PackRecord): string | undefined {
  for (const field of titleFields) {
    const value = record[field];
    if (typeof value === 'string' && value !== '') return value.slice(0, 120);
  }
  return undefined;
}

function titlesIn(records: PackRecords): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const all of records.values())
    for (const record of all) {
      const title = ownTitle(record);
      if (title !== undefined) titles.set(record.id, title);
    }
  return titles;
}

/** Its own title, else those of what it ties together. */
function titleOf(record: PackRecord, titles: ReadonlyMap<string, string>): string {
  const own = titles.get(record.id);
  if (own !== undefined) return own;
  const ends = ['from_id', 'to_id', 'claim_id', 'tag_id', 'target_id']
    .map((field) => record[field])
    .flatMap((id) => (typeof id === 'string' ? [titles.get(id) ?? ''] : []))
    .filter((title) => title !== '');
  return ends.slice(0, 2).join(' – ') || record.id;
}
