import { useEffect } from 'react';
import { getEditor, isDirty } from '../features/incidents/editor-store.ts';

/** Holds the window open while an incident is half written; the shell then asks the analyst. */
export function useUnloadGuard(): void {
  useEffect(() => {
    function hold(event: BeforeUnloadEvent) {
      if (isDirty(getEditor())) event.preventDefault();
    }
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, []);
}
