/** Finding anything by its words (Ctrl+K), and completing the filter box. */
import type { CallArgs } from '../../shared/contract/contract.ts';
import type { SearchHit } from '../../shared/contract/read-calls.ts';
import type { Note, TableName } from '../../shared/domain/records.ts';
import { fold } from '../../shared/lib/fold.ts';
import { type ActorSpans, listActorRows } from '../db/queries/actor-list.ts';
import { ftsQuery, splitWords } from '../db/queries/fts-query.ts';
import { getRecord } from '../db/queries/records.ts';
import {
  type Completion,
  completeKnown,
  completeWords,
  searchDocuments,
  searchIncidents,
} from '../db/queries/search.ts';
import type { Reader } from '../db/sqlite.ts';

type Target = Pick<SearchHit, 'openTable' | 'openId' | 'passageId'>;

/** Letters either side of the match. */
const around = 60;

/** A piece of the text around the first word that matches; its beginning when none does. */
export function snippetOf(text: string, words: readonly string[]): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  let at = 0;
  for (const match of plain.matchAll(/[\p{L}\p{N}\p{M}'’]+/gu)) {
    const folded = fold(match[0]);
    if (words.some((word) => folded.startsWith(word))) {
      at = match.index;
      break;
    }
  }
  const from = Math.max(0, at - around);
  const to = Math.min(plain.length, at + around * 2);
  return `${from > 0 ? '…' : ''}${plain.slice(from, to).trim()}${to < plain.length ? '…' : ''}`;
}

/** What to open for a note or claim: the record it hangs on, or the one that this hangs on. */
function openTarget(db: Reader, table: TableName, id: string): Target | undefined {
  switch (table) {
    case 'incident':
    case 'actor':
    case 'source':
    case 'place':
      return { openTable: table, openId: id };
    case 'claim': {
      const claim = getRecord(db, 'claim', id);
      return claim && { openTable: 'incident', openId: claim.incident_id };
    }
    case 'passage': {
      const passage = getRecord(db, 'passage', id);
      return passage && { openTable: 'source', openId: passage.source_id, passageId: id };
    }
    case 'link': {
      const link = getRecord(db, 'link', id);
      if (!link) return undefined;
      return link.kind === 'actor-actor'
        ? { openTable: 'actor', openId: link.from_id }
        : { openTable: 'incident', openId: link.to_id };
    }
    default:
      return undefined;
  }
}

function titleOf(db: Reader, { openTable, openId }: Target): string {
  if (openTable === 'actor' || openTable === 'place') {
    return getRecord(db, openTable, openId)?.name ?? '';
  }
  return getRecord(db, openTable, openId)?.title ?? '';
}

function hit(
  db: Reader,
  table: SearchHit['table'],
  id: string,
  words: readonly string[],
): SearchHit | undefined {
  const own = (text: string, title: string): SearchHit => ({
    table,
    id,
    title,
    snippet: snippetOf(text, words),
    ...(openTarget(db, table, id) ?? { openTable: 'incident', openId: id }),
  });
  switch (table) {
    case 'incident': {
      const record = getRecord(db, table, id);
      const place = record?.place_words ?? '';
      return record && own(`${place} ${record.summary}`, record.title);
    }
    case 'actor': {
      const record = getRecord(db, table, id);
      return record && own(record.description, record.name);
    }
    case 'source': {
      const record = getRecord(db, table, id);
      return record && own(record.text || (record.publisher ?? ''), record.title);
    }
    case 'place': {
      const record = getRecord(db, table, id);
      const areas = [record?.admin2, record?.admin1, record?.country];
      return record && own(areas.filter(Boolean).join(', '), record.name);
    }
    case 'claim': {
      const record = getRecord(db, table, id);
      if (!record) return undefined;
      const target: Target = { openTable: 'incident', openId: record.incident_id };
      const text = record.statement || (record.value ?? '');
      return { table, id, title: titleOf(db, target), snippet: snippetOf(text, words), ...target };
    }
    case 'note': {
      const record: Note | undefined = getRecord(db, table, id);
      const target = record && openTarget(db, record.target_table, record.target_id);
      if (!record || !target) return undefined;
      const snippet = snippetOf(record.body, words);
      return { table, id, title: titleOf(db, target), snippet, ...target };
    }
  }
}

const order: readonly SearchHit['table'][] = [
  'incident',
  'actor',
  'source',
  'place',
  'note',
  'claim',
];

/** Hits whose title has all the words come first, then by table, then by how well they match. */
export function searchAll(db: Reader, { text, limit }: CallArgs<'search/all'>): SearchHit[] {
  const query = ftsQuery(text);
  if (query === undefined) return [];
  const words = splitWords(text).map((part) => fold(part.words).trim());
  const found = order.flatMap((table) => {
    const ids =
      table === 'incident'
        ? searchIncidents(db, query, limit)
        : searchDocuments(db, query, table, limit);
    // the names of an actor or place are found by the title of its document
    const titled =
      table === 'actor' || table === 'place'
        ? new Set(searchDocuments(db, `title : (${query})`, table, limit))
        : undefined;
    return ids.flatMap((id) => {
      const one = hit(db, table, id, words);
      if (!one) return [];
      const title = ` ${fold(one.title)}`;
      const isTitle =
        titled?.has(id) ??
        (table !== 'note' &&
          table !== 'claim' &&
          words.every((word) => title.includes(` ${word}`)));
      return [{ one, isTitle }];
    });
  });
  const titles = found.filter(({ isTitle }) => isTitle);
  const texts = found.filter(({ isTitle }) => !isTitle);
  return [...titles, ...texts].slice(0, limit).map(({ one }) => one);
}

/** What the columns know, so that a large case need not be walked through at every letter. */
export interface KnownWords {
  readonly spans?: ActorSpans | undefined;
  /** All types, or all regions, with their counts. */
  readonly words?: readonly Completion[] | undefined;
}

/** Words for the filter box, most used first, up to 20. Actors are offered by their shortest name. */
export function completeFilter(
  db: Reader,
  { field, text }: CallArgs<'filter/complete'>,
  { spans, words }: KnownWords = {},
): Completion[] {
  if (words !== undefined && (field === 'place' || field === 'type')) {
    return completeKnown(db, field, fold(text).trim(), words);
  }
  if (field !== 'actor') return completeWords(db, field, fold(text).trim());
  return listActorRows(db, { text, includeDeleted: false }, spans)
    .map((actor) => {
      const acronyms = actor.names.filter(({ kind }) => kind === 'acronym').map(({ name }) => name);
      const [short = actor.name] = acronyms.sort((a, b) => a.length - b.length);
      return { value: short, label: actor.name, count: actor.incidentCount };
    })
    .sort((a, b) => b.count - a.count)
    .slice(0, 20);
}
