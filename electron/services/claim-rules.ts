/** Rules between claims that a form may not break; a pack from elsewhere may bring what breaks them. */
import type { Op } from '../../shared/contract/record-calls.ts';
import { circledIds } from '../../shared/domain/superseding.ts';
import { all, column, type Reader } from '../db/sqlite.ts';
import { invalid } from './record-values.ts';

/** A chain of claims that replace one another, from one claim on; each claim once. */
const chainText = `
  WITH RECURSIVE chain (id) AS (
    SELECT ?
    UNION
    SELECT claim.superseded_by_id FROM claim JOIN chain ON chain.id = claim.id
    WHERE claim.superseded_by_id IS NOT NULL AND claim.deleted_at IS NULL)
  SELECT claim.id, claim.superseded_by_id AS supersededById
  FROM claim JOIN chain ON chain.id = claim.id WHERE claim.deleted_at IS NULL`;

const sameText = `
  SELECT other.id FROM claim_relation AS one JOIN claim_relation AS other
    ON other.from_claim_id = one.from_claim_id AND other.to_claim_id = one.to_claim_id
    AND other.id <> one.id AND other.deleted_at IS NULL
  WHERE one.id = ? AND one.deleted_at IS NULL`;

/**
 * Looks over the records that the steps wrote, inside their transaction. Throws `input/invalid` when
 * claims would replace each other in a circle, or one would relate to another twice.
 */
export function checkClaims(
  db: Reader,
  steps: readonly { readonly op: Op; readonly id: string }[],
): void {
  for (const { op, id } of steps) {
    if (op.do === 'delete') continue;
    if (op.table === 'claim') {
      const chain = all<{ id: string; supersededById: string | null }>(db, chainText, [id]);
      if (circledIds(chain).size > 0) {
        const message = 'claims would replace each other in a circle';
        throw invalid('claim', id, [{ path: ['superseded_by_id'], message }]);
      }
    }
    if (op.table === 'claim_relation' && column<string>(db, sameText, [id]).length > 0) {
      const message = 'these two claims are related already';
      throw invalid('claim_relation', id, [{ path: ['to_claim_id'], message }]);
    }
  }
}
