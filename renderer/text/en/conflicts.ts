import { pluralEn } from '../plural.ts';

export const conflictsEn = {
  title: 'Differences to decide',
  help: 'A later file says otherwise than you. Your words stand until you decide; what you keep is asked again only when the file says something new.',
  total: (count: number) => pluralEn(count, 'incident waits', 'incidents wait'),
  byKind: 'All of a kind at once',
  kind: (table: string, field: string, count: string) =>
    `${table}, ${field}: ${count} on this page`,
  mine: 'In the case',
  files: 'In the file',
  writer: (name: string, at: string) => `${name}, ${at}`,
  from: (file: string, line: string, at: string) => `${file}, row ${line}, taken in ${at}`,
  keep: 'Keep yours',
  take: 'Take the file’s',
  keepFor: (field: string, title: string) => `Keep your ${field} of ${title}`,
  takeFor: (field: string, title: string) => `Take the file’s ${field} for ${title}`,
  keepAll: (name: string) => `Keep all yours: ${name}`,
  takeAll: (name: string) => `Take all the file’s: ${name}`,
  open: (title: string) => `Open ${title}`,
  kept: (field: string) => `${field}: your words are kept.`,
  taken: (field: string) => `${field}: taken from the file.`,
  decidedAll: (count: number) => `${pluralEn(count, 'difference decided', 'differences decided')}.`,
  more: 'Further differences',
  goDecide: 'Decide the differences',
  waiting: (count: number, file: string) =>
    `${file} says otherwise than you in ${pluralEn(count, 'place', 'places')}.`,
  origin: 'Taken from',
  cells: (count: number) => pluralEn(count, 'more cell of its row', 'more cells of its row'),
};
