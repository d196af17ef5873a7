/**
 * What importing a pack would do to the open case, record by record. Reads only; the preview shows it
 * and the import carries it out.
 */
import { namesakeKey } from '../../shared/domain/namesakes.ts';
import {
  computedFields,
  type IncidentPair,
  recordSchemas,
  type TableName,
} from '../../shared/domain/records.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { PackRecord, ReadRecords } from '../../shared/pack/fields.ts';
import { type PackTable, packTables } from '../../shared/pack/format.ts';
import {
  type Content,
  differences,
  type FieldConflict,
  type Merged,
  mergeContents,
} from '../../shared/pack/record-merge.ts';
import { pointersOf } from '../../shared/pack/references.ts';
import {
  newestCommon,
  parseRevisionLine,
  relate,
  type Version,
} from '../../shared/pack/revisions.ts';
import { withheldFields } from '../../shared/pack/withheld.ts';
import { mergedInto } from '../db/queries/incident-pairs.ts';
import { getRecord, recordExists } from '../db/queries/records.ts';
import { isForgotten, listPast } from '../db/queries/revisions.ts';
import type { Reader } from '../db/sqlite.ts';
import { countResting, directDependants } from './dependants.ts';
import { HeldPlan, type Outcome, type PlannedRecord } from './held-plan.ts';
import { step, stepRecords } from './pack-watch.ts';
import { checkWhole } from './record-values.ts';
import { contentHash, isRevOf, revOf } from './rev.ts';
import { valuesAtRev } from './revisions.ts';
import { noHooks, type WorkHooks } from './work-hooks.ts';

/** Fields that a merge looks at: own ones without those the engine computes, the label, the tombstone. */
function mergedFields(table: TableName): readonly string[] {
  const computed = computedFields[table] ?? [];
  const own = Object.keys(recordSchemas[table].shape).filter((name) => !computed.includes(name));
  return [...own, 'tlp', 'deleted_at'];
}

/**
 * Plans every record of a pack. Throws `pack/invalid-content` for a record whose content is not what
 * its rev says, breaks a rule of its table, or points to a record that is nowhere.
 */
export function planImport(
  db: Reader,
  records: ReadRecords,
  watch: WorkHooks = noHooks,
): readonly PlannedRecord[] {
  /** `table id` of records that a reference may lead to. */
  const known = new Set<string>();
  const deletedInPack = new Set<string>();
  const mergedInPack = mergedBy(records);
  const joinedInPack = joinedBy(records);
  let total = 0;
  for (const [table, all] of records) {
    total += all.length;
    for (const { id, deleted_at } of all) {
      known.add(`${table} ${id}`);
      if (deleted_at !== null) deletedInPack.add(id);
    }
  }
  const held = new HeldPlan(db);
  const plan: PlannedRecord[] = [];
  for (const table of packTables) {
    const of = records.get(table) ?? [];
    let at = 0;
    for (const record of of) {
      if (plan.length % stepRecords === 0) step(watch, 'checking', plan.length, total);
      checkRecord(db, table, record, known);
      const leaving = { deletedInPack, mergedInPack, joinedInPack };
      plan.push(held.hold(record.id, { table, of, at }, outcomeOf(db, table, record, leaving)));
      at += 1;
    }
  }
  return plan;
}

/** Incidents that the pack says were merged into another: everything of theirs goes there. */
function mergedBy(records: ReadRecords): ReadonlySet<string> {
  const merged = new Set<string>();
  for (const record of records.get('incident_pair') ?? []) {
    const { verdict, deleted_at, a_id, b_id, kept_id } = record as unknown as IncidentPair;
    if (verdict === 'same' && deleted_at === null) merged.add(kept_id === a_id ? b_id : a_id);
  }
  return merged;
}

/** Actors, sources and tags that went because another of their name stayed: what is only here goes there too. */
function joinedBy(records: ReadRecords): ReadonlySet<string> {
  const joined = new Set<string>();
  for (const table of ['actor', 'source', 'tag'] as const) {
    const all = records.get(table) ?? [];
    const gone = new Map<string, string>();
    for (const record of all)
      if (record.deleted_at !== null) gone.set(record.id, namesakeKey(table, record));
    if (gone.size === 0) continue;
    const live = new Set<string>();
    for (const record of all) if (record.deleted_at === null) live.add(namesakeKey(table, record));
    for (const [id, key] of gone) if (live.has(key)) joined.add(id);
  }
  return joined;
}

