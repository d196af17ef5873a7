// The columns of the incident table: widths in pixels, what sorts, and what the analyst chose. Pure.
import type { Sort } from '../../../shared/domain/filter.ts';

export const columnIds = [
  'date',
  'title',
  'place',
  'type',
  'actors',
  'killed',
  'injured',
  'grade',
  'status',
  'review',
  'notes',
  'tlp',
  'updated',
] as const;
export type ColumnId = (typeof columnIds)[number];

export interface Column {
  readonly id: ColumnId;
  readonly width: number;
  readonly least: number;
  /** Absent: the column does not sort. */
  readonly sortKey?: Sort['key'];
  readonly isNumber?: boolean;
  /** Shown before the analyst chose anything. */
  readonly isDefault: boolean;
  /** Pixels from the left where a column that was frozen stays while the others scroll. */
  readonly left?: number;
}

const all: readonly Column[] = [
  { id: 'date', width: 138, least: 122, sortKey: 'date', isDefault: true },
  { id: 'title', width: 320, least: 176, sortKey: 'title', isDefault: true },
  { id: 'place', width: 150, least: 112, sortKey: 'place', isDefault: true },
  { id: 'type', width: 150, least: 104, sortKey: 'type', isDefault: true },
  { id: 'actors', width: 170, least: 112, sortKey: 'actors', isDefault: true },
  { id: 'killed', width: 88, least: 84, sortKey: 'killed', isNumber: true, isDefault: true },
  { id: 'injured', width: 84, least: 70, sortKey: 'injured', isNumber: true, isDefault: false },
  { id: 'grade', width: 58, least: 54, sortKey: 'grade', isDefault: true },
  { id: 'status', width: 118, least: 56, sortKey: 'status', isDefault: true },
  { id: 'review', width: 96, least: 72, sortKey: 'review', isDefault: false },
  { id: 'notes', width: 58, least: 54, sortKey: 'notes', isNumber: true, isDefault: true },
  { id: 'tlp', width: 126, least: 92, sortKey: 'tlp', isDefault: true },
  { id: 'updated', width: 128, least: 104, sortKey: 'updated', isDefault: false },
];

/** What is left out first where the pane is too narrow for all, unless the analyst asked for it. */
const dispensable: readonly ColumnId[] = ['tlp', 'notes', 'type', 'grade', 'actors'];

/** Below this width the status is only its shape. */
export const statusWordsFrom = 92;

/** The column that takes what the others leave. */
export const flexible: ColumnId = 'title';
const widest = 900;

export interface ColumnChoice {
  readonly hidden: readonly ColumnId[];
  /** Asked for by the analyst: shown however narrow the pane is. */
  readonly pinned: readonly ColumnId[];
  readonly widths: { readonly [C in ColumnId]?: number };
  /** All columns from the left once one was moved; empty before. */
  readonly order: readonly ColumnId[];
  /** Stand before the others and stay while those scroll. */
  readonly frozen: readonly ColumnId[];
}

export const defaultChoice: ColumnChoice = {
  hidden: all.filter((column) => !column.isDefault).map((column) => column.id),
  pinned: [],
  widths: {},
  order: [],
  frozen: [],
};

function isColumn(value: unknown): value is ColumnId {
  return columnIds.some((id) => id === value);
}

function clamp(column: Column, width: number): number {
  return Math.round(Math.min(widest, Math.max(column.least, width)));
}

/** The stored choice; what is not understood falls back to the defaults. */
export function readChoice(stored: unknown): ColumnChoice {
  if (typeof stored !== 'object' || stored === null) return defaultChoice;
  const { hidden, pinned, widths, order, frozen } = stored as {
    readonly hidden?: unknown;
    readonly pinned?: unknown;
    readonly widths?: unknown;
    readonly order?: unknown;
    readonly frozen?: unknown;
  };
  const known: { [C in ColumnId]?: number } = {};
  if (typeof widths === 'object' && widths !== null) {
    for (const [id, width] of Object.entries(widths)) {
      if (isColumn(id) && typeof width === 'number' && Number.isFinite(width)) known[id] = width;
    }
  }
  return {
    hidden: Array.isArray(hidden) ? hidden.filter(isColumn) : defaultChoice.hidden,
    pinned: Array.isArray(pinned) ? pinned.filter(isColumn) : [],
    widths: known,
    order: Array.isArray(order) ? [...new Set(order.filter(isColumn))] : [],
    frozen: Array.isArray(frozen) ? [...new Set(frozen.filter(isColumn))] : [],
  };
}

