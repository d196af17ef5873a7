// One import of a table from choosing the file to its result. Outside the screen: an import goes on, and is
// still there, when the analyst looks at something else meanwhile.
import { create } from 'zustand';
import type { EventPayload } from '../../../shared/contract/contract.ts';
import type { TableImportResult, TablePreview } from '../../../shared/contract/table-calls.ts';
import type { TableMapping } from '../../../shared/import/table-fields.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { asAppError, call, subscribe } from '../../api/client.ts';

type Progress = EventPayload<'table/progress'>;

interface File {
  readonly token: string;
  readonly fileName: string;
}

export type TableStep =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly file: File }
  | { readonly step: 'refused'; readonly fileName: string; readonly error: AppError }
  | {
      readonly step: 'preview';
      readonly file: File;
      readonly preview: TablePreview;
      /** What a check of the whole file said, as long as the mapping is the same. */
      readonly checked: TableImportResult | undefined;
    }
  | {
      readonly step: 'checking' | 'importing';
      readonly file: File;
      readonly preview: TablePreview;
      readonly progress: Progress | undefined;
    }
  | { readonly step: 'done'; readonly file: File; readonly result: TableImportResult };

export const useTableImport = create<{ readonly state: TableStep }>(() => ({
  state: { step: 'none' },
}));

const set = (state: TableStep) => useTableImport.setState({ state });
const now = () => useTableImport.getState().state;
/** Answers to older questions are left alone. */
let number = 0;

async function preview(file: File, mapping?: TableMapping): Promise<void> {
  number += 1;
  const mine = number;
  try {
    const found = await call('table/preview', {
      token: file.token,
      ...(mapping === undefined ? {} : { mapping }),
    });
    if (mine === number) set({ step: 'preview', file, preview: found, checked: undefined });
  } catch (error) {
    if (mine === number) {
      set({ step: 'refused', fileName: file.fileName, error: asAppError(error) });
    }
  }
}

export async function chooseTable(): Promise<void> {
  const { step } = now();
  if (step === 'checking' || step === 'importing') return;
  try {
    const chosen = await call('file/choose', { purpose: 'import-table' });
    if (chosen.cancelled) return;
    const file = { token: chosen.token, fileName: chosen.fileName };
    set({ step: 'reading', file });
    await preview(file);
  } catch (error) {
    set({ step: 'refused', fileName: '', error: asAppError(error) });
  }
}

/** Another meaning of columns or dates: the first rows are read again. */
export function setMapping(mapping: TableMapping): void {
  const state = now();
  if (state.step !== 'preview') return;
  set({ ...state, preview: { ...state.preview, mapping }, checked: undefined });
  void preview(state.file, mapping);
}

async function run(what: 'checking' | 'importing'): Promise<void> {
  const state = now();
  if (state.step !== 'preview') return;
  number += 1;
  const { file, preview: shown } = state;
  set({ step: what, file, preview: shown, progress: undefined });
  const end = subscribe('table/progress', (progress) => {
    const at = now();
    if (at.step === what) set({ ...at, progress });
  });
  try {
    const name = what === 'checking' ? 'table/check' : 'table/import';
    const result = await call(name, { token: file.token, mapping: shown.mapping });
    if (what === 'importing') set({ step: 'done', file, result });
    else set({ step: 'preview', file, preview: shown, checked: result });
  } catch (error) {
    const found = asAppError(error);
    if (found.code === 'call/cancelled') set(state);
    else set({ step: 'refused', fileName: file.fileName, error: found });
  } finally {
    end();
  }
}

export const checkTable = () => void run('checking');
export const importTable = () => void run('importing');
export const cancelTable = () => void call('table/cancel', {}).catch(() => undefined);
export const closeTable = () => set({ step: 'none' });
