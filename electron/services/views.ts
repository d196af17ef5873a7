/**
 * Answers to one filter from the tables: what the columns answer faster, and what stands in until they
 * are ready. A view keeps the keys of its incidents in order; pages and ids are cut from them.
 */
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import {
  countUnplaced,
  idsOfKeys,
  incidentKey,
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
  readonly keys: Uint32Array<ArrayBuffer>;
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

export function staleView(view: number): AppError {
  return new AppError('view/stale', 'The list has changed meanwhile. Read it again.', { view });
}

function viewOf(session: CaseSession, number: number): View {
  const view = views.get(session)?.get(number);
  if (view === undefined || view.revision !== session.revision) throw staleView(number);
  return view;
}

export function answerView(session: CaseSession, ask: Ask): CallResult<'view/answer'> {
  const { db, revision } = session;
  const { filter, sort } = ask;
  const { total, keys, killed } = listIncidentKeys(db, filter, sort);
  const view = nextViewNumber();
  const held = views.get(session) ?? new Map<number, View>();
  views.set(session, held);
  held.set(view, { ask: { filter, sort }, revision, keys, groups: new Map() });
  for (const number of held.keys()) {
    if (held.size <= keptViews) break;
    held.delete(number);
  }
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
  const page = keys.subarray(ask.from, ask.from + ask.count);
  return { rows: listIncidentRows(session.db, [...page]) };
}

/** Throws `view/stale`. */
export function viewIds(session: CaseSession, ask: CallArgs<'view/ids'>): CallResult<'view/ids'> {
  return { ids: idsOfKeys(session.db, viewOf(session, ask.view).keys.subarray(ask.from, ask.to)) };
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
