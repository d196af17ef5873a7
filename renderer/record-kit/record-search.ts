// Searching for a record to pick: what the lists of the pickers show. One function per kind of record.
import { fold } from '../../shared/lib/fold.ts';
import { call } from '../api/client.ts';

export interface Found {
  readonly id: string;
  readonly name: string;
  /** The other name that matched what was typed, when the main one did not. */
  readonly matched: string | undefined;
  /** Kind code of an actor or source; undefined for incidents. */
  readonly kind: string | undefined;
  /** Country code, publisher or place. */
  readonly detail: string | undefined;
  /** EDTF date of an incident or publication. */
  readonly date: string | null | undefined;
}

const limit = 20;

export async function findActors(text: string): Promise<readonly Found[]> {
  const rows = await call('actor/list', { text });
  return rows.slice(0, limit).map((row) => ({
    id: row.id,
    name: row.name,
    matched: matchedName(
      text,
      row.name,
      row.names.map(({ name }) => name),
    ),
    kind: row.kind,
    detail: row.country ?? undefined,
    date: undefined,
  }));
}

/** Actors of the bundled list that the case does not have. */
export async function findStarters(text: string): Promise<readonly Found[]> {
  const actors = await call('starter/search', { text });
  return actors.map(({ key, name, matched, kind, country }) => ({
    id: key,
    name,
    matched: matched ?? undefined,
    kind,
    detail: country ?? undefined,
    date: undefined,
  }));
}

export async function findSources(text: string): Promise<readonly Found[]> {
  const rows = await call('source/list', { text });
  return rows.slice(0, limit).map((row) => ({
    id: row.id,
    name: row.title,
    matched: undefined,
    kind: row.kind,
    detail: row.publisher ?? undefined,
    date: row.published,
  }));
}

/** Incidents by words, most recently changed first while nothing is typed. */
export async function findIncidents(text: string): Promise<readonly Found[]> {
  const words = text.trim();
  const { rows } = await call('view/answer', {
    filter: words === '' ? {} : { text: words },
    sort: { key: words === '' ? 'updated' : 'date', direction: 'descending' },
    ...{ count: limit, asker: 'record-search' },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.title,
    matched: undefined,
    kind: undefined,
    detail: row.place ?? undefined,
    date: row.dateEdtf,
  }));
}

/** The name that the words hit, when it is not the main one. */
export function matchedName(
  text: string,
  main: string,
  others: readonly string[],
): string | undefined {
  const words = fold(text.trim()).split(/\s+/).filter(Boolean);
  const hits = (name: string) => {
    const folded = fold(name);
    return words.every((word) => folded.includes(word));
  };
  if (words.length === 0 || hits(main)) return undefined;
  return others.find((name) => name !== main && hits(name));
}

const nameFields = { actor: 'name', source: 'title', incident: 'title' } as const;
export type PickTable = keyof typeof nameFields;

/** Name of a record by its id. */
export async function nameOf(table: PickTable, id: string): Promise<string> {
  const record = await call('record/get', { table, id });
  return String(record[nameFields[table]] ?? '');
}
