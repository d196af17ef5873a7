/** Which fields of a record point to other records: for closures, ceilings and dangling ends. */
import type { TableName } from '../domain/records.ts';
import type { PackTable } from './format.ts';

/** What happens to a record whose reference leads to nothing: it goes too, or the field is emptied. */
export type WhenGone = 'leave-out' | 'empty';

export interface Reference {
  readonly field: string;
  readonly whenGone: WhenGone;
  /** Table pointed at: fixed, named by another field of the record, or found by the kind of a link. */
  readonly to: TableName | { readonly tableField: string } | 'link-end';
  readonly isList?: boolean;
}

const must = (field: string, to: Reference['to']): Reference => ({
  field,
  to,
  whenGone: 'leave-out',
});
const may = (field: string, to: Reference['to']): Reference => ({ field, to, whenGone: 'empty' });
const target: Reference = must('target_id', { tableField: 'target_table' });

const references: { readonly [T in PackTable]: readonly Reference[] } = {
  person: [],
  place: [],
  place_name: [must('place_id', 'place')],
  actor: [],
  actor_name: [must('actor_id', 'actor')],
  source: [may('publisher_actor_id', 'actor'), may('via_source_id', 'source')],
  incident: [may('place_id', 'place')],
  claim: [
    must('incident_id', 'incident'),
    may('source_id', 'source'),
    may('claimant_id', 'actor'),
    { ...may('via', 'actor'), isList: true },
    may('denied_by_id', 'actor'),
    may('superseded_by_id', 'claim'),
  ],
  toll: [must('claim_id', 'claim')],
  claim_relation: [must('from_claim_id', 'claim'), must('to_claim_id', 'claim')],
  link: [
    must('from_id', 'link-end'),
    must('to_id', 'link-end'),
    may('claim_id', 'claim'),
    may('source_id', 'source'),
  ],
  // whoever is kept is one of the two, and so comes along with them
  incident_pair: [must('a_id', 'incident'), must('b_id', 'incident'), must('kept_id', 'incident')],
  passage: [must('source_id', 'source'), may('target_id', { tableField: 'target_table' })],
  note: [target],
  attachment: [target],
  tag: [],
  tagging: [must('tag_id', 'tag'), target],
  saved_view: [],
  report: [],
};

export function referencesOf(table: PackTable): readonly Reference[] {
  return references[table];
}

export interface Pointer {
  readonly reference: Reference;
  readonly table: TableName;
  readonly id: string;
}

/** Every record that a record points to. */
export function pointersOf(
  table: PackTable,
  record: Readonly<Record<string, unknown>>,
): readonly Pointer[] {
  return references[table].flatMap((reference) => {
    const to = targetTable(reference, record);
    const value = record[reference.field];
    const ids = Array.isArray(value) ? value : [value];
    if (to === undefined) return [];
    return ids
      .filter((id): id is string => typeof id === 'string')
      .map((id) => ({ reference, table: to, id }));
  });
}

function targetTable(
  { to, field }: Reference,
  record: Readonly<Record<string, unknown>>,
): TableName | undefined {
  if (to === 'link-end') return linkEnd(String(record['kind']), field);
  if (typeof to === 'string') return to;
  const table = record[to.tableField];
  return typeof table === 'string' ? (table as TableName) : undefined;
}

/** Table of an end of a link, by its kind: `actor-incident` runs from an actor to an incident. */
function linkEnd(kind: string, field: string): TableName {
  const [from = 'actor', to = 'incident'] = kind.split('-');
  return (field === 'from_id' ? from : to) as TableName;
}

/** The record with one pointer taken out; the table beside an emptied target goes too. */
export function withoutPointer<R extends Readonly<Record<string, unknown>>>(
  record: R,
  { reference, id }: Pointer,
): R {
  const value = record[reference.field];
  if (reference.isList === true && Array.isArray(value))
    return { ...record, [reference.field]: value.filter((each) => each !== id) };
  const emptied = { ...record, [reference.field]: null };
  return typeof reference.to === 'object'
    ? { ...emptied, [reference.to.tableField]: null }
    : emptied;
}
