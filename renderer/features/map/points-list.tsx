import { geoLevels } from '../../../shared/domain/vocabulary.ts';
import { MarkIcon } from '../../map-kit/legend.tsx';
import { marksOf } from '../../map-kit/marks.ts';
import type { MapTheme } from '../../map-kit/palette.ts';
import { type ColourBy, categoryOf, isAreaPoint, type MapPoints } from '../../map-kit/points.ts';
import { useText } from '../../text/index.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectList } from '../../ui/list-box.tsx';

export interface PointsListProps {
  readonly points: MapPoints;
  readonly colourBy: ColourBy;
  readonly theme: MapTheme;
  readonly selectedId: string | undefined;
  /** Indexes into the points. */
  readonly inView: readonly number[];
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** What the map shows, for the keyboard and for screen readers: the same incidents as a list. */
export function PointsList(props: PointsListProps) {
  const { points, inView, colourBy, theme } = props;
  const t = useText().map;
  const items = inView.flatMap((at) => {
    const id = points.ids[at];
    if (id === undefined) return [];
    const category = categoryOf(points, at, colourBy);
    const mark = marksOf(colourBy).find((known) => known.category === category);
    return [
      {
        id,
        title: points.titles[at] || t.untitled,
        meta: t.precise[geoLevels[points.level[at] ?? 255] ?? 'unknown'],
        aside: mark ? (
          <MarkIcon mark={mark} theme={theme} isHollow={isAreaPoint(points, at)} />
        ) : null,
      },
    ];
  });
  return (
    <section className="map-list" aria-label={t.listLabel}>
      <h2 className="map-list-title">{t.listTitle(items.length)}</h2>
      <div className="map-list-body">
        <SelectList
          {...{ label: t.listLabel, items, selectedId: props.selectedId }}
          onSelect={props.onSelect}
          onOpen={props.onOpen}
          empty={
            points.ids.length === 0 ? (
              <EmptyState size="s" title={t.nothing}>
                {t.nothingNext}
              </EmptyState>
            ) : (
              <EmptyState size="s" title={t.listEmpty} />
            )
          }
        />
      </div>
    </section>
  );
}
