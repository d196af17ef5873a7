/**
 * Which of two versions of a record is ahead, and what both together say. Pure: revisions are texts,
 * contents are plain values. Built for three-way merges between laptops that never meet.
 */
import type { TableName } from '../domain/records.ts';

export interface Version {
  readonly rev: string;
  /** Revs it passed through or took in, newest first. */
  readonly ancestors: readonly string[];
  /** Stamp of the hybrid clock: sorts as text, later than everything its writer had seen. */
  readonly updated_at: string;
}

export type Relation = 'same' | 'theirs-older' | 'theirs-newer' | 'diverged';

/**
 * A rev is a hash of content, so taking a change back brings an old rev back: each side may then have
 * the other among its ancestors. The later stamp is ahead in that case.
 */
export function relate(ours: Version, theirs: Version): Relation {
  if (ours.rev === theirs.rev) return 'same';
  const theySawOurs = theirs.ancestors.includes(ours.rev);
  const weSawTheirs = ours.ancestors.includes(theirs.rev);
  if (theySawOurs && weSawTheirs) return isLater(theirs, ours) ? 'theirs-newer' : 'theirs-older';
  if (theySawOurs) return 'theirs-newer';
  return weSawTheirs ? 'theirs-older' : 'diverged';
}

function isLater(a: Version, b: Version): boolean {
  return a.updated_at === b.updated_at ? a.rev > b.rev : a.updated_at > b.updated_at;
}

/** The newest rev that both have passed through, undefined when they share no past. */
export function lastCommonRev(ours: Version, theirs: Version): string | undefined {
  const seen = new Set([theirs.rev, ...theirs.ancestors]);
  return [ours.rev, ...ours.ancestors].find((rev) => seen.has(rev));
}

/** Ancestors of the version that takes both in: every rev once, newest first, its own left out. */
export function joinedAncestors(
  ours: Version,
  theirs: Version,
  resultRev: string | undefined,
): readonly string[] {
  const all = new Set([ours.rev, theirs.rev, ...ours.ancestors, ...theirs.ancestors]);
  if (resultRev !== undefined) all.delete(resultRev);
  return [...all];
}

export type Content = Readonly<Record<string, unknown>>;

export interface FieldConflict {
  readonly field: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

export interface Merged {
  /** All fields; those in conflict hold our value. */
  readonly content: Content;
  readonly conflicts: readonly FieldConflict[];
}

/** Fields whose items have no order and no repeats: what either side added or took out, holds. */
const setFields: { readonly [T in TableName]?: readonly string[] } = { incident: ['targets'] };

/**
 * Fields that only make sense together: a latitude of one side and a longitude of the other would be
 * a place that nobody meant.
 */
const units: { readonly [T in TableName]?: readonly (readonly string[])[] } = {
  incident: [
    ['place_id', 'latitude', 'longitude', 'geo_level', 'radius_m', 'country', 'admin1', 'admin2'],
    ['event_type', 'sub_event_type', 'disorder_type'],
    ['date_edtf', 'date_words'],
    ['status', 'status_why'],
  ],
  place: [
    ['latitude', 'longitude', 'geo_level', 'radius_m'],
    ['country', 'admin1', 'admin2', 'admin3'],
  ],
  source: [['reliability', 'reliability_why']],
  claim: [
    ['kind', 'value'],
    ['credibility', 'credibility_why'],
  ],
  toll: [['low', 'high', 'qualifier', 'words']],
  claim_relation: [['kind', 'from_claim_id', 'to_claim_id']],
  link: [['kind', 'from_id', 'to_id', 'role']],
  passage: [
    ['exact', 'prefix', 'suffix', 'start', 'end', 'text_sha256', 'is_lost'],
    ['target_table', 'target_id'],
  ],
  note: [['target_table', 'target_id']],
  attachment: [
    ['target_table', 'target_id'],
    ['size', 'sha256', 'media_type'],
  ],
};

/**
 * Merges two contents of one record, unit by unit, from the content both come from. Without a known
 * base every difference is a conflict, but sets are joined. A deletion against an edit is a conflict on
 * `deleted_at`. `fields` are the names to look at, computed ones left out.
 */
export function mergeContents(
  table: TableName,
  fields: readonly string[],
  { base, ours, theirs }: { base: Content | undefined; ours: Content; theirs: Content },
): Merged {
  const content: Record<string, unknown> = { ...ours };
  const conflicts: FieldConflict[] = [];
  for (const unit of unitsOf(table, fields)) {
    const [only] = unit;
    if (unit.length === 1 && only !== undefined && setFields[table]?.includes(only)) {
      content[only] = mergeSets(base?.[only], ours[only], theirs[only]);
      continue;
    }
    const isOursChanged = base === undefined || !isSame(unit, base, ours);
    const isTheirsChanged = base === undefined || !isSame(unit, base, theirs);
    if (isSame(unit, ours, theirs) || !isTheirsChanged) continue;
    if (!isOursChanged) for (const field of unit) content[field] = theirs[field];
    else conflicts.push(...differences(unit, ours, theirs));
  }
  const deletion = deletionConflict(fields, base, ours, theirs);
  return { content, conflicts: deletion === undefined ? conflicts : [...conflicts, deletion] };
}

/** One side took the record out while the other went on working on it. */
function deletionConflict(
  fields: readonly string[],
  base: Content | undefined,
  ours: Content,
  theirs: Content,
): FieldConflict | undefined {
  const isOursDeleted = ours['deleted_at'] !== null;
  if (base === undefined || isOursDeleted === (theirs['deleted_at'] !== null)) return undefined;
  const survivor = isOursDeleted ? theirs : ours;
  const own = fields.filter((field) => field !== 'deleted_at');
  if (isSame(own, base, survivor)) return undefined;
  return { field: 'deleted_at', ours: ours['deleted_at'], theirs: theirs['deleted_at'] };
}

/** The merge with every conflict decided one way. */
export function decide(merged: Merged, decision: 'ours' | 'theirs'): Content {
  const chosen = merged.conflicts.map(({ field, ours, theirs }) => [
    field,
    decision === 'ours' ? ours : theirs,
  ]);
  return { ...merged.content, ...Object.fromEntries(chosen) };
}

function unitsOf(table: TableName, fields: readonly string[]): readonly (readonly string[])[] {
  const known = (units[table] ?? []).map((unit) => unit.filter((name) => fields.includes(name)));
  const grouped = new Set(known.flat());
  const alone = fields.filter((field) => !grouped.has(field)).map((field) => [field]);
  return [...known.filter((unit) => unit.length > 0), ...alone];
}

export function differences(
  fields: readonly string[],
  ours: Content,
  theirs: Content,
): FieldConflict[] {
  return fields
    .filter((field) => !isSame([field], ours, theirs))
    .map((field) => ({ field, ours: ours[field], theirs: theirs[field] }));
}

/** Deletion is a yes or no: two deletions at different times are the same. */
function isSame(fields: readonly string[], a: Content, b: Content): boolean {
  return fields.every((field) =>
    field === 'deleted_at'
      ? (a[field] === null) === (b[field] === null)
      : JSON.stringify(a[field] ?? null) === JSON.stringify(b[field] ?? null),
  );
}

function mergeSets(base: unknown, ours: unknown, theirs: unknown): readonly string[] {
  const [before, mine, other] = [base, ours, theirs].map((set) => new Set(toTexts(set)));
  const all = new Set([...(mine ?? []), ...(other ?? [])]);
  const kept = [...all].filter(
    (item) => !before?.has(item) || (mine?.has(item) === true && other?.has(item) === true),
  );
  return kept.sort();
}

function toTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
