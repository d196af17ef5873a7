/**
 * Where a later file of a data set said otherwise than the analyst, whose words stayed. Each waits until it
 * is decided: keeping one's own is noted beside the row, so that the same words of the file count no more;
 * taking the file's is an edit like any other. Both are one action with one undo (decision 0112).
 */
import type {
  ConflictingIncident,
  conflictTables,
  ImportConflict,
  ImportOrigin,
} from '../../shared/contract/import-conflict-calls.ts';
import { mostDecidedAtOnce } from '../../shared/contract/import-conflict-calls.ts';
import type { Side } from '../../shared/contract/pack-decisions.ts';
import { attributionOf } from '../../shared/import/data-sets.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { unitsOf } from '../../shared/pack/record-merge.ts';
import {
  countUndecided,
  insertImportedRow,
  originOf,
  type RowOrigin,
  undecidedAfter,
} from '../db/queries/imported-rows.ts';
import { getRecord } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { givenColumns } from '../db/tables.ts';
import { act } from './act.ts';
import type { CaseSession } from './session.ts';
import type { Tx } from './transaction.ts';

type Table = (typeof conflictTables)[number];
type Loose = Readonly<Record<string, unknown>>;
const isSame = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** A name in `refused`: `title` of the incident, `claim:ID.statement`, `toll:ID.low`. */
function partsOf(name: string, incident: string): { table: Table; id: string; field: string } {
  const other = /^(claim|toll):([^.]+)\.(.+)$/.exec(name);
  if (other === null) return { table: 'incident', id: incident, field: name };
  return { table: other[1] as Table, id: other[2] ?? '', field: other[3] ?? '' };
}

interface Open extends ImportConflict {
  /** As they stand in `refused`. */
  readonly names: readonly string[];
}

function writerOf(db: Reader, record: Loose): ImportConflict['ourWriter'] {
  const by = String(record.updated_by);
  return { name: getRecord(db, 'person', by)?.name ?? '', at: String(record.updated_at) };
}

/** What waits about one incident, in the order of its fields. */
function openOf(db: Reader, incident: string, row: RowOrigin): Open[] {
  const refused = JSON.parse(row.refused ?? '{}') as Loose;
  const settled = new Set(JSON.parse(row.settled ?? '[]') as string[]);
  const byRecord = new Map<string, { table: Table; id: string; fields: Map<string, string> }>();
  for (const name of Object.keys(refused)) {
    if (settled.has(name)) continue;
    const { table, id, field } = partsOf(name, incident);
    const found = byRecord.get(id) ?? { table, id, fields: new Map<string, string>() };
    found.fields.set(field, name);
    byRecord.set(id, found);
  }
  return [...byRecord.values()].flatMap(({ table, id, fields }) => {
    const record = getRecord(db, table, id) as Loose | undefined;
    if (record === undefined || record.deleted_at !== null) return [];
    const all = givenColumns[table].map(({ name }) => name);
    const ourWriter = writerOf(db, record);
    return unitsOf(table, all).flatMap((unit) => {
      const told = unit.flatMap((field) => {
        const name = fields.get(field);
        if (name === undefined) return [];
        return [{ name, field, ours: record[field], theirs: refused[name] }];
      });
      const differing = told.filter(({ ours, theirs }) => !isSame(ours, theirs));
      if (differing.length === 0) return [];
      const shown = differing.map(({ field, ours, theirs }) => ({ field, ours, theirs }));
      const names = told.map(({ name }) => name);
      return [{ table, id, unit: unit[0] ?? '', fields: shown, ourWriter, names }];
    });
  });
}

const plain = ({ names: _, ...conflict }: Open): ImportConflict => conflict;

function originFor({ batch, format, file_name, at, line }: RowOrigin): ImportOrigin {
  return { batch, format, fileName: file_name, at, line, attribution: attributionOf(format) };
}

