/** Tables of data sets: what a file is, what an import would do, and doing it. */
import type { tableCalls } from '../../../shared/contract/table-calls.ts';
import type { EngineContext, HandlersFor } from '../context.ts';
import { TableThread } from '../table-thread.ts';

/** Where nothing else is given the work is done at once and tells no progress. */
const inPlace = new TableThread(() => undefined);
const threadOf = ({ tables }: EngineContext) => tables ?? inPlace;

export const tableHandlers: HandlersFor<keyof typeof tableCalls> = {
  'table/preview': (context, { token, mapping }) =>
    threadOf(context).preview(context.filePath(token), mapping),
  'table/check': (context, { token, mapping }) =>
    threadOf(context).read(context.session(), 'check', context.filePath(token), mapping),
  'table/import': (context, { token, mapping }) =>
    threadOf(context).read(context.session(), 'import', context.filePath(token), mapping),
  'table/cancel': (context) => {
    threadOf(context).cancel();
    return {};
  },
};
