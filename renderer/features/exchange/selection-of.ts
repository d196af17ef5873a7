import type { Selection } from '../../../shared/contract/exchange-calls.ts';
import { getIncidents } from '../../state/incidents-store.ts';

export type What = Selection['what'];

/** The records an export covers, read at the moment it is asked for. */
export function selectionOf(what: What): Selection {
  const { filter, sort, selectedIds } = getIncidents();
  switch (what) {
    case 'case':
      return { what };
    case 'filter':
      return { what, filter, sort };
    case 'incidents':
      return { what, ids: [...selectedIds] };
  }
}
