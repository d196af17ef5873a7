// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is drawn in part, table elements are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus (aria-activedescendant)
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useId, useRef } from 'react';
import type { ActorRow } from '../../../shared/contract/read-calls.ts';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { classes } from '../../ui/defined.ts';
import { useLineChoice } from '../../ui/use-line-choice.ts';
import { type ActorColumn, type ActorSort, otherNames } from './actor-rows.ts';
import './actor-table.css';

interface Props {
  readonly rows: readonly ActorRow[];
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly sort: ActorSort;
  readonly onSort: (sort: ActorSort) => void;
}

/** Pixels of a line and of the header. */
const lineHeight = 28;
const columns: readonly { readonly id: ActorColumn; readonly isSortable: boolean }[] = [
  { id: 'name', isSortable: true },
  { id: 'otherNames', isSortable: false },
  { id: 'kind', isSortable: true },
  { id: 'country', isSortable: true },
  { id: 'incidents', isSortable: true },
  { id: 'period', isSortable: true },
];

export function ActorTable({ rows, selectedId, onSelect, sort, onSort }: Props) {
  const words = useText().actors;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const list = useLineChoice(box, {
    ...{ lines: rows, selectedId, onSelect, lineHeight },
    header: lineHeight,
  });
  return (
    <div
      ref={box}
      role="grid"
      tabIndex={0}
      aria-label={words.list}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      {...(list.isDrawn ? { 'aria-activedescendant': `${id}-${list.current}` } : {})}
      className={classes('actor-table', list.isDrawn && 'u-no-ring')}
      {...list.handlers}
    >
      <div role="rowgroup" className="actor-table-header">
        <div role="row" aria-rowindex={1} className="actor-table-line">
          {columns.map((column) => (
            <Heading key={column.id} {...{ ...column, sort, onSort }} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className="actor-table-body" style={{ height: list.height }}>
        {list.drawn.map(({ line, index, top }) => (
          <div
            key={line.id}
            id={`${id}-${index}`}
            role="row"
            aria-rowindex={index + 2}
            aria-selected={index === list.current}
            data-line={index}
            className="actor-table-line actor-table-row"
            style={{ transform: `translateY(${top}px)` }}
          >
            {columns.map((column) => (
              <div
                key={column.id}
                role={column.id === 'name' ? 'rowheader' : 'gridcell'}
                className="actor-table-cell"
              >
                <ActorCell row={line} column={column.id} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

interface HeadingProps {
  readonly id: ActorColumn;
  readonly isSortable: boolean;
  readonly sort: ActorSort;
  readonly onSort: (sort: ActorSort) => void;
}

/** Pressed once it sorts upwards, pressed again downwards. */
function Heading({ id, isSortable, sort, onSort }: HeadingProps) {
  const words = useText().actors;
  const direction = sort.column === id ? sort.direction : undefined;
  const name = <span className="u-truncate">{words.columns[id]}</span>;
  return (
    <div
      role="columnheader"
      className="actor-table-column"
      data-column={id}
      {...(isSortable ? { 'aria-sort': direction ?? 'none' } : {})}
    >
      {isSortable ? (
        <button
          type="button"
          className="actor-table-head"
          onClick={() =>
            onSort({
              column: id,
              direction: direction === 'ascending' ? 'descending' : 'ascending',
            })
          }
        >
          {name}
          {direction === 'ascending' && <ArrowUp size={12} aria-hidden />}
          {direction === 'descending' && <ArrowDown size={12} aria-hidden />}
        </button>
      ) : (
        name
      )}
    </div>
  );
}

interface CellProps {
  readonly row: ActorRow;
  readonly column: ActorColumn;
}

function ActorCell({ row, column }: CellProps) {
  const format = useFormat();
  const labels = useLabels();
  switch (column) {
    case 'name':
      return row.isDeleted ? (
        <s className="u-truncate u-soft">
          <bdi>{row.name}</bdi>
        </s>
      ) : (
        <bdi className="u-truncate">{row.name}</bdi>
      );
    case 'otherNames': {
      const names = otherNames(row);
      return (
        <span
          className="u-truncate u-soft actor-table-names"
          dir="auto"
          title={names.map(({ name }) => name).join(' · ')}
        >
          {names.map(({ name, lang }, index) => (
            <span key={`${name} ${lang}`}>
              {index > 0 && ' · '}
              <bdi lang={lang ?? undefined}>{name}</bdi>
            </span>
          ))}
        </span>
      );
    }
    case 'kind':
      return <span className="u-truncate">{labels.actorKinds[row.kind]}</span>;
    case 'country':
      return (
        <span className="u-truncate">
          {row.country === null ? '' : format.country(row.country)}
        </span>
      );
    case 'incidents':
      return <span className="actor-table-number">{format.number(row.incidentCount)}</span>;
    case 'period':
      return <span className="u-truncate u-tabular">{periodText(row)}</span>;
  }
}

/** Years of the first and last incident: `2023–2025`. */
function periodText({ firstDay, lastDay }: ActorRow): string {
  const from = firstDay?.slice(0, 4) ?? '';
  const to = lastDay?.slice(0, 4) ?? '';
  return from === to ? from : `${from}–${to}`;
}
