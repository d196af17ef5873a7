import { labels } from '../../shared/text/index.ts';
import { useLang, useText } from '../text/index.tsx';
import { Legend } from './legend.tsx';
import { marksOf } from './marks.ts';
import type { MapTheme } from './palette.ts';
import { categoryOf, isAreaPoint, type MapPoints, type PointColouring } from './points.ts';

interface Props {
  readonly points: MapPoints;
  readonly colourBy: PointColouring;
  readonly theme: MapTheme;
  readonly isSmall: boolean;
}

/** The legend of points that the page holds itself. */
export function PointsLegend({ points, colourBy, theme, isSmall }: Props) {
  const t = useText().map;
  const words = labels(useLang());
  const counts = new Map<string, number>();
  let areas = 0;
  points.ids.forEach((_, at) => {
    const category = categoryOf(points, at, colourBy);
    counts.set(category, (counts.get(category) ?? 0) + 1);
    if (isAreaPoint(points, at)) areas += 1;
  });
  const names: Readonly<Record<string, string>> = {
    ...(colourBy === 'status' ? words.statuses : words.eventTypes),
    none: t.noType,
  };
  const entries = marksOf(colourBy).flatMap((mark) => {
    const count = counts.get(mark.category);
    return count === undefined
      ? []
      : [{ mark, label: names[mark.category] ?? mark.category, count }];
  });
  return (
    <Legend
      {...{ entries, areas, theme, isSmall }}
      title={colourBy === 'status' ? t.byStatus : t.byType}
    />
  );
}
