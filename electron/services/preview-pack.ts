/** Reads a pack and says what importing it would do, before anything is written. */
import { basename } from 'node:path';
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { PackPreview } from '../../shared/contract/exchange-calls.ts';
import type { SignerView } from '../../shared/contract/trust-calls.ts';
import type { RecordOf } from '../../shared/domain/records.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ItemList, ReadRecords } from '../../shared/pack/fields.ts';
import type { FileRow } from '../../shared/pack/file-rows.ts';
import { attachmentPath, fileRowTable } from '../../shared/pack/format.ts';
import type { Manifest } from '../../shared/pack/manifest.ts';
import { pointersOf } from '../../shared/pack/references.ts';
import { hasContent } from '../db/queries/attachment-chunks.ts';
import { mergedInto } from '../db/queries/incident-pairs.ts';
import { recordExists } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { openPack } from '../files/pack-reader.ts';
import { packSeen } from './batches.ts';
import { type PlannedRow, planFileRows } from './file-rows.ts';
import type { PlannedRecord, Verdict } from './held-plan.ts';
import { refuseOpenCase } from './open-case-guard.ts';
import { planImport } from './pack-plan.ts';
import { conflictKinds, conflictsIn, makeSamples, samplesOf } from './pack-samples.ts';
import { packTwins } from './pack-twins.ts';
import { step } from './pack-watch.ts';
import { foreignRows } from './same-foreign.ts';
import { scanForeign } from './same-scan.ts';
import type { CaseSession } from './session.ts';
import { signerOf } from './trust/signers.ts';
import { noHooks, type WorkHooks } from './work-hooks.ts';

export interface PackContext {
  /** The user's data folder with the own key and the known ones; absent where nobody is known. */
  readonly profile?: string | undefined;
  readonly passphrase?: string | undefined;
  readonly watch?: WorkHooks;
}

/** A checked and parsed pack, kept in memory until it is imported or another is looked at. */
export interface HeldPack {
  readonly preview: string;
  readonly path: string;
  readonly sha256: string;
  readonly manifest: Manifest;
  readonly records: ReadRecords;
  readonly plan: readonly PlannedRecord[];
  readonly fileRows: ItemList<FileRow>;
  readonly rows: readonly PlannedRow[];
  readonly signedBy: string | null;
  /** What a sealed pack held: it is not asked for its passphrase again. */
  readonly opened: Buffer | undefined;
  readonly warnings: readonly string[];
  readonly same: PackPreview['same'];
  readonly twins: PackPreview['twins'];
  /** Of the case when the plan was made; a later one means that the plan may be wrong. */
  readonly revision: number;
}

const held = new WeakMap<CaseSession, HeldPack>();

