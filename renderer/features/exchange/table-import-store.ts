// One import of a table, map, bundle or list of events from choosing the file to its result. Outside the screen: an import goes on, and is
// still there, when the analyst looks at something else meanwhile.
import { create } from 'zustand';
import type { TableImportResult, TablePreview } from '../../../shared/contract/table-calls.ts';
import type { TableMapping, TableReading } from '../../../shared/import/table-fields.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { asAppError, call } from '../../api/client.ts';
import { notifyError } from '../../state/app-store.ts';
import { savedFor } from './saved-mappings.ts';

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
      readonly reading: TableReading;
      readonly preview: TablePreview;
      /** Name of the saved mapping in use. */
      readonly saved: string | undefined;
      /** What a check of the whole file said, as long as the mapping is the same. */
      readonly checked: TableImportResult | undefined;
    }
  | {
      readonly step: 'checking' | 'importing';
      readonly file: File;
      readonly reading: TableReading;
      readonly preview: TablePreview;
    }
  | {
      readonly step: 'done';
      readonly file: File;
      readonly reading: TableReading;
      readonly mapping: TableMapping;
      readonly format: TablePreview['format'];
      readonly result: TableImportResult;
    };

export const useTableImport = create<{ readonly state: TableStep }>(() => ({
  state: { step: 'none' },
}));

const set = (state: TableStep) => useTableImport.setState({ state });
const now = () => useTableImport.getState().state;
/** Answers to older questions are left alone. */
let number = 0;

interface How {
  readonly reading: TableReading;
  readonly mapping?: TableMapping | undefined;
  /** Name of the saved mapping that this is. */
  readonly saved?: string | undefined;
}

async function preview(file: File, { reading, mapping, saved }: How): Promise<void> {
  number += 1;
  const mine = number;
  try {
    const found = await call('table/preview', {
      ...{ token: file.token, reading },
      ...(mapping === undefined ? {} : { mapping }),
    });
    if (mine !== number) return;
    const known = mapping === undefined ? savedFor(found.columns) : undefined;
    if (known !== undefined) {
      await preview(file, { reading, mapping: known.mapping, saved: known.name });
      return;
    }
    set({ step: 'preview', file, reading, preview: found, saved, checked: undefined });
  } catch (error) {
    if (mine === number) {
      set({ step: 'refused', fileName: file.fileName, error: asAppError(error) });
    }
  }
}

/** Takes a file that was dropped on the screen. */
export async function takeTable(file: File): Promise<void> {
  const { step } = now();
  if (step === 'checking' || step === 'importing') return;
  set({ step: 'reading', file });
  await preview(file, { reading: {} });
}

/** Asks where to and writes all rows that are left out, with the reasons. */
export async function saveFailedRows(lang: 'en' | 'fr', suggestedName: string): Promise<void> {
  const state = now();
  if (state.step !== 'preview' && state.step !== 'done') return;
  const mapping = state.step === 'done' ? state.mapping : state.preview.mapping;
  try {
    const chosen = await call('file/choose', { purpose: 'failed-rows', suggestedName });
    if (chosen.cancelled) return;
    const how = { token: state.file.token, reading: state.reading, mapping };
    await call('table/save-failed', { ...how, to: chosen.token, lang });
  } catch (error) {
    notifyError(error);
  }
}

export async function chooseTable(): Promise<void> {
  const { step } = now();
  if (step === 'checking' || step === 'importing') return;
  try {
    const chosen = await call('file/choose', { purpose: 'import-table' });
    if (chosen.cancelled) return;
    await takeTable({ token: chosen.token, fileName: chosen.fileName });
  } catch (error) {
    set({ step: 'refused', fileName: '', error: asAppError(error) });
  }
}

/** Another meaning of columns or dates: the first rows are read again. */
export function setMapping(mapping: TableMapping, saved?: string): void {
  const state = now();
  if (state.step !== 'preview') return;
  set({ ...state, preview: { ...state.preview, mapping }, saved, checked: undefined });
  void preview(state.file, { reading: state.reading, mapping, saved });
}

/** Another encoding, separator, sheet or row of names: what the columns mean is recognised anew. */
export function setReading(reading: TableReading): void {
  const state = now();
  if (state.step === 'preview') void preview(state.file, { reading });
}

async function run(what: 'checking' | 'importing'): Promise<void> {
  const state = now();
  if (state.step !== 'preview') return;
  number += 1;
  const mine = number;
  const { file, reading, preview: shown } = state;
  set({ step: what, file, reading, preview: shown });
  try {
    const name = what === 'checking' ? 'table/check' : 'table/import';
    const how = { token: file.token, reading, mapping: shown.mapping };
    const result = await call(name, how);
    if (mine !== number) return;
    if (what === 'importing') {
      const { mapping, format } = shown;
      set({ step: 'done', file, reading, mapping, format, result });
    } else set({ ...state, checked: result });
  } catch (error) {
    if (mine !== number) return;
    const found = asAppError(error);
    if (found.code === 'call/cancelled') set(state);
    else set({ step: 'refused', fileName: file.fileName, error: found });
  }
}

export const checkTable = () => void run('checking');
export const importTable = () => void run('importing');
/** What is still on its way is let be. */
export function closeTable(): void {
  number += 1;
  set({ step: 'none' });
}
