/** Rows of files as packs carry them: what the case knows of its incidents, and what it keeps from a pack. */
import type { RecordOf } from '../../shared/domain/records.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import type { ItemList } from '../../shared/pack/fields.ts';
import {
  type FileRow,
  joinFileRows,
  type SaidTable,
  saidName,
  saidOtherwise,
  saidRecord,
  saidWhole,
} from '../../shared/pack/file-rows.ts';
import type { PackTable } from '../../shared/pack/format.ts';
import { insertImportedRow, originsOf, type RowOrigin } from '../db/queries/imported-rows.ts';
import { listRecordsBy, listRecordsById } from '../db/queries/records.ts';
import { type Reader, value } from '../db/sqlite.ts';
import { StoredList } from '../files/stored-list.ts';
import { FileTrace } from './bulk/file-trace.ts';
import { groupBy } from './claim-names.ts';
import type { PlannedRecord, Verdict } from './held-plan.ts';
import { step } from './pack-watch.ts';
import type { Tx } from './transaction.ts';
import { noHooks, type WorkHooks } from './work-hooks.ts';

type Base = (table: SaidTable, base: Content, current: Content) => Said;
type Said = FileRow['said'][string];
type Content = Readonly<Record<string, unknown>>;

/** Of the incidents of that id, each with what its file says otherwise than the case does now. */
export function fileRowsOf(
  db: Reader,
  incidents: readonly string[],
  watch: WorkHooks = noHooks,
): readonly FileRow[] {
  return collect(db, incidents, saidOtherwise, watch);
}

/**
 * The same with all that each file said, inside an action: of records as they stood before it, for what it writes is
 * in no log yet. `taken` are the rows that the action has kept already.
 */
export function wholeFileRows(
  tx: Tx,
  incidents: readonly string[],
  taken: ReadonlyMap<string, FileRow>,
): ReadonlyMap<string, FileRow> {
  const before: Recalled = (table, record) => {
    const was = tx.before(table, record.id);
    return was === undefined ? record : (was as ReturnType<Recalled>);
  };
  const others = incidents.filter((id) => !taken.has(id));
  const known = collect(tx.db, others, saidWhole, noHooks, before);
  return new Map([
    ...incidents.flatMap((id) => taken.get(id) ?? []).map((row) => [row.incident_id, row] as const),
    ...known.map((row) => [row.incident_id, row] as const),
  ]);
}

/** A record as it was before the action that asks; null where it made it. */
type Recalled = (
  table: SaidTable,
  record: Content & { readonly id: string },
) => (Content & { readonly id: string }) | null;

/** Incidents of which claims, figures and links are read at once. */
const readAtOnce = 200;

function collect(
  db: Reader,
  incidents: readonly string[],
  base: Base,
  watch: WorkHooks,
  recalled: Recalled = (_, record) => record,
): readonly FileRow[] {
  const origins = originsOf(db, incidents);
  const formats = new Map<string, string>();
  const rows: FileRow[] = [];
  for (let from = 0; from < origins.length; from += readAtOnce) {
    step(watch, 'reading', from, origins.length);
    const some = origins.slice(from, from + readAtOnce);
    const held = hangingOn(
      db,
      some.map(({ incident_id }) => incident_id),
    );
    for (const row of some) rows.push(rowOf(db, row, held, { base, formats, recalled }));
  }
  return rows;
}

interface Hanging {
  readonly incidents: ReadonlyMap<string, RecordOf<'incident'>[]>;
  readonly claims: ReadonlyMap<string, RecordOf<'claim'>[]>;
  readonly tolls: ReadonlyMap<string, RecordOf<'toll'>[]>;
  readonly links: ReadonlyMap<string, RecordOf<'link'>[]>;
}

/** All of these incidents that files speak of, deleted ones too. */
function hangingOn(db: Reader, ids: readonly string[]): Hanging {
  const all = { includeDeleted: true } as const;
  const claims = listRecordsBy(db, 'claim', 'incident_id', ids, all);
  const claimIds = claims.map(({ id }) => id);

  return {
    incidents: groupBy(listRecordsById(db, 'incident', ids), ({ id }) => id),
    claims: groupBy(claims, ({ incident_id }) => incident_id),
    tolls: groupBy(
      listRecordsBy(db, 'toll', 'claim_id', claimIds, all),
      ({ claim_id }) => claim_id,
    ),
    links: groupBy(
      listRecordsBy(db, 'link', 'to_id', ids, all).filter(({ kind }) => kind === 'actor-incident'),
      ({ to_id }) => to_id,
    ),
  };
}