/** Throws the `pack/*` codes, `file/unreadable` and `call/cancelled`; the case is only read. */
export async function previewPack(
  session: CaseSession,
  path: string,
  { profile, passphrase, watch = noHooks }: PackContext = {},
): Promise<PackPreview> {
  held.delete(session);
  refuseOpenCase(session, path);
  step(watch, 'reading', 0);
  const pulse = (count: number) => step(watch, 'reading', count);
  const { zip, ...read } = await openPack(path, { passphrase, pulse });
  try {
    const { db } = session;
    const { records } = read;
    checkContents(db, records, new Set(zip.entries.keys()));
    // one state of the case, also where another connection writes meanwhile
    const { plan, rows, revision } = db.transaction(() => {
      const planned = planImport(db, records, watch);
      return {
        revision: session.revision,
        plan: planned,
        rows: planFileRows(db, read.fileRows, planned, watch),
      };
    })();
    step(watch, 'comparing', 0);
    const twins = packTwins(db, plan);
    const same = await looksLikeOurs(session, records, plan, twins.fresh, watch);
    const preview = session.newId();
    const warnings = warningsOf(db, plan);
    const pack = {
      ...{ preview, path, ...read, plan, rows, revision, warnings, same },
      twins: twins.shown,
    };
    held.set(session, pack);
    return describe(db, pack, signerOf(profile, read.manifest.cairn.author, read.signedBy));
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
function checkContents(db: Reader, records: ReadRecords, entries: ReadonlySet<string>): void {
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

async function looksLikeOurs(
  session: CaseSession,
  records: ReadRecords,
  plan: readonly PlannedRecord[],
  twins: ReadonlySet<string>,
  watch: WorkHooks,
): Promise<PackPreview['same']> {
  // those of one row need no comparing
  const isNew = ({ table, verdict, id }: PlannedRecord) =>
    table === 'incident' && verdict === 'new' && !twins.has(id);
  const ids = new Set(plan.filter(isNew).map(({ id }) => id));
  const found = await scanForeign(session, foreignRows(session.db, records, ids), watch);
  const theirsFirst = found.pairs.slice(0, shownPairs).map((pair) => {
    return ids.has(pair.a.id) ? pair : { ...pair, a: pair.b, b: pair.a };
  });
  return { ...found, pairs: theirsFirst };
}

function warningsOf(db: Reader, plan: readonly PlannedRecord[]): readonly string[] {
  return [
    ...(hangsOnDeleted(db, plan) ? ['hangs-on-deleted'] : []),
    ...(mergesOurs(plan) ? ['merges-incidents'] : []),
  ];
}

function describe(db: Reader, pack: HeldPack, signer: SignerView): PackPreview {
  const { manifest, records, plan, sha256 } = pack;
  const attachments = [...(records.get('attachment') ?? [])];
  const { cairn } = manifest;
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
    byTable: countVerdicts(plan, pack.rows),
    samples: samplesOf(db, plan),
    conflictKinds: conflictKinds(plan),
    attachments: attachments.filter((one) => one.deleted_at === null).length,
    warnings: [...pack.warnings],
    same: pack.same,
    twins: pack.twins,
    signer,
    isSealed: pack.opened !== undefined,
  };
}

/** A colleague merged incidents that stand apart here: that will be so here too. */
function mergesOurs(plan: readonly PlannedRecord[]): boolean {
  const merged = new Set(
    plan
      .filter(({ table, verdict }) => table === 'incident_pair' && verdict === 'new')
      .map(({ theirs }) => theirs)
      .filter(({ verdict }) => verdict === 'same')
      .map(({ a_id, b_id, kept_id }) => (kept_id === a_id ? b_id : a_id)),
  );
  return plan.some(({ id, ourDeletion }) => merged.has(id) && ourDeletion === null);
}

/** New work on a record that is in our bin: it comes in, but is not seen until that is taken out. */
function hangsOnDeleted(db: Reader, plan: readonly PlannedRecord[]): boolean {
  const stillDeleted = new Set(
    plan
      .filter(
        (planned) =>
          typeof planned.ourDeletion === 'string' &&
          planned.merged?.content['deleted_at'] !== null &&
          // what hangs on a merged one goes to the one that was kept
          mergedInto(db, planned.id) === undefined,
      )
      .map(({ id }) => id),
  );
  if (stillDeleted.size === 0) return false;
  return plan.some((planned) => {
    if (planned.verdict !== 'new') return false;
    const { theirs, table } = planned;
    const hangsOn = pointersOf(table, theirs).filter(
      ({ id, table: to, reference }) =>
        reference.whenGone === 'leave-out' && stillDeleted.has(id) && recordExists(db, to, id),
    );
    return theirs.deleted_at === null && hangsOn.length > 0;
  });
}

/** One page of what is asked. Throws `record/not-found` when another preview took its place. */
export function packConflicts(
  session: CaseSession,
  { preview, from, count }: CallArgs<'pack/conflicts'>,
): CallResult<'pack/conflicts'> {
  const { plan } = takeHeldPack(session, preview);
  const asked = conflictsIn(plan);
  const rows = makeSamples(session.db, asked.slice(from, from + count), plan);
  return { total: asked.length, rows };
}

/** By table; rows of files last. */
export function countVerdicts(
  plan: readonly PlannedRecord[],
  rows: readonly PlannedRow[],
): PackPreview['byTable'] {
  const byTable: Record<string, Record<Verdict, number>> = {};
  const named = rows.map(({ verdict }) => ({ table: fileRowTable, verdict }));
  for (const { table, verdict } of [...plan, ...named]) {
    byTable[table] ??= { new: 0, changed: 0, unchanged: 0, older: 0, conflicting: 0 };
    byTable[table][verdict] += 1;
  }
  return byTable;
}
