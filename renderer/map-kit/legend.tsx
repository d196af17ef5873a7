import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useFormat, useText } from '../text/index.tsx';
import { type Mark, markColour, markPath } from './marks.ts';
import { type MapTheme, paletteOf } from './palette.ts';

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

export interface LegendEntry {
  readonly mark: Mark;
  readonly label: string;
  readonly count: number;
}

export interface LegendProps {
  readonly title: string;
  readonly entries: readonly LegendEntry[];
  /** Incidents whose point stands for an area. */
  readonly areas: number;
  readonly theme: MapTheme;
  /** Closed to begin with, on a small map. */
  readonly isSmall: boolean;
  /** Words for a circle of several of which none has a majority, where there are such circles. */
  readonly mixed?: string | undefined;
}

/** What shapes and colours mean; only what occurs. */
export function Legend({ title, entries, areas, theme, isSmall, mixed }: LegendProps) {
  const t = useText().map;
  const format = useFormat();
  const [first] = entries;
  if (first === undefined) return null;
  return (
    <LegendBox {...{ title, isSmall }}>
      <ul>
        {entries.map(({ mark, label, count }) => (
          <li key={mark.category}>
            <MarkIcon mark={mark} theme={theme} />
            <bdi>{label}</bdi>
            <span className="map-legend-count u-tabular">{format.number(count)}</span>
          </li>
        ))}
        {areas > 0 ? (
          <li className="map-legend-area">
            <MarkIcon mark={first.mark} theme={theme} isHollow />
            <span>{t.hollowMeans}</span>
            <span className="map-legend-count u-tabular">{format.number(areas)}</span>
          </li>
        ) : null}
        {mixed === undefined ? null : (
          <li>
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <circle cx="8" cy="8" r="7" fill={paletteOf(theme).cluster} />
            </svg>
            <span>{mixed}</span>
          </li>
        )}
      </ul>
    </LegendBox>
  );
}

interface LegendBoxProps {
  readonly title: string;
  readonly isSmall: boolean;
  readonly children: ReactNode;
}

/** The frame of a legend, folded and unfolded by its title. */
export function LegendBox({ title, isSmall, children }: LegendBoxProps) {
  const t = useText().map;
  const body = useId();
  const [chosen, setChosen] = useState<boolean>();
  const isOpen = chosen ?? !isSmall;
  return (
    <section className="map-legend" aria-label={t.legend}>
      <Button
        className="map-legend-title"
        aria-expanded={isOpen}
        aria-controls={body}
        onPress={() => setChosen(!isOpen)}
      >
        {isOpen ? (
          <ChevronDown size={12} aria-hidden="true" />
        ) : (
          <ChevronRight size={12} aria-hidden="true" />
        )}
        {title}
      </Button>
      <div id={body} hidden={!isOpen}>
        {children}
      </div>
    </section>
  );
}
