/** A column of a table in a pack, as its description says it. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly isNullable: boolean;
  readonly options: readonly string[] | undefined;
  readonly minLength: number | undefined;
}
