/** Links seen from one of their ends. */
import type { LinkView } from '../../shared/contract/read-calls.ts';
import type { Link } from '../../shared/domain/records.ts';
import { listRecordsBy, listTargeting } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { byId, groupBy } from './claim-names.ts';

/** Live links with a record at one end, in order of making. */
export function linksOf(db: Reader, id: string): Link[] {
  const from = listRecordsBy(db, 'link', 'from_id', [id]);
  const to = listRecordsBy(db, 'link', 'to_id', [id]);
  return [...from, ...to].sort((a, b) => (a.created_at < b.created_at ? -1 : 1));
}

function tables(link: Link): readonly ['actor' | 'incident', 'actor' | 'incident'] {
  if (link.kind === 'actor-actor') return ['actor', 'actor'];
  return link.kind === 'actor-incident' ? ['actor', 'incident'] : ['incident', 'incident'];
}

export function linkViews(db: Reader, links: readonly Link[], id: string): LinkView[] {
  const others = links.map((link) => {
    const [from, to] = tables(link);
    const isFrom = link.from_id === id;
    return isFrom
      ? { isFrom, table: to, id: link.to_id }
      : { isFrom, table: from, id: link.from_id };
  });
  const ids = (table: string) => others.filter((end) => end.table === table).map((end) => end.id);
  const actors = byId(db, 'actor', ids('actor'));
  const incidents = byId(db, 'incident', ids('incident'));
  const sources = byId(
    db,
    'source',
    links.map((link) => link.source_id),
  );
  const claims = byId(
    db,
    'claim',
    links.map((link) => link.claim_id),
  );
  const own = groupBy(
    listTargeting(
      db,
      'passage',
      'link',
      links.map((link) => link.id),
    ),
    (passage) => passage.target_id,
  );
  const behind = groupBy(
    listTargeting(db, 'passage', 'claim', [...claims.keys()]),
    (passage) => passage.target_id,
  );
  return links.flatMap((link, index): LinkView[] => {
    const end = others[index];
    if (!end) return [];
    const actor = end.table === 'actor' ? actors.get(end.id) : undefined;
    const incident = end.table === 'incident' ? incidents.get(end.id) : undefined;
    const record = actor ?? incident;
    if (!record) return [];
    return [
      {
        link,
        isFrom: end.isFrom,
        other: {
          table: end.table,
          id: end.id,
          name: actor?.name ?? incident?.title ?? '',
          kind: actor?.kind ?? incident?.event_type ?? null,
          dateEdtf: incident?.date_edtf ?? null,
          isDeleted: record.deleted_at !== null,
        },
        sourceTitle: link.source_id === null ? null : (sources.get(link.source_id)?.title ?? null),
        claimStatement:
          link.claim_id === null ? null : (claims.get(link.claim_id)?.statement ?? null),
        passages: own.get(link.id) ?? behind.get(link.claim_id) ?? [],
      },
    ];
  });
}
