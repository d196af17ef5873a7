/** Reads for lists, dossiers, the map, search and places. */
import { actorDossier, listActors } from '../../services/actors.ts';
import { noteViews } from '../../services/claim-views.ts';
import { incidentDossier, mapPoints } from '../../services/incidents.ts';
import { locatePlace, searchPlacesFor } from '../../services/places.ts';
import { completeFilter, searchAll } from '../../services/search.ts';
import { listSources, sourceDossier } from '../../services/sources.ts';
import { tagList } from '../../services/tags.ts';
import type { HandlersFor } from '../context.ts';

export const readHandlers = {
  'incident/get': (context, { id }) => incidentDossier(context.session().db, id),
  'actor/list': (context, args) => listActors(context.session().db, args),
  'actor/get': (context, { id }) => actorDossier(context.session().db, id),
  'source/list': (context, args) => listSources(context.session().db, args),
  'source/get': (context, { id }) => sourceDossier(context.session().db, id),
  'place/search': (context, args) => searchPlacesFor(context.session(), context.dataDir, args),
  'place/locate': (context, args) => locatePlace(context.dataDir, args),
  'map/points': (context, { filter }) => mapPoints(context.session(), filter),
  'note/list': (context, { table, id }) => noteViews(context.session().db, table, id),
  'tag/list': (context) => tagList(context.session().db),
  'search/all': (context, args) => searchAll(context.session().db, args),
  'filter/complete': (context, args) => completeFilter(context.session().db, args),
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
  | 'search/all'
  | 'filter/complete'
>;
