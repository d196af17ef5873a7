/**
 * Answers to one filter from the tables: what the columns answer faster, and what stands in until they
 * are ready. A view keeps the keys of its incidents in order; pages and ids are cut from them.
 */
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import { staleView } from '../../shared/contract/view-calls.ts';
import { countAllIncidents } from '../db/queries/column-rows.ts';
import {
  countUnplaced,
  idsOfKeys,
  incidentKey,
  listFirstKeys,
  listIncidentKeys,
  listKeysOfGroup,
  samePairs,
} from '../db/queries/incident-list.ts';
import { mergedInto } from '../db/queries/incident-pairs.ts';
import { listIncidentRows } from '../db/queries/incident-rows.ts';
import { listFacet } from '../db/queries/view-facets.ts';
import { groupCondition, listGroups } from '../db/queries/view-groups.ts';
import { readTimeline } from '../db/queries/view-timeline.ts';
import type { CaseSession } from './session.ts';

type Ask = CallArgs<'view/answer'>;

interface View {
  readonly ask: Pick<Ask, 'filter' | 'sort'>;
  readonly revision: number;
  /** All of them, or those of the first page. */
  readonly keys: Uint32Array<ArrayBuffer>;
  readonly total: number;
  readonly groups: Map<string, Uint32Array<ArrayBuffer>>;
}

/** Views kept: a screen asks for one at a time, and older ones only until its answer is drawn. */
export const keptViews = 32;

const views = new WeakMap<CaseSession, Map<number, View>>();
let lastView = 0;

/** Numbers views of both makers, so that none is taken for another. */
export function nextViewNumber(): number {
  lastView += 1;
  return lastView;
}

type Asked = Pick<Ask, 'filter' | 'sort'>;
const asked = new WeakMap<CaseSession, Map<number, Asked>>();
/** Questions remembered: the map goes on asking for tiles of a view that others have pushed out. */
const keptAsked = 200;

/** A number for the view of a question that is remembered under it. */
export function numberView(session: CaseSession, { filter, sort }: Asked): number {
  const number = nextViewNumber();
  const held = asked.get(session) ?? new Map<number, Asked>();
  asked.set(session, held);
  held.set(number, { filter, sort });
  for (const oldest of held.keys()) {
    if (held.size <= keptAsked) break;
    held.delete(oldest);
  }
  return number;
}

/** What a view was asked with. Throws `view/stale`. */
export function askedOfView(session: CaseSession, view: number): Asked {
  const known = asked.get(session)?.get(view);
  if (known === undefined) throw staleView(view);
  return known;
}

function viewOf(session: CaseSession, number: number): View {
  const view = views.get(session)?.get(number);
  if (view === undefined || view.revision !== session.revision) throw staleView(number);
  return view;
}

/** Whether a view was answered from the tables. */
export function isTableView(session: CaseSession, number: number): boolean {
  return views.get(session)?.has(number) ?? false;
}

/** Whether a view was answered from the tables and holds no rows from position `to` on. */
export function isCutShort(session: CaseSession, number: number, to: number): boolean {
  const view = views.get(session)?.get(number);
  return view !== undefined && view.keys.length < Math.min(to, view.total);
}

/** What a view of the tables was asked with. Throws `view/stale`. */
export function askedOfTableView(session: CaseSession, number: number): Asked {
  return viewOf(session, number).ask;
}

/** The tables no longer answer for a view. */
export function forgetTableView(session: CaseSession, number: number): void {
  views.get(session)?.delete(number);
}

/** Whether the case is so large that whole lists and panels from the tables keep a hand waiting. */
export function isLargeCase(session: CaseSession): boolean {
  return countAllIncidents(session.db) > 100_000;
}

function keep(session: CaseSession, view: View): number {
  const number = numberView(session, view.ask);
  const held = views.get(session) ?? new Map<number, View>();
  views.set(session, held);
  held.set(number, view);
  for (const oldest of held.keys()) {
    if (held.size <= keptViews) break;
    held.delete(oldest);
  }
  return number;
}

/** Rows and totals alone, quickly; the view holds no rows beyond the first page. */
export function answerFirstPage(session: CaseSession, ask: Ask): CallResult<'view/answer'> {
  const { db, revision } = session;
  const { filter, sort } = ask;
  const { total, keys, killed } = listFirstKeys(db, filter, sort, ask.count);
  const view = keep(session, { ask: { filter, sort }, revision, keys, total, groups: new Map() });
  return {
    ...{ revision, view, source: 'sql', total, killed },
    unplaced: countUnplaced(db, filter),
    rows: listIncidentRows(db, [...keys]),
    ...{ facets: [], timeline: null, groups: null },
  };
}

export function answerView(session: CaseSession, ask: Ask): CallResult<'view/answer'> {
  const { db, revision } = session;
  const { filter, sort } = ask;
  const { total, keys, killed } = listIncidentKeys(db, filter, sort);
  const view = keep(session, { ask: { filter, sort }, revision, keys, total, groups: new Map() });
  return {
    ...{ revision, view, source: 'sql', total, killed },
    unplaced: countUnplaced(db, filter),
    rows: listIncidentRows(db, [...keys.subarray(ask.from, ask.from + ask.count)]),
    facets: ask.facets.map((name) => listFacet(db, name, filter, ask.facetSize)),
    timeline: ask.timeline === undefined ? null : readTimeline(db, filter, ask.timeline),
    groups: ask.group === undefined ? null : listGroups(db, filter, ask.group, samePairs(db)),
  };
}

/** Throws `view/stale`. */
export function viewPage(
  session: CaseSession,
  ask: CallArgs<'view/page'>,
): CallResult<'view/page'> {
  const view = viewOf(session, ask.view);
  let { keys } = view;
  if (ask.group !== undefined) {
    const { by, key } = ask.group;
    const name = `${by} ${key}`;
    keys =
      view.groups.get(name) ??
      listKeysOfGroup(session.db, view.ask.filter, view.ask.sort, groupCondition(by, key));
    view.groups.set(name, keys);
  }
  // beyond a first page: the columns know the rest
  if (ask.group === undefined && ask.from + ask.count > keys.length && keys.length < view.total) {
    throw staleView(ask.view);
  }
  const page = keys.subarray(ask.from, ask.from + ask.count);
  return { rows: listIncidentRows(session.db, [...page]) };
}

/** Throws `view/stale`. */
export function viewIds(session: CaseSession, ask: CallArgs<'view/ids'>): CallResult<'view/ids'> {
  const view = viewOf(session, ask.view);
  if (view.keys.length < view.total) throw staleView(ask.view);
  return { ids: idsOfKeys(session.db, view.keys.subarray(ask.from, ask.to)) };
}

/** Throws `view/stale`. */
export function locateInView(
  session: CaseSession,
  ask: CallArgs<'view/locate'>,
): CallResult<'view/locate'> {
  const view = viewOf(session, ask.view);
  const id = mergedInto(session.db, ask.id) ?? ask.id;
  return { index: view.keys.indexOf(incidentKey(session.db, id)), id };
}
