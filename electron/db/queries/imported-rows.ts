/** What rows of data sets said when they were taken in, for the next file of the same data set. */
import { each, get, type Reader, run, type Writer } from '../sqlite.ts';

export interface ImportedRow {
  readonly incident_pk: number;
  readonly action_seq: number;
  /** Line of the file. */
  readonly line: number;
  /** Seconds since 1970 of the upload, where the data set says it. */
  readonly stamp: number | null;
  /** Hash of the whole row. */
  readonly digest: string;
  /** JSON object of the cells that have no field here. */
  readonly kept: string | null;
  /** JSON object of what the file said where the analyst's own words were kept. */
  readonly refused: string | null;
}

export interface KnownRow extends ImportedRow {
  readonly key: string;
  readonly id: string;
  readonly deleted_at: string | null;
}

/** An action counts that stands, or that was undone and brought back. */
const standing = `JOIN action ON action.seq = imported_row.action_seq AND action.state = 'done'
  AND NOT EXISTS (SELECT 1 FROM action AS taken WHERE taken.undoes = action.seq
    AND taken.kind = 'undo' AND taken.is_undoable = 1 AND taken.state = 'done')`;

/** The newest row of each incident of a data set (`prefix`, as `ACLED:`) that still stands. */
export function eachKnownRow(db: Reader, prefix: string): IterableIterator<KnownRow> {
  return each<KnownRow>(
    db,
    `SELECT incident.external_key AS key, incident.id AS id, incident.deleted_at AS deleted_at,
       imported_row.incident_pk, max(imported_row.action_seq) AS action_seq, imported_row.line,
       imported_row.stamp, imported_row.digest, NULL AS kept, imported_row.refused
     FROM incident JOIN imported_row ON imported_row.incident_pk = incident.pk ${standing}
     WHERE incident.external_key >= ? AND incident.external_key < ?
     GROUP BY imported_row.incident_pk`,
    [prefix, `${prefix}\uffff`],
  );
}

/** Live incidents of a data set that stand in the case without having come from a file of it. */
export function eachKeyedIncident(
  db: Reader,
  prefix: string,
): IterableIterator<{ readonly key: string; readonly id: string; readonly pk: number }> {
  return each(
    db,
    `SELECT external_key AS key, id, pk FROM incident
     WHERE external_key >= ? AND external_key < ? AND deleted_at IS NULL`,
    [prefix, `${prefix}\uffff`],
  );
}

/** What is kept beside an incident of the last file that stands: cells by their column's name. */
export function keptCells(db: Reader, incidentId: string): Readonly<Record<string, string>> {
  const row = get<{ kept: string | null }>(
    db,
    `SELECT imported_row.kept FROM incident
     JOIN imported_row ON imported_row.incident_pk = incident.pk ${standing}
     WHERE incident.id = ? ORDER BY imported_row.action_seq DESC LIMIT 1`,
    [incidentId],
  );
  return row?.kept ? (JSON.parse(row.kept) as Record<string, string>) : {};
}

const names = 'incident_pk, action_seq, line, stamp, digest, kept, refused';

export function insertImportedRow(db: Writer, row: ImportedRow): void {
  run(db, `INSERT INTO imported_row (${names}) VALUES (?, ?, ?, ?, ?, ?, ?)`, [
    row.incident_pk,
    row.action_seq,
    row.line,
    row.stamp,
    row.digest,
    row.kept,
    row.refused,
  ]);
}
