/** What a selection of incidents can be written as, beside a pack. */
export const exportFormats = [
  'csv',
  'xlsx',
  'geojson',
  'kml',
  'geoparquet',
  'stix',
  'misp',
  'graphml',
  'gexf',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Ending of the file's name, without the dot. */
export const exportEndings: { readonly [F in ExportFormat]: string } = {
  csv: 'csv',
  xlsx: 'xlsx',
  geojson: 'geojson',
  kml: 'kml',
  geoparquet: 'parquet',
  stix: 'json',
  misp: 'json',
  graphml: 'graphml',
  gexf: 'gexf',
};

/** The whole file has to stand in memory before it can be written; more incidents are refused. */
export const mostInWorkbook = 50_000;