/** Ids of records that leave with the pack: deleted, merged into others, or joined with one of their name. */
interface Leaving {
  readonly deletedInPack: ReadonlySet<string>;
  readonly mergedInPack: ReadonlySet<string>;
  readonly joinedInPack: ReadonlySet<string>;
}

function checkRecord(db: Reader, table: PackTable, record: PackRecord, known: Set<string>): void {
  const [own] = record.history.map(parseRevisionLine);
  const isTold = own?.rev === record.rev;
  if (!isTold || !isRevOf(table, record, record.rev, () => own.parents))
    throw invalid(
      'rev',
      `The content of a record in the pack (${table} ${record.id}) is not what its revision says. It was altered after the pack's author saved it.`,
      { table, id: record.id },
    );
  try {
    checkWhole(table, record);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw invalid('record', `A record in the pack breaks a rule: ${error.message}`, {
      table,
      id: record.id,
      issues: error.details['issues'],
    });
  }
  for (const pointer of pointersOf(table, record)) {
    const key = `${pointer.table} ${pointer.id}`;
    if (known.has(key)) continue;
    if (recordExists(db, pointer.table, pointer.id)) {
      known.add(key);
      continue;
    }
    throw invalid(
      'dangling',
      `A record in the pack (${table} ${record.id}) points to a ${pointer.table} that is neither in the pack nor in this case. Ask for a whole pack.`,
      { table, id: record.id, field: pointer.reference.field },
    );
  }
}

function invalid(reason: string, message: string, details: Content): AppError {
  return new AppError('pack/invalid-content', message, { reason, ...details });
}

function outcomeOf(
  db: Reader,
  table: PackTable,
  theirs: PackRecord,
  { deletedInPack, mergedInPack, joinedInPack }: Leaving,
): Outcome {
  const ours = getRecord(db, table, theirs.id);
  if (ours === undefined || (ours.deleted_at !== null && isForgotten(db, ours.id, ours.rev))) {
    const merged = { content: theirs, conflicts: [] };
    return { verdict: 'new', ours: undefined, merged, relation: 'new' };
  }
  const version = { ...ours, past: listPast(db, ours.id, ours.rev) };
  const other = { ...theirs, past: theirs.history.map(parseRevisionLine) };
  const relation = relate(version, other);
  const held = { ours, relation };
  if (relation === 'same') {
    const merged = isSameStamped(ours, theirs) ? undefined : { content: ours, conflicts: [] };
    return { ...held, verdict: 'unchanged', merged };
  }
  if (relation === 'theirs-older') return { ...held, verdict: 'older', merged: undefined };
  const bases = relation === 'theirs-newer' ? [ours] : contentsBefore(db, table, version, other);
  const incoming = withoutWithheld(table, bases, other);
  const contents = mergeContents(table, mergedFields(table), { bases, ours, theirs: incoming });
  const isMerged = (id: unknown) =>
    mergedInPack.has(String(id)) || mergedInto(db, String(id)) !== undefined;
  const merged =
    table === 'incident' && isMerged(ours.id)
      ? staysMerged(contents, ours, incoming)
      : wentWithTwin(table, bases, ours, incoming, isMerged)
        ? staysMerged(contents, ours, incoming)
        : joinedInPack.has(ours.id)
          ? contents
          : withDeletionChecked(db, table, contents, ours, deletedInPack);
  if (merged.conflicts.length > 0) return { ...held, verdict: 'conflicting', merged };
  if (contentHash(table, merged.content) !== contentHash(table, ours))
    return { ...held, verdict: 'changed', merged };
  // all that they changed is here already: only that both pasts met is news; or it was only withheld
  if (incoming !== other) return { ...held, verdict: 'older', merged: undefined };
  return { ...held, verdict: 'unchanged', merged };
}

const stampFields = ['created_at', 'created_by', 'updated_at', 'updated_by', 'deleted_at'] as const;

function isSameStamped(ours: Content, theirs: Content): boolean {
  return stampFields.every((field) => ours[field] === theirs[field]);
}

/** The contents both come from; none when one of them was never held here. */
function contentsBefore(
  db: Reader,
  table: PackTable,
  ours: Version & { readonly id: string },
  theirs: Version,
): readonly Content[] {
  const contents = newestCommon(ours, theirs).map((rev) => {
    const content = valuesAtRev(db, table, ours.id, rev);
    return content && { ...content, rev };
  });
  const known = contents.filter((content) => content !== undefined);
  return known.length === contents.length ? known : [];
}

