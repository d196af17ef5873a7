import type { Job } from '../../shared/contract/job-calls.ts';
import { goTo } from '../state/app-store.ts';
import { setFilter } from '../state/incidents-store.ts';
import { askSameAgain } from '../state/same-store.ts';

/** Leads to what came of a job; undefined when there is nothing to look at in the window. */
export function jobTarget({ kind, state, outcome }: Job): (() => void) | undefined {
  const batch = outcome?.batch ?? undefined;
  switch (kind) {
    case 'table-import':
    case 'pack-import':
      if (batch === undefined) return () => goTo('exchange');
      return () => {
        setFilter({ batch });
        goTo('incidents');
      };
    case 'table-check':
    case 'pack-preview':
    case 'pack-export':
    case 'export':
      return () => goTo('exchange');
    case 'check':
    case 'rebuild':
    case 'bulk':
    case 'undo':
      return () => goTo('history');
    case 'same':
      return state === 'done' ? askSameAgain : undefined;
    case 'report':
      return () => goTo('reports');
    case 'layout':
      return () => goTo('network');
    case 'backup':
      return undefined;
  }
}
