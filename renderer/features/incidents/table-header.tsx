// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is drawn in part, table elements are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus (aria-activedescendant)
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { setSort, useIncidents } from '../../state/incidents-store.ts';
import { useText } from '../../text/index.tsx';
import { classes } from '../../ui/defined.ts';
import { type Column, type ColumnId, flexible, nextSort } from './columns.ts';

interface TableHeaderProps {
  readonly columns: readonly Column[];
  readonly template: string;
  readonly onWidth: (id: ColumnId, width: number) => void;
  /** A column takes the place of another that is shown. */
  readonly onPlace: (id: ColumnId, target: ColumnId) => void;
  /** Arrow down leaves the header for the lines. */
  readonly onLeave: () => void;
}

const STEP = 12;

/**
 * The header line: press to sort, drag the edge or use Shift with the arrows to change the width, drag
 * the heading or use Ctrl with the arrows to move the column.
 */
export function TableHeader({ columns, template, onWidth, onPlace, onLeave }: TableHeaderProps) {
  const t = useText().incidents;
  const sort = useIncidents((state) => state.sort);
  const [focused, setFocused] = useState(0);
  const line = useRef<HTMLDivElement>(null);

  const focus = (index: number) => {
    const next = Math.min(columns.length - 1, Math.max(0, index));
    setFocused(next);
    line.current?.querySelectorAll('button')[next]?.focus();
  };
  const dragged = useRef<ColumnId | undefined>(undefined);
  const move = (index: number, step: number) => {
    const [column, target] = [columns[index], columns[index + step]];
    if (column === undefined || target === undefined) return;
    onPlace(column.id, target.id);
    // the heading has gone to another place of the page, and the keyboard with it
    requestAnimationFrame(() => focus(index + step));
  };
  const onKeyDown = (event: KeyboardEvent, index: number, column: Column) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0 && event.ctrlKey) move(index, step);
    else if (step !== 0 && event.shiftKey) onWidth(column.id, column.width + step * STEP);
    else if (step !== 0) focus(index + step);
    else if (event.key === 'Home') focus(0);
    else if (event.key === 'End') focus(columns.length - 1);
    else if (event.key === 'ArrowDown') onLeave();
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="row"
      aria-rowindex={1}
      ref={line}
      className="incidents-header"
      style={{ gridTemplateColumns: template }}
    >
      {columns.map((column, index) => {
        const { id, sortKey } = column;
        const isSorted = sortKey !== undefined && sort.key === sortKey;
        return (
          <div
            key={id}
            role="columnheader"
            aria-colindex={index + 1}
            {...(sortKey === undefined ? {} : { 'aria-sort': isSorted ? sort.direction : 'none' })}
            className={classes(
              'incidents-head',
              column.isNumber === true && 'incidents-head-number',
              column.left !== undefined && 'incidents-stuck',
            )}
            style={{ insetInlineStart: column.left }}
          >
            <button
              type="button"
              className="incidents-head-button"
              tabIndex={index === Math.min(focused, columns.length - 1) ? 0 : -1}
              aria-disabled={sortKey === undefined}
              draggable
              onDragStart={(event) => {
                dragged.current = id;
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', t.column[id]);
              }}
              onDragOver={(event) => {
                if (dragged.current !== undefined) event.preventDefault();
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged.current !== undefined && dragged.current !== id) {
                  onPlace(dragged.current, id);
                }
              }}
              onDragEnd={() => {
                dragged.current = undefined;
              }}
              aria-keyshortcuts="Control+ArrowLeft Control+ArrowRight Shift+ArrowLeft Shift+ArrowRight"
              onFocus={() => setFocused(index)}
              onKeyDown={(event) => onKeyDown(event, index, column)}
              onClick={() => {
                if (sortKey !== undefined) setSort(nextSort(sort, sortKey));
              }}
            >
              <span className="u-truncate">{t.column[id]}</span>
              {isSorted ? <SortSign direction={sort.direction} /> : null}
            </button>
            {id === flexible ? null : <WidthHandle column={column} onWidth={onWidth} />}
          </div>
        );
      })}
    </div>
  );
}

function SortSign({ direction }: { readonly direction: 'ascending' | 'descending' }) {
  const Icon = direction === 'ascending' ? ArrowUp : ArrowDown;
  return <Icon size={12} aria-hidden="true" />;
}

interface WidthHandleProps {
  readonly column: Column;
  readonly onWidth: (id: ColumnId, width: number) => void;
}

/** For the mouse; the keyboard changes the width on the header itself. */
function WidthHandle({ column, onWidth }: WidthHandleProps) {
  const start = useRef<{ readonly x: number; readonly width: number } | undefined>(undefined);
  const onPointerMove = (event: PointerEvent) => {
    const from = start.current;
    if (from !== undefined) onWidth(column.id, from.width + event.clientX - from.x);
  };
  return (
    <span
      className="incidents-head-handle"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width: column.width };
        event.preventDefault();
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        start.current = undefined;
      }}
    />
  );
}
