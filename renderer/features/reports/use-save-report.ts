import { useState } from 'react';
import type { CallResult } from '../../../shared/contract/contract.ts';
import type { ReportRequest } from '../../../shared/contract/exchange-calls.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import type { ReportFormat } from '../../../shared/report/format.ts';
import { asAppError, call } from '../../api/client.ts';

interface Saving {
  readonly isSaving: boolean;
  readonly saved: CallResult<'report/save'> | undefined;
  readonly error: AppError | undefined;
}

const purposes = { pdf: 'report-pdf', html: 'report-html' } as const;

const idle: Saving = { isSaving: false, saved: undefined, error: undefined };

/** Asks where to, writes the file there, tells how it went. A closed dialog is no error. */
export function useSaveReport() {
  const [state, setState] = useState(idle);
  async function run(
    request: ReportRequest,
    format: ReportFormat,
    suggestedName: string,
  ): Promise<void> {
    try {
      const chosen = await call('file/choose', { purpose: purposes[format], suggestedName });
      if (chosen.cancelled) return;
      setState({ ...idle, isSaving: true });
      const saved = await call('report/save', { token: chosen.token, request });
      setState({ ...idle, saved });
    } catch (error) {
      setState({ ...idle, error: asAppError(error) });
    }
  }
  return {
    ...state,
    save: (request: ReportRequest, format: ReportFormat, suggestedName: string) => {
      if (!state.isSaving) void run(request, format, suggestedName);
    },
    clear: () => setState(idle),
  };
}
