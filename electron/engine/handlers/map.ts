/** What the map asks: of the columns' thread, or in a small case without one of columns made here. */
import type { TileAsk } from '../../../shared/contract/control.ts';
import type { mapCalls } from '../../../shared/contract/map-calls.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { ColumnAnswers } from '../../columns/answers.ts';
import type { MapAnswers } from '../../columns/map-answers.ts';
import { incidentRowsOf } from '../../services/incidents.ts';
import { areaShapes, onShapes } from '../../services/map-areas.ts';
import type { CaseSession } from '../../services/session.ts';
import { askedOfView, isLargeCase } from '../../services/views.ts';
import type { ColumnsClient } from '../columns-client.ts';
import type { EngineContext, HandlersFor } from '../context.ts';

const made = new WeakMap<CaseSession, { readonly revision: number; readonly map: MapAnswers }>();

/** Columns of this process: for tests, and after the thread died too often. */
async function ownAnswers(session: CaseSession): Promise<MapAnswers> {
  const known = made.get(session);
  if (known?.revision === session.revision) return known.map;
  if (isLargeCase(session)) {
    throw new AppError('engine/unavailable', 'The map cannot be drawn now. Open the case again.');
  }
  const { revision } = session;
  const answers = new ColumnAnswers(session.db);
  await answers.load(revision, async () => undefined);
  made.set(session, { revision, map: answers.map });
  return answers.map;
}

/** The thread once it is ready; undefined where there is none. */
async function threadOf({ columns }: EngineContext): Promise<ColumnsClient | undefined> {
  if (columns?.isFilling) await columns.untilReady();
  return columns?.isReady ? columns : undefined;
}

/** Bytes of a vector tile; null when it is empty or of a view that is not known any more. */
export async function incidentTile(
  context: EngineContext,
  args: TileAsk,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const session = context.session();
    const { filter } = askedOfView(session, args.view);
    const thread = await threadOf(context);
    const tile = thread
      ? await thread.ask({ name: 'map/tile', args, filter })
      : (await ownAnswers(session)).tile(filter, args.kind, args);
    return tile ?? null;
  } catch (error) {
    // a newer filter took its place, or the case was closed meanwhile
    if (error instanceof AppError) return null;
    throw error;
  }
}

export const mapHandlers = {
  'map/summary': async (context, args) => {
    const { filter } = askedOfView(context.session(), args.view);
    const thread = await threadOf(context);
    return thread
      ? thread.ask({ name: 'map/summary', args, filter })
      : (await ownAnswers(context.session())).summary(filter, args);
  },
  'map/within': async (context, args) => {
    const { filter, sort } = askedOfView(context.session(), args.view);
    const thread = await threadOf(context);
    return thread
      ? thread.ask({ name: 'map/within', args, filter, sort })
      : (await ownAnswers(context.session())).within(filter, sort, args);
  },
  'map/halos': async (context, args) => {
    const { filter } = askedOfView(context.session(), args.view);
    const thread = await threadOf(context);
    return thread
      ? thread.ask({ name: 'map/halos', args, filter })
      : (await ownAnswers(context.session())).halos(filter, args);
  },
  'map/areas': async (context, args) => {
    const { filter } = askedOfView(context.session(), args.view);
    const thread = await threadOf(context);
    const groups = thread
      ? await thread.ask({ name: 'map/areas', args, filter })
      : (await ownAnswers(context.session())).areas(filter, args.level);
    return onShapes(context.dataDir, args.level, groups);
  },
  'map/area-shapes': ({ dataDir }) => {
    const { codes, countries, ...shapes } = areaShapes(dataDir);
    return { codes: [...codes], countries: [...countries], ...shapes };
  },
  'map/rows': (context, { keys, ids }) => ({
    rows: incidentRowsOf(context.session().db, keys, ids),
  }),
} satisfies HandlersFor<keyof typeof mapCalls>;
