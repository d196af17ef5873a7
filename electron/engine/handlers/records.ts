/** Writing and reading single records. */
import { changeTogether } from '../../services/bulk-change.ts';
import { requireRecord } from '../../services/records.ts';
import { saveRecords } from '../../services/save.ts';
import type { HandlersFor } from '../context.ts';

export const recordHandlers = {
  'record/save': (context, args) => saveRecords(context.session(), args),
  'incident/bulk': (context, args) => changeTogether(context.session(), args),
  'record/get': (context, { table, id }) =>
    ({ ...requireRecord(context.session().db, table, id) }) as Record<string, unknown>,
} satisfies HandlersFor<'record/save' | 'incident/bulk' | 'record/get'>;
