/**
 * Writes rows by the hundred thousand: many to a statement, values by position. Only inside an action.
 * What an import makes comes in pieces: for each target the values of its rows, one row after the other.
 */
import type { TableName, Values } from '../../../shared/domain/records.ts';
import { type SqlValue, value, type Writer } from '../sqlite.ts';
import { allColumns, encode } from '../tables.ts';
import { cacheColumns } from './incident-cache.ts';
import { RowWriter } from './row-writer.ts';
import { incidentTextColumns } from './search-index.ts';

/** Tables of records that an import fills, each after those that its rows name. */
export const rangeNames = [
  'actor',
  'actor_name',
  'source',
  'tag',
  'incident',
  'claim',
  'toll',
  'link',
  'tagging',
  'note',
] as const satisfies readonly TableName[];
export type RangeName = (typeof rangeNames)[number];

/** In the order in which a piece is written: a name that leads nowhere yet is costly to SQLite. */
const pieceTargets = [
  ...rangeNames,
  'imported_row',
  'search_doc',
  'search_fts',
  'incident_rtree',
  'incident_fts',
] as const;
type PieceTarget = (typeof pieceTargets)[number];

export type Piece = { readonly [T in PieceTarget]?: readonly SqlValue[] };

/**
 * The fields that an import gives, in the order of their values; all others are the same in each of its
 * records.
 */
export const importFields = {
  actor: ['name', 'kind', 'inter_code', 'description', 'country'],
  actor_name: ['actor_id', 'name', 'kind'],
  source: [
    ...(['title', 'kind', 'publisher', 'url', 'published', 'author', 'language'] as const),
    ...(['reliability', 'published_earliest', 'published_latest'] as const),
  ],
  tag: ['name'],
  incident: [
    ...(['title', 'summary', 'event_type', 'sub_event_type', 'disorder_type'] as const),
    ...(['date_edtf', 'date_earliest', 'date_latest', 'place_words'] as const),
    ...(['latitude', 'longitude', 'geo_level', 'geo_code', 'country', 'admin1', 'admin2'] as const),
    ...(['targets', 'date_words', 'time_words', 'radius_m'] as const),
    ...(['status', 'status_why', 'confidence', 'invented', 'external_key'] as const),
  ],
  claim: [
    ...(['incident_id', 'source_id', 'claimant_id', 'kind', 'statement'] as const),
    ...(['value', 'made_on', 'credibility'] as const),
  ],
  toll: ['claim_id', 'party', 'outcome', 'low', 'high', 'qualifier', 'words'],
  link: ['kind', 'from_id', 'to_id', 'role', 'attribution', 'note'],
  tagging: ['tag_id', 'target_table', 'target_id'],
  note: ['target_table', 'target_id', 'kind', 'body'],
} as const satisfies { readonly [T in RangeName]: readonly (keyof Values<T>)[] };

type InOrder<T extends RangeName, Names extends readonly unknown[]> = {
  readonly [At in keyof Names]: Values<T>[Names[At] & keyof Values<T>] | undefined;
};
/** Values of a record in the order of `importFields`; undefined is the usual value of the field. */
export type ImportValues<T extends RangeName> = InOrder<T, (typeof importFields)[T]>;

/** What a field of a table holds where nobody says anything, by its name; null where it is not named. */
export type UsualValues = { readonly [T in RangeName]: Readonly<Record<string, unknown>> };

/** What all records of one import share. */
export interface SharedMeta {
  readonly at: string;
  /** Id of the author. */
  readonly by: string;
  /** Batch. */
  readonly origin: string;
  readonly usual: UsualValues;
}

/** Columns of a table that are no fields of its records. */
function besideColumns(table: RangeName): readonly string[] {
  return table === 'incident' ? cacheColumns : [];
}

/** Columns whose values differ from row to row, in the order of their values in a piece. */
function columnsOfRange(table: RangeName): string[] {
  return ['pk', 'id', 'rev', 'tlp', ...importFields[table], ...besideColumns(table)];
}

const indexColumns: { readonly [T in Exclude<PieceTarget, RangeName>]: readonly string[] } = {
  imported_row: ['incident_pk', 'action_seq', 'line', 'stamp', 'digest', 'kept'],
  search_doc: ['pk', 'table_name', 'record_id'],
  search_fts: ['rowid', 'title', 'body'],
  incident_rtree: ['pk', 'min_lat', 'max_lat', 'min_lon', 'max_lon'],
  incident_fts: ['rowid', ...incidentTextColumns],
};

export class PieceWriter {
  readonly #db: Writer;
  readonly #meta: Readonly<Record<string, SqlValue>>;
  readonly #usual: UsualValues;
  readonly #writers = new Map<PieceTarget, RowWriter>();

  constructor(db: Writer, { at, by, origin, usual }: SharedMeta) {
    this.#db = db;
    this.#meta = {
      ...{ created_at: at, created_by: by, updated_at: at, updated_by: by },
      ...{ deleted_at: null, origin },
    };
    this.#usual = usual;
  }

  write(piece: Piece): void {
    for (const target of pieceTargets) {
      const cells = piece[target];
      if (cells !== undefined && cells.length > 0) this.#writer(target).write(cells);
    }
  }

  #writer(target: PieceTarget): RowWriter {
    let known = this.#writers.get(target);
    if (known === undefined) {
      known = isRange(target)
        ? new RowWriter(this.#db, target, columnsOfRange(target), { same: this.#same(target) })
        : new RowWriter(this.#db, target, indexColumns[target]);
      this.#writers.set(target, known);
    }
    return known;
  }

  /** The columns of a table that no row gives. */
  #same(table: RangeName): Record<string, SqlValue> {
    const given: readonly string[] = columnsOfRange(table);
    const same: Record<string, SqlValue> = {};
    for (const { name, kind } of allColumns[table]) {
      if (given.includes(name)) continue;
      const meta = this.#meta[name];
      same[name] = meta === undefined ? encode(kind, this.#usual[table][name]) : meta;
    }
    return same;
  }
}

function isRange(target: PieceTarget): target is RangeName {
  return (rangeNames as readonly string[]).includes(target);
}

/** The keys that the next row of each table gets. */
export interface NextKeys {
  readonly records: { readonly [T in RangeName]: number };
  readonly document: number;
}

export function nextKeys(db: Writer): NextKeys {
  const next = (table: string) => (value<number>(db, `SELECT max(pk) FROM ${table}`) ?? 0) + 1;
  const records = Object.fromEntries(rangeNames.map((table) => [table, next(table)]));
  return { records: records as NextKeys['records'], document: next('search_doc') };
}
