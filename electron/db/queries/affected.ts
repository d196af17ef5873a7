/** Which incidents show something of a record, and so must be worked out and indexed again. */
import type { TableName } from '../../../shared/domain/records.ts';
import { column, type Reader } from '../sqlite.ts';

type Values = Readonly<Record<string, unknown>>;

const byActor = `SELECT DISTINCT to_id FROM link
  WHERE from_id = ? AND kind = 'actor-incident'`;
const byPlace = 'SELECT id FROM incident WHERE place_id = ?';
const bySource = 'SELECT DISTINCT incident_id FROM claim WHERE source_id = ?';
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
    case 'source':
      return find(bySource, values.id);
    case 'actor':
      return find(byActor, values.id);
    case 'actor_name':
      return find(byActor, values.actor_id);
    case 'place':
      return find(byPlace, values.id);
    case 'place_name':
      return find(byPlace, values.place_id);
    case 'link':
      if (values.kind === 'actor-actor') return [];
      return values.kind === 'incident-incident'
        ? [...text(values.from_id), ...text(values.to_id)]
        : text(values.to_id);
    case 'note':
      return values.target_table === 'incident' ? text(values.target_id) : [];
    default:
      return [];
  }
}
