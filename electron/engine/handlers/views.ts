/** One filter, one answer. */
import { answerView, locateInView, viewIds, viewPage } from '../../services/views.ts';
import type { HandlersFor } from '../context.ts';

export const viewHandlers = {
  'view/answer': (context, args) => answerView(context.session(), args),
  'view/page': (context, args) => viewPage(context.session(), args),
  'view/ids': (context, args) => viewIds(context.session(), args),
  'view/locate': (context, args) => locateInView(context.session(), args),
} satisfies HandlersFor<'view/answer' | 'view/page' | 'view/ids' | 'view/locate'>;
