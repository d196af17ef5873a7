/** One filter, one answer: from the columns, and from the tables until those are ready. */
import type { CallArgs, CallResult } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import {
  answerFirstPage,
  answerView,
  isLargeCase,
  isTableView,
  locateInView,
  nextViewNumber,
  viewIds,
  viewPage,
} from '../../services/views.ts';
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
  if (!columns?.isReady) return answerView(context.session(), ask);
  try {
    return await columns.ask({ name: 'view/answer', args: ask, view: nextViewNumber() });
  } catch (error) {
    // the thread died over it
    if (error instanceof AppError && error.code === 'view/stale') {
      return answerView(context.session(), ask);
    }
    throw error;
  }
}

export const viewHandlers = {
  'view/answer': answerAsked,
  'view/page': (context, args) =>
    context.columns?.isReady && !isTableView(context.session(), args.view)
      ? context.columns.ask({ name: 'view/page', args })
      : viewPage(context.session(), args),
  'view/ids': (context, args) =>
    context.columns?.isReady && !isTableView(context.session(), args.view)
      ? context.columns.ask({ name: 'view/ids', args })
      : viewIds(context.session(), args),
  'view/locate': (context, args) =>
    context.columns?.isReady && !isTableView(context.session(), args.view)
      ? context.columns.ask({ name: 'view/locate', args })
      : locateInView(context.session(), args),
} satisfies HandlersFor<'view/answer' | 'view/page' | 'view/ids' | 'view/locate'>;
