import { useFormat, useText } from '../text/index.tsx';
import { densityCellKm, densityColours, densityEnd, densitySteps } from './density.ts';
import { LegendBox } from './legend.tsx';
import type { MapTheme } from './palette.ts';

export interface DensityLegendProps {
  readonly shows: 'density' | 'density-killed';
  readonly theme: MapTheme;
  readonly isSmall: boolean;
  readonly zoom: number;
  /** Latitude of the middle of the map: squares are narrower towards the poles. */
  readonly lat: number;
}

/** What the colours of the squares mean. */
export function DensityLegend({ shows, theme, isSmall, zoom, lat }: DensityLegendProps) {
  const t = useText().map;
  const format = useFormat();
  const km = densityCellKm(zoom, lat);
  const side = km >= 10 ? Math.round(km) : Math.round(km * 10) / 10;
  return (
    <LegendBox {...{ title: t.densityOf[shows], isSmall }}>
      <ul>
        {densityColours(theme).map((colour, at) => {
          const low = densitySteps[at] ?? 0;
          const end = densityEnd(at);
          return (
            <li key={colour}>
              <svg width="16" height="12" aria-hidden="true">
                <rect width="16" height="12" fill={colour} />
              </svg>
              <span className="u-tabular">
                {end === undefined
                  ? t.orMore(low)
                  : end === low
                    ? format.number(low)
                    : `${format.number(low)}–${format.number(end)}`}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="map-legend-note">{t.squareSide(format.number(side))}</p>
    </LegendBox>
  );
}
