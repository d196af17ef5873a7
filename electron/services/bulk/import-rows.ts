/**
 * The pipeline of rows into a case: take a piece of a feed, compare each row with what is there, write.
 * One transaction, one batch, one undo; a cancelled or broken import leaves nothing. Runs without
 * waiting and for as long as it takes: in a thread of its own, or on the command line.
 */
import type { TableImportResult } from '../../../shared/contract/table-calls.ts';
import type { RecordOf } from '../../../shared/domain/records.ts';
import type { RowFeed } from '../../../shared/import/row-feed.ts';
import { setBatchFile } from '../../db/queries/batches.ts';
import {
  dropIndexes,
  manyPieces,
  narrowWords,
  setColumnChecks,
  widenWords,
} from '../../db/queries/bulk-index.ts';
import { type NextKeys, nextKeys, type Piece, PieceWriter } from '../../db/queries/bulk-writer.ts';
import { act } from '../act.ts';
import { insertBatch, updateBatchCounts } from '../batches.ts';
import { caseInfo } from '../case-state.ts';
import type { CaseSession } from '../session.ts';
import type { Tx } from '../transaction.ts';
import { noHooks, type WorkHooks } from '../work-hooks.ts';
import { idsOf } from './bulk-ids.ts';
import { takeNewerRow } from './changed-incidents.ts';
import { FileNames } from './file-names.ts';
import { oneByOneMaker } from './name-makers.ts';
import {
  cancelled,
  eachNewerRow,
  type ImportControl,
  judgeRows,
  type ReadOutcome,
  readIncidents,
} from './read-incidents.ts';
import { usualValues } from './record-ranges.ts';
import type { NewerRow } from './row-judge.ts';
import { takeBeside } from './take-beside.ts';

function resultOf(
  { counts, ...rest }: ReadOutcome['account'],
  batch: string | null,
  byTable: Record<string, number>,
): TableImportResult {
  return { batch, ...counts, ...rest, byTable };
}

/** What an import would do, over the whole file. Writes nothing. Throws `call/cancelled`, `file/*`. */
export function dryRunRows(
  session: CaseSession,
  feed: RowFeed,
  control: ImportControl = {},
): TableImportResult {
  return resultOf(judgeRows(session.db, feed, control), null, {});
}

/**
 * Imports the rows of a feed. An import that brings nothing new leaves no trace (`batch` null). Throws
 * `call/cancelled`, `case/read-only`, `file/*`, `disk/*`; then nothing was changed.
 */
export function importRows(
  session: CaseSession,
  feed: RowFeed,
  control: ImportControl = {},
): TableImportResult {
  const batch = session.newId();
  const before = session.revision;
  const info = caseInfo(session.db);
  const { dataSet, fileName } = feed;
  const title = dataSet.title === fileName ? fileName : `${dataSet.title}: ${fileName}`;
  const work = workOf(control);
  const outcome = act(session, { kind: 'import', title, batch, work }, (tx) =>
    carryOut(tx, feed, { batch, info, title, control }),
  );
  const { account, byTable } = outcome;
  return resultOf(account, session.revision > before ? batch : null, { ...byTable });
}

function workOf({ isCancelled = () => false, recordsToAPart }: ImportControl): WorkHooks {
  const hooks = { ...noHooks, isCancelled };
  return recordsToAPart === undefined ? hooks : { ...hooks, recordsToAPart };
}

interface Terms {
  readonly batch: string;
  readonly info: RecordOf<'case_info'>;
  readonly title: string;
  readonly control: ImportControl;
}

/**
 * Whose indexes are made at the end. Those of claims and links grow at their ends or in few places: making them
 * on the way takes no longer, and sorting millions of their rows at once would take memory by the row.
 */
const filledTables = ['incident'];

/**
 * Whether the incidents of a case are few against those of the file, of which each takes some hundred
 * bytes: then indexes are made at the end in one go. A file of several million is too much to sort.
 */
function fillsFromNothing({ bytes }: RowFeed, { records }: NextKeys): boolean {
  return bytes > 1_000_000 && bytes < 1_000_000_000 && records.incident < bytes / 4000;
}

function carryOut(tx: Tx, feed: RowFeed, { batch, info, title, control }: Terms): ReadOutcome {
  const { db, session } = tx;
  const { dataSet, fileName } = feed;
  // before all that names it: while a name leads nowhere, SQLite searches whole tables for each row
  insertBatch(tx, { id: batch, format: dataSet.format, fileName, title, counts: {} });
  const keys = nextKeys(db);
  const { tlp, invented } = info;
  const shared = { at: tx.at, by: session.author.id, origin: batch, usual: usualValues };
  const writer = new PieceWriter(db, shared);
  const dropped = fillsFromNothing(feed, keys) ? dropIndexes(db, filledTables) : [];
  widenWords(db);
  setColumnChecks(db, false);
  let outcome: ReadOutcome;
  try {
    const options = { batch, dataSet, tlp, invented, seq: tx.seq, keys, newId: idsOf(session) };
    const give = (piece: Piece) => writer.write(piece);
    outcome =
      control.readElsewhere?.(options, give) ?? readIncidents(db, feed, options, control, give);
  } finally {
    setColumnChecks(db, true);
  }
  const { counts } = outcome.account;
  for (const sql of dropped) {
    endIfCancelled(control);
    db.exec(sql);
  }
  narrowWords(db, counts.added >= manyPieces, () => endIfCancelled(control));
  tx.bulk(outcome.changes);

  const beside = takeBeside(tx, feed, batch);
  const firstNew = keys.records.incident;
  const madeLater = takeNewer(tx, feed, outcome, { batch, control, firstNew });
  const source = outcome.newDataSetSource ?? madeLater;
  if (source !== undefined && dataSet.terms !== '') {
    // the terms of the data set go with its source, once
    const target = { target_table: 'source', target_id: source } as const;
    tx.insert('note', { ...target, kind: 'comment', body: dataSet.terms }, { origin: batch });
  }
  updateBatchCounts(tx, batch, counts);
  if (outcome.sha256 !== undefined) setBatchFile(db, batch, outcome.sha256);
  endIfCancelled(control);
  return { ...outcome, byTable: summed(outcome.byTable, beside) };
}

function summed(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) {
  const all = { ...a };
  for (const [table, count] of Object.entries(b)) all[table] = (all[table] ?? 0) + count;
  return all;
}

function endIfCancelled({ isCancelled }: ImportControl): void {
  if (isCancelled?.()) throw cancelled();
}

/** Takes in the rows of incidents that are there; answers the source of the data set if that was made. */
function takeNewer(
  tx: Tx,
  feed: RowFeed,
  { newer, account: { counts } }: ReadOutcome,
  { batch, control, firstNew }: Pick<Terms, 'batch' | 'control'> & { readonly firstNew: number },
): string | undefined {
  if (newer?.length === 0) return undefined;
  const { dataSet, bytes } = feed;
  // names that are new are made one by one, each with its own change row
  const file = new FileNames(tx.db, dataSet, oneByOneMaker(tx, batch));
  let rows = 0;
  const take = (row: NewerRow) => {
    const became = takeNewerRow(tx, row, { file, dataSet, batch });
    // foreseen as updated
    counts.updated -= 1;
    counts[became] += 1;
    rows += 1;
    tx.part();
    if (rows % 500 !== 1) return;
    control.progress?.({ phase: 'merging', bytes, rows });
    endIfCancelled(control);
  };
  const { isCancelled = () => false } = control;
  if (newer === undefined) eachNewerRow(tx.db, feed, { isCancelled, firstNew }, take);
  else for (const row of newer) take(row);
  return file.newDataSetSource;
}
