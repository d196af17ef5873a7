// One export in the format of another program, from choosing the place to its result. Outside the screen: it
// goes on, and is still there, when the analyst looks at something else meanwhile.
import { create } from 'zustand';
import type { CallResult } from '../../../shared/contract/contract.ts';
import type { Selection } from '../../../shared/contract/exchange-calls.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import type { ExportFormat } from '../../../shared/export/formats.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { asAppError, call } from '../../api/client.ts';

export type FileExport =
  | { readonly step: 'none' }
  | {
      readonly step: 'writing';
      readonly format: ExportFormat;
      readonly fileName: string;
    }
  | {
      readonly step: 'done';
      readonly format: ExportFormat;
      readonly result: CallResult<'export/write'>;
    }
  | { readonly step: 'failed'; readonly error: AppError };

export const useFileExport = create<{ readonly state: FileExport }>(() => ({
  state: { step: 'none' },
}));

const set = (state: FileExport) => useFileExport.setState({ state });

export interface FileWanted {
  readonly format: ExportFormat;
  readonly selection: Selection;
  readonly tlpMax: TlpLabel;
  readonly suggestedName: string;
}

/** Asks where to, and writes. Does nothing while another file is being written. */
export async function exportFile({ suggestedName, ...wanted }: FileWanted): Promise<void> {
  if (useFileExport.getState().state.step === 'writing') return;
  const { format } = wanted;
  try {
    const chosen = await call('file/choose', { purpose: `export-${format}`, suggestedName });
    if (chosen.cancelled) return;
    const { token, fileName } = chosen;
    set({ step: 'writing', format, fileName });
    // Excel takes a table without the mark for Latin-1
    const withMark = format === 'csv';
    set({
      step: 'done',
      format,
      result: await call('export/write', { token, ...wanted, withMark }),
    });
  } catch (error) {
    const found = asAppError(error);
    set(found.code === 'call/cancelled' ? { step: 'none' } : { step: 'failed', error: found });
  }
}

export const closeFileExport = () => set({ step: 'none' });
