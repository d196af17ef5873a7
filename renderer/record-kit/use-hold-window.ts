import { useEffect } from 'react';

/** While a form holds typed words, closing the window asks first; the shell puts the question. */
export function useHoldWindow(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isDirty]);
}
