/**
 * One row of a table that Cairn wrote: the whole incident stands in a cell, and what was changed in the
 * other columns since counts for more (decision 0117). A change that no column can give is told. Pure.
 */
import { disorderOf } from '../domain/disorder-type.ts';
import { licensedSetOf } from '../domain/licensed-data.ts';
import type { Carried } from '../export/carried.ts';
import { unescapeText } from '../lib/marked-cell.ts';
import type { ReadIncident, ReadParty, ReadResult, ReadRow } from './imported.ts';
import { plainName } from './known-layouts.ts';
import { isAsWritten, isTaken, isWritten, writtenCell } from './own-table-cells.ts';
import { TableReader } from './read-table.ts';
import type { DataSetReader } from './row-feed.ts';
import { readCarried, rowOfCarried } from './structured/row-of-carried.ts';
import type { RowIssue, TableMapping } from './table-fields.ts';

/** Fields of an incident that columns give, each on its own. */
const fields = [
  ...(['title', 'summary', 'event_type', 'sub_event_type', 'date_edtf', 'place_words'] as const),
  ...(['country', 'admin1', 'admin2', 'targets', 'status', 'time_words'] as const),
] as const satisfies readonly (keyof ReadIncident)[];

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
/** What is in one list and not in another. */
function added<T>(now: readonly T[], before: readonly T[]): readonly T[] {
  const known = new Set(before.map((each) => JSON.stringify(each)));
  return now.filter((each) => !known.has(JSON.stringify(each)));
}

function parse(cell: string): Carried | undefined {
  try {
    return readCarried(JSON.parse(cell));
  } catch {
    return undefined;
  }
}

export class OwnTableReader implements DataSetReader {
  readonly #names: readonly string[];
  readonly #whole: number;
  /** Reads what stands in the columns, but for totals: a row gives its claims in the cell. */
  readonly #columns: TableReader;
  /** Reads a row that has lost its cell, as one of any list. */
  readonly #list: TableReader;

  constructor(names: readonly string[], mapping: TableMapping) {
    this.#names = names.map(plainName);
    this.#whole = mapping.columns.indexOf('whole');
    const columns = mapping.columns.map((meaning) => (meaning === 'whole' ? 'skip' : meaning));
    this.#list = new TableReader(names, { ...mapping, columns });
    const read = columns.map((meaning, at) =>
      isWritten(this.#names[at] ?? '') && !isTaken(this.#names[at] ?? '') ? 'skip' : meaning,
    );
    this.#columns = new TableReader(names, { ...mapping, columns: read });
  }

  read(cells: readonly string[], isCut = false): ReadResult {
    const carried = parse(cells[this.#whole] ?? '');
    const plain = cells.map(unescapeText);
    if (carried === undefined || isCut || cells.length !== this.#names.length) {
      const read = this.#list.read(plain, isCut);
      if ('failure' in read) return read;
      const { row } = read;
      const lost: RowIssue = { code: 'whole-missing', column: this.#at() };
      const key = row.key === null ? null : this.#ofDataSet(row.key, plain);
      return { row: { ...row, key, warnings: [...row.warnings, lost] } };
    }
    const row = rowOfCarried(carried);
    const written = this.#names.map((name) => writtenCell(name, carried));
    const changed = cells.flatMap((cell, at) => {
      const was = written[at];
      const isField =
        was === undefined ? this.#isAdded(at) && cell.trim() !== '' : !isAsWritten(cell, was);
      return isField ? [at] : [];
    });
    if (changed.length === 0) return { row };
    // what is as it was is read as it was written, whatever a spreadsheet made of it
    const now = plain.map((cell, at) => (changed.includes(at) ? cell : (written[at] ?? cell)));
    const read = this.#columns.read(now);
    if ('failure' in read) return read;
    const before = this.#columns.read(now.map((_, at) => written[at] ?? ''));
    if ('failure' in before) return { row };
    const refused = changed.flatMap((at): RowIssue[] =>
      written[at] !== undefined && !isTaken(this.#names[at] ?? '')
        ? [{ code: 'not-taken', column: at }]
        : [],
    );
    return { row: merged(row, { now: read.row, before: before.row, refused }) };
  }

  /** A row of a data set stays the data set's without its cell too. */
  #ofDataSet(id: string, cells: readonly string[]): string {
    const set = licensedSetOf(cells[this.#names.indexOf('external_key')] ?? null);
    return set === undefined ? id : `${set}:${id}`;
  }

  #at(): number | null {
    return this.#whole < 0 ? null : this.#whole;
  }

  /** A column that Cairn did not write. */
  #isAdded(at: number): boolean {
    return at !== this.#whole && !reckoned.has(this.#names[at] ?? '');
  }
}

/** Columns of ours that follow from others. */
const reckoned: ReadonlySet<string> = new Set([
  ...['date_earliest', 'date_latest', 'killed_grade', 'possibly_same_as', 'updated_at'],
  'attribution',
]);

function merged(
  row: ReadRow,
  {
    now,
    before,
    refused,
  }: {
    readonly now: ReadRow;
    readonly before: ReadRow;
    readonly refused: readonly RowIssue[];
  },
): ReadRow {
  const patch = Object.fromEntries(
    fields
      .filter((name) => now.incident[name] !== undefined)
      .filter((name) => !same(now.incident[name], before.incident[name]))
      .map((name) => [name, now.incident[name]]),
  ) as Partial<ReadIncident>;
  const { latitude, longitude } = now.incident;
  const isMoved = latitude !== before.incident.latitude || longitude !== before.incident.longitude;
  const isUnreadable = now.warnings.some(({ code }) => code === 'coordinates-unreadable');
  const incident = {
    ...row.incident,
    ...patch,
    // a point that cannot be read does not take away the one that is known
    ...(isMoved && !isUnreadable ? { latitude, longitude } : {}),
  };
  const { event_type, sub_event_type } = incident;
  return {
    ...row,
    incident: { ...incident, disorder_type: disorderOf(event_type, sub_event_type) },
    actors: same(now.actors, before.actors) ? row.actors : now.actors.map(asBefore(row.actors)),
    claims: [...row.claims, ...added(now.claims, before.claims)],
    sources: added(now.sources, before.sources),
    notes: [...row.notes, ...added(now.notes, before.notes)],
    tags: same(now.tags, before.tags) ? row.tags : now.tags,
    kept: { ...now.kept, ...row.kept },
    warnings: [...added(now.warnings, before.warnings), ...refused],
  };
}

/** An actor that had the part before has it with all that is known of it. */
function asBefore(known: readonly ReadParty[]): (party: ReadParty) => ReadParty {
  return (party) =>
    known.find(({ actor, role }) => actor.name === party.actor.name && role === party.role) ??
    party;
}
