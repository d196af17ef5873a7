// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is drawn in part, table elements are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus (aria-activedescendant)
// The heading of a group: its name, how many incidents, and the people killed under their column.
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { Group, Grouping } from '../../../shared/contract/view-calls.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { totalWords } from '../../../shared/text/toll-words.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { classes } from '../../ui/defined.ts';
import type { Column } from './columns.ts';
import { rowId } from './table-row.tsx';

interface GroupHeadingProps {
  readonly group: Group;
  readonly by: Grouping;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly Column[];
  readonly template: string;
  readonly isCurrent: boolean;
  readonly isUnfolded: boolean;
}

/** Name of a group in the reader's language. */
export function useGroupWords(by: Grouping): (group: Group) => string {
  const t = useText().incidents.group;
  const format = useFormat();
  const lang = useLang();
  return ({ key, label }) => {
    switch (by) {
      case 'actor':
        return key === '' ? t.noActor : label;
      case 'country':
        return key === '' ? t.noCountry : format.country(key);
      case 'region':
        return key === '' ? t.noRegion : `${label}, ${format.country(key.slice(0, 2))}`;
      case 'month':
        return key === '' ? t.noMonth : edtfWords(key, lang);
    }
  };
}

export function GroupHeading(props: GroupHeadingProps) {
  const { group, by, index, columns, isCurrent, isUnfolded } = props;
  const text = useText();
  const lang = useLang();
  const words = useGroupWords(by);
  const { killed } = group;
  const hasFigure = killed.named > 0 || killed.high === null;
  const figure = hasFigure ? totalWords(killed, lang) : '';
  // a sum is wider than the figures of its column: it may reach into the one before
  const at = columns.findIndex(({ id }) => id === 'killed');
  const isUnder = at > 1;
  const Icon = isUnfolded ? ChevronDown : ChevronRight;
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={isUnfolded}
      data-index={index}
      className={classes('incidents-row', 'incidents-group', isCurrent && 'incidents-row-current')}
      style={{ transform: `translateY(${props.top}px)`, gridTemplateColumns: props.template }}
    >
      <div
        role="gridcell"
        className="incidents-cell incidents-group-label"
        title={by === 'actor' ? text.incidents.group.help : undefined}
        style={{ gridColumn: `1 / ${isUnder ? at : columns.length + 1}` }}
      >
        <Icon size={14} aria-hidden="true" />
        <bdi className="u-truncate">{words(group)}</bdi>{' '}
        <span className="incidents-group-count u-tabular">
          {text.incidents.group.count(group.count)}
          {!isUnder && hasFigure ? ` · ${text.app.status.killed(figure)}` : ''}
        </span>
      </div>
      {isUnder ? (
        <div
          role="gridcell"
          className="incidents-cell incidents-cell-number u-tabular"
          style={{ gridColumn: `${at} / ${at + 2}` }}
          title={hasFigure ? text.app.status.killed(figure) : undefined}
        >
          <span className="u-truncate">{figure}</span>
        </div>
      ) : null}
    </div>
  );
}
