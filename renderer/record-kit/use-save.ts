// Saving from a form: one record/save, its refusal kept for the form, toasts with undo for deletions.
import { useState } from 'react';
import type { EditableTable, Op } from '../../shared/contract/record-calls.ts';
import type { AppError } from '../../shared/lib/app-error.ts';
import { asAppError, call } from '../api/client.ts';
import { notify, notifyError } from '../state/app-store.ts';
import { useText } from '../text/index.tsx';
import { takeBack } from './take-back.ts';

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

/** Saves outside a form: a refusal becomes a toast. */
export async function saveNow(ops: readonly Op[]): Promise<boolean> {
  try {
    await call('record/save', { ops: [...ops] });
    return true;
  } catch (error) {
    notifyError(error);
    return false;
  }
}

/** Deletes a record and offers to take it back. Resolves to false when it was refused. */
export function useRemove(): (
  table: EditableTable,
  id: string,
  message: string,
) => Promise<boolean> {
  const t = useText();
  return async (table, id, message) => {
    try {
      const { revision } = await call('record/save', { ops: [{ do: 'delete', table, id }] });
      const action = { label: t.records.common.undo, run: () => void takeBack(revision) };
      notify({ text: message, action });
      return true;
    } catch (error) {
      notifyError(error);
      return false;
    }
  };
}
