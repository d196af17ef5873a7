import type { IncidentRow } from '../../../shared/contract/read-calls.ts';
import { isPrecise } from '../../../shared/domain/geo.ts';
import { MarkIcon } from '../../map-kit/legend.tsx';
import type { Mark } from '../../map-kit/marks.ts';
import type { MapTheme } from '../../map-kit/palette.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectList } from '../../ui/list-box.tsx';

export interface PointsListProps {
  readonly rows: readonly IncidentRow[];
  /** In view; more than the rows when not all were read. */
  readonly total: number;
  /** On the map at all, in view or not; undefined until it is counted. */
  readonly placed: number | undefined;
  /** As the map draws it. */
  readonly markOf: (row: IncidentRow) => Mark | undefined;
  readonly theme: MapTheme;
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onMore: () => void;
}

/** What the map shows, for the keyboard and for screen readers: the same incidents as a list. */
export function PointsList(props: PointsListProps) {
  const { rows, total, theme } = props;
  const t = useText().map;
  const format = useFormat();
  const items = rows.map((row) => {
    const mark = props.markOf(row);
    return {
      id: row.id,
      title: row.title || t.untitled,
      meta: t.precise[row.geoLevel],
      aside: mark ? (
        <MarkIcon mark={mark} theme={theme} isHollow={!isPrecise(row.geoLevel)} />
      ) : null,
    };
  });
  return (
    <section className="map-list" aria-label={t.listLabel}>
      <h2 className="map-list-title">
        {props.placed === undefined ? t.listLabel : t.listTitle(total)}
      </h2>
      <div className="map-list-body">
        <SelectList
          {...{ label: t.listLabel, items, selectedId: props.selectedId }}
          onSelect={props.onSelect}
          onOpen={props.onOpen}
          empty={
            props.placed === undefined ? (
              <EmptyState size="s" title={t.loading} />
            ) : props.placed === 0 ? (
              <EmptyState size="s" title={t.nothing}>
                {t.nothingNext}
              </EmptyState>
            ) : (
              <EmptyState size="s" title={t.listEmpty} />
            )
          }
        />
      </div>
      {total > rows.length ? (
        <div className="map-list-more">
          <span>{t.listed(format.number(rows.length), format.number(total))}</span>
          <Button onPress={props.onMore}>{t.more}</Button>
        </div>
      ) : null}
    </section>
  );
}
