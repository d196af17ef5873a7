import { useEffect } from 'react';
import { call } from '../api/client.ts';
import { useCase } from '../state/case-store.ts';
import { useIncidents } from '../state/incidents-store.ts';

/** Says once that the first screen shows its data: start-up is measured by it. */
export function usePainted(): void {
  const isWelcome = useCase((state) => state.status === 'none');
  const hasRows = useIncidents(
    (state) => state.isRead && (state.total === 0 || state.rows.size > 0),
  );
  const isReady = isWelcome || hasRows;
  useEffect(() => {
    if (!isReady || document.documentElement.dataset.ready === 'true') return;
    // the second frame begins when the first one with the rows is on the screen
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (document.documentElement.dataset.ready === 'true') return;
        document.documentElement.dataset.ready = 'true';
        performance.mark('cairn-ready');
        void call('app/painted', {}).catch(() => undefined);
      }),
    );
  }, [isReady]);
}
