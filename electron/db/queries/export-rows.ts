/** Reads for files that go out: who may go, the totals of those, and what ties them. */
import type { TollSummary } from '../../../shared/domain/toll-types.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import { tlpLabels } from '../../../shared/domain/vocabulary.ts';
import { all, type Reader, value } from '../sqlite.ts';

const anyOf = 'IN (SELECT value FROM json_each(?))';

export interface OutgoingRow {
  readonly id: string;
  readonly tlp: TlpLabel;
  readonly external_key: string | null;
}

/** Labels and keys of these incidents, in no order; deleted ones are left out. */
export function listOutgoing(db: Reader, ids: readonly string[]): OutgoingRow[] {
  const text = `SELECT id, tlp, external_key FROM incident WHERE id ${anyOf} AND deleted_at IS NULL`;
  return all<OutgoingRow>(db, text, [JSON.stringify(ids)]);
}

/** The cached totals of these incidents, by id. */
export function listTotals(
  db: Reader,
  ids: readonly string[],
): ReadonlyMap<string, readonly TollSummary[]> {
  const text = `SELECT id, toll_json FROM incident WHERE id ${anyOf} AND toll_json IS NOT NULL`;
  const rows = all<{ id: string; toll_json: string }>(db, text, [JSON.stringify(ids)]);
  return new Map(rows.map(({ id, toll_json }) => [id, JSON.parse(toll_json) as TollSummary[]]));
}

const labelled = ['incident', 'actor', 'place', 'source', 'claim', 'toll', 'link', 'note'] as const;

/** The highest label of the case that does not lie above `ceiling`; CLEAR when nothing is labelled. */
export function highestLabel(db: Reader, ceiling: TlpLabel): TlpLabel {
  const upTo = tlpLabels.slice(0, tlpLabels.indexOf(ceiling) + 1);
  const isUsed = (label: TlpLabel): boolean =>
    labelled.some(
      (table) =>
        value(db, `SELECT 1 FROM ${table} WHERE tlp = ? AND deleted_at IS NULL LIMIT 1`, [
          label,
        ]) !== undefined,
    );
  return [...upTo].reverse().find(isUsed) ?? 'CLEAR';
}
