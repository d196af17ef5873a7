/**
 * Cases for tests: real files in a folder of their own, with a clock and ids that are the same in
 * every run. Left-out values are defaults that stand for nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { act } from '../../electron/services/act.ts';
import { closeCase, createCase, type NewCase, openCase } from '../../electron/services/cases.ts';
import type { CaseSession, SessionOptions } from '../../electron/services/session.ts';
import type { GivenValues } from '../../electron/services/transaction.ts';
import type { RecordOf, TableName } from '../../shared/domain/records.ts';

export const analyst = {
  id: '01970000-0000-7000-8000-aaaaaaaaaaaa',
  name: 'Awa Analyst',
  initials: 'AA',
} as const;

/** Ids `01970000-0000-7000-8000-000000000001` and on. */
export function idSource(first = 1): () => string {
  let n = first;
  return () => {
    const id = `01970000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
    n += 1;
    return id;
  };
}

/** A clock that gains a second with every look, from 1 June 2025. */
export function tickingClock(startMs = Date.UTC(2025, 5, 1, 8)): () => number {
  let ms = startMs;
  return () => {
    ms += 1000;
    return ms;
  };
}

export interface TemporaryCase {
  readonly session: CaseSession;
  readonly folder: string;
  readonly path: string;
  readonly options: SessionOptions;
  /** Closes and opens again; answers the new session. */
  readonly reopen: () => CaseSession;
  /** Closes and removes everything. */
  readonly close: () => void;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'cairn-test-'));
}

/** A new case in a temporary folder. Call `close` in the end. */
export function temporaryCase(
  what: Partial<NewCase> & Partial<Pick<SessionOptions, 'author' | 'changed'>> = {},
): TemporaryCase {
  const folder = temporaryFolder();
  const path = join(folder, 'test.cairn');
  const { author = analyst, changed, ...rest } = what;
  const options: SessionOptions = {
    author,
    now: tickingClock(),
    newId: idSource(),
    ...(changed ? { changed } : {}),
  };
  let session = createCase(path, { title: 'Test case', tlp: 'CLEAR', ...rest }, options);
  return {
    get session() {
      return session;
    },
    folder,
    path,
    options,
    reopen() {
      closeCase(session);
      session = openCase(path, options);
      return session;
    },
    close() {
      closeCase(session);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One record in an action of its own. */
export function add<T extends TableName>(
  session: CaseSession,
  table: T,
  values: GivenValues<T>,
  options?: { readonly id?: string },
): RecordOf<T> {
  return act(session, { kind: 'create', title: `a ${table}` }, (tx) =>
    tx.insert(table, values, options),
  );
}

export function addIncident(session: CaseSession, values: GivenValues<'incident'> = {}) {
  return add(session, 'incident', { title: 'Attack on a post', ...values });
}

export function addActor(session: CaseSession, values: GivenValues<'actor'> = {}) {
  return add(session, 'actor', { name: 'Some group', kind: 'rebel-group', ...values });
}

export function addSource(session: CaseSession, values: GivenValues<'source'> = {}) {
  return add(session, 'source', { title: 'A report', ...values });
}

export function addPlace(session: CaseSession, values: GivenValues<'place'> = {}) {
  return add(session, 'place', { name: 'Djibo', country: 'BF', ...values });
}

export function addClaim(
  session: CaseSession,
  incidentId: string,
  values: GivenValues<'claim'> = {},
  tolls: readonly GivenValues<'toll'>[] = [],
) {
  return act(session, { kind: 'create', title: 'a claim' }, (tx) => {
    const claim = tx.insert('claim', { incident_id: incidentId, ...values });
    for (const toll of tolls) tx.insert('toll', { claim_id: claim.id, ...toll });
    return claim;
  });
}

/** Ties an actor to an incident. */
export function addLink(
  session: CaseSession,
  actorId: string,
  incidentId: string,
  values: GivenValues<'link'> = {},
) {
  return add(session, 'link', {
    kind: 'actor-incident',
    from_id: actorId,
    to_id: incidentId,
    role: 'perpetrator',
    ...values,
  });
}

export function addNote(
  session: CaseSession,
  target: { readonly table: 'incident' | 'actor' | 'source' | 'claim'; readonly id: string },
  values: GivenValues<'note'> = {},
) {
  return add(session, 'note', {
    target_table: target.table,
    target_id: target.id,
    body: 'A note.',
    ...values,
  });
}
