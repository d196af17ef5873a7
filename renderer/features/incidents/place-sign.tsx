import type { GeoLevel } from '../../../shared/domain/vocabulary.ts';
import { labels } from '../../../shared/text/index.ts';
import { useLang, useText } from '../../text/index.tsx';

/** How exactly a place is known, by shape: a dot, a ring, and wider dashed rings for areas. */
export function PlaceSign({ level }: { readonly level: GeoLevel }) {
  const words = useText().incidents.cell.precision(
    labels(useLang()).geoLevels[level].toLowerCase(),
  );
  return (
    <svg
      className="incidents-place-sign"
      width="13"
      height="13"
      viewBox="0 0 13 13"
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <Shape level={level} />
    </svg>
  );
}

function Shape({ level }: { readonly level: GeoLevel }) {
  switch (level) {
    case 'point':
      return <circle cx="6.5" cy="6.5" r="2.5" fill="currentColor" />;
    case 'settlement':
      return (
        <>
          <circle cx="6.5" cy="6.5" r="1.6" fill="currentColor" />
          <circle cx="6.5" cy="6.5" r="4" className="incidents-place-ring" />
        </>
      );
    case 'near':
      return (
        <>
          <circle cx="6.5" cy="6.5" r="1.3" fill="currentColor" />
          <circle
            cx="6.5"
            cy="6.5"
            r="5"
            className="incidents-place-ring"
            strokeDasharray="2 1.6"
          />
        </>
      );
    case 'district':
      return (
        <circle cx="6.5" cy="6.5" r="5" className="incidents-place-ring" strokeDasharray="2 1.6" />
      );
    case 'region':
      return (
        <circle cx="6.5" cy="6.5" r="5.5" className="incidents-place-ring" strokeDasharray="1 2" />
      );
    case 'country':
      return (
        <path d="M1.5 1.5h10v10h-10z" className="incidents-place-ring" strokeDasharray="1 2" />
      );
    case 'unknown':
      return (
        <path
          d="M4.6 4.7a2 2 0 1 1 2.9 1.8c-.7.4-1 .8-1 1.5M6.5 10.2v.2"
          className="incidents-place-ring"
          strokeLinecap="round"
        />
      );
  }
}