export function listImportConflicts(
  db: Reader,
  { after, count }: { readonly after: string | null; readonly count: number },
): { total: number; rows: ConflictingIncident[]; next: string | null } {
  const rows: ConflictingIncident[] = [];
  let from = after === null ? 0 : Number(after) || 0;
  for (;;) {
    const page = undecidedAfter(db, from, count);
    for (const { pk, id } of page) {
      if (rows.length === count) return { total: countUndecided(db), rows, next: String(from) };
      from = pk;
      const origin = originOf(db, id);
      const conflicts = origin === undefined ? [] : openOf(db, id, origin).map(plain);
      const incident = getRecord(db, 'incident', id);
      if (origin === undefined || incident === undefined || conflicts.length === 0) continue;
      rows.push({
        ...{ incident: id, title: incident.title, externalKey: incident.external_key },
        ...{ origin: originFor(origin), conflicts },
      });
    }
    if (page.length < count) {
      // all were looked at: those that agree by now are not counted
      const total = after === null ? rows.length : countUndecided(db);
      return { total, rows, next: null };
    }
  }
}

/** Writes the decision about some of what waits about an incident. */
function decideIn(tx: Tx, row: RowOrigin, open: readonly Open[], side: Side): void {
  if (side === 'theirs') {
    for (const { table, id, fields } of open) {
      tx.update(table, id, Object.fromEntries(fields.map(({ field, theirs }) => [field, theirs])));
    }
    return;
  }
  const settled = JSON.parse(row.settled ?? '[]') as string[];
  const { incident_pk, line, stamp, digest, kept, refused } = row;
  tx.note();
  insertImportedRow(tx.db, {
    ...{ incident_pk, action_seq: tx.seq, line, stamp, digest, kept, refused },
    base_seq: row.base_seq ?? row.action_seq,
    settled: JSON.stringify([...settled, ...open.flatMap(({ names }) => names)].sort()),
  });
}

export interface Decision {
  readonly incident: string;
  readonly table: Table;
  readonly id: string;
  readonly unit: string;
  readonly side: Side;
}

/** Decides one. Throws `record/not-found`, `input/invalid`, `case/read-only`. */
export function decideImportConflict(session: CaseSession, decision: Decision) {
  const { db } = session;
  const { incident, table, id, unit, side } = decision;
  const row = originOf(db, incident);
  const open = (row === undefined ? [] : openOf(db, incident, row)).filter(
    (one) => one.table === table && one.id === id && one.unit === unit,
  );
  if (row === undefined || open.length === 0) {
    const message = 'Nothing waits to be decided there any more. Read the list again.';
    throw new AppError('record/not-found', message, { table, id });
  }
  const title = getRecord(db, 'incident', incident)?.title ?? '';
  act(session, { kind: 'update', title }, (tx) => decideIn(tx, row, open, side));
  return { decided: 1, revision: session.revision };
}

/** Decides all that wait about some fields, in the order of the list. Throws as one does. */
export function decideImportConflicts(
  session: CaseSession,
  { table, unit, side }: Pick<Decision, 'table' | 'unit' | 'side'>,
): { decided: number; revision: number } {
  const { db } = session;
  const found: { row: RowOrigin; open: Open[] }[] = [];
  let decided = 0;
  for (const { id } of undecidedAfter(db, 0, mostDecidedAtOnce)) {
    const row = originOf(db, id);
    if (row === undefined) continue;
    const open = openOf(db, id, row).filter((one) => one.table === table && one.unit === unit);
    if (open.length === 0) continue;
    found.push({ row, open });
    decided += open.length;
  }
  const titles = [...new Set(found.map(({ row }) => row.file_name))].join(', ');
  act(session, { kind: 'bulk', title: titles }, (tx) => {
    for (const { row, open } of found) decideIn(tx, row, open, side);
  });
  return { decided, revision: session.revision };
}

/** Where an incident came from, the cells of its row without a field, and how much waits. */
export function importOrigin(db: Reader, incident: string) {
  const row = originOf(db, incident);
  if (row === undefined) return { origin: null, cells: {}, undecided: 0 };
  const cells = row.kept === null ? {} : (JSON.parse(row.kept) as Record<string, string>);
  return { origin: originFor(row), cells, undecided: openOf(db, incident, row).length };
}
