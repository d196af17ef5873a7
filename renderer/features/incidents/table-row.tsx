// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is drawn in part, table elements are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus (aria-activedescendant)
// One line of the incident table. Memoised: a line is drawn again only when its own record or its
// being picked changes.
import { Equal, GraduationCap, MessageSquareText } from 'lucide-react';
import { memo, useDeferredValue, useMemo } from 'react';
import type { IncidentRow } from '../../../shared/contract/read-calls.ts';
import { useCase } from '../../state/case-store.ts';
import { useIncidents, useRowAt } from '../../state/incidents-store.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { GradeBadge, ReviewBadge, StatusBadge, TlpLabel } from '../../ui/badges.tsx';
import { classes } from '../../ui/defined.ts';
import {
  type ActorPart,
  actorLines,
  actorParts,
  type CellLanguage,
  dateText,
  placeParts,
  rangeText,
  typeText,
} from './cell-words.ts';
import { type Column, statusWordsFrom } from './columns.ts';
import { PlaceSign } from './place-sign.tsx';

export function rowId(index: number): string {
  return `incident-row-${index}`;
}

interface TableRowProps {
  readonly row: IncidentRow | undefined;
  /** Line of the table. */
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly columns: readonly Column[];
  readonly template: string;
  readonly isCurrent: boolean;
  /** Depth in a table of groups. */
  readonly level?: number;
}

interface RowAtProps extends Omit<TableRowProps, 'row' | 'top' | 'isCurrent'> {
  readonly isNear: boolean;
  readonly topOf: (index: number) => number;
  /** Line of the keyboard. */
  readonly current: number;
}

/** The incident at a position of the list. Lines out of sight follow a moment later, so that no step draws all at once. */
export function RowAt({ index, isNear, topOf, current, ...props }: RowAtProps) {
  const row = useRowAt(index);
  const now = useMemo(() => ({ index, row }), [index, row]);
  const later = useDeferredValue(now);
  const line = isNear ? now : later;
  return (
    <TableRow {...props} {...line} top={topOf(line.index)} isCurrent={line.index === current} />
  );
}

export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row, index, columns, isCurrent, level } = props;
  const isPicked = useIncidents((state) => row !== undefined && state.selectedIds.has(row.id));
  const t = useText().incidents;
  const format = useFormat();
  const lang = useLang();
  const language: CellLanguage = { lang, words: t.cell, number: format.number };
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-selected={isPicked}
      aria-busy={row === undefined}
      {...(level === undefined ? {} : { 'aria-level': level })}
      data-index={index}
      className={classes(
        'incidents-row',
        isPicked && 'incidents-row-picked',
        isCurrent && 'incidents-row-current',
        row?.isDeleted === true && 'incidents-row-deleted',
        level !== undefined && 'incidents-row-in-group',
      )}
      style={{ transform: `translateY(${props.top}px)`, gridTemplateColumns: props.template }}
    >
      {columns.map((column, position) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={position + 1}
          className={classes(
            'incidents-cell',
            `incidents-cell-${column.id}`,
            column.isNumber === true && 'incidents-cell-number',
            column.left !== undefined && 'incidents-stuck',
          )}
          style={{ insetInlineStart: column.left }}
        >
          {row === undefined ? (
            <span className="incidents-skeleton" />
          ) : (
            <Cell column={column} row={row} language={language} moment={format.moment} />
          )}
        </div>
      ))}
    </div>
  );
});

interface CellProps {
  readonly column: Column;
  readonly row: IncidentRow;
  readonly language: CellLanguage;
  readonly moment: (iso: string) => string;
}

function Cell({ column, row, language, moment }: CellProps) {
  switch (column.id) {
    case 'date':
      return <DateCell row={row} language={language} />;
    case 'title':
      return <TitleCell row={row} language={language} />;
    case 'place':
      return <PlaceCell row={row} language={language} />;
    case 'type':
      return <Plain text={typeText(row, language.lang)} />;
    case 'actors':
      return <ActorsCell row={row} language={language} />;
    case 'killed':
      return <RangeCell summary={row.killed} language={language} />;
    case 'injured':
      return <RangeCell summary={row.injured} language={language} />;
    case 'grade': {
      const grade = row.killed?.bestGrade ?? row.injured?.bestGrade ?? null;
      return grade === null ? null : <GradeBadge grade={grade} isQuiet />;
    }
    case 'status':
      return <StatusBadge status={row.status} isIconOnly={column.width < statusWordsFrom} />;
    case 'review':
      return <ReviewBadge review={row.review} />;
    case 'notes':
      return <NotesCell row={row} language={language} />;
    case 'tlp':
      return <TlpLabel tlp={row.tlp} />;
    case 'updated':
      return <span className="u-truncate u-soft u-tabular">{moment(row.updatedAt)}</span>;
  }
}

