/** Writes rows by prepared statements, many to a statement, values by position. Only inside an action. */
import type { SqlValue, Writer } from '../sqlite.ts';

export interface RowsOptions {
  /** Columns of the same value in every row. */
  readonly same?: Readonly<Record<string, SqlValue>>;
  /** In place of what has the same key. */
  readonly isReplacing?: boolean;
  /** Rows to a statement; SQLite takes 32 766 values. */
  readonly atOnce?: number;
}

type Write = (cells: readonly SqlValue[]) => void;

export class RowWriter {
  readonly #width: number;
  readonly #atOnce: number;
  readonly #prepare: (rows: number) => Write;
  /** For one row and for `atOnce`, when they first come. */
  readonly #kept = new Map<number, Write>();

  constructor(
    db: Writer,
    table: string,
    columns: readonly string[],
    { same = {}, isReplacing = false, atOnce = 64 }: RowsOptions = {},
  ) {
    this.#width = columns.length;
    this.#atOnce = atOnce;
    const constants = Object.keys(same);
    const names = [...columns, ...constants].join(', ');
    const row = [...columns.map(() => '?'), ...constants.map((name) => `@${name}`)].join(', ');
    const verb = isReplacing ? 'INSERT OR REPLACE' : 'INSERT';
    this.#prepare = (rows) => {
      const marks = Array.from({ length: rows }, () => `(${row})`).join(', ');
      const statement = db.prepare(`${verb} INTO ${table} (${names}) VALUES ${marks}`);
      if (constants.length === 0) return (cells) => void statement.run(cells);
      return (cells) => void statement.run(cells, same);
    };
  }

  /** The values of whole rows, one row after the other. */
  write(cells: readonly SqlValue[]): void {
    const step = this.#width * this.#atOnce;
    for (let at = 0; at < cells.length; at += step) {
      const some = cells.slice(at, at + step);
      // what is left over is one statement too: each ends a piece of an index of words
      this.#of(some.length / this.#width)(some);
    }
  }

  #of(rows: number): Write {
    const known = this.#kept.get(rows);
    if (known !== undefined) return known;
    const made = this.#prepare(rows);
    if (rows === 1 || rows === this.#atOnce) this.#kept.set(rows, made);
    return made;
  }
}

const writers = new WeakMap<Writer, Map<string, RowWriter>>();

/** A writer that is kept with its connection. */
export function rowWriter(
  db: Writer,
  table: string,
  columns: readonly string[],
  options: Omit<RowsOptions, 'same'> = {},
): RowWriter {
  const known = writers.get(db) ?? new Map<string, RowWriter>();
  writers.set(db, known);
  const name = `${table} ${columns.join(' ')} ${options.isReplacing === true} ${options.atOnce}`;
  let found = known.get(name);
  if (found === undefined) {
    found = new RowWriter(db, table, columns, options);
    known.set(name, found);
  }
  return found;
}
