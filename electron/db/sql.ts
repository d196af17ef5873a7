/** SQL put together from parts. Values always travel as parameters, never as text. */
import type { SqlValue } from './sqlite.ts';

export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

function isSql(part: SqlValue | Sql): part is Sql {
  return typeof part === 'object' && part !== null && 'text' in part && 'values' in part;
}

/** Tag: `sql\`title = ${title} AND ${other}\`` where `other` may be another piece of SQL. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlValue | Sql)[]): Sql {
  let text = strings[0] ?? '';
  const values: SqlValue[] = [];
  for (const [index, part] of parts.entries()) {
    if (isSql(part)) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[index + 1] ?? '';
  }
  return { text, values };
}

/** Pieces in brackets with AND or OR between them; `empty` stands for none. */
export function joinSql(pieces: readonly Sql[], word: 'AND' | 'OR', empty: Sql): Sql {
  if (pieces.length === 0) return empty;
  return {
    text: pieces.map((piece) => `(${piece.text})`).join(` ${word} `),
    values: pieces.flatMap((piece) => piece.values),
  };
}

/** A list as one parameter: `IN (${listOf(ids)})`. */
export function listOf(values: readonly (string | number)[]): Sql {
  return sql`SELECT value FROM json_each(${JSON.stringify(values)})`;
}
