/**
 * What two versions of a record say together. Pure: contents are plain values. Built for three-way
 * merges between laptops that never meet.
 */
import type { Answer } from '../contract/pack-decisions.ts';
import type { TableName } from '../domain/records.ts';

export type Content = Readonly<Record<string, unknown>>;

export interface FieldConflict {
  readonly field: string;
  /** Fields of one unit are decided together; it bears the name of its first field. */
  readonly unit: string;
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

export interface Sides {
  /** Contents both come from, mostly one. None: nothing is known of it, and every difference counts. */
  readonly bases: readonly Content[];
  readonly ours: Content;
  readonly theirs: Content;
}

/**
 * Merges two contents of one record, unit by unit, from what both come from. A side has left a unit
 * alone only if it says what every base says. Without a base every difference is a conflict, but sets
 * are joined. A deletion against an edit is a conflict on `deleted_at`. `fields` are the names to look
 * at, computed ones left out.
 */
export function mergeContents(table: TableName, fields: readonly string[], sides: Sides): Merged {
  const { bases, ours, theirs } = sides;
  const content: Record<string, unknown> = { ...ours };
  const conflicts: FieldConflict[] = [];
  for (const unit of unitsOf(table, fields)) {
    const [only] = unit;
    if (unit.length === 1 && only !== undefined && setFields[table]?.includes(only)) {
      content[only] = mergeSets(
        bases.map((base) => base[only]),
        ours[only],
        theirs[only],
      );
      continue;
    }
    const isOursChanged = isChanged(unit, bases, ours);
    const isTheirsChanged = isChanged(unit, bases, theirs);
    if (isSame(unit, ours, theirs) || !isTheirsChanged) continue;
    if (!isOursChanged) for (const field of unit) content[field] = theirs[field];
    else conflicts.push(...differences(table, unit, ours, theirs));
  }
  const isAsked = conflicts.some(({ field }) => field === 'deleted_at');
  const deletion = isAsked ? undefined : deletionConflict(fields, sides);
  return { content, conflicts: deletion === undefined ? conflicts : [...conflicts, deletion] };
}

function isChanged(unit: readonly string[], bases: readonly Content[], side: Content): boolean {
  return bases.length === 0 || bases.some((base) => !isSame(unit, base, side));
}

/** One side took the record out while the other went on working on it. */
function deletionConflict(
  fields: readonly string[],
  { bases, ours, theirs }: Sides,
): FieldConflict | undefined {
  const isOursDeleted = ours['deleted_at'] !== null;
  if (bases.length === 0 || isOursDeleted === (theirs['deleted_at'] !== null)) return undefined;
  const own = fields.filter((field) => field !== 'deleted_at');
  if (!isChanged(own, bases, isOursDeleted ? theirs : ours)) return undefined;
  const [one, other] = [ours['deleted_at'], theirs['deleted_at']];
  return { field: 'deleted_at', unit: 'deleted_at', ours: one, theirs: other };
}

/** The merge with every conflict answered, unit by unit. */
export function decide(merged: Merged, answerOf: (unit: string) => Answer): Content {
  const chosen = merged.conflicts.map(({ field, unit, ours, theirs }) => {
    const answer = answerOf(unit);
    if (answer === 'ours') return [field, ours];
    if (answer === 'theirs') return [field, theirs];
    return [field, field in answer.values ? answer.values[field] : ours];
  });
  return { ...merged.content, ...Object.fromEntries(chosen) };
}

/** Fields in groups that are decided together. */
export function unitsOf(
  table: TableName,
  fields: readonly string[],
): readonly (readonly string[])[] {
  const known = (units[table] ?? []).map((unit) => unit.filter((name) => fields.includes(name)));
  const grouped = new Set(known.flat());
  const alone = fields.filter((field) => !grouped.has(field)).map((field) => [field]);
  return [...known.filter((unit) => unit.length > 0), ...alone];
}

export function differences(
  table: TableName,
  fields: readonly string[],
  ours: Content,
  theirs: Content,
): FieldConflict[] {
  return unitsOf(table, fields).flatMap((unit) =>
    unit
      .filter((field) => !isSame([field], ours, theirs))
      .map((field) => ({
        field,
        unit: unit[0] ?? field,
        ours: ours[field],
        theirs: theirs[field],
      })),
  );
}

/** Deletion is a yes or no: two deletions at different times are the same. */
function isSame(fields: readonly string[], a: Content, b: Content): boolean {
  return fields.every((field) =>
    field === 'deleted_at'
      ? (a[field] === null) === (b[field] === null)
      : JSON.stringify(a[field] ?? null) === JSON.stringify(b[field] ?? null),
  );
}

/** An item goes where one side took out what every base has. */
function mergeSets(bases: readonly unknown[], ours: unknown, theirs: unknown): readonly string[] {
  const before = bases.map((base) => new Set(toTexts(base)));
  const mine = new Set(toTexts(ours));
  const other = new Set(toTexts(theirs));
  const wasThere = (item: string) => before.length > 0 && before.every((set) => set.has(item));
  return [...new Set([...mine, ...other])]
    .filter((item) => !wasThere(item) || (mine.has(item) && other.has(item)))
    .sort();
}

function toTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
