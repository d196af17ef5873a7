import type { Selection } from '../../shared/contract/exchange-calls.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import type { Reader } from '../db/sqlite.ts';
import { incidentIds } from './incidents.ts';

/** Ids of the incidents selected, each once, in the order of the table or of the selection. */
export function selectedIds(db: Reader, selection: Selection): readonly string[] {
  switch (selection.what) {
    case 'case':
      return incidentIds(db, {}, defaultSort);
    case 'filter':
      return incidentIds(db, selection.filter, selection.sort);
    case 'incidents':
      return [...new Set(selection.ids)];
  }
}
