/** What an action did to records, read from the log some at a time: an import may have changed a million. */
import type { TableName } from '../../shared/domain/records.ts';
import { type ChangeRow, changesAfter } from '../db/queries/actions.ts';
import { isBulkRow } from '../db/queries/bulk-log.ts';
import {
  lastRevisionKey,
  type RevisionRow,
  revisionsAlone,
  revisionsInAction,
} from '../db/queries/revisions.ts';
import type { Reader } from '../db/sqlite.ts';

export interface TouchedRecord {
  readonly table: TableName;
  readonly id: string;
  /** None where the record only got another revision. */
  readonly rows: readonly ChangeRow[];
  /** What the action made of the record. */
  readonly revision: RevisionRow | undefined;
}

/** Rows read at a time. */
const pageSize = 8000;

/**
 * Records of an action in the order of writing, in pieces; those of ranges are left out. What is written
 * while they are given is not among them.
 */
export function* recordsTouched(
  db: Reader,
  seq: number,
): Generator<readonly TouchedRecord[], void, void> {
  const last = lastRevisionKey(db);
  for (const groups of groupsOfRows(db, seq)) {
    const ids = groups.map(([first]) => first?.record_id ?? '');
    const revisions = new Map(
      revisionsInAction(db, seq, ids).map((row) => [row.record_id, row] as const),
    );
    yield groups.flatMap((rows) => {
      const [first] = rows;
      if (first === undefined) return [];
      const { record_id: id, table_name } = first;
      return [{ table: table_name as TableName, id, rows, revision: revisions.get(id) }];
    });
  }
  for (let after = 0; ; ) {
    const page = revisionsAlone(db, seq, { after, last, limit: pageSize });
    const end = page.at(-1);
    if (end === undefined) return;
    yield page.map((revision) => {
      const { record_id: id, table_name } = revision;
      return { table: table_name as TableName, id, rows: [], revision };
    });
    after = end.pk;
  }
}

/** Rows of one record stand together: an action writes each record once. */
function* groupsOfRows(db: Reader, seq: number): Generator<ChangeRow[][], void, void> {
  let group: ChangeRow[] = [];
  for (let after = 0; ; ) {
    const page = changesAfter(db, seq, { after, limit: pageSize });
    const end = page.at(-1);
    if (end === undefined) break;
    after = end.pk;
    const whole: ChangeRow[][] = [];
    for (const row of page) {
      if (isBulkRow(row)) continue;
      if (group[0]?.record_id !== row.record_id) {
        if (group.length > 0) whole.push(group);
        group = [];
      }
      group.push(row);
    }
    if (whole.length > 0) yield whole;
  }
  if (group.length > 0) yield [group];
}
