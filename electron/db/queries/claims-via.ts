/** Claims that passed through an actor on their way to the source. */
import { column, type Reader } from '../sqlite.ts';

/** Ids of the live ones. */
export function claimsVia(db: Reader, actor: string): string[] {
  return column<string>(
    db,
    `SELECT claim.id FROM claim INDEXED BY claim_via, json_each(claim.via) AS one
     WHERE claim.via <> '[]' AND claim.deleted_at IS NULL AND one.value = ?`,
    [actor],
  );
}
