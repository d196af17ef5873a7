// Saving from a form: one record/save, its refusal kept for the form, toasts with undo for deletions.
import { useState } from 'react';
import type { EditableTable, Op } from '../../shared/contract/record-calls.ts';
import type { AppError } from '../../shared/lib/app-error.ts';
import { asAppError, call } from '../api/client.ts';
import { notifyError } from '../state/app-store.ts';
import { notifyWithUndo } from './take-back.ts';

export interface Saving {
  /** Resolves to false when it was refused; `error` then says why. Nothing to do counts as saved. */
  readonly save: (ops: readonly Op[], why?: string) => Promise<boolean>;
  /** The same for a save that is another call. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly isSaving: boolean;
  readonly error: AppError | undefined;
  readonly clearError: () => void;
}

export function useSave(): Saving {
  const [isSaving, setIsSaving] = useState(false);
  const [error, setError] = useState<AppError>();

  async function run(work: () => Promise<unknown>): Promise<boolean> {
    setIsSaving(true);
    setError(undefined);
    try {
      await work();
      return true;
    } catch (thrown) {
      setError(asAppError(thrown));
      return false;
    } finally {
      setIsSaving(false);
    }
  }

  async function save(ops: readonly Op[], why?: string): Promise<boolean> {
    if (ops.length === 0) return true;
    return run(() => call('record/save', { ops: [...ops], ...(why ? { why } : {}) }));
  }

  return { save, run, isSaving, error, clearError: () => setError(undefined) };
}

/** Saves outside a form; answers the revision it made (from 1). A refusal becomes a toast, and undefined. */
export async function saveNow(ops: readonly Op[]): Promise<number | undefined> {
  try {
    return (await call('record/save', { ops: [...ops] })).revision;
  } catch (error) {
    notifyError(error);
    return undefined;
  }
}

/** Deletes a record and offers to take it back. Resolves to false when it was refused. */
export function useRemove(): (
  table: EditableTable,
  id: string,
  message: string,
) => Promise<boolean> {
  return async (table, id, message) => {
    try {
      const { revision } = await call('record/save', { ops: [{ do: 'delete', table, id }] });
      notifyWithUndo(message, revision);
      return true;
    } catch (error) {
      notifyError(error);
      return false;
    }
  };
}
