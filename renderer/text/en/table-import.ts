// Words for importing a table of a data set.
import { tableWords } from '../../../shared/text/table-words.ts';
import { pluralEn } from '../plural.ts';

const rows = (count: number, text: string) => `${text} ${count === 1 ? 'row' : 'rows'}`;

export const tableImportEn = {
  empty: 'Import a data set',
  emptyNext:
    'Choose a CSV file of ACLED, of any year. You see its first rows as incidents before anything is written.',
  choose: 'Choose a table…',
  chooseOther: 'Choose another table…',
  reading: 'Reading the table…',
  refused: (fileName: string) => `${fileName} was refused.`,
  preview: (fileName: string) => `Table: ${fileName}`,
  recognised: (known: number, all: number) =>
    `Recognised as ACLED: ${known} of ${pluralEn(all, 'column is', 'columns are')} ACLED’s.`,
  unknown:
    'Not a layout that is known. Say below what each column means; a date is needed, all else may be left out.',
  facts: (bytes: string, encoding: string, separator: string) =>
    `${bytes}, ${encoding}, cells parted by ${separator}`,
  separators: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as {
    readonly [separator: string]: string;
  },
  mapping: 'What the columns mean',
  mappingHelp: 'Columns that are kept stand beside the incident and take no part in it.',
  column: 'Column',
  meaning: 'Meaning',
  meaningOf: (column: string) => `Meaning of ${column}`,
  noName: (n: number) => `column ${n}`,
  meanings: {
    key: 'Id of the event',
    date: 'Date',
    year: 'Year (to check)',
    'time-precision': 'Time precision 1–3',
    'event-type': 'Event type',
    'sub-event-type': 'Sub-event type',
    actor1: 'Actor 1',
    'assoc-actor-1': 'With actor 1',
    inter1: 'Type of actor 1',
    actor2: 'Actor 2',
    'assoc-actor-2': 'With actor 2',
    inter2: 'Type of actor 2',
    country: 'Country',
    admin1: 'Region',
    admin2: 'District',
    location: 'Place',
    latitude: 'Latitude',
    longitude: 'Longitude',
    'geo-precision': 'Place precision 1–3',
    source: 'Sources',
    notes: 'Account',
    fatalities: 'People killed',
    tags: 'Tags',
    timestamp: 'Time of upload',
    keep: 'Keep beside',
    skip: 'Leave out',
  },
  dateOrder: 'Dates of numbers, as 02/01/2025',
  dateOrders: {
    none: 'Refuse when day and month are not certain',
    'day-first': 'Day first',
    'month-first': 'Month first',
  },
  firstRows: (count: number) => `The first ${pluralEn(count, 'row', 'rows')} as incidents`,
  line: 'Line',
  incident: 'Incident',
  date: 'Date',
  place: 'Place',
  actors: 'Actors, all “involved”',
  killed: 'Killed',
  noFigure: 'none given',
  remarks: 'Remarks',
  leftOut: 'left out',
  issues: tableWords.en.issues,
  issue: (words: string, column: string | null, value: string | null) =>
    column === null ? words : `${column} “${value ?? ''}”: ${words}`,
  check: 'Check the whole file',
  import: 'Import',
  cancel: 'Cancel',
  close: 'Close',
  checking: 'Checking the file',
  importing: 'Importing',
  merging: 'Joining changed rows',
  progress: (count: number, text: string, rate: string, left: string) =>
    `${rows(count, text)}, ${rate} a second, ${left}`,
  left: (seconds: number) =>
    seconds < 60 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`,
  finishing: 'finishing',
  meanwhile:
    'You can go on reading and filtering. Nothing can be saved until the import has ended.',
  checked: 'Nothing was written. The import would do this:',
  imported: 'Imported.',
  nothing: 'Nothing new: the case already holds all of it.',
  resultLine: {
    added: (text: string) => `${text} added`,
    updated: (text: string) => `${text} updated`,
    unchanged: (text: string) => `${text} the same`,
    conflicting: (text: string) => `${text} joined, with your own words kept`,
    skipped: (text: string) => `${text} skipped (older, in the bin, or twice)`,
    failed: (text: string) => `${text} left out`,
    warnings: (text: string) => `${text} remarks`,
  },
  firstIssues: (count: number) => `Remarks (the first ${count})`,
  lineNumber: (line: string) => `line ${line}`,
};
