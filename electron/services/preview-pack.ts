/** Reads a pack and says what importing it would do, before anything is written. */
import { basename } from 'node:path';
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { PackPreview } from '../../shared/contract/exchange-calls.ts';
import type { RecordOf } from '../../shared/domain/records.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { PackRecords } from '../../shared/pack/fields.ts';
import { attachmentPath, signaturePath } from '../../shared/pack/format.ts';
import type { Manifest } from '../../shared/pack/manifest.ts';
import { pointersOf } from '../../shared/pack/references.ts';
import { hasContent } from '../db/queries/attachment-chunks.ts';
import { mergedInto } from '../db/queries/incident-pairs.ts';
import { recordExists } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { openPack } from '../files/pack-reader.ts';
import { packSeen } from './batches.ts';
import { refuseOpenCase } from './open-case-guard.ts';
import { type PlannedRecord, planImport, type Verdict } from './pack-plan.ts';
import { conflictKinds, conflictsIn, makeSamples, samplesOf } from './pack-samples.ts';
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
    conflictKinds: conflictKinds(plan),
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

/** One page of what is asked. Throws `record/not-found` when another preview took its place. */
export function packConflicts(
  session: CaseSession,
  { preview, from, count }: CallArgs<'pack/conflicts'>,
): CallResult<'pack/conflicts'> {
  const { plan, records } = takeHeldPack(session, preview);
  const asked = conflictsIn(plan);
  const rows = makeSamples(session.db, asked.slice(from, from + count), records);
  return { total: asked.length, rows };
}

export function countVerdicts(plan: readonly PlannedRecord[]): PackPreview['byTable'] {
  const byTable: Record<string, Record<Verdict, number>> = {};
  for (const { table, verdict } of plan) {
    byTable[table] ??= { new: 0, changed: 0, unchanged: 0, older: 0, conflicting: 0 };
    byTable[table][verdict] += 1;
  }
  return byTable;
}
