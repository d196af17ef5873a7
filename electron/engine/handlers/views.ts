/** One filter, one answer: from the columns, and from the tables until those are ready. */
import type { CallArgs, CallResult } from '../../../shared/contract/contract.ts';
import {
  answerFirstPage,
  answerView,
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

/** The columns, when they answered this view; a view is read where it was answered. */
function columnsOf({ columns, session }: EngineContext, view: number): ColumnsClient | undefined {
  return columns?.isReady && !isTableView(session(), view) ? columns : undefined;
}

export const viewHandlers = {
  'view/answer': answerAsked,
  'view/page': (context, args) =>
    columnsOf(context, args.view)?.ask({ name: 'view/page', args }) ??
    viewPage(context.session(), args),
  'view/ids': (context, args) =>
    columnsOf(context, args.view)?.ask({ name: 'view/ids', args }) ??
    viewIds(context.session(), args),
  'view/locate': (context, args) =>
    columnsOf(context, args.view)?.ask({ name: 'view/locate', args }) ??
    locateInView(context.session(), args),
} satisfies HandlersFor<'view/answer' | 'view/page' | 'view/ids' | 'view/locate'>;
