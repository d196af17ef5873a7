import { readViewLayout } from '../../shared/domain/saved-view.ts';
import { listSavedViews, type SavedViewRow } from '../db/queries/saved-views.ts';
import type { Reader } from '../db/sqlite.ts';

/** Live saved views in the analyst's order; those of one place, as after an import, oldest first. */
export function savedViews(db: Reader): SavedViewRow[] {
  return listSavedViews(db)
    .map((view) => ({ view, order: readViewLayout(view.layout).order }))
    .sort((a, b) => a.order - b.order)
    .map(({ view }) => view);
}
