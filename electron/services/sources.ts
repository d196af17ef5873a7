/** Reading sources: the list and the dossier. */
import type { SourceDossier, SourceRow } from '../../shared/contract/read-calls.ts';
import type { Source } from '../../shared/domain/records.ts';
import type { ListOptions } from '../db/queries/actor-list.ts';
import { getRecord, listRecordsBy, listTargeting } from '../db/queries/records.ts';
import { listSourceRows } from '../db/queries/source-list.ts';
import type { Reader } from '../db/sqlite.ts';
import { claimsAbout } from './actors.ts';
import { noteViews } from './claim-views.ts';
import { passageViews } from './passage-views.ts';
import { requireRecord } from './records.ts';

export function listSources(db: Reader, options: ListOptions): SourceRow[] {
  return listSourceRows(db, options);
}

/** What a source passes on: article -> monitor's report -> statement. A circle ends where it began. */
function chainOf(db: Reader, source: Source): { id: string; title: string }[] {
  const seen = new Set([source.id]);
  const chain: { id: string; title: string }[] = [];
  let next = source.via_source_id;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const found = getRecord(db, 'source', next);
    if (!found) break;
    chain.push({ id: found.id, title: found.title });
    next = found.via_source_id;
  }
  return chain;
}

/** A source, deleted or not. Throws `record/not-found`. */
export function sourceDossier(db: Reader, id: string): SourceDossier {
  const source = requireRecord(db, 'source', id);
  const passages = listRecordsBy(db, 'passage', 'source_id', [id]);
  return {
    source,
    via: chainOf(db, source),
    claims: claimsAbout(db, listRecordsBy(db, 'claim', 'source_id', [id])),
    passages,
    passageViews: passageViews(db, passages),
    notes: noteViews(db, 'source', id),
    attachments: listTargeting(db, 'attachment', 'source', [id]),
  };
}