/** Their version with the references back that only a ceiling took out; itself when none was. */
function withoutWithheld(
  table: PackTable,
  bases: readonly Content[],
  theirs: PackRecord & Version,
): Content {
  const revs = new Set(theirs.past.map(({ rev }) => rev));
  for (const base of bases) {
    const parents = [String(base['rev'])];
    const fields = withheldFields(
      table,
      base,
      theirs,
      (content) =>
        revs.has(revOf(table, content, parents)) || revs.has(contentHash(table, content)),
    );
    if (fields.length > 0)
      return { ...theirs, ...Object.fromEntries(fields.map((field) => [field, base[field]])) };
  }
  return theirs;
}

/** A merge here or there holds: what was edited meanwhile is kept, and nothing is brought back by it. */
function staysMerged(merged: Merged, ours: Content, theirs: Content): Merged {
  const deleted_at = ours['deleted_at'] ?? theirs['deleted_at'];
  return {
    content: { ...merged.content, deleted_at },
    conflicts: merged.conflicts.filter(({ field }) => field !== 'deleted_at'),
  };
}

/** What an incident has, by the field that says of which. */
const ofIncident: { readonly [T in PackTable]?: string } = { claim: 'incident_id', link: 'to_id' };
/** Fields that change without an analyst's doing when names become one. */
const named: { readonly [T in PackTable]?: readonly string[] } = {
  claim: ['source_id', 'claimant_id', 'via', 'denied_by_id', 'incident_id'],
  link: ['from_id', 'to_id', 'source_id', 'claim_id'],
};

/**
 * Whether one side took a claim or link out with an incident that became one with another, while on the other side it
 * only names others than before: then nobody has worked on it.
 */
function wentWithTwin(
  table: PackTable,
  bases: readonly Content[],
  ours: Content,
  theirs: Content,
  isMerged: (id: unknown) => boolean,
): boolean {
  const field = ofIncident[table];
  const isOursDeleted = ours['deleted_at'] !== null;
  if (field === undefined || isOursDeleted === (theirs['deleted_at'] !== null)) return false;
  const [gone, live] = isOursDeleted ? [ours, theirs] : [theirs, ours];
  if (bases.length === 0 || !isMerged(gone[field])) return false;
  const renamed = new Set([...(named[table] ?? []), 'deleted_at']);
  return bases.every((base) =>
    differences(table, mergedFields(table), base, live).every((each) => renamed.has(each.field)),
  );
}

/** A deletion from elsewhere must not pull the ground from under work that is only here. */
function withDeletionChecked(
  db: Reader,
  table: PackTable,
  merged: Merged,
  ours: Content,
  deletedInPack: ReadonlySet<string>,
): Merged {
  const isDeleting = ours['deleted_at'] === null && merged.content['deleted_at'] !== null;
  if (!isDeleting) return merged;
  const named = { table, id: String(ours['id']) };
  const isNeeded =
    directDependants(db, named, null).some(({ id }) => !deletedInPack.has(id)) ||
    Object.keys(countResting(db, named, deletedInPack)).length > 0;
  if (!isNeeded) return merged;
  const theirs = merged.content['deleted_at'];
  return {
    content: { ...merged.content, deleted_at: null },
    conflicts: [
      ...merged.conflicts,
      { field: 'deleted_at', unit: 'deleted_at', ours: null, theirs },
    ],
  };
}

export interface ShownField extends FieldConflict {
  /** Both changed it, and it waits for an answer; other fields become what `theirs` says. */
  readonly isAsked: boolean;
}

/** Fields to show a person: what is asked, then what would change without asking. */
export function shownFields({
  merged,
  ours,
  theirs,
  table,
}: Pick<PlannedRecord, 'merged' | 'ours' | 'theirs' | 'table'>): readonly ShownField[] {
  if (ours === undefined) return [];
  const asked = merged?.conflicts ?? [];
  return [
    ...asked.map((each) => ({ ...each, isAsked: true })),
    ...changesOf(table, ours, merged?.content ?? theirs),
  ];
}

/** Fields that change without asking. */
export function changesOf(table: PackTable, ours: Content, becomes: Content): ShownField[] {
  return differences(table, mergedFields(table), ours, becomes).map((each) => ({
    ...each,
    isAsked: false,
  }));
}
