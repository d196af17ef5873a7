// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is drawn in part, table elements are not
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is one of two grids
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus (aria-activedescendant)
// What the plain table and the one by groups have in common: the box that scrolls, with its header.
import './incident-table.css';
import type { HTMLAttributes, ReactNode, RefObject } from 'react';
import { useIncidents } from '../../state/incidents-store.ts';
import { useText } from '../../text/index.tsx';
import { type Column, type ColumnChoice, tableWidth, withPlace, withWidth } from './columns.ts';
import { TableHeader } from './table-header.tsx';
import { rowId } from './table-row.tsx';

type Handlers = Pick<
  HTMLAttributes<HTMLDivElement>,
  'onKeyDown' | 'onMouseDown' | 'onDoubleClick' | 'onFocus'
>;

interface TableFrameProps extends Handlers {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly role: 'grid' | 'treegrid';
  /** Lines without the header. */
  readonly count: number;
  readonly columns: readonly Column[];
  readonly template: string;
  readonly choice: ColumnChoice;
  readonly onChoice: (choice: ColumnChoice) => void;
  /** Line of the keyboard when it is drawn. */
  readonly current: number | undefined;
  /** Pixels of all lines. */
  readonly height: number;
  readonly children: ReactNode;
}

export function TableFrame(props: TableFrameProps) {
  const { box, role, count, columns, template, choice, onChoice, current, height } = props;
  const { onKeyDown, onMouseDown, onDoubleClick, onFocus, children } = props;
  const t = useText().incidents;
  const isLoading = useIncidents((state) => state.isLoading);
  const minWidth = tableWidth(columns);
  return (
    <div
      role={role}
      ref={box}
      tabIndex={0}
      aria-label={t.table}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-busy={isLoading}
      {...(current === undefined ? {} : { 'aria-activedescendant': rowId(current) })}
      className="incidents-table u-no-ring"
      {...{ onKeyDown, onMouseDown, onDoubleClick, onFocus }}
    >
      <div role="rowgroup" className="incidents-header-box" style={{ minWidth }}>
        <TableHeader
          columns={columns}
          template={template}
          onWidth={(id, width) => onChoice(withWidth(choice, id, width))}
          onPlace={(id, target) => onChoice(withPlace(choice, id, target))}
          onLeave={() => box.current?.focus()}
        />
      </div>
      <div role="rowgroup" className="incidents-rows" style={{ height, minWidth }}>
        {children}
      </div>
    </div>
  );
}
