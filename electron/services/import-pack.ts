/** Carries out what the preview of a pack showed: one transaction, one batch, one undo. */
import { basename } from 'node:path';
import type { CallArgs } from '../../shared/contract/contract.ts';
import type { ImportResult } from '../../shared/contract/exchange-calls.ts';
import type { Answer } from '../../shared/contract/pack-decisions.ts';
import type { SignerView } from '../../shared/contract/trust-calls.ts';
import type { RecordOf } from '../../shared/domain/records.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { attachmentPath, fileRowTable, type PackTable } from '../../shared/pack/format.ts';
import { type Content, decide } from '../../shared/pack/record-merge.ts';
import { parseRevisionLine } from '../../shared/pack/revisions.ts';
import { hasContent, writeChunks } from '../db/queries/attachment-chunks.ts';
import { sha256OfFile } from '../files/atomic-write.ts';
import { checkedChunks } from '../files/file-chunks.ts';
import { readingError } from '../files/file-errors.ts';
import { openZip, type ZipReader } from '../files/zip-reader.ts';
import { act } from './act.ts';
import { putInOrderAfterPack } from './after-pack.ts';
import { batchReportOf, DecisionLog } from './batch-report.ts';
import { insertBatch, markPackSeen, setBatchReport, updateBatchCounts } from './batches.ts';
import { type PlannedRow, planFileRows } from './file-rows.ts';
import { madeOnce, type PlannedRecord, type Verdict } from './held-plan.ts';
import type { Lineage } from './ledger.ts';
import { planImport } from './pack-plan.ts';
import { step, stepRecords } from './pack-watch.ts';
import {
  countVerdicts,
  dropHeldPack,
  type HeldPack,
  type PackContext,
  takeHeldPack,
} from './preview-pack.ts';
import { contentHash } from './rev.ts';
import type { CaseSession } from './session.ts';
import type { Tx } from './transaction.ts';
import { rememberSigner, requireAccepted, signerOf } from './trust/signers.ts';
import { counter, noHooks, type WorkHooks } from './work-hooks.ts';

export type ImportRequest = Omit<CallArgs<'pack/import'>, 'acceptSigner' | 'joinTwins'> & {
  readonly acceptSigner?: boolean;
  /** Whether incidents of one row of a data set become one; they do unless said. */
  readonly joinTwins?: boolean;
};

/**
 * Imports a previewed pack. Importing one that brings nothing new leaves no trace (`batch` null).
 * Throws `pack/untrusted` for a signer that was not accepted, `record/not-found` for a preview that is gone, `record/changed` when the case changed so that
 * the preview no longer holds, `pack/wrong-hash` when the file changed, `case/read-only`, `disk/*`.
 */
export async function importPack(
  session: CaseSession,
  request: ImportRequest,
  { profile, watch = noHooks }: PackContext = {},
): Promise<ImportResult> {
  const pack = takeHeldPack(session, request.preview);
  const maker = pack.manifest.cairn.author;
  // looked up anew: the words may have been compared, or the key forgotten, since the preview
  const signer = signerOf(profile, maker, pack.signedBy);
  requireAccepted(signer, request.acceptSigner === true);
  const zip = await reopen(pack);
  try {
    const result = carryOut(session, pack, request, { zip, signer, watch });
    rememberSigner(profile, signer, maker, new Date().toISOString());
    dropHeldPack(session);
    return result;
  } finally {
    zip.close();
  }
}

/** The file may lie on a stick and be another by now. */
async function reopen(pack: HeldPack): Promise<ZipReader> {
  const sha256 = await sha256OfFile(pack.path).catch((error: unknown) => {
    throw readingError(error, basename(pack.path));
  });
  if (sha256 === pack.sha256) return openZip(pack.opened ?? pack.path);
  throw new AppError(
    'pack/wrong-hash',
    'The pack was changed since its preview. Open it again to see what it holds now.',
    { reason: 'changed-since-preview' },
  );
}

interface Around {
  readonly zip: ZipReader;
  readonly signer: SignerView;
  readonly watch: WorkHooks;
}

