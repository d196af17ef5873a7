/** One incident as one line of plain values: the columns of CSV, XLSX, GeoJSON and GeoParquet. */
import { type ExportIncident, placeName, sourcesOf } from './model.ts';

export type FlatKind = 'text' | 'number' | 'integer' | 'boolean';
export type FlatValue = string | number | boolean | null;

export interface FlatColumn {
  readonly name: string;
  readonly kind: FlatKind;
  readonly of: (whole: ExportIncident) => FlatValue;
}

const text = (name: string, of: (whole: ExportIncident) => string | null): FlatColumn => ({
  ...{ name, kind: 'text', of },
});
const number = (
  name: string,
  of: (whole: ExportIncident) => number | null,
  kind: 'number' | 'integer' = 'integer',
): FlatColumn => ({ name, kind, of });

/** Column of CSV and XLSX behind all others: the whole incident as JSON, for Cairn. */
export const wholeColumn = 'cairn';

/** The parts of a list in one cell. */
export const listMark = '; ';
const list = (parts: readonly string[]): string | null =>
  parts.length === 0 ? null : parts.join(listMark);

/** New columns come last, so that what reads the file by position goes on working. */
export const flatColumns: readonly FlatColumn[] = [
  text('id', ({ incident }) => incident.id),
  text('title', ({ incident }) => incident.title),
  text('date', ({ incident }) => incident.date_edtf),
  text('date_earliest', ({ incident }) => incident.date_earliest),
  text('date_latest', ({ incident }) => incident.date_latest),
  text('date_words', ({ incident }) => incident.date_words),
  text('place', placeName),
  text('admin2', ({ incident }) => incident.admin2),
  text('admin1', ({ incident }) => incident.admin1),
  text('country', ({ incident }) => incident.country),
  number('latitude', ({ incident }) => incident.latitude, 'number'),
  number('longitude', ({ incident }) => incident.longitude, 'number'),
  text('geo_level', ({ incident }) => incident.geo_level),
  number('radius_m', ({ incident }) => incident.radius_m, 'number'),
  text('event_type', ({ incident }) => incident.event_type),
  text('sub_event_type', ({ incident }) => incident.sub_event_type),
  text('status', ({ incident }) => incident.status),
  text('confidence', ({ incident }) => incident.confidence),
  text('actors', ({ actors }) =>
    list(actors.map(({ actor, link }) => `${actor.name} (${link.role})`)),
  ),
  number('killed_low', ({ killed }) => killed?.low ?? null),
  number('killed_high', ({ killed }) => killed?.high ?? null),
  text('killed_grade', ({ killed }) => killed?.bestGrade ?? null),
  number('injured_low', ({ injured }) => injured?.low ?? null),
  number('injured_high', ({ injured }) => injured?.high ?? null),
  text('possibly_same_as', ({ possiblySameAs }) => list(possiblySameAs)),
  text('tlp', ({ incident }) => incident.tlp),
  { name: 'invented', kind: 'boolean', of: ({ incident }) => incident.invented },
  text('updated_at', ({ incident }) => incident.updated_at),
  text('summary', ({ incident }) => incident.summary || null),
  text('targets', ({ incident }) => list(incident.targets)),
  text('tags', ({ tags }) => list(tags)),
  text('sources', (whole) => list(sourcesOf(whole).map(({ title }) => title))),
  text('geo_code', ({ incident }) => incident.geo_code),
  text('external_key', ({ incident }) => incident.external_key),
  text('attribution', ({ dataSet }) => dataSet && `${dataSet.publisher}, ${dataSet.url}`),
];

export function flatRow(whole: ExportIncident): Record<string, FlatValue> {
  return Object.fromEntries(flatColumns.map(({ name, of }) => [name, of(whole)]));
}
