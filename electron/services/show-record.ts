/** One record of any table with everything tied to it, for the command line. */
import type { ClaimView, LinkView } from '../../shared/contract/read-calls.ts';
import { type TableName, tableNames } from '../../shared/domain/records.ts';
import { webAnnotation } from '../../shared/domain/web-annotation.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { mergedInto } from '../db/queries/incident-pairs.ts';
import { labelOf } from '../db/queries/labels.ts';
import { getRecord, listRecordsBy, listTargeting } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { actorDossier } from './actors.ts';
import { listHistory } from './history.ts';
import { incidentDossier } from './incidents.ts';
import { requireRecord } from './records.ts';
import { sourceDossier } from './sources.ts';

export interface ShownRecord {
  readonly label: string;
  /** The record's own fields beside what is tied to it; `table` says which kind it is. */
  readonly record: Readonly<Record<string, unknown>>;
}

/**
 * An incident that was merged into another shows that one, with the id that was asked for. Throws
 * `record/not-found` for an id that no table has.
 */
export function showRecord(db: Reader, asked: string): ShownRecord {
  const table = tableOf(db, asked);
  const id = mergedInto(db, asked) ?? asked;
  const { entries } = listHistory(db, { recordId: id, limit: 500 });
  const record = {
    table,
    ...(id === asked ? {} : { askedFor: asked }),
    ...requireRecord(db, table, id),
    ...tiedTo(db, table, id),
    history: entries,
  };
  return { label: labelOf(db, table, id), record };
}

function tableOf(db: Reader, id: string): TableName {
  const table = tableNames.find((name) => getRecord(db, name, id) !== undefined);
  if (table !== undefined) return table;
  throw new AppError('record/not-found', `There is no record with the id ${id} in this case.`, {
    id,
  });
}

/** Names, links, claims with tolls, passages and notes, as far as a record of that table has them. */
function tiedTo(db: Reader, table: TableName, id: string): Readonly<Record<string, unknown>> {
  switch (table) {
    case 'incident': {
      const { claims, links, notes, tolls, place, tags, attachments, row, merged } =
        incidentDossier(db, id);
      return {
        names: [],
        actors: row.actors,
        place,
        links: links.map(flatLink),
        claims: claims.map(flatClaim),
        tolls,
        passages: claims.flatMap(({ passages }) => passages),
        notes: notes.map(({ note, author }) => ({ ...note, author })),
        tags: tags.map(({ name }) => name),
        attachments,
        merged,
      };
    }
    case 'actor': {
      const { names, relations, incidents, claims, notes } = actorDossier(db, id);
      return {
        names,
        links: relations.map(flatLink),
        incidents: incidents.map(({ link, row }) => ({ ...link, title: row.title })),
        claims: claims.map(({ view }) => flatClaim(view)),
        passages: listTargeting(db, 'passage', 'actor', [id]),
        notes: notes.map(({ note, author }) => ({ ...note, author })),
      };
    }
    case 'source': {
      const { via, claims, passages, notes, attachments } = sourceDossier(db, id);
      return {
        names: [],
        links: [],
        via,
        claims: claims.map(({ view }) => flatClaim(view)),
        passages,
        annotations: passages.map(webAnnotation),
        notes: notes.map(({ note, author }) => ({ ...note, author })),
        attachments,
      };
    }
    case 'place':
      return {
        names: listRecordsBy(db, 'place_name', 'place_id', [id]),
        incidents: listRecordsBy(db, 'incident', 'place_id', [id]).map(({ id, title }) => ({
          id,
          title,
        })),
        notes: listTargeting(db, 'note', 'place', [id]),
      };
    case 'claim':
      return {
        tolls: listRecordsBy(db, 'toll', 'claim_id', [id]),
        relations: [
          ...listRecordsBy(db, 'claim_relation', 'from_claim_id', [id]),
          ...listRecordsBy(db, 'claim_relation', 'to_claim_id', [id]),
        ],
        passages: listTargeting(db, 'passage', 'claim', [id]),
        notes: listTargeting(db, 'note', 'claim', [id]),
      };
    default:
      return {};
  }
}

function flatClaim(view: ClaimView) {
  const { claim, tolls, claimant, via, deniedBy, source, grade } = view;
  const { isReplaced, replacedBy, replaces, relations } = view;
  const ties = { isReplaced, replacedBy, replaces, relations };
  return { ...claim, tolls, claimant, reportedThrough: via, deniedBy, source, grade, ...ties };
}

function flatLink({ link, other }: LinkView) {
  return { ...link, other: { table: other.table, id: other.id, name: other.name } };
}
