/** A short name of any record, for history and messages. */
import type { TableName } from '../../../shared/domain/records.ts';
import { get, type Reader } from '../sqlite.ts';

const name = (table: string) => `SELECT name AS label FROM ${table} WHERE id = ?`;
const title = (table: string) => `SELECT title AS label FROM ${table} WHERE id = ?`;

const texts: { readonly [T in TableName]: string } = {
  incident: title('incident'),
  actor: name('actor'),
  actor_name: name('actor_name'),
  place: name('place'),
  place_name: name('place_name'),
  source: title('source'),
  claim: `SELECT CASE WHEN claim.statement <> '' THEN substr(claim.statement, 1, 120)
      ELSE incident.title END AS label
    FROM claim JOIN incident ON incident.id = claim.incident_id WHERE claim.id = ?`,
  toll: `SELECT toll.outcome || coalesce(' ' || toll.low, '') || coalesce('–' || nullif(toll.high, toll.low), '')
      || ', ' || incident.title AS label
    FROM toll JOIN claim ON claim.id = toll.claim_id JOIN incident ON incident.id = claim.incident_id
    WHERE toll.id = ?`,
  claim_relation: `SELECT substr(a.statement, 1, 60) || ' – ' || substr(b.statement, 1, 60) AS label
    FROM claim_relation
    JOIN claim AS a ON a.id = from_claim_id JOIN claim AS b ON b.id = to_claim_id
    WHERE claim_relation.id = ?`,
  link: `SELECT coalesce(from_actor.name, from_incident.title) || ' – '
      || coalesce(to_actor.name, to_incident.title) AS label
    FROM link
    LEFT JOIN actor AS from_actor ON from_actor.id = link.from_actor_id
    LEFT JOIN incident AS from_incident ON from_incident.id = link.from_incident_id
    LEFT JOIN actor AS to_actor ON to_actor.id = link.to_actor_id
    LEFT JOIN incident AS to_incident ON to_incident.id = link.to_incident_id
    WHERE link.id = ?`,
  incident_pair: `SELECT a.title || ' – ' || b.title AS label FROM incident_pair
    JOIN incident AS a ON a.id = a_id JOIN incident AS b ON b.id = b_id WHERE incident_pair.id = ?`,
  passage: 'SELECT substr(exact, 1, 120) AS label FROM passage WHERE id = ?',
  note: 'SELECT substr(body, 1, 120) AS label FROM note WHERE id = ?',
  attachment: name('attachment'),
  tag: name('tag'),
  tagging: `SELECT tag.name AS label FROM tagging JOIN tag ON tag.id = tagging.tag_id
    WHERE tagging.id = ?`,
  saved_view: name('saved_view'),
  report: title('report'),
  person: name('person'),
  case_info: title('case_info'),
};

/** Title or name of a record, deleted or not; its id when there is none. */
export function labelOf(db: Reader, table: TableName, id: string): string {
  return get<{ label: string | null }>(db, texts[table], [id])?.label ?? id;
}
