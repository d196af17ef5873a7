import { useEffect } from 'react';
import { getEditor, isDirty } from '../features/incidents/editor-store.ts';
import { getJobs, isRunning } from '../state/jobs-store.ts';

/** Holds the window open while an incident is half written or work runs; the shell then asks. */
export function useUnloadGuard(): void {
  useEffect(() => {
    function hold(event: BeforeUnloadEvent) {
      if (isDirty(getEditor()) || getJobs().jobs.some(isRunning)) event.preventDefault();
    }
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, []);
}
