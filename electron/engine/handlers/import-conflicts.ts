/** Where a file of a data set says otherwise than the analyst. */
import type { importConflictCalls } from '../../../shared/contract/import-conflict-calls.ts';
import {
  decideImportConflict,
  decideImportConflicts,
  importOrigin,
  listImportConflicts,
} from '../../services/import-conflicts.ts';
import type { HandlersFor } from '../context.ts';

export const importConflictHandlers: HandlersFor<keyof typeof importConflictCalls> = {
  'import/conflicts': ({ session }, page) => listImportConflicts(session().db, page),
  'import/decide': ({ session }, decision) => decideImportConflict(session(), decision),
  'import/decide-all': ({ session }, rule) => decideImportConflicts(session(), rule),
  'import/origin': ({ session }, { incident }) => importOrigin(session().db, incident),
};
