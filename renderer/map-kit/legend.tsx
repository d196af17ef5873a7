import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { labels } from '../../shared/text/index.ts';
import { useLang, useText } from '../text/index.tsx';
import { type Mark, markColour, markPath, marksOf } from './marks.ts';
import type { MapTheme } from './palette.ts';
import { type ColourBy, categoryOf, isAreaPoint, type MapPoints } from './points.ts';

export interface MarkIconProps {
  readonly mark: Mark;
  readonly theme: MapTheme;
  readonly isHollow?: boolean;
}

/** A mark as in the map, 16 by 16. */
export function MarkIcon({ mark, theme, isHollow = false }: MarkIconProps) {
  const colour = markColour(mark, theme);
  const paint = isHollow ? { fill: 'none', stroke: colour, strokeWidth: 2.4 } : { fill: colour };
  return (
    <svg width="16" height="16" viewBox="0 0 24 24" aria-hidden="true">
      <path d={markPath(mark.shape)} strokeLinejoin="round" {...paint} />
    </svg>
  );
}

export interface LegendProps {
  readonly points: MapPoints;
  readonly colourBy: ColourBy;
  readonly theme: MapTheme;
  /** Closed to begin with, on a small map. */
  readonly isSmall: boolean;
}

/** What shapes and colours mean; only what occurs among the points. */
export function Legend({ points, colourBy, theme, isSmall }: LegendProps) {
  const t = useText().map;
  const words = labels(useLang());
  const list = useId();
  const [chosen, setChosen] = useState<boolean>();
  const isOpen = chosen ?? !isSmall;
  const counts = new Map<string, number>();
  let areas = 0;
  points.ids.forEach((_, at) => {
    const category = categoryOf(points, at, colourBy);
    counts.set(category, (counts.get(category) ?? 0) + 1);
    if (isAreaPoint(points, at)) areas += 1;
  });
  const shown = marksOf(colourBy).filter((mark) => counts.has(mark.category));
  const names: Readonly<Record<string, string>> = {
    ...(colourBy === 'status' ? words.statuses : words.eventTypes),
    none: t.noType,
  };
  if (shown.length === 0) return null;
  return (
    <section className="map-legend" aria-label={t.legend}>
      <Button
        className="map-legend-title"
        aria-expanded={isOpen}
        aria-controls={list}
        onPress={() => setChosen(!isOpen)}
      >
        {isOpen ? (
          <ChevronDown size={12} aria-hidden="true" />
        ) : (
          <ChevronRight size={12} aria-hidden="true" />
        )}
        {colourBy === 'status' ? t.byStatus : t.byType}
      </Button>
      <ul id={list} hidden={!isOpen}>
        {shown.map((mark) => (
          <li key={mark.category}>
            <MarkIcon mark={mark} theme={theme} />
            <span>{names[mark.category] ?? mark.category}</span>
            <span className="map-legend-count u-tabular">{counts.get(mark.category)}</span>
          </li>
        ))}
        {areas > 0 && shown[0] ? (
          <li className="map-legend-area">
            <MarkIcon mark={shown[0]} theme={theme} isHollow />
            <span>{t.hollowMeans}</span>
            <span className="map-legend-count u-tabular">{areas}</span>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
