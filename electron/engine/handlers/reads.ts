/** Reads for lists, dossiers, the map, search and places. */
import { AppError } from '../../../shared/lib/app-error.ts';
import { type ActorSpans, actorDossier, listActors } from '../../services/actors.ts';
import { noteViews } from '../../services/claim-views.ts';
import { incidentDossier, mapPoints } from '../../services/incidents.ts';
import { locatePlace, searchPlacesFor } from '../../services/places.ts';
import { savedViews } from '../../services/saved-views.ts';
import { completeFilter, searchAll } from '../../services/search.ts';
import { listSources, sourceDossier } from '../../services/sources.ts';
import { tagList } from '../../services/tags.ts';
import type { EngineContext, HandlersFor } from '../context.ts';

/** What the columns know of each actor's incidents; undefined when they are not ready. */
async function knownSpans({ columns }: EngineContext): Promise<ActorSpans | undefined> {
  if (!columns?.isReady) return undefined;
  try {
    return await columns.ask({ name: 'actor/spans' });
  } catch (error) {
    // the thread died over it
    if (error instanceof AppError && error.code === 'view/stale') return undefined;
    throw error;
  }
}

export const readHandlers = {
  'incident/get': (context, { id }) => incidentDossier(context.session().db, id),
  'actor/list': async (context, args) =>
    listActors(context.session().db, args, await knownSpans(context)),
  'actor/get': (context, { id }) => actorDossier(context.session().db, id),
  'source/list': (context, args) => listSources(context.session().db, args),
  'source/get': (context, { id }) => sourceDossier(context.session().db, id),
  'place/search': (context, args) => searchPlacesFor(context.session(), context.dataDir, args),
  'place/locate': (context, args) => locatePlace(context.dataDir, args),
  'map/points': (context, { filter }) => mapPoints(context.session(), filter),
  'note/list': (context, { table, id }) => noteViews(context.session().db, table, id),
  'tag/list': (context) => tagList(context.session().db),
  'saved-view/list': (context) => savedViews(context.session().db),
  'search/all': (context, args) => searchAll(context.session().db, args),
  'filter/complete': async (context, args) => {
    const spans = args.field === 'actor' ? await knownSpans(context) : undefined;
    return completeFilter(context.session().db, args, spans);
  },
} satisfies HandlersFor<
  | 'incident/get'
  | 'actor/list'
  | 'actor/get'
  | 'source/list'
  | 'source/get'
  | 'place/search'
  | 'place/locate'
  | 'map/points'
  | 'note/list'
  | 'tag/list'
  | 'saved-view/list'
  | 'search/all'
  | 'filter/complete'
>;
