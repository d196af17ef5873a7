/** One filter, one answer: from the columns, and from the tables until those are ready. */
import type { CallArgs, CallResult } from '../../../shared/contract/contract.ts';
import { viewCalls } from '../../../shared/contract/view-calls.ts';
import type { CaseSession } from '../../services/session.ts';
import {
  answerFirstPage,
  answerView,
  askedOfTableView,
  forgetTableView,
  isCutShort,
  isLargeCase,
  isTableView,
  locateInView,
  numberView,
  viewIds,
  viewPage,
} from '../../services/views.ts';
import type { ColumnsClient } from '../columns-client.ts';
import { columnsOrTables } from '../columns-or-tables.ts';
import type { EngineContext, HandlersFor } from '../context.ts';

async function answerAsked(
  context: EngineContext,
  ask: CallArgs<'view/answer'>,
): Promise<CallResult<'view/answer'>> {
  const { columns } = context;
  if (columns?.isFilling && isLargeCase(context.session())) {
    const hasPanels =
      ask.facets.length > 0 || ask.timeline !== undefined || ask.group !== undefined;
    if (!hasPanels && ask.from === 0) return answerFirstPage(context.session(), ask);
    await columns.untilReady();
  }
  return columnsOrTables(
    context,
    (ready) => {
      const view = numberView(context.session(), ask);
      return ready.ask({ name: 'view/answer', args: ask, view });
    },
    () => answerView(context.session(), ask),
  );
}

/** By view: several pages of one list wait together. */
const handingOver = new Map<number, Promise<void>>();

/** Has the columns hold a view of the tables under its number. Throws `view/stale`. */
function handOver(session: CaseSession, columns: ColumnsClient, view: number): Promise<void> {
  const running = handingOver.get(view);
  if (running !== undefined) return running;
  const { filter, sort } = askedOfTableView(session, view);
  const asker = `rest of ${view}`;
  const args = viewCalls['view/answer'].args.parse({ filter, sort, count: 0, asker });
  const handed = columns
    .ask({ name: 'view/answer', args, view })
    .then(() => forgetTableView(session, view))
    .finally(() => handingOver.delete(view));
  handingOver.set(view, handed);
  return handed;
}

/**
 * The columns, when they answered this view; a view is read where it was answered. Of a large case whose
 * columns are being filled the tables hold the first page alone: whoever asks for rows up to `to` beyond it
 * waits for the columns, which take the view over under its number. Throws `view/stale`.
 */
async function columnsOf(
  { columns, session }: EngineContext,
  view: number,
  to: number,
): Promise<ColumnsClient | undefined> {
  if (isCutShort(session(), view, to)) {
    await columns?.untilReady();
    if (columns?.isReady && isCutShort(session(), view, to)) {
      await handOver(session(), columns, view);
    }
  }
  return columns?.isReady && !isTableView(session(), view) ? columns : undefined;
}

const everything = Number.POSITIVE_INFINITY;

export const viewHandlers = {
  'view/answer': answerAsked,
  'view/page': async (context, args) => {
    // the rows of a group may stand anywhere in the list
    const to = args.group === undefined ? args.from + args.count : everything;
    const columns = await columnsOf(context, args.view, to);
    return columns?.ask({ name: 'view/page', args }) ?? viewPage(context.session(), args);
  },
  'view/ids': async (context, args) => {
    const columns = await columnsOf(context, args.view, args.to);
    return columns?.ask({ name: 'view/ids', args }) ?? viewIds(context.session(), args);
  },
  'view/locate': async (context, args) => {
    const { session } = context;
    const near = isTableView(session(), args.view)
      ? locateInView(session(), args)
      : { index: -1, id: args.id };
    if (near.index >= 0) return near;
    const columns = await columnsOf(context, args.view, everything);
    return columns?.ask({ name: 'view/locate', args }) ?? locateInView(session(), args);
  },
} satisfies HandlersFor<'view/answer' | 'view/page' | 'view/ids' | 'view/locate'>;
