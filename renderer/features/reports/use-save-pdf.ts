import { useState } from 'react';
import type { CallResult } from '../../../shared/contract/contract.ts';
import type { ReportRequest } from '../../../shared/contract/exchange-calls.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { asAppError, call } from '../../api/client.ts';

interface Saving {
  readonly isSaving: boolean;
  readonly saved: CallResult<'report/pdf'> | undefined;
  readonly error: AppError | undefined;
}

const idle: Saving = { isSaving: false, saved: undefined, error: undefined };

/** Asks where to, makes the PDF there, tells how it went. A closed dialog is no error. */
export function useSavePdf() {
  const [state, setState] = useState(idle);
  async function run(request: ReportRequest, suggestedName: string): Promise<void> {
    try {
      const chosen = await call('file/choose', { purpose: 'report-pdf', suggestedName });
      if (chosen.cancelled) return;
      setState({ ...idle, isSaving: true });
      const saved = await call('report/pdf', { token: chosen.token, request });
      setState({ ...idle, saved });
    } catch (error) {
      setState({ ...idle, error: asAppError(error) });
    }
  }
  return {
    ...state,
    save: (request: ReportRequest, suggestedName: string) => {
      if (!state.isSaving) void run(request, suggestedName);
    },
    clear: () => setState(idle),
  };
}