interface PartProps {
  readonly row: IncidentRow;
  readonly language: CellLanguage;
}

function Plain({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <span className="u-truncate" title={text}>
      {text}
    </span>
  );
}

function DateCell({ row, language }: PartProps) {
  const date = dateText(row, language.lang);
  if (date === undefined) return <span className="u-faint">{language.words.noDate}</span>;
  return (
    <span
      className={classes('u-truncate u-tabular', date.isWords && 'incidents-words')}
      title={date.full}
    >
      {date.text}
    </span>
  );
}

function TitleCell({ row, language }: PartProps) {
  const same = row.possiblySameAs.length;
  // in a case that is invented as a whole the sign would say nothing
  const isMarked = useCase((state) => state.caseState?.invented !== true) && row.invented;
  return (
    <>
      <span className="u-truncate incidents-title" title={row.title}>
        <bdi>{row.title}</bdi>
      </span>
      {same > 0 ? (
        <span className="incidents-sign" title={language.words.possiblySame(same)}>
          <Equal size={12} aria-hidden="true" />
          <span className="u-visually-hidden">{language.words.possiblySame(same)}</span>
        </span>
      ) : null}
      {isMarked ? (
        <span className="incidents-sign" title={language.words.invented}>
          <GraduationCap size={13} aria-hidden="true" />
          <span className="u-visually-hidden">{language.words.invented}</span>
        </span>
      ) : null}
    </>
  );
}

function PlaceCell({ row, language }: PartProps) {
  const { name, area } = placeParts(row);
  if (name === undefined) return <span className="u-faint">{language.words.noPlace}</span>;
  const all = area === undefined ? name : `${name}, ${area}`;
  return (
    <>
      <PlaceSign level={row.geoLevel} />
      <span className="u-truncate" title={all}>
        <bdi>{name}</bdi>
        {area === undefined ? null : <span className="u-faint">, {area}</span>}
      </span>
    </>
  );
}

function Names({ parts }: { readonly parts: readonly ActorPart[] }) {
  return parts.map(({ id, name, sign }, index) => (
    <span key={id}>
      {index > 0 ? ', ' : ''}
      {sign === 'denied' ? <s>{name}</s> : <bdi>{name}</bdi>}
      {sign === 'doubtful' ? '?' : ''}
    </span>
  ));
}

function ActorsCell({ row, language }: PartProps) {
  if (row.actors.length === 0) return null;
  const { from, to, others } = actorParts(row.actors);
  const named = from.length + to.length;
  return (
    <span className="u-truncate" title={actorLines(row.actors, language)}>
      <Names parts={from} />
      {to.length > 0 ? (
        <span className="incidents-arrow">{from.length > 0 ? ' → ' : '→ '}</span>
      ) : null}
      <Names parts={to} />
      {others.length > 0 ? (
        <span className="u-faint">
          {named > 0 ? ' · ' : ''}
          <Names parts={others} />
        </span>
      ) : null}
    </span>
  );
}

function RangeCell(props: {
  readonly summary: IncidentRow['killed'];
  readonly language: CellLanguage;
}) {
  const range = rangeText(props.summary, props.language);
  if (range.kind === 'none') return null;
  return (
    <span
      className={classes('u-truncate u-tabular', range.kind !== 'figure' && 'incidents-words')}
      title={range.text}
    >
      {range.text}
    </span>
  );
}

function NotesCell({ row, language }: PartProps) {
  if (row.noteCount === 0) return null;
  const { words } = language;
  const all = [
    words.notes(row.noteCount),
    ...(row.openQuestions > 0 ? [words.questions(row.openQuestions)] : []),
  ].join(', ');
  return (
    <span className="incidents-notes u-tabular" title={all}>
      {row.openQuestions > 0 ? (
        <span className="incidents-question" aria-hidden="true">
          ?
        </span>
      ) : null}
      <MessageSquareText size={12} aria-hidden="true" />
      <span aria-hidden="true">{row.noteCount}</span>
      <span className="u-visually-hidden">{all}</span>
    </span>
  );
}