interface Telling {
  readonly base: Base;
  readonly recalled: Recalled;
  readonly formats: Map<string, string>;
}

function rowOf(
  db: Reader,
  row: RowOrigin & { readonly incident_id: string },
  held: Hanging,
  telling: Telling,
): FileRow {
  const parsed = (text: string | null, none: unknown) => (text === null ? none : JSON.parse(text));
  return {
    incident_id: row.incident_id,
    file_format: row.format,
    file_name: row.file_name,
    taken_at: row.at,
    line: row.line,
    stamp: row.stamp,
    digest: row.digest,
    kept: parsed(row.kept, {}) as FileRow['kept'],
    refused: parsed(row.refused, {}) as FileRow['refused'],
    settled: parsed(row.settled, []) as string[],
    said: saidBy(db, row, held, telling),
  };
}

function saidBy(
  db: Reader,
  row: RowOrigin & { readonly incident_id: string },
  held: Hanging,
  { base, formats, recalled }: Telling,
): FileRow['said'] {
  const seq = row.base_seq ?? row.action_seq;
  const trace = new FileTrace(db, { pk: row.incident_pk, seq }, row.format, formats);
  const said: Record<string, Said> = {};
  const add = (table: 'incident' | 'claim' | 'toll', record: Content & { id: string }) => {
    const then = recalled(table, record);
    const was = then === null ? undefined : trace.said(table, then);
    if (was !== undefined) said[saidName(table, record.id)] = base(table, was, record);
  };
  for (const own of held.incidents.get(row.incident_id) ?? []) add('incident', { ...own });
  for (const claim of held.claims.get(row.incident_id) ?? []) {
    // one of the analyst's that stood there when the file came is no word of the file
    if (trace.isOfFile('claim', claim)) add('claim', { ...claim });
    for (const toll of held.tolls.get(claim.id) ?? [])
      if (trace.isOfFile('toll', toll)) add('toll', { ...toll });
  }
  // one that came and went with the same pack has no later change to tell it by
  for (const link of held.links.get(row.incident_id) ?? [])
    if (link.deleted_at === null && trace.isAsItCame('link', link))
      said[saidName('link', link.id)] = {};
  return said;
}

/**
 * The rows as they may go out: of records that go, with names blacked out as in those. Where something is
 * kept back, the hash of the whole row stays too: it would tell who guesses whether he is right.
 */
export function ceiledFileRows(
  rows: readonly FileRow[],
  going: (table: PackTable, id: string) => boolean,
  isChanged: (id: string) => boolean,
  mask: ((text: string) => string) | undefined,
): readonly FileRow[] {
  return rows.map((row) => {
    const goes = ([table, id]: readonly [SaidTable, string]) => going(table, id);
    const named = (name: string) => saidRecord(name.split('.')[0] ?? '', row.incident_id);
    const isKept = (name: string) => !name.includes(':') || goes(named(name));
    const only = <V>(of: Readonly<Record<string, V>>, keeps: (name: string) => boolean) =>
      Object.fromEntries(Object.entries(of).filter(([name]) => keeps(name)));
    const ceiled: FileRow = {
      ...row,
      refused: only(row.refused, isKept),
      settled: row.settled.filter(isKept),
      said: only(row.said, (name) => goes(named(name))),
    };
    const masked = mask === undefined ? ceiled : maskedRow(ceiled, mask);
    const isWhole =
      canonicalJson(masked) === canonicalJson(row) &&
      !Object.keys(row.said).some((name) => isChanged(named(name)[1]));
    return isWhole ? row : { ...masked, digest: '' };
  });
}

function maskedRow(row: FileRow, mask: (text: string) => string): FileRow {
  const inValue = <V>(value: V): V => {
    if (typeof value === 'string') return mask(value) as V;
    return Array.isArray(value) ? (value.map(inValue) as V) : value;
  };
  const inValues = <V>(of: Readonly<Record<string, V>>) =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [name, inValue(value)]));
  return {
    ...row,
    file_name: mask(row.file_name),
    // a column may be headed by a name
    kept: Object.fromEntries(
      Object.entries(row.kept).map((cell) => cell.map(mask) as [string, string]),
    ),
    refused: inValues(row.refused),
    said: Object.fromEntries(Object.entries(row.said).map(([name, of]) => [name, inValues(of)])),
  };
}

/**
 * A row of a pack beside what the case knows; `said` holds all that the file said, not only what differs. `joined` is made at
 * each look.
 */
export interface PlannedRow {
  readonly incident: string;
  readonly verdict: Exclude<Verdict, 'conflicting'>;
  /** What the case is to know; undefined where it knows that already. */
  readonly joined: FileRow | undefined;
}

