/** Writing and reading single records. */
import { requireRecord } from '../../services/records.ts';
import { saveRecords } from '../../services/save.ts';
import type { HandlersFor } from '../context.ts';

export const recordHandlers = {
  'record/save': (context, args) => saveRecords(context.session(), args),
  'record/get': (context, { table, id }) =>
    ({ ...requireRecord(context.session().db, table, id) }) as Record<string, unknown>,
} satisfies HandlersFor<'record/save' | 'record/get'>;
