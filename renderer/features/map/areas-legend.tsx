import { LegendBox } from '../../map-kit/legend.tsx';
import { useFormat, useText } from '../../text/index.tsx';
import { hasOnlyUnknown } from './area-filter.ts';
import type { MapShows } from './map-shows.ts';
import type { Areas } from './use-areas.ts';

interface Props {
  readonly shows: MapShows;
  readonly areas: Areas;
  readonly isSmall: boolean;
}

/** What the colours of areas mean, and what could not be drawn. */
export function AreasLegend({ shows, areas, isSmall }: Props) {
  const t = useText().map;
  const format = useFormat();
  const { answer, steps, colours } = areas;
  const most = Math.max(0, ...answer.areas.map((area) => area[areas.measure]));
  return (
    <LegendBox {...{ title: t.show[shows], isSmall }}>
      <ul>
        {steps.map((low, at) => {
          const end = (steps[at + 1] ?? most + 1) - 1;
          return (
            <li key={low}>
              <Swatch colour={colours[at] ?? ''} />
              <span className="u-tabular">
                {end <= low ? format.number(low) : `${format.number(low)}–${format.number(end)}`}
              </span>
            </li>
          );
        })}
        <li>
          <Swatch colour="none" />
          <span>{areas.measure === 'killed' ? t.areas.noneKilled : t.areas.none}</span>
        </li>
      </ul>
      {answer.unnamed > 0 ? (
        <p className="map-legend-note">{t.areas.unnamed(answer.unnamed)}</p>
      ) : null}
      {answer.unknownCount > 0 ? (
        <p
          className="map-legend-note"
          title={answer.unknown
            .map(({ label, count }) => `${label}: ${format.number(count)}`)
            .join('\n')}
        >
          {t.areas.unknown(answer.unknownCount)}
        </p>
      ) : null}
    </LegendBox>
  );
}

/** Says on the map why nothing is coloured: none of the areas that the case names is on the base map. */
export function NoAreasHint({ areas }: { readonly areas: Areas }) {
  const t = useText().map.areas;
  const { unknown } = areas.answer;
  if (!hasOnlyUnknown(areas.answer)) return null;
  return (
    <p className="map-hint" role="status">
      {t.noneKnown}
      {unknown.length === 0 ? null : (
        <>
          <br />
          <bdi>
            {unknown
              .slice(0, 3)
              .map(({ label }) => label)
              .join(', ')}
          </bdi>
          {unknown.length > 3 ? ' …' : ''}
        </>
      )}
    </p>
  );
}

function Swatch({ colour }: { readonly colour: string }) {
  return (
    <svg width="16" height="12" aria-hidden="true" className="map-swatch">
      <rect width="16" height="12" fill={colour} />
    </svg>
  );
}
