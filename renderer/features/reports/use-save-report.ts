import { useState } from 'react';
import type { CallArgs, CallResult } from '../../../shared/contract/contract.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import type { ReportFormat } from '../../../shared/report/format.ts';
import { asAppError, call } from '../../api/client.ts';

interface Saving {
  readonly isSaving: boolean;
  readonly saved: CallResult<'report/save'> | undefined;
  readonly error: AppError | undefined;
}

/** A report to build, or a kept one. */
type Saved = CallArgs<'report/save'>['of'];

const purposes = { pdf: 'report-pdf', html: 'report-html' } as const;

const idle: Saving = { isSaving: false, saved: undefined, error: undefined };

/** Asks where to, writes the file there, tells how it went. A closed dialog is no error. */
export function useSaveReport() {
  const [state, setState] = useState(idle);
  async function run(of: Saved, format: ReportFormat, suggestedName: string): Promise<void> {
    try {
      const chosen = await call('file/choose', { purpose: purposes[format], suggestedName });
      if (chosen.cancelled) return;
      setState({ ...idle, isSaving: true });
      const saved = await call('report/save', { token: chosen.token, of });
      setState({ ...idle, saved });
    } catch (error) {
      setState({ ...idle, error: asAppError(error) });
    }
  }
  return {
    ...state,
    save: (of: Saved, format: ReportFormat, suggestedName: string) => {
      if (!state.isSaving) void run(of, format, suggestedName);
    },
    clear: () => setState(idle),
  };
}
