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

/** A sheet of Excel has 1 048 576 rows, of which one holds the names; more incidents are refused. */
export const mostInWorkbook = 1_048_575;
