// What is said of files that hold no table of incidents: what they are, and what to do.
import type { ErrorWords } from './errors.ts';

export const tableRefusalsEn: { readonly [reason: string]: ErrorWords } = {
  empty: { title: 'This file is empty.', next: 'Ask for it again, or export it anew.' },
  'git-lfs': {
    title: 'This is a pointer of Git LFS, not the file itself.',
    next: 'Fetch the file with “git lfs pull”, then import that one.',
  },
  pdf: {
    title: 'This is a PDF document.',
    next: 'Add it under Sources and read it there; for rows ask for CSV or XLSX.',
  },
  sqlite: {
    title: 'This is an SQLite database.',
    next: 'Export the table you need from it as CSV, then import that.',
  },
  'case-file': {
    title: 'This is a Cairn case.',
    next: 'Open it with Open case. To join cases, export a pack from it and import the pack.',
  },
  geopackage: {
    title: 'This is a GeoPackage.',
    next: 'Export its layer as CSV or GeoJSON with QGIS, then import that.',
  },
  parquet: {
    title: 'This is a Parquet file.',
    next: 'Save it as CSV, for example with DuckDB, then import that.',
  },
  binary: {
    title: 'This file holds no text.',
    next: 'Import CSV, TSV, XLSX or ODS. If it should be one of these, it is damaged: ask for it again.',
  },
  'web-page': {
    title: 'This is a web page, not a table.',
    next: 'Often a sign-in page was saved instead of the file. Download the file itself.',
  },
  script: {
    title: 'This is a program or script, not a table.',
    next: 'If data stand in it, save them as CSV or GeoJSON first.',
  },
  'endless-row': {
    title: 'A row of this file does not end.',
    next: 'A closing quotation mark is missing, or the file is no table. Mend it in a spreadsheet.',
  },
  aggregates: {
    title: 'These rows count events; they tell of none.',
    next: 'Totals by month or area cannot become incidents. Ask for the file of single events.',
  },
  layout: {
    title: 'The columns are not those that were asked for.',
    next: 'Import it as a table and say what its columns mean.',
  },
  'workbook-large': {
    title: 'This workbook is too large to be read here (over 30 MB).',
    next: 'Save it as XLSX, or the sheet you need as CSV: both can be of any size.',
  },
  'workbook-bomb': {
    title: 'This workbook would unfold to far more than it should.',
    next: 'Nothing was read from it. Ask whoever made it for a CSV file.',
  },
  'workbook-doctype': {
    title: 'This workbook declares a document type, by which things are smuggled in.',
    next: 'No program of spreadsheets writes that. Ask whoever made it for a CSV file.',
  },
  'workbook-columns': {
    title: 'A row of this workbook has more than 16,384 columns.',
    next: 'No sheet is that wide. Open it in a spreadsheet, save it anew and import it again.',
  },
  'workbook-rows': {
    title: 'A row of this workbook has a number that no sheet reaches.',
    next: 'Sheets end at row 1,048,576. Open it in a spreadsheet, save it anew and import it again.',
  },
  'workbook-texts': {
    title: 'A cell of this workbook names a text that is not there.',
    next: 'Open it in a spreadsheet, save it anew and import it again.',
  },
  'workbook-locked': {
    title: 'This workbook is protected by a password.',
    next: 'Open it, take the password away, save it and import it again.',
  },
  'workbook-broken': {
    title: 'This workbook is damaged.',
    next: 'Open it in a spreadsheet, save it anew and import it again.',
  },
  pack: {
    title: 'This zip is a pack.',
    next: 'Import it with Choose a pack; its name should end in .cairnpack.',
  },
  'zip-empty': {
    title: 'There is no table in this zip.',
    next: 'Unpack it and import the CSV, TSV, XLSX or ODS file.',
  },
  'zip-many': {
    title: 'There are several tables in this zip.',
    next: 'Unpack it and import the one you need.',
  },
  'zip-locked': {
    title: 'This zip is protected by a password.',
    next: 'Unpack it with the password and import the table.',
  },
  'zip-large': {
    title: 'What is in this zip is too large (over 2 GB).',
    next: 'Unpack it and import the table itself.',
  },
  'zip-unsafe': {
    title: 'A name in this zip leads elsewhere or hides what it is.',
    next: 'Nothing was read from it. Ask whoever made it for the KML file itself.',
  },
  'zip-bomb': {
    title: 'This zip would unfold to far more than it should.',
    next: 'Nothing was read from it. Ask whoever made it for the KML file itself, up to 200 MB.',
  },
  'kmz-empty': {
    title: 'There is no KML in this KMZ.',
    next: 'Open it in a map program and save it again as KML.',
  },
  'no-features': {
    title: 'This map holds nothing.',
    next: 'No placemark and no feature stands in it. Export the layer that has them.',
  },
  'not-structured': {
    title: 'This is JSON, but no features, bundle or events.',
    next: 'GeoJSON, STIX 2.1 bundles and MISP events are read. Save other data as CSV.',
  },
  'not-json': {
    title: 'This JSON is broken.',
    next: 'It was cut short or changed by hand. Export it anew.',
  },
  'too-deep': {
    title: 'This file is nested far too deep.',
    next: 'No program writes it like that for people. Ask where it comes from.',
  },
  encoding: {
    title: 'This file is not UTF-8 text.',
    next: 'Save it as UTF-8 in an editor, then import it.',
  },
  'broken-xml': {
    title: 'This XML is broken.',
    next: 'It was cut short or changed by hand. Export the map anew.',
  },
  doctype: {
    title: 'This file declares a document type, by which other files can be smuggled in.',
    next: 'No KML needs one. Take the line that begins with <!DOCTYPE out, or ask for the file anew.',
  },
  'not-kml': {
    title: 'This is XML, but not KML.',
    next: 'Save it as KML or GeoJSON in a map program, then import that.',
  },
  wide: {
    title: 'The features of this map have more than 2,000 different properties.',
    next: 'Leave out those you do not need in a map program, then export it anew.',
  },
  'map-large': {
    title: 'This file is too large to be read as a whole (over 200 MB).',
    next: 'Split it, or save its data as CSV: that can be of any size.',
  },
  'zip-broken': { title: 'This zip is damaged.', next: 'Ask for it again, or download it anew.' },
};
