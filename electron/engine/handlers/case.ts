/** The case itself, its undo stack and its history. */
import { caseState, describeCase } from '../../services/case-state.ts';
import { checkCase } from '../../services/check.ts';
import { listHistory } from '../../services/history.ts';
import { redo, undo, undoState } from '../../services/undo.ts';
import { undoBatch } from '../../services/undo-batch.ts';
import type { HandlersFor } from '../context.ts';

export const caseHandlers = {
  'case/state': (context) => caseState(context.session()),
  'case/describe': (context, args) => describeCase(context.session(), args),
  'case/check': (context) => checkCase(context.session()),
  'undo/state': (context) => undoState(context.session()),
  'undo/undo': (context) => undo(context.session()),
  'undo/redo': (context) => redo(context.session()),
  'undo/batch': (context, { batch }) => undoBatch(context.session(), batch),
  'history/list': (context, args) => listHistory(context.session().db, args),
} satisfies HandlersFor<
  | 'case/state'
  | 'case/describe'
  | 'case/check'
  | 'undo/state'
  | 'undo/undo'
  | 'undo/redo'
  | 'undo/batch'
  | 'history/list'
>;
