/** Reads for lists, dossiers, the map, search and places. */
import type { CallArgs } from '../../../shared/contract/contract.ts';
import type { FacetName } from '../../../shared/contract/view-calls.ts';
import { defaultSort } from '../../../shared/domain/filter.ts';
import { type ActorSpans, actorDossier, listActors } from '../../services/actors.ts';
import { noteViews } from '../../services/claim-views.ts';
import { incidentDossier } from '../../services/incidents.ts';
import { locatePlace, searchPlacesFor } from '../../services/places.ts';
import { savedViews } from '../../services/saved-views.ts';
import { completeFilter, type KnownWords, searchAll } from '../../services/search.ts';
import { listSources, sourceDossier } from '../../services/sources.ts';
import { tagList } from '../../services/tags.ts';
import { isLargeCase, nextViewNumber } from '../../services/views.ts';
import { columnsOrTables } from '../columns-or-tables.ts';
import type { EngineContext, HandlersFor } from '../context.ts';

/** What the columns know of each actor's incidents; undefined when they are not ready. */
function knownSpans(context: EngineContext): Promise<ActorSpans | undefined> {
  return columnsOrTables(
    context,
    (columns) => columns.ask({ name: 'actor/spans' }),
    () => undefined,
  );
}

/** Words of a field with their counts, from the columns where the tables would take seconds. */
async function knownWords(
  context: EngineContext,
  field: CallArgs<'filter/complete'>['field'],
): Promise<KnownWords> {
  if (field === 'actor') return { spans: await knownSpans(context) };
  const isWanted = field === 'place' || field === 'type';
  if (!isWanted || !isLargeCase(context.session())) return {};
  const facets: readonly FacetName[] = field === 'place' ? ['region'] : ['type', 'subType'];
  const args = wholeCase(facets);
  const answer = await columnsOrTables(
    context,
    (columns) => columns.ask({ name: 'view/answer', args, view: nextViewNumber() }),
    () => undefined,
  );
  return {
    words: answer?.facets.flatMap(({ values }) =>
      values.flatMap(({ value, label, count }) =>
        value === 'none' ? [] : [{ value: label, label, count }],
      ),
    ),
  };
}

function wholeCase(facets: readonly FacetName[]): CallArgs<'view/answer'> {
  return {
    ...{ filter: {}, sort: defaultSort, asker: 'complete', from: 0, count: 0 },
    ...{ facets: [...facets], facetSize: 5000 },
  };
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
  'note/list': (context, { table, id }) => noteViews(context.session().db, table, id),
  'tag/list': (context) => tagList(context.session().db),
  'saved-view/list': (context) => savedViews(context.session().db),
  'search/all': (context, args) => searchAll(context.session().db, args),
  'filter/complete': async (context, args) =>
    completeFilter(context.session().db, args, await knownWords(context, args.field)),
} satisfies HandlersFor<
  | 'incident/get'
  | 'actor/list'
  | 'actor/get'
  | 'source/list'
  | 'source/get'
  | 'place/search'
  | 'place/locate'
  | 'note/list'
  | 'tag/list'
  | 'saved-view/list'
  | 'search/all'
  | 'filter/complete'
>;
