/**
 * GeoJSON (RFC 7946): a point for each incident, null where no place is known. Flat values in
 * `properties` for maps; the whole incident in the foreign member `cairn` for Cairn.
 */
import { tlpText } from '../domain/tlp.ts';
import { carriedOf } from './carried.ts';
import { flatRow } from './flat-row.ts';
import type { ExportIncident, TextWriter } from './model.ts';

/** Coordinates of a feature: longitude first. Null when either is unknown. */
export function positionOf({ incident }: ExportIncident): readonly [number, number] | null {
  const { latitude, longitude } = incident;
  return latitude === null || longitude === null ? null : [longitude, latitude];
}

export function featureOf(whole: ExportIncident) {
  const coordinates = positionOf(whole);
  return {
    type: 'Feature',
    id: whole.incident.id,
    geometry: coordinates && { type: 'Point', coordinates },
    properties: flatRow(whole),
    cairn: carriedOf(whole),
  };
}

export function geojsonWriter(): TextWriter {
  let isFirst = true;
  return {
    begin: (facts) => {
      const head = {
        type: 'FeatureCollection',
        name: facts.title,
        ...{ tlp: tlpText(facts.tlp), as_of: facts.asOf, filter: facts.filter },
        attribution: facts.dataSets.map(({ title, publisher, url, terms, incidents }) => ({
          ...{ title, publisher, url, terms, incidents },
        })),
      };
      return `${JSON.stringify(head).slice(0, -1)},"features":[`;
    },
    page: ({ incidents }) => {
      let text = '';
      for (const whole of incidents) {
        text += `${isFirst ? '' : ','}\n${JSON.stringify(featureOf(whole))}`;
        isFirst = false;
      }
      return text;
    },
    end: () => '\n]}\n',
  };
}