function carryOut(
  session: CaseSession,
  pack: HeldPack,
  request: ImportRequest,
  { zip, signer, watch }: Around,
): ImportResult {
  const batch = session.newId();
  const counts = newCounts();
  const revision = session.revision;
  act(session, { kind: 'import', title: pack.manifest.title, batch }, (tx) => {
    const { plan, rows } = currentPlan(tx, pack, revision, watch);
    insertBatch(tx, {
      id: batch,
      format: 'pack',
      fileName: basename(pack.path),
      sha256: pack.sha256,
      title: pack.manifest.title,
      counts: {},
    });
    const decided = new DecisionLog(tx.db);
    for (const [at, planned] of plan.entries()) {
      if (at % stepRecords === 0) step(watch, 'writing', at, plan.length);
      importRecord(tx, planned, { request, batch, counts, decided });
    }
    storeContents(tx, plan, zip);
    for (const { verdict } of rows) count(counts, fileRowTable, counted[verdict]);
    const tick = counter(watch, 'merging', pack.twins.count);
    const twins = putInOrderAfterPack(tx, plan, rows, request.joinTwins !== false, tick);
    Object.assign(counts.total, twins);
    step(watch, 'writing', plan.length, plan.length);
    updateBatchCounts(tx, batch, counts.total);
    setBatchReport(tx, batch, batchReportOf(pack, signer, counts.byTable, decided, twins));
    markPackSeen(tx, { sha256: pack.sha256, title: pack.manifest.title, batch });
  });
  const isTraceLeft = session.revision > revision;
  return { batch: isTraceLeft ? batch : null, ...counts.total, byTable: counts.byTable };
}

/**
 * The plan of the preview, made again where work went on since: it must then say the same. The
 * author's own person record may have been written at the start of this very action, so people are
 * always looked at again.
 */
function currentPlan(
  tx: Tx,
  pack: HeldPack,
  revision: number,
  watch: WorkHooks,
): Pick<HeldPack, 'plan' | 'rows'> {
  const isCurrent = revision === pack.revision;
  const people = new Map([['person' as const, pack.records.get('person') ?? []]]);
  const plan = planImport(tx.db, isCurrent ? people : pack.records, watch);
  const others = pack.plan.filter(({ table }) => table !== 'person');
  if (isCurrent) return { plan: [...plan, ...others], rows: pack.rows };
  const rows = planFileRows(tx.db, pack.fileRows, plan, watch);
  const verdicts = (of: readonly PlannedRecord[], told: readonly PlannedRow[]): string =>
    JSON.stringify(countVerdicts(of, told));
  const here = plan.filter(({ table }) => table !== 'person');
  if (verdicts(here, rows) === verdicts(others, pack.rows)) return { plan, rows };
  throw new AppError(
    'record/changed',
    'The case changed since the preview of the pack. Open the pack again to see what it does now.',
    { preview: pack.preview },
  );
}

interface Counts {
  readonly total: Record<keyof Omit<ImportResult, 'batch' | 'byTable'>, number>;
  readonly byTable: Record<string, Record<string, number>>;
}

function newCounts(): Counts {
  const done = { added: 0, updated: 0, unchanged: 0, conflicting: 0, skipped: 0, failed: 0 };
  const total = { ...done, joined: 0, apart: 0 };
  return { total, byTable: {} };
}

function count(
  { total, byTable }: Counts,
  table: PackTable | typeof fileRowTable,
  what: keyof Counts['total'],
): void {
  total[what] += 1;
  byTable[table] ??= {};
  byTable[table][what] = (byTable[table][what] ?? 0) + 1;
}

/** Decided conflicts count as `conflicting`, whatever was decided; the other verdicts by what was done. */
const counted: { readonly [V in Verdict]: keyof Counts['total'] } = {
  new: 'added',
  changed: 'updated',
  unchanged: 'unchanged',
  older: 'skipped',
  conflicting: 'conflicting',
};

interface Import {
  readonly request: ImportRequest;
  readonly batch: string;
  readonly counts: Counts;
  readonly decided: DecisionLog;
}

