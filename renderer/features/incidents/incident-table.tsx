// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is drawn in part, table elements are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus (aria-activedescendant)
// The virtual table: the engine holds the list, rows are read by page as they are seen.
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { ensureRows, getIncidents, selectMany, useIncidents } from '../../state/incidents-store.ts';
import { useBoxSize } from '../../ui/use-box-size.ts';
import { type Column, type ColumnChoice, gridTemplate, shownColumns } from './columns.ts';
import { TableFrame } from './table-frame.tsx';
import { RowAt } from './table-row.tsx';
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
  const total = useIncidents((state) => state.total);
  const listNumber = useIncidents((state) => state.listNumber);
  const box = useRef<HTMLDivElement>(null);
  const { width } = useBoxSize(box);
  // before the first layout nothing is left out
  const room = width === 0 ? Number.POSITIVE_INFINITY : width;
  const columns = useMemo(() => shownColumns(choice, room), [choice, room]);
  const template = useMemo(() => gridTemplate(columns), [columns]);

  const { from, to, isNear, height, topOf, scrollTo } = useRowWindow(box, total, ROW, HEADER);
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
    // focusing lays the page out at once: not when there is nothing to move
    if (document.activeElement !== box.current) box.current?.focus({ preventScroll: true });
  };
  return (
    <TableFrame
      {...{ box, columns, template, choice, onChoice, height }}
      role="grid"
      count={total}
      current={cursor.index >= from && cursor.index < to ? cursor.index : undefined}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onDoubleClick={(event) => {
        if (lineOf(event) !== undefined) onOpen();
      }}
      onFocus={(event) => {
        if (event.target === event.currentTarget && cursor.index < 0) cursor.moveTo(0, 'move');
      }}
    >
      {Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at).map((index) => (
        <RowAt
          key={index % slots.current}
          index={index}
          isNear={isNear(index)}
          topOf={topOf}
          columns={columns}
          template={template}
          current={cursor.index}
        />
      ))}
    </TableFrame>
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
