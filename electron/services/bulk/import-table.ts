/**
 * The pipeline of a table into a case: read a piece, understand each row, compare with what is there,
 * write. One transaction, one batch, one undo; a cancelled or broken import leaves nothing. Runs without
 * waiting and for as long as it takes: in a thread of its own, or on the command line.
 */
import type { TableImportResult } from '../../../shared/contract/table-calls.ts';
import type { RecordOf } from '../../../shared/domain/records.ts';
import type { TableMapping } from '../../../shared/import/table-fields.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { setBatchFile } from '../../db/queries/batches.ts';
import { mergeWords, setWordBuffer } from '../../db/queries/bulk-index.ts';
import type { SplitRow } from '../../files/tabular/split-rows.ts';
import { readRows, type TableFacts } from '../../files/tabular/table-file.ts';
import { act } from '../act.ts';
import { insertBatch, updateBatchCounts } from '../batches.ts';
import { caseInfo } from '../case-state.ts';
import type { CaseSession } from '../session.ts';
import type { Tx } from '../transaction.ts';
import { takeNewerRow } from './changed-incidents.ts';
import { type DataSet, dataSets } from './data-sets.ts';
import type { NameMaker } from './import-names.ts';
import { knownIncidents } from './known-incidents.ts';
import { NewIncidents } from './new-incidents.ts';
import { type NewerRow, RowJudge } from './row-judge.ts';

/** From here on the pieces of the word index are joined in the end. */
const manyRows = 20_000;

export interface TableProgress {
  readonly phase: 'reading' | 'merging';
  readonly bytes: number;
  readonly rows: number;
}

export interface TableImport {
  readonly path: string;
  readonly facts: TableFacts;
  readonly mapping: TableMapping;
  readonly progress?: (progress: TableProgress) => void;
  /** Asked every few thousand rows. */
  readonly isCancelled?: () => boolean;
}

function cancelled(): AppError {
  return new AppError('call/cancelled', 'The import was cancelled. Nothing was changed.');
}

/** Gives each row to the judge; answers the SHA-256 of the file. Throws `call/cancelled`. */
function walk(what: TableImport, take: (row: SplitRow) => void): string | undefined {
  let rows = 0;
  return readRows(what.path, what.facts, (piece, bytes) => {
    for (const row of piece) take(row);
    rows += piece.length;
    what.progress?.({ phase: 'reading', bytes, rows });
    if (what.isCancelled?.()) throw cancelled();
    return true;
  });
}

function columnsOf({ facts, mapping }: TableImport) {
  return { columns: facts.columns, mapping };
}

function resultOf(
  judge: RowJudge,
  batch: string | null,
  byTable: Record<string, number>,
): TableImportResult {
  const { issues, warnings, rows, counts } = judge;
  return { batch, rows, ...counts, warnings, issues, byTable };
}

/** What an import would do, over the whole file. Writes nothing. Throws `call/cancelled`, `file/*`. */
export function dryRunTable(session: CaseSession, what: TableImport): TableImportResult {
  const dataSet = dataSets.acled;
  const judge = new RowJudge(columnsOf(what), dataSet, knownIncidents(session.db, dataSet));
  const ignore = () => undefined;
  walk(what, (row) => judge.judge(row, { added: ignore, newer: ignore }));
  return resultOf(judge, null, {});
}

/**
 * Imports a table. One that brings nothing new leaves no trace (`batch` null). Throws `call/cancelled`,
 * `case/read-only`, `file/*`, `disk/*`; then nothing was changed.
 */
export function importTable(session: CaseSession, what: TableImport): TableImportResult {
  const dataSet = dataSets.acled;
  const batch = session.newId();
  const before = session.revision;
  const info = caseInfo(session.db);
  let judge: RowJudge | undefined;
  let byTable: Record<string, number> = {};
  const title = `${dataSet.title}: ${what.facts.fileName}`;
  act(session, { kind: 'import', title, batch }, (tx) => {
    const rows = new RowJudge(columnsOf(what), dataSet, knownIncidents(tx.db, dataSet));
    judge = rows;
    byTable = carryOut(tx, what, { batch, dataSet, info, title }, rows);
  });
  if (judge === undefined) throw new Error('an import without rows');
  return resultOf(judge, session.revision > before ? batch : null, byTable);
}

interface Terms {
  readonly batch: string;
  readonly dataSet: DataSet;
  readonly info: RecordOf<'case_info'>;
  readonly title: string;
}

function carryOut(
  tx: Tx,
  what: TableImport,
  terms: Terms,
  judge: RowJudge,
): Record<string, number> {
  const { batch, dataSet, info, title } = terms;
  const { db } = tx;
  const newer: NewerRow[] = [];
  // before all that names it: while a name leads nowhere, SQLite searches whole tables for each row
  insertBatch(tx, {
    ...{ id: batch, format: dataSet.format, fileName: what.facts.fileName, title, counts: {} },
  });
  const incidents = new NewIncidents(tx, {
    batch,
    dataSet,
    tlp: info.tlp,
    invented: info.invented,
  });
  setWordBuffer(db, 64 * 1024 * 1024);
  const sha256 = walk(what, (split) =>
    judge.judge(split, {
      added: ({ row, ...place }) => void incidents.write(row, place),
      newer: (row) => void newer.push(row),
    }),
  );
  setWordBuffer(db, null);
  tx.bulk(incidents.finish());
  incidents.names.maker = oneByOne(tx, batch);
  for (const [at, row] of newer.entries()) {
    const became = takeNewerRow(tx, row, {
      ...{ names: incidents.names, dataSetSource: incidents.dataSetSource, batch },
    });
    // foreseen as updated
    judge.counts.updated -= 1;
    judge.counts[became] += 1;
    if (at % 500 === 0) {
      what.progress?.({ phase: 'merging', bytes: what.facts.bytes, rows: at });
      if (what.isCancelled?.()) throw cancelled();
    }
  }
  noteTerms(tx, incidents, dataSet, batch);
  if (judge.counts.added >= manyRows) mergeWords(db);
  updateBatchCounts(tx, batch, judge.counts);
  if (sha256 !== undefined) setBatchFile(db, batch, sha256);
  return incidents.counts();
}

/** From here on names that are new are made one by one, each with its own change row. */
function oneByOne(tx: Tx, batch: string): NameMaker {
  const origin = { origin: batch };
  return {
    actor: ({ name, kind, inter }) =>
      tx.insert('actor', { name, kind, inter_code: inter }, origin).id,
    source: (title) => tx.insert('source', { title, kind: 'other' }, origin).id,
    tag: (name) => tx.insert('tag', { name }, origin).id,
  };
}

/** The terms of the data set go with its source, once. */
function noteTerms(tx: Tx, incidents: NewIncidents, dataSet: DataSet, batch: string): void {
  const id = incidents.newDataSetSource;
  if (id === undefined) return;
  const target = { target_table: 'source', target_id: id } as const;
  const values = { ...target, kind: 'comment', body: dataSet.terms } as const;
  tx.insert('note', values, { origin: batch });
}
