/** What the case says of the references in an analyst's texts, and the parts of a report that they are. */
import type { Source } from '../../shared/domain/records.ts';
import { replacedIds } from '../../shared/domain/superseding.ts';
import type { ReportEdits } from '../../shared/report/edits.ts';
import {
  type Reference,
  type ReferenceState,
  referencesIn,
  type StateOf,
} from '../../shared/report/references.ts';
import { mergedInto } from '../db/queries/incident-pairs.ts';
import { listRecordsById } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { type Part, withChain } from './report-sources.ts';

export interface KnownReference extends Reference, ReferenceState {
  /** Of a claim the incident that it is about. */
  readonly incidentId: string | null;
}

/** References in all texts of the edits, each once. */
export function citedIn(edits: ReportEdits | undefined): Reference[] {
  return referencesIn(Object.values(edits?.texts ?? {}).join('\n\n'));
}

/** In the order asked; what the case has never held is left out. */
export function knownReferences(
  db: Reader,
  references: readonly Reference[],
): readonly KnownReference[] {
  const ids = (table: Reference['table']) =>
    references.flatMap((each) => (each.table === table ? [each.id] : []));
  const known = new Map<string, KnownReference>();
  const put = (
    table: Reference['table'],
    id: string,
    state: Omit<KnownReference, 'table' | 'id'>,
  ) => known.set(`${table} ${id}`, { table, id, ...state });
  const none = { isReplaced: false, sourceId: null, incidentId: null } as const;
  for (const { id, title, deleted_at } of listRecordsById(db, 'incident', ids('incident'))) {
    const into = deleted_at === null ? undefined : mergedInto(db, id);
    const [kept] = into === undefined ? [] : listRecordsById(db, 'incident', [into]);
    const isGone = deleted_at !== null && kept?.deleted_at !== null;
    put('incident', id, { ...none, name: kept?.title ?? title, isGone });
  }
  for (const { id, name, deleted_at } of listRecordsById(db, 'actor', ids('actor'))) {
    put('actor', id, { ...none, name, isGone: deleted_at !== null });
  }
  for (const { id, title, deleted_at } of listRecordsById(db, 'source', ids('source'))) {
    put('source', id, { ...none, name: title, isGone: deleted_at !== null, sourceId: id });
  }
  const claims = listRecordsById(db, 'claim', ids('claim'));
  const incidents = new Map(
    listRecordsById(
      db,
      'incident',
      claims.map((claim) => claim.incident_id),
    ).map((each) => [each.id, each]),
  );
  const later = new Map(
    listRecordsById(
      db,
      'claim',
      claims.flatMap((claim) => claim.superseded_by_id ?? []),
    ).map((each) => [each.id, each]),
  );
  const replaced = replacedIds(
    claims.map(({ id, superseded_by_id: by }) => ({
      id,
      supersededById: by !== null && later.get(by)?.deleted_at === null ? by : null,
    })),
  );
  for (const { id, incident_id, source_id, statement, deleted_at } of claims) {
    const incident = incidents.get(incident_id);
    put('claim', id, {
      name: statement === '' ? (incident?.title ?? '') : statement,
      isGone: deleted_at !== null || incident?.deleted_at !== null,
      isReplaced: replaced.has(id),
      sourceId: source_id,
      incidentId: incident_id,
    });
  }
  return references.flatMap(({ table, id }) => known.get(`${table} ${id}`) ?? []);
}

export interface Cited {
  readonly stateOf: StateOf;
  /** Sources that marks of the texts lead to, with all they pass on. */
  readonly sources: readonly Source[];
  /** What the texts name or rest on: its labels and states are the report's. */
  readonly parts: readonly Part[];
}

/** Everything that the texts of the edits refer to. */
export function citedOf(db: Reader, edits: ReportEdits | undefined): Cited {
  const references = citedIn(edits);
  const known = new Map(
    knownReferences(db, references).map((each) => [`${each.table} ${each.id}`, each]),
  );
  const ids = (table: Reference['table']) =>
    references.flatMap((each) => (each.table === table ? [each.id] : []));
  const sources = withChain(
    db,
    [...known.values()].flatMap(({ sourceId }) => sourceId ?? []),
  );
  return {
    stateOf: ({ table, id }) => known.get(`${table} ${id}`),
    sources,
    parts: [
      ...listRecordsById(db, 'incident', ids('incident')),
      ...listRecordsById(db, 'actor', ids('actor')),
      ...listRecordsById(db, 'claim', ids('claim')),
      ...sources,
    ],
  };
}
