/** What rows of data sets said when they were taken in, for the next file of the same data set. */
import { all, each, get, type Reader, run, value, type Writer } from '../sqlite.ts';

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
  /** The action that took in the file, when this is a decision made later; null: the row's own. */
  readonly base_seq: number | null;
  /** JSON list of the names in `refused` that are decided. */
  readonly settled: string | null;
  /** JSON of what the file said otherwise than the records after its action, by record. */
  readonly said?: string | null;
  /** Of a row that came with a pack: JSON of `format`, `name` and `at` of the file. `said` then names all records. */
  readonly file?: string | null;
}

export interface KnownRow extends ImportedRow {
  readonly id: string;
  readonly deleted_at: string | null;
}

/** Whether an action counts: it stands, or was undone and brought back. */
const stands = (seq: string) => `EXISTS (SELECT 1 FROM action
    WHERE action.seq = ${seq} AND action.state = 'done'
      AND NOT EXISTS (SELECT 1 FROM action AS taken WHERE taken.undoes = action.seq
        AND taken.kind = 'undo' AND taken.is_undoable = 1 AND taken.state = 'done'))`;

/** A decision counts as long as the import does that it is about. */
const standing = `${stands('imported_row.action_seq')}
  AND (imported_row.base_seq IS NULL OR ${stands('imported_row.base_seq')})`;

/** The newest row of an incident that still stands. */
export function knownRowOf(db: Reader, pk: number): KnownRow | undefined {
  return get<KnownRow>(
    db,
    `SELECT incident.id AS id, incident.deleted_at AS deleted_at,
       imported_row.incident_pk, max(imported_row.action_seq) AS action_seq, imported_row.line,
       imported_row.stamp, imported_row.digest, NULL AS kept, imported_row.refused,
       imported_row.base_seq, imported_row.settled
     FROM incident JOIN imported_row ON imported_row.incident_pk = incident.pk
     WHERE incident.pk = ? AND ${standing}
     GROUP BY imported_row.incident_pk`,
    [pk],
  );
}

/**
 * Incidents of a data set (`prefix`, as `ACLED:`) that are there, or of which a row of a file stands. Of those with
 * one key, what is there comes before what is in the bin, and then the lowest id.
 */
export function eachKeyedIncident(
  db: Reader,
  prefix: string,
): IterableIterator<{ readonly key: string; readonly pk: number }> {
  return each(
    db,
    `SELECT external_key AS key, pk FROM incident
     WHERE external_key >= ? AND external_key < ? AND (deleted_at IS NULL OR EXISTS
       (SELECT 1 FROM imported_row WHERE imported_row.incident_pk = incident.pk AND ${standing}))
     ORDER BY external_key, deleted_at IS NOT NULL, id`,
    [prefix, `${prefix}\uffff`],
  );
}

/** The live incident of a key; of two that have it the one with which files go on. */
export function incidentOfKey(db: Reader, key: string): string | undefined {
  return value<string>(
    db,
    `SELECT id FROM incident WHERE external_key = ? AND deleted_at IS NULL ORDER BY id LIMIT 1`,
    [key],
  );
}

/** The last row of a file about an incident that stands, with the import that brought it or else the incident. */
export interface RowOrigin extends ImportedRow {
  readonly batch: string;
  /** Of the file itself, also where a pack brought the row. */
  readonly format: string;
  readonly file_name: string;
  readonly at: string;
  /** `said` of the row that a decision is about. */
  readonly told: string | null;
}

const originColumns = `imported_row.*, coalesce(import_batch.id,
    (SELECT made.origin FROM incident AS made WHERE made.pk = imported_row.incident_pk)) AS batch,
  told.said AS told, coalesce(told.file ->> '$.format', import_batch.format) AS format,
  coalesce(told.file ->> '$.name', import_batch.file_name) AS file_name,
  coalesce(told.file ->> '$.at', import_batch.at) AS at`;
const withBatch = `JOIN action AS base
    ON base.seq = coalesce(imported_row.base_seq, imported_row.action_seq)
  LEFT JOIN import_batch ON import_batch.id = base.batch
  JOIN imported_row AS told
    ON told.incident_pk = imported_row.incident_pk AND told.action_seq = base.seq`;

export function originOf(db: Reader, incidentId: string): RowOrigin | undefined {
  return get<RowOrigin>(
    db,
    `SELECT ${originColumns} FROM incident
     JOIN imported_row ON imported_row.incident_pk = incident.pk ${withBatch}
     WHERE incident.id = ? AND ${standing} ORDER BY imported_row.action_seq DESC LIMIT 1`,
    [incidentId],
  );
}

/** The same of many incidents, by their ids. */
export function originsOf(
  db: Reader,
  ids: readonly string[],
): (RowOrigin & { readonly incident_id: string })[] {
  return all(
    db,
    `WITH newest AS (SELECT incident.id AS incident_id, imported_row.incident_pk,
         max(imported_row.action_seq) AS seq
       FROM incident JOIN imported_row ON imported_row.incident_pk = incident.pk
       WHERE incident.id IN (SELECT value FROM json_each(?)) AND ${standing}
       GROUP BY imported_row.incident_pk)
     SELECT newest.incident_id, ${originColumns} FROM newest
     JOIN imported_row ON imported_row.incident_pk = newest.incident_pk
       AND imported_row.action_seq = newest.seq ${withBatch} ORDER BY newest.incident_id`,
    [JSON.stringify(ids)],
  );
}

/** Rows of an incident that say more than the log, the last first; whether or not they stand. */
export function tellingRows(
  db: Reader,
  pk: number,
): { readonly action_seq: number; readonly said: string; readonly is_travelled: number }[] {
  return all(
    db,
    `SELECT action_seq, said, file IS NOT NULL AS is_travelled FROM imported_row WHERE incident_pk = ? AND said IS NOT NULL
     ORDER BY action_seq DESC`,
    [pk],
  );
}

/** Live incidents whose last row holds something refused that nobody has decided, after a key. */
const undecided = `FROM imported_row JOIN incident ON incident.pk = imported_row.incident_pk
  WHERE imported_row.refused IS NOT NULL AND incident.deleted_at IS NULL AND ${standing}
    AND NOT EXISTS (SELECT 1 FROM imported_row AS later WHERE later.incident_pk = incident.pk
      AND later.action_seq > imported_row.action_seq
      AND ${standing.replaceAll('imported_row', 'later')})
    AND EXISTS (SELECT 1 FROM json_each(imported_row.refused) AS said
      WHERE said.key NOT IN (SELECT value FROM json_each(coalesce(imported_row.settled, '[]'))))`;

export interface UndecidedRow {
  readonly pk: number;
  readonly id: string;
}

export function undecidedAfter(db: Reader, pk: number, limit: number): UndecidedRow[] {
  return all<UndecidedRow>(
    db,
    `SELECT incident.pk, incident.id ${undecided} AND incident.pk > ? ORDER BY incident.pk LIMIT ?`,
    [pk, limit],
  );
}

export function countUndecided(db: Reader): number {
  return value<number>(db, `SELECT count(*) ${undecided}`) ?? 0;
}

const names =
  'incident_pk, action_seq, line, stamp, digest, kept, refused, base_seq, settled, said, file';

/** One that the same action has written is written anew. */
export function insertImportedRow(db: Writer, row: ImportedRow): void {
  run(
    db,
    `INSERT OR REPLACE INTO imported_row (${names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      row.incident_pk,
      row.action_seq,
      row.line,
      row.stamp,
      row.digest,
      row.kept,
      row.refused,
      row.base_seq,
      row.settled,
      row.said ?? null,
      row.file ?? null,
    ],
  );
}
