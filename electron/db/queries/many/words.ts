/** The words of many incidents at once: as `incidentTexts` has those of one, by one statement for each part. */
import { type SqlValue, tuples, type Writer } from '../../sqlite.ts';
import { rowWriter } from '../row-writer.ts';
import { folded, incidentTextColumns } from '../search-index.ts';

/** Ids go in as one JSON text. The order is that of making, as an index by incident gives it. */
const wanted = 'FROM json_each(?) AS wanted CROSS JOIN';

const headText = `SELECT incident.pk, incident.id, title, summary, date_words, place_words,
    incident.admin1, incident.admin2, incident.country, place_id, place.name
  ${wanted} incident ON incident.id = wanted.value LEFT JOIN place ON place.id = place_id
  ORDER BY incident.pk`;
const placeText = `SELECT place_id, name ${wanted} place_name ON place_id = wanted.value
  WHERE deleted_at IS NULL ORDER BY pk`;
const actorText = `SELECT to_id, from_id, actor.name ${wanted} link ON to_id = wanted.value
  JOIN actor ON actor.id = from_id
  WHERE link.kind = 'actor-incident' AND link.deleted_at IS NULL ORDER BY link.pk`;
const furtherText = `SELECT actor_id, name ${wanted} actor_name ON actor_id = wanted.value
  WHERE deleted_at IS NULL ORDER BY pk`;
const claimText = `SELECT incident_id,
    statement || ' ' || coalesce(claim.value, '') || ' ' || coalesce(origin_words, '')
  ${wanted} claim ON incident_id = wanted.value
  WHERE deleted_at IS NULL ORDER BY pk`;
const noteText = `SELECT target_id, body
  ${wanted} note ON target_table = 'incident' AND target_id = wanted.value
  WHERE deleted_at IS NULL ORDER BY pk`;
const sourceText = `SELECT incident_id, source.title || ' ' || coalesce(source.publisher, '')
  ${wanted} claim ON incident_id = wanted.value
  JOIN source ON source.id = claim.source_id AND source.deleted_at IS NULL
  WHERE claim.deleted_at IS NULL ORDER BY claim.pk`;

type Head = readonly [
  ...[pk: number, id: string, title: string, summary: string, dateWords: string | null],
  ...[placeWords: string | null, admin1: string | null, admin2: string | null],
  ...[country: string | null, placeId: string | null, place: string | null],
];
type Pair = readonly [owner: string, text: string];

function byOwner<T extends readonly [owner: string, ...SqlValue[]]>(
  rows: readonly T[],
): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row[0]);
    if (group) group.push(row);
    else groups.set(row[0], [row]);
  }
  return groups;
}

const columns = ['rowid', ...incidentTextColumns];

/** Puts the words of incidents in order, deleted ones too. Four thousand at most. */
export function indexWordsOf(db: Writer, ids: readonly string[]): void {
  const json = JSON.stringify(ids);
  const heads = tuples<Head>(db, headText, [json]);
  const placeIds = new Set(heads.flatMap((head) => head[9] ?? []));
  const places = byOwner(tuples<Pair>(db, placeText, [JSON.stringify([...placeIds])]));
  const ties = tuples<readonly [string, string, string]>(db, actorText, [json]);
  const actorIds = new Set(ties.map(([, actor]) => actor));
  const further = byOwner(tuples<Pair>(db, furtherText, [JSON.stringify([...actorIds])]));
  const actors = byOwner(ties);
  const claims = byOwner(tuples<Pair>(db, claimText, [json]));
  const notes = byOwner(tuples<Pair>(db, noteText, [json]));
  const sources = byOwner(tuples<Pair>(db, sourceText, [json]));
  const texts = (groups: ReadonlyMap<string, Pair[]>, owner: string | null) =>
    (groups.get(owner ?? '') ?? []).map(([, text]) => text);
  const cells: SqlValue[] = [];
  for (const head of heads) {
    const [pk, id, title, summary, dateWords, placeWords, admin1, admin2, country] = head;
    const [, , , , , , , , , placeId, place] = head;
    const tied = actors.get(id) ?? [];
    cells.push(
      pk,
      folded([title]),
      folded([summary, dateWords]),
      folded([placeWords, admin1, admin2, country, place, ...texts(places, placeId)]),
      folded([
        ...tied.map(([, , name]) => name),
        ...tied.flatMap(([, actor]) => texts(further, actor)),
      ]),
      folded(texts(claims, id)),
      folded(texts(notes, id)),
      folded([...new Set(texts(sources, id))]),
    );
  }
  rowWriter(db, 'incident_fts', columns, { isReplacing: true, atOnce: 4000 }).write(cells);
}
