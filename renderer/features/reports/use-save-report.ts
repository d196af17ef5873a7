import { useState } from 'react';
import type { CallArgs, CallResult, EventPayload } from '../../../shared/contract/contract.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import type { ReportFormat } from '../../../shared/report/format.ts';
import { asAppError, call, subscribe } from '../../api/client.ts';
import { startLocalJob } from '../../state/jobs-store.ts';

interface Saving {
  readonly isSaving: boolean;
  readonly progress: EventPayload<'report/progress'> | undefined;
  readonly saved: CallResult<'report/save'> | undefined;
  readonly error: AppError | undefined;
}

/** A report to build, or a kept one. */
type Saved = CallArgs<'report/save'>['of'];

const purposes = { pdf: 'report-pdf', html: 'report-html', docx: 'report-docx' } as const;

const idle: Saving = {
  isSaving: false,
  progress: undefined,
  saved: undefined,
  error: undefined,
};

const phases = { reading: 'reading', figures: 'drawing', pages: 'printing' } as const;
const cancel = () => void call('report/cancel-save', {});

/**
 * Asks where to, writes the file there, tells how it went, here and in the list of jobs. A closed dialog
 * is no error.
 */
export function useSaveReport() {
  const [state, setState] = useState(idle);
  async function run(of: Saved, format: ReportFormat, suggestedName: string): Promise<void> {
    const chosen = await call('file/choose', { purpose: purposes[format], suggestedName });
    if (chosen.cancelled) return;
    setState({ ...idle, isSaving: true });
    const job = startLocalJob({
      ...{ kind: 'report', subject: chosen.fileName, unit: 'steps', cancel },
      phases: Object.values(phases),
    });
    const end = subscribe('report/progress', (progress) => {
      setState((now) => (now.isSaving ? { ...now, progress } : now));
      const { stage, done, total } = progress;
      job.progress({ phase: phases[stage], done, total: total > 1 ? total : null });
    });
    try {
      const saved = await call('report/save', { token: chosen.token, of });
      job.done({ fileName: saved.fileName });
      setState({ ...idle, saved });
    } catch (error) {
      const refused = asAppError(error);
      const isCancelled = refused.code === 'call/cancelled';
      if (isCancelled) job.cancelled();
      else job.failed(refused);
      setState(isCancelled ? idle : { ...idle, error: refused });
    } finally {
      end();
    }
  }
  return {
    ...state,
    save: (of: Saved, format: ReportFormat, suggestedName: string) => {
      if (state.isSaving) return;
      run(of, format, suggestedName).catch((error: unknown) =>
        setState({ ...idle, error: asAppError(error) }),
      );
    },
    cancel,
    clear: () => setState(idle),
  };
}
