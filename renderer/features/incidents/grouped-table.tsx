// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is drawn in part, table elements are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus (aria-activedescendant)
// The table by groups: headings with subtotals that unfold into their incidents.
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Grouping } from '../../../shared/contract/view-calls.ts';
import { selectMany, useIncidents } from '../../state/incidents-store.ts';
import { useBoxSize } from '../../ui/use-box-size.ts';
import { gridTemplate, shownColumns } from './columns.ts';
import { GroupHeading } from './group-heading.tsx';
import { GroupLines } from './group-lines.ts';
import {
  dropOthers,
  HEADER,
  type IncidentTableProps,
  lineOf,
  moveTarget,
  ROW,
} from './incident-table.tsx';
import { TableFrame } from './table-frame.tsx';
import { TableRow } from './table-row.tsx';
import { useGroupRows } from './use-group-rows.ts';
import { useRowWindow } from './use-row-window.ts';

interface GroupedTableProps extends IncidentTableProps {
  readonly by: Grouping;
}

export function GroupedTable(props: GroupedTableProps) {
  const { by, choice, onChoice, onOpen, onDelete, onCopy } = props;
  const groups = useIncidents((state) => state.groups);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  // other groups have other keys
  // biome-ignore lint/correctness/useExhaustiveDependencies: on another grouping only
  useEffect(() => setUnfolded(new Set()), [by]);
  const lines = useMemo(
    () => new GroupLines(groups, (key) => unfolded.has(key)),
    [groups, unfolded],
  );
  const box = useRef<HTMLDivElement>(null);
  const { width } = useBoxSize(box);
  const room = width === 0 ? Number.POSITIVE_INFINITY : width;
  const columns = useMemo(() => shownColumns(choice, room), [choice, room]);
  const template = useMemo(() => gridTemplate(columns), [columns]);
  const { from, to, height, topOf, scrollTo } = useRowWindow(box, lines.count, ROW, HEADER);
  const { rowAt, ensure } = useGroupRows(by);
  useEffect(() => {
    for (const span of lines.spansIn(from, to)) ensure(span.key, span.from, span.to);
  }, [lines, from, to, ensure]);

  const [cursor, setCursor] = useState(-1);
  const anchor = useRef(-1);
  const awaited = useRef(false);
  const current = Math.min(cursor, lines.count - 1);
  const idAt = (index: number) => {
    const line = lines.lineAt(index);
    return line?.at === undefined ? undefined : rowAt(line.group.key, line.at)?.id;
  };
  const moveTo = (wanted: number, isExtending: boolean) => {
    const next = Math.min(lines.count - 1, Math.max(0, wanted));
    setCursor(next);
    scrollTo(next);
    if (!isExtending || anchor.current < 0) anchor.current = next;
    const [first, last] = [Math.min(anchor.current, next), Math.max(anchor.current, next)];
    const ids = new Set<string>();
    for (let index = first; index <= last; index += 1) {
      const id = idAt(index);
      if (id !== undefined) ids.add(id);
    }
    selectMany(ids, idAt(next) ?? [...ids].at(-1));
    awaited.current = lines.lineAt(next)?.at !== undefined && idAt(next) === undefined;
  };
  // the line was moved to before its incident was read: it is picked as soon as it is there
  const currentId = idAt(current);
  useEffect(() => {
    if (!awaited.current || currentId === undefined) return;
    awaited.current = false;
    selectMany([currentId], currentId);
  }, [currentId]);
  const fold = (key: string, isUnfolded: boolean) => {
    const next = new Set(unfolded);
    if (isUnfolded) next.add(key);
    else next.delete(key);
    setUnfolded(next);
    setCursor(lines.headingOf(key));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - HEADER) / ROW) - 1);
    const target = moveTarget(event.key, current, page, lines.count);
    const line = lines.lineAt(current);
    const isHeading = line?.at === undefined;
    const isOpen = line !== undefined && unfolded.has(line.group.key);
    if (target !== undefined) moveTo(target, event.shiftKey);
    else if (event.key === 'ArrowRight' && line && isHeading) {
      if (isOpen) moveTo(current + 1, false);
      else fold(line.group.key, true);
    } else if (event.key === 'ArrowLeft' && line) {
      if (isHeading) fold(line.group.key, false);
      else moveTo(lines.headingOf(line.group.key), false);
    } else if ((event.key === 'Enter' || event.key === ' ') && line && isHeading) {
      fold(line.group.key, !isOpen);
    } else if (event.key === 'Enter') onOpen();
    else if (event.key === 'Delete') onDelete();
    else if (event.key === 'c' && (event.ctrlKey || event.metaKey)) onCopy(columns);
    else if (event.key === 'Escape') dropOthers();
    else return;
    event.preventDefault();
  };
  const onMouseDown = (event: MouseEvent) => {
    const index = lineOf(event);
    if (index === undefined || event.button !== 0) return;
    const line = lines.lineAt(index);
    if (line !== undefined && line.at === undefined) {
      fold(line.group.key, !unfolded.has(line.group.key));
      setCursor(index);
    } else moveTo(index, event.shiftKey);
    if (event.shiftKey) event.preventDefault();
    box.current?.focus({ preventScroll: true });
  };
  return (
    <TableFrame
      {...{ box, columns, template, choice, onChoice, height }}
      role="treegrid"
      count={lines.count}
      current={current >= from && current < to ? current : undefined}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onDoubleClick={(event) => {
        const line = lines.lineAt(lineOf(event) ?? -1);
        if (line?.at !== undefined) onOpen();
      }}
      onFocus={(event) => {
        if (event.target === event.currentTarget && current < 0) setCursor(0);
      }}
    >
      {Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at).map((index) => {
        const line = lines.lineAt(index);
        if (line === undefined) return null;
        const shared = { index, top: topOf(index), columns, template };
        const isCurrent = index === current;
        return line.at === undefined ? (
          <GroupHeading
            key={`heading ${line.group.key}`}
            {...shared}
            {...{ group: line.group, by, isCurrent }}
            isUnfolded={unfolded.has(line.group.key)}
          />
        ) : (
          <TableRow
            key={`${line.at} ${line.group.key}`}
            {...shared}
            {...{ isCurrent, level: 2, row: rowAt(line.group.key, line.at) }}
          />
        );
      })}
    </TableFrame>
  );
}