/** What taking in the rows would do. Reads only. */
export function planFileRows(
  db: Reader,
  rows: ItemList<FileRow>,
  plan: readonly PlannedRecord[],
  watch: WorkHooks = noHooks,
): readonly PlannedRow[] {
  if (rows.length === 0) return [];
  const planned = new Map(plan.map((each) => [each.id, each]));
  const joinedRows = new StoredList<FileRow>();
  const all: PlannedRow[] = [];
  const some: FileRow[] = [];
  const planSome = () => {
    step(watch, 'reading', all.length, rows.length);
    const known = some.flatMap(({ incident_id }) =>
      planned.get(incident_id)?.ourDeletion === undefined ? [] : [incident_id],
    );
    const ours = new Map(
      collect(db, known, saidWhole, noHooks).map((row) => [row.incident_id, row]),
    );
    for (const row of some.splice(0)) {
      const { verdict, joined } = outcomeOf(row, ours.get(row.incident_id), planned);
      all.push(
        new HeldRow(row.incident_id, verdict, joined && [joinedRows, joinedRows.add(joined)]),
      );
    }
  };
  for (const row of rows) {
    some.push(row);
    if (some.length === readAtOnce) planSome();
  }
  planSome();
  return all;
}

class HeldRow implements PlannedRow {
  readonly incident: string;
  readonly verdict: PlannedRow['verdict'];
  readonly #joined: readonly [StoredList<FileRow>, number] | undefined;

  constructor(
    incident: string,
    verdict: PlannedRow['verdict'],
    joined: readonly [StoredList<FileRow>, number] | undefined,
  ) {
    this.incident = incident;
    this.verdict = verdict;
    this.#joined = joined;
  }

  get joined(): FileRow | undefined {
    return this.#joined?.[0].at(this.#joined[1]);
  }
}

/** `own`: what the case knows of the row. */
function outcomeOf(
  row: FileRow,
  own: FileRow | undefined,
  planned: ReadonlyMap<string, PlannedRecord>,
): Pick<PlannedRow, 'verdict' | 'joined'> {
  const incident = planned.get(row.incident_id);
  const full = { ...row, said: wholeSaid(row, planned) };
  // the import that brought it was taken back here since
  if (own === undefined && incident?.relation === 'theirs-older' && incident.ourDeletion !== null)
    return { verdict: 'older', joined: undefined };
  if (own === undefined) return { verdict: 'new', joined: full };
  const joined = joinFileRows(own, full);
  if (canonicalJson(joined) !== canonicalJson(own)) return { verdict: 'changed', joined };
  const verdict = canonicalJson(full) === canonicalJson(own) ? 'unchanged' : 'older';
  return { verdict, joined: undefined };
}

function wholeSaid(row: FileRow, planned: ReadonlyMap<string, PlannedRecord>): FileRow['said'] {
  const said: Record<string, Said> = {};
  for (const [name, otherwise] of Object.entries(row.said)) {
    const [table, id] = saidRecord(name, row.incident_id);
    const record = planned.get(id)?.theirs;
    if (record !== undefined) said[name] = saidWhole(table, { ...record, ...otherwise });
  }
  return said;
}

/** Keeps the rows of a pack, after its records were written: what they say is told from those. */
export function takeFileRows(tx: Tx, planned: readonly PlannedRow[]): void {
  for (const { joined } of planned) if (joined !== undefined) keepFileRow(tx, joined);
}

/** Keeps a row that holds all that its file said; one that the action has kept before is written anew. */
export function keepFileRow(tx: Tx, row: FileRow): void {
  const { incident_id: incident, line, stamp, digest, kept, refused, settled } = row;
  const pk = value<number>(tx.db, 'SELECT pk FROM incident WHERE id = ?', [incident]);
  if (pk === undefined) return;
  const said = Object.entries(row.said).flatMap(([name, whole]) => {
    const [table, id] = saidRecord(name, incident);
    const record = tx.get(table, id) as RecordOf<SaidTable> | undefined;
    return record === undefined ? [] : [[name, saidOtherwise(table, whole, { ...record })]];
  });
  const text = (of: object) => (Object.keys(of).length === 0 ? null : JSON.stringify(of));
  insertImportedRow(tx.db, {
    ...{ incident_pk: pk, action_seq: tx.seq, line, stamp, digest, base_seq: null },
    ...{ kept: text(kept), refused: text(refused), settled: text(settled) },
    said: JSON.stringify(Object.fromEntries(said)),
    file: JSON.stringify({ format: row.file_format, name: row.file_name, at: row.taken_at }),
  });
  tx.note();
}