function leastWidth(choice: ColumnChoice, column: Column): number {
  const set = choice.widths[column.id];
  return set === undefined ? column.least : clamp(column, set);
}

/** All columns from the left: frozen ones first, as they were moved, those never moved behind. */
function ordered({ order, frozen }: ColumnChoice): readonly Column[] {
  const place = (id: ColumnId) => (order.includes(id) ? order.indexOf(id) : order.length);
  const isLoose = (id: ColumnId) => Number(!frozen.includes(id));
  return [...all].sort((a, b) => isLoose(a.id) - isLoose(b.id) || place(a.id) - place(b.id));
}

/** A column takes the place of another; those between move up. */
export function withPlace(choice: ColumnChoice, id: ColumnId, target: ColumnId): ColumnChoice {
  const ids = ordered(choice).map((column) => column.id);
  const to = ids.indexOf(target);
  const others = ids.filter((other) => other !== id);
  return { ...choice, order: [...others.slice(0, to), id, ...others.slice(to)] };
}

/** Without the dispensable columns that do not fit even when all are at their narrowest. */
function fitting(choice: ColumnChoice, available: number): readonly Column[] {
  let shown = ordered(choice).filter(
    (column) => column.id === flexible || !choice.hidden.includes(column.id),
  );
  for (const id of dispensable) {
    const need = shown.reduce((sum, column) => sum + leastWidth(choice, column), 0);
    if (need <= available) break;
    if (!choice.pinned.includes(id)) shown = shown.filter((column) => column.id !== id);
  }
  return shown;
}

/**
 * The columns shown, in order, with the widths in force. The title is always there. Columns whose width
 * the analyst did not set give way when `available` pixels are fewer than all would like.
 */
export function shownColumns(choice: ColumnChoice, available: number): readonly Column[] {
  const shown = fitting(choice, available);
  const isSet = (column: Column) => choice.widths[column.id] !== undefined;
  const liked = shown.map((column) => ({
    ...column,
    width: clamp(column, choice.widths[column.id] ?? column.width),
  }));
  const room = liked.reduce(
    (sum, column) => sum + (isSet(column) ? 0 : column.width - column.least),
    0,
  );
  const lack = tableWidth(liked) - available;
  if (lack <= 0 || room <= 0) return withLeft(liked, choice);
  const share = Math.min(1, lack / room);
  const narrowed = liked.map((column) =>
    isSet(column)
      ? column
      : { ...column, width: Math.floor(column.width - share * (column.width - column.least)) },
  );
  return withLeft(narrowed, choice);
}

function withLeft(columns: readonly Column[], { frozen }: ColumnChoice): readonly Column[] {
  let left = 0;
  return columns.map((column) => {
    if (!frozen.includes(column.id)) return column;
    const stuck = { ...column, left };
    left += column.width;
    return stuck;
  });
}

export function withWidth(choice: ColumnChoice, id: ColumnId, width: number): ColumnChoice {
  const column = all.find((candidate) => candidate.id === id);
  if (column === undefined) return choice;
  return { ...choice, widths: { ...choice.widths, [id]: clamp(column, width) } };
}

export function withVisibility(choice: ColumnChoice, id: ColumnId, isShown: boolean): ColumnChoice {
  const hidden = choice.hidden.filter((other) => other !== id);
  const pinned = choice.pinned.filter((other) => other !== id);
  return isShown
    ? { ...choice, hidden, pinned: [...pinned, id] }
    : { ...choice, hidden: [...hidden, id], pinned };
}

export function withFrozen(choice: ColumnChoice, id: ColumnId, isFrozen: boolean): ColumnChoice {
  const frozen = choice.frozen.filter((other) => other !== id);
  return { ...choice, frozen: isFrozen ? [...frozen, id] : frozen };
}

/** CSS `grid-template-columns` of header and rows. */
export function gridTemplate(columns: readonly Column[]): string {
  return columns
    .map(({ id, width }) => (id === flexible ? `minmax(${width}px, 1fr)` : `${width}px`))
    .join(' ');
}

/** Pixels that all columns need at least. */
export function tableWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** Most and latest are looked for first. */
const downFirst: readonly Sort['key'][] = [
  'date',
  'killed',
  'injured',
  'actors',
  'notes',
  'tlp',
  'updated',
];

/** The sort after pressing a header: the other direction, or down first for figures and moments. */
export function nextSort(sort: Sort, key: Sort['key']): Sort {
  if (sort.key === key) {
    return { key, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
  }
  return { key, direction: downFirst.includes(key) ? 'descending' : 'ascending' };
}
