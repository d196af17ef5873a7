import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  Cell,
  Column,
  ResizableTableContainer,
  Row,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import type { ActorRow } from '../../../shared/contract/read-calls.ts';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { type ActorColumn, otherNames } from './actor-rows.ts';
import './actor-table.css';

interface Props {
  readonly rows: readonly ActorRow[];
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly sort: SortDescriptor;
  readonly onSort: (sort: SortDescriptor) => void;
}

const rowHeight = 28;
const columns: readonly {
  readonly id: ActorColumn;
  readonly width: `${number}fr` | number;
  readonly min: number;
  readonly isSortable: boolean;
}[] = [
  { id: 'name', width: '5fr', min: 160, isSortable: true },
  { id: 'otherNames', width: '4fr', min: 120, isSortable: false },
  { id: 'kind', width: 124, min: 80, isSortable: true },
  { id: 'country', width: 104, min: 60, isSortable: true },
  { id: 'incidents', width: 74, min: 60, isSortable: true },
  { id: 'period', width: 72, min: 70, isSortable: true },
];

export function ActorTable({ rows, selectedId, onSelect, sort, onSort }: Props) {
  const words = useText().actors;
  return (
    <ResizableTableContainer className="actor-table-scroll">
      <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight, headingHeight: 28 }}>
        <Table
          aria-label={words.list}
          className="actor-table"
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={selectedId === undefined ? [] : [selectedId]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined) onSelect(String(key));
          }}
          sortDescriptor={sort}
          onSortChange={onSort}
        >
          <TableHeader columns={columns}>
            {(column) => (
              <Column
                id={column.id}
                isRowHeader={column.id === 'name'}
                allowsSorting={column.isSortable}
                defaultWidth={column.width}
                minWidth={column.min}
                className="actor-table-column"
              >
                {({ sortDirection }) => (
                  <span className="actor-table-head" data-column={column.id}>
                    <span className="u-truncate">{words.columns[column.id]}</span>
                    {sortDirection === 'ascending' && <ArrowUp size={12} aria-hidden />}
                    {sortDirection === 'descending' && <ArrowDown size={12} aria-hidden />}
                  </span>
                )}
              </Column>
            )}
          </TableHeader>
          <TableBody items={rows}>
            {(row) => (
              <Row id={row.id} columns={columns} className="actor-table-row" textValue={row.name}>
                {(column) => (
                  <Cell className="actor-table-cell">
                    <ActorCell row={row} column={column.id} />
                  </Cell>
                )}
              </Row>
            )}
          </TableBody>
        </Table>
      </Virtualizer>
    </ResizableTableContainer>
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