function importRecord(
  tx: Tx,
  held: PlannedRecord,
  { request, batch, counts, decided }: Import,
): void {
  count(counts, held.table, counted[held.verdict]);
  if (held.merged === undefined) return;
  const planned = madeOnce(held);
  const { table, merged = held.merged, theirs, ours } = planned;
  const answers = (unit: string): Answer => answerFor(request, planned, unit);
  const content = decide(merged, answers);
  if (merged.conflicts.length > 0) decided.note(planned, content, answers);
  const record = {
    ...content,
    ...bookkeeping(tx, planned, content),
    id: theirs.id,
    rev: '',
    origin: ours === undefined ? batch : (ours['origin'] ?? null),
  };
  const { history: _, past: __, ...whole } = record as Record<string, unknown>;
  tx.put(table, whole as unknown as RecordOf<PackTable>, lineageOf(planned, content));
}

function answerFor(
  { decisions, rules, conflicts }: ImportRequest,
  { table, id }: PlannedRecord,
  unit: string,
): Answer {
  const decision = decisions[id];
  const own = typeof decision === 'object' ? decision[unit] : decision;
  const rule = rules.find((each) => each.table === table && each.unit === unit);
  return own ?? rule?.side ?? conflicts;
}

/** Theirs is taken over under its own name when it is ahead and nothing was mixed in. */
function lineageOf({ table, theirs, ours, relation }: PlannedRecord, content: Content): Lineage {
  const past = theirs.history.map(parseRevisionLine);
  const [own = { rev: theirs.rev, parents: [] }] = past;
  const hash = contentHash(table, content);
  const isTheirs = relation !== 'diverged' && hash === contentHash(table, theirs);
  if (isTheirs) return { adopted: { ...own, content: hash }, parents: [own.rev], past };
  return { parents: [String(ours?.['rev']), own.rev], past };
}

/**
 * Whoever wrote this very content is named for it; what joined without a question bears the later
 * stamp and one revision made twice (the same analyst on two laptops) the earlier, so that both laptops
 * name the same; an answered question is ours, now.
 */
function bookkeeping(
  tx: Tx,
  { table, theirs, ours, merged, relation }: PlannedRecord,
  content: Content,
): Content {
  if (ours === undefined) return stampsFrom(theirs, theirs, content);
  const made = [ours, theirs].toSorted(byStamp('created_at', 'created_by'))[0] ?? ours;
  const hash = contentHash(table, content);
  const writers = [ours, theirs].filter((version) => contentHash(table, version) === hash);
  const isAnswered = merged !== undefined && merged.conflicts.length > 0;
  if (writers.length === 0 && isAnswered) {
    const now = { ...content, updated_at: tx.at, updated_by: tx.session.author.id };
    return stampsFrom(made, now, content);
  }
  const named = writers.length === 0 ? [ours, theirs] : writers;
  const inOrder = named.toSorted(byStamp('updated_at', 'updated_by'));
  return stampsFrom(made, inOrder.at(relation === 'same' ? 0 : -1) ?? ours, content);
}

function stampsFrom(made: Content, writer: Content, content: Content): Content {
  const isDeleted = content['deleted_at'] !== null;
  return {
    created_at: made['created_at'],
    created_by: made['created_by'],
    updated_at: writer['updated_at'],
    updated_by: writer['updated_by'],
    deleted_at: isDeleted ? (writer['deleted_at'] ?? content['deleted_at']) : null,
  };
}

function byStamp(at: string, by: string) {
  const key = (version: Content): string => `${String(version[at])} ${String(version[by])}`;
  return (a: Content, b: Content): number => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

/** Contents come straight from the pack into the case, each hashed on the way. */
function storeContents(tx: Tx, plan: readonly PlannedRecord[], zip: ZipReader): void {
  for (const planned of plan) {
    if (planned.table !== 'attachment' || planned.merged === undefined) continue;
    const record = tx.get('attachment', planned.id);
    if (record === undefined || record.deleted_at !== null || hasContent(tx.db, record.sha256))
      continue;
    const path = attachmentPath(record.sha256);
    writeChunks(tx.db, record.sha256, checkedChunks(zip.openSync(path), record));
  }
}
