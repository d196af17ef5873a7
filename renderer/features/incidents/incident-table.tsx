// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is drawn in part, table elements are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus (aria-activedescendant)
// The virtual table: the engine holds the list, rows are read by page as they are seen.
import './incident-table.css';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { ensureRows, getIncidents, selectMany, useIncidents } from '../../state/incidents-store.ts';
import { useText } from '../../text/index.tsx';
import { useBoxSize } from '../../ui/use-box-size.ts';
import {
  type Column,
  type ColumnChoice,
  type ColumnId,
  gridTemplate,
  shownColumns,
  tableWidth,
  withPlace,
  withWidth,
} from './columns.ts';
import { TableHeader } from './table-header.tsx';
import { RowAt, rowId } from './table-row.tsx';
import { type MoveMode, useCursor } from './use-cursor.ts';
import { useRowWindow } from './use-row-window.ts';

/** Pixels of a line and of the header. */
export const ROW = 26;
export const HEADER = 28;

export interface IncidentTableProps {
  readonly choice: ColumnChoice;
  readonly onChoice: (choice: ColumnChoice) => void;
  /** Enter or double click. */
  readonly onOpen: () => void;
  readonly onDelete: () => void;
  /** Ctrl+C, with the columns that are shown. */
  readonly onCopy: (columns: readonly Column[]) => void;
}

export function IncidentTable({ choice, onChoice, onOpen, onDelete, onCopy }: IncidentTableProps) {
  const t = useText().incidents;
  const total = useIncidents((state) => state.total);
  const listNumber = useIncidents((state) => state.listNumber);
  const isLoading = useIncidents((state) => state.isLoading);
  const box = useRef<HTMLDivElement>(null);
  const { width } = useBoxSize(box);
  // before the first layout nothing is left out
  const room = width === 0 ? Number.POSITIVE_INFINITY : width;
  const columns = useMemo(() => shownColumns(choice, room), [choice, room]);
  const template = useMemo(() => gridTemplate(columns), [columns]);

  const { from, to, height, topOf, scrollTo } = useRowWindow(box, total, ROW, HEADER);
  // lines that leave at one end serve again at the other: far cheaper than drawing new ones
  const slots = useRef(1);
  slots.current = Math.max(slots.current, to - from);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has other rows there
  useEffect(() => {
    if (to > from) void ensureRows(from, to);
  }, [from, to, listNumber]);

  const cursor = useCursor(scrollTo);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - HEADER) / ROW) - 1);
    const mode: MoveMode = event.shiftKey ? 'extend' : event.ctrlKey ? 'move' : 'replace';
    const target = moveTarget(event.key, cursor.index, page, total);
    if (target !== undefined) cursor.moveTo(target, mode);
    else if (event.key === ' ') cursor.toggle(cursor.index);
    else if (event.key === 'Enter') onOpen();
    else if (event.key === 'Delete') onDelete();
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) cursor.pickAll();
    else if (event.key === 'c' && (event.ctrlKey || event.metaKey)) onCopy(columns);
    else if (event.key === 'Escape') dropOthers();
    else return;
    event.preventDefault();
  };
  const onMouseDown = (event: MouseEvent) => {
    const index = lineOf(event);
    if (index === undefined || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey) cursor.toggle(index);
    else cursor.moveTo(index, event.shiftKey ? 'extend' : 'replace');
    if (event.shiftKey) event.preventDefault();
    box.current?.focus({ preventScroll: true });
  };
  return (
    <div
      role="grid"
      ref={box}
      tabIndex={0}
      aria-label={t.table}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-busy={isLoading}
      {...(cursor.index >= from && cursor.index < to
        ? { 'aria-activedescendant': rowId(cursor.index) }
        : {})}
      className="incidents-table u-no-ring"
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onDoubleClick={(event) => {
        if (lineOf(event) !== undefined) onOpen();
      }}
      onFocus={(event) => {
        if (event.target === event.currentTarget && cursor.index < 0) cursor.moveTo(0, 'move');
      }}
    >
      <div
        role="rowgroup"
        className="incidents-header-box"
        style={{ minWidth: tableWidth(columns) }}
      >
        <TableHeader
          columns={columns}
          template={template}
          onWidth={(id: ColumnId, width) => onChoice(withWidth(choice, id, width))}
          onPlace={(id: ColumnId, target: ColumnId) => onChoice(withPlace(choice, id, target))}
          onLeave={() => box.current?.focus()}
        />
      </div>
      <div
        role="rowgroup"
        className="incidents-rows"
        style={{ height, minWidth: tableWidth(columns) }}
      >
        {Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at).map((index) => (
          <RowAt
            key={index % slots.current}
            index={index}
            top={topOf(index)}
            columns={columns}
            template={template}
            isCurrent={index === cursor.index}
          />
        ))}
      </div>
    </div>
  );
}

/** Line that a key leads to, undefined for other keys. */
export function moveTarget(
  key: string,
  index: number,
  page: number,
  total: number,
): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + page;
    case 'PageUp':
      return index - page;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return undefined;
  }
}

/** Line under the pointer. */
export function lineOf(event: MouseEvent): number | undefined {
  const line = event.target instanceof Element ? event.target.closest('[data-index]') : null;
  const index = Number(line?.getAttribute('data-index') ?? Number.NaN);
  return Number.isNaN(index) ? undefined : index;
}

/** Keeps the one that the inspector shows. */
export function dropOthers(): void {
  const { selectedId } = getIncidents();
  selectMany(selectedId === undefined ? [] : [selectedId], selectedId);
}
