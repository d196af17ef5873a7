import { all, type Reader } from '../sqlite.ts';

export interface SavedViewRow {
  readonly id: string;
  readonly name: string;
  readonly filterText: string;
  /** JSON, read by `shared/domain/saved-view.ts`. */
  readonly layout: string;
}

/** Live saved views, oldest first. */
export function listSavedViews(db: Reader): SavedViewRow[] {
  return all(
    db,
    `SELECT id, name, filter_text AS filterText, layout FROM saved_view
     WHERE deleted_at IS NULL ORDER BY pk`,
  );
}
