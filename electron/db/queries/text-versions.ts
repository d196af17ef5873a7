/** The states a source's text went through, from the log. */
import { all, get, type Reader } from '../sqlite.ts';

export interface TextStateRow {
  readonly seq: number;
  readonly at: string;
  readonly author_name: string;
  readonly kind: string;
  readonly why: string | null;
  /** The text as JSON. */
  readonly text: string;
}

const states = `
  SELECT action.seq, action.at, action.author_name, action.kind, action.why,
    CASE change.field WHEN 'text' THEN change.new ELSE json_quote(change.new ->> '$.text') END AS text
  FROM change JOIN action ON action.seq = change.action_seq
  WHERE change.record_id = ? AND change.field IN ('text', '*')`;

/** Oldest first. */
export function listTextStates(db: Reader, sourceId: string): TextStateRow[] {
  return all<TextStateRow>(db, `${states} ORDER BY change.pk`, [sourceId]);
}

export function getTextState(db: Reader, sourceId: string, seq: number): TextStateRow | undefined {
  return get<TextStateRow>(db, `${states} AND action.seq = ?`, [sourceId, seq]);
}
