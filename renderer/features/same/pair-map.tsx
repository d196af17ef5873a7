import { useMemo } from 'react';
import type { IncidentDossier } from '../../../shared/contract/read-calls.ts';
import { radiusOf } from '../../../shared/domain/geo.ts';
import { eventTypes, geoLevels, incidentStatuses } from '../../../shared/domain/vocabulary.ts';
import { LazyMapView } from '../../map-kit/lazy-map-view.tsx';
import type { MapPoints } from '../../map-kit/points.ts';
import { useApp } from '../../state/app-store.ts';
import { useLang, useText } from '../../text/index.tsx';

function pointsOf(dossiers: readonly IncidentDossier[]): MapPoints {
  const all = dossiers.map(({ incident }) => incident);
  return {
    ids: all.map(({ id }) => id),
    titles: all.map(({ title }) => title),
    lon: Float64Array.from(all, ({ longitude }) => longitude ?? 0),
    lat: Float64Array.from(all, ({ latitude }) => latitude ?? 0),
    radiusM: Float64Array.from(all, ({ geo_level, radius_m }) => radiusOf(geo_level, radius_m)),
    level: Uint8Array.from(all, ({ geo_level }) => geoLevels.indexOf(geo_level)),
    status: Uint8Array.from(all, ({ status }) => incidentStatuses.indexOf(status)),
    eventType: Uint8Array.from(all, ({ event_type }) => {
      const at = (eventTypes as readonly (string | null)[]).indexOf(event_type);
      return at < 0 ? 255 : at;
    }),
  };
}

/** Both places on a small map, each with the circle it is somewhere within. */
export function PairMap({ a, b }: { readonly a: IncidentDossier; readonly b: IncidentDossier }) {
  const t = useText().same;
  const lang = useLang();
  const theme = useApp((state) => state.theme);
  const points = useMemo(() => pointsOf([a, b]), [a, b]);
  const isPlaced = [a, b].every(({ incident }) => incident.latitude !== null);
  if (!isPlaced) return <p className="same-untold">{t.noMap}</p>;
  return (
    <figure className="same-map" aria-label={t.map}>
      <LazyMapView
        points={points}
        colourBy="status"
        theme={theme}
        lang={lang}
        fitKey={`${a.incident.rev} ${b.incident.rev}`}
        hasLegend={false}
      />
    </figure>
  );
}
