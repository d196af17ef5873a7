/** What stood in the columns of a table of Cairn's when it was written, by the incident that a cell holds. Pure. */
import type { Carried } from '../export/carried.ts';
import { listMark } from '../export/flat-row.ts';
import { escapeText } from '../lib/marked-cell.ts';

type Cell = string | number | boolean | null | undefined;

/** Columns that are the incident's own. The others are reckoned: changing them says nothing. */
const cells: Readonly<Record<string, (whole: Carried) => Cell>> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  date: ({ date_edtf }) => date_edtf,
  date_words: ({ date_words }) => date_words,
  place: ({ place, place_words }) => place?.name ?? place_words,
  admin2: ({ admin2 }) => admin2,
  admin1: ({ admin1 }) => admin1,
  country: ({ country }) => country,
  latitude: ({ latitude }) => latitude,
  longitude: ({ longitude }) => longitude,
  geo_level: ({ geo_level }) => geo_level,
  radius_m: ({ radius_m }) => radius_m,
  event_type: ({ event_type }) => event_type,
  sub_event_type: ({ sub_event_type }) => sub_event_type,
  status: ({ status }) => status,
  confidence: ({ confidence }) => confidence,
  actors: ({ actors }) => actors.map(({ name, role }) => `${name} (${role})`).join(listMark),
  killed_low: ({ totals }) => totals?.killed_low,
  killed_high: ({ totals }) => totals?.killed_high,
  injured_low: ({ totals }) => totals?.injured_low,
  injured_high: ({ totals }) => totals?.injured_high,
  tlp: ({ tlp }) => tlp,
  invented: ({ invented }) => invented,
  summary: ({ summary }) => summary,
  targets: ({ targets }) => targets.join(listMark),
  tags: ({ tags }) => tags.join(listMark),
  sources: ({ claims }) => {
    const known = new Map(claims.flatMap(({ source }) => (source ? [[source.id, source]] : [])));
    return [...known.values()].map(({ title }) => title).join(listMark);
  },
  geo_code: ({ geo_code }) => geo_code,
  external_key: ({ external_key }) => external_key,
};

/** Those of which a change can be taken: each is read as in any list. */
const taken: ReadonlySet<string> = new Set([
  ...['title', 'date', 'place', 'admin2', 'admin1', 'country', 'latitude', 'longitude'],
  ...['event_type', 'sub_event_type', 'status', 'actors', 'summary', 'targets', 'tags', 'sources'],
]);
export const isTaken = (name: string): boolean => taken.has(name);

/** Whether a column says something of its own; `name` in small letters. */
export const isWritten = (name: string): boolean => Object.hasOwn(cells, name);

/** Undefined for a column that says nothing of its own; `name` in small letters. */
export function writtenCell(name: string, whole: Carried): string | undefined {
  return isWritten(name) ? String(cells[name]?.(whole) ?? '') : undefined;
}

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();
const numberOf = (text: string) =>
  /^[-+]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text.replace(',', '.')) : Number.NaN;

/**
 * Whether a cell still says what was written. Spreadsheets mark texts, cut the last digits of numbers (a
 * centimetre of a coordinate), write decimal commas and shout `TRUE`.
 */
export function isAsWritten(cell: string, written: string): boolean {
  const [now, was] = [plain(cell), plain(written)];
  if (now === was || now === plain(escapeText(was))) return true;
  if (/^(?:true|false)$/i.test(was)) return now.toLowerCase() === was;
  return Math.abs(numberOf(now) - numberOf(was)) < 1e-7;
}
