/** Which incidents show something of a record, and so must be worked out or indexed again. */
import type { TableName } from '../../../shared/domain/records.ts';
import { column, type Reader } from '../sqlite.ts';

type Values = Readonly<Record<string, unknown>>;

/** What of an incident follows from a field: its cached columns, its words, its point on the map. */
export type Aspect = 'cache' | 'words' | 'point';

const all: readonly Aspect[] = ['cache', 'words', 'point'];

/**
 * Fields that something of an incident follows from; others, as its status, are of no matter here.
 * Ends, owners and tombstones decide whether a record counts at all and are matters of everything.
 */
const aspects: {
  readonly [T in TableName]?: Readonly<Record<string, readonly Aspect[]>>;
} = {
  incident: {
    title: ['cache', 'words'],
    summary: ['words'],
    date_words: ['words'],
    place_id: ['cache', 'words'],
    place_words: ['cache', 'words'],
    country: ['words'],
    admin1: ['words'],
    admin2: ['words'],
    latitude: ['point'],
    longitude: ['point'],
  },
  claim: {
    incident_id: ['cache', 'words'],
    source_id: ['cache', 'words'],
    claimant_id: ['cache'],
    via: ['cache'],
    credibility: ['cache'],
    denied_by_id: ['cache'],
    superseded_by_id: ['cache'],
    origin_words: ['cache', 'words'],
    statement: ['words'],
    value: ['words'],
    deleted_at: ['cache', 'words'],
  },
  toll: {
    claim_id: ['cache'],
    party: ['cache'],
    outcome: ['cache'],
    low: ['cache'],
    high: ['cache'],
    qualifier: ['cache'],
    deleted_at: ['cache'],
  },
  source: {
    title: ['words'],
    publisher: ['words'],
    reliability: ['cache'],
    via_source_id: ['cache'],
    publisher_actor_id: ['cache'],
    deleted_at: ['cache', 'words'],
  },
  actor: { name: ['words'], kind: ['cache'], deleted_at: ['cache'] },
  actor_name: { name: ['words'], actor_id: ['words'], deleted_at: ['words'] },
  place: { name: ['cache', 'words'] },
  place_name: { name: ['words'], place_id: ['words'], deleted_at: ['words'] },
  link: {
    kind: ['words'],
    from_id: ['words'],
    to_id: ['words'],
    deleted_at: ['words'],
  },
  note: {
    target_table: ['words'],
    target_id: ['words'],
    body: ['words'],
    deleted_at: ['words'],
  },
};

/** What of the incidents concerned must be done again after a record changed. */
export function aspectsAffected(
  table: TableName,
  before: Values | undefined,
  after: Values,
): ReadonlySet<Aspect> {
  const fields = aspects[table];
  if (!fields) return new Set();
  if (before === undefined)
    return new Set(table === 'incident' ? all : Object.values(fields).flat());
  return new Set(
    Object.entries(fields).flatMap(([field, found]) =>
      before[field] === after[field] ? [] : found,
    ),
  );
}

const byActor = `SELECT DISTINCT to_id FROM link
  WHERE from_id = ? AND kind = 'actor-incident'`;
/** Also those where the actor claims or denies: whether it passes on is a matter of its kind. */
const bySpeaker = `SELECT to_id FROM link WHERE from_id = @id AND kind = 'actor-incident'
  UNION SELECT incident_id FROM claim WHERE claimant_id = @id OR denied_by_id = @id`;
const byPlace = 'SELECT id FROM incident WHERE place_id = ?';
const byTag = `SELECT target_id FROM tagging WHERE tag_id = ? AND target_table = 'incident'`;
/** Claims of a source and of every source that passes it on: the root of a chain is their origin. */
const bySource = `WITH RECURSIVE told (id) AS (
    SELECT ? UNION SELECT source.id FROM source JOIN told ON source.via_source_id = told.id)
  SELECT DISTINCT incident_id FROM claim WHERE source_id IN (SELECT id FROM told)`;
const byClaim = 'SELECT incident_id FROM claim WHERE id = ?';

function text(value: unknown): string[] {
  return typeof value === 'string' ? [value] : [];
}

/** Ids of the incidents that one version of a record bears on. */
export function incidentsAffected(db: Reader, table: TableName, values: Values): string[] {
  const find = (query: string, id: unknown) =>
    typeof id === 'string' ? column<string>(db, query, [id]) : [];
  switch (table) {
    case 'incident':
      return text(values.id);
    case 'claim':
      return text(values.incident_id);
    case 'toll':
      return find(byClaim, values.claim_id);
    case 'claim_relation':
      return [...find(byClaim, values.from_claim_id), ...find(byClaim, values.to_claim_id)];
    case 'source':
      return find(bySource, values.id);
    case 'actor':
      return typeof values.id === 'string' ? column<string>(db, bySpeaker, { id: values.id }) : [];
    case 'actor_name':
      return find(byActor, values.actor_id);
    case 'tag':
      return find(byTag, values.id);
    case 'place':
      return find(byPlace, values.id);
    case 'place_name':
      return find(byPlace, values.place_id);
    case 'link':
      if (values.kind === 'actor-actor') return [];
      return values.kind === 'incident-incident'
        ? [...text(values.from_id), ...text(values.to_id)]
        : text(values.to_id);
    case 'tagging':
    case 'note':
      return values.target_table === 'incident' ? text(values.target_id) : [];
    default:
      return [];
  }
}
