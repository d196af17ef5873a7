// Words for writing incidents in the formats of other programs.
import type { ExportFormat } from '../../../shared/export/formats.ts';
import { pluralEn } from '../plural.ts';

export const exportFilesEn = {
  format: 'Format',
  pack: 'Cairn pack',
  packHelp: 'For a colleague with Cairn: everything, with its history',
  formats: {
    csv: 'Table (CSV)',
    xlsx: 'Workbook (XLSX)',
    geojson: 'GeoJSON',
    kml: 'KML',
    geoparquet: 'GeoParquet',
    stix: 'STIX 2.1 bundle',
    misp: 'MISP events',
    graphml: 'Network as GraphML',
    gexf: 'Network as GEXF',
  } satisfies Record<ExportFormat, string>,
  help: {
    csv: 'One line for each incident, safe to open in a spreadsheet',
    xlsx: 'Sheets for incidents, claims, actors and sources',
    geojson: 'For QGIS and other maps; Cairn reads it back whole',
    kml: 'For Google Earth, with the period of each incident',
    geoparquet: 'For DuckDB, Spark and PostGIS, however large the case',
    stix: 'For threat intelligence platforms such as OpenCTI',
    misp: 'One event for each incident, for MISP',
    graphml: 'Who is tied to whom, for Gephi, yEd or Cytoscape',
    gexf: 'The same for Gephi, in its own format',
  } satisfies Record<ExportFormat, string>,
  writing: (name: string) => `Writing ${name}…`,
  inFile: 'In the file',
  networkOfPicked: 'A network is made of the whole case or of a filter. Choose one of these above.',
  workbookFull: (most: string) =>
    `A workbook takes up to ${most} incidents. Narrow the filter, or choose CSV or GeoParquet.`,
  next: (records: number) =>
    `${pluralEn(records, 'incident is', 'incidents are')} in it. The label of the file is written inside; keep to it when you pass it on.`,
  nextNetwork: 'The label of the file is written inside; keep to it when you pass it on.',
};
