/**
 * KML 2.2 (OGC 12-007r2): a placemark for each incident, with its time span and its values as
 * ExtendedData, beside them the whole incident for Cairn. Colours by type; no picture is named, so that nothing has to be fetched to draw it.
 */
import { tlpText } from '../domain/tlp.ts';
import { type EventType, eventTypes } from '../domain/vocabulary.ts';
import { xmlText } from '../lib/xml-text.ts';
import { carriedOf } from './carried.ts';
import { flatColumns } from './flat-row.ts';
import { positionOf } from './geojson.ts';
import type { ExportFacts, ExportIncident, TextWriter } from './model.ts';

/** Colours as KML has them: alpha, blue, green, red. */
const colours: { readonly [T in EventType]: string } = {
  Battles: 'ff2f3ec8',
  'Explosions/Remote violence': 'ff1f7fe0',
  'Violence against civilians': 'ff8a2f9c',
  Protests: 'ffb0802a',
  Riots: 'ff5f9a2f',
  'Strategic developments': 'ff7a7a7a',
};
const otherColour = 'ff5a5a5a';

const styleId = (type: string | null): string => {
  const at = (eventTypes as readonly (string | null)[]).indexOf(type);
  return at < 0 ? 'type-other' : `type-${at + 1}`;
};

function style(id: string, colour: string): string {
  return `<Style id="${id}"><IconStyle><color>${colour}</color><scale>0.9</scale></IconStyle></Style>\n`;
}

/** A day that XML Schema's `date` can hold. */
const plainDay = /^\d{4}-\d{2}-\d{2}$/;

/** Open ends stay open. */
function timeSpan({ incident }: ExportIncident): string {
  const ends = (['begin', 'end'] as const).flatMap((name) => {
    const day = name === 'begin' ? incident.date_earliest : incident.date_latest;
    return day !== null && plainDay.test(day) ? [`<${name}>${day}</${name}>`] : [];
  });
  return ends.length === 0 ? '' : `<TimeSpan>${ends.join('')}</TimeSpan>`;
}

/** Data of another namespace, which KML lets stand there and maps do not show. */
export const carriedElement = 'cairn:incident';

function carried(whole: ExportIncident): string {
  return `<${carriedElement}>${xmlText(JSON.stringify(carriedOf(whole)))}</${carriedElement}>`;
}

function placemark(whole: ExportIncident): string {
  const { incident } = whole;
  const position = positionOf(whole);
  const data = flatColumns.flatMap(({ name, of }) => {
    const value = of(whole);
    return value === null || name === 'title' || name === 'summary'
      ? []
      : [`<Data name="${name}"><value>${xmlText(String(value))}</value></Data>`];
  });
  return [
    `<Placemark id="i${incident.id}"><name>${xmlText(incident.title)}</name>`,
    incident.summary === '' ? '' : `<description>${xmlText(incident.summary)}</description>`,
    timeSpan(whole),
    `<styleUrl>#${styleId(incident.event_type)}</styleUrl>`,
    `<ExtendedData>${data.join('')}${carried(whole)}</ExtendedData>`,
    position === null ? '' : `<Point><coordinates>${position.join(',')}</coordinates></Point>`,
    '</Placemark>\n',
  ].join('');
}

function describe({ tlp, asOf, filter, dataSets }: ExportFacts): string {
  return [
    `${tlpText(tlp)}. As of ${asOf}.`,
    ...(filter === null ? [] : [`Filter: ${filter}.`]),
    ...dataSets.map(({ title, url, terms }) => `${title} (${url}): ${terms}`),
  ].join('\n');
}

export function kmlWriter(): TextWriter {
  return {
    begin: (facts) =>
      [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:cairn="https://cairn.invalid/kml/1">\n<Document>',
        `<name>${xmlText(`${tlpText(facts.tlp)} ${facts.title}`)}</name>`,
        `<description>${xmlText(describe(facts))}</description>\n`,
        ...eventTypes.map((type) => style(styleId(type), colours[type])),
        style(styleId(null), otherColour),
      ].join(''),
    page: ({ incidents }) => incidents.map(placemark).join(''),
    end: () => '</Document>\n</kml>\n',
  };
}
