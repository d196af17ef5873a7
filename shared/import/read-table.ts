/**
 * One row of a list of somebody's own as what it says in Cairn's terms, by the meanings that its columns
 * were given. Pure. Nothing is assumed of a figure or a role but what the column says.
 */
import { disorderOf } from '../domain/disorder-type.ts';
import { isValidEdtf } from '../domain/edtf.ts';
import {
  type ActorIncidentRole,
  actorIncidentRoles,
  type IncidentStatus,
  incidentStatuses,
  type Outcome,
} from '../domain/vocabulary.ts';
import { fold } from '../lib/fold.ts';
import { wellFormed } from '../lib/well-formed.ts';
import { actorKind, eventKind } from './acled-codes.ts';
import { countryCode } from './country-codes.ts';
import { figureOf } from './figures.ts';
import { readDay, spanEdtf } from './import-dates.ts';
import type { ReadClaim, ReadParty, ReadResult, ReadSource, ReadToll } from './imported.ts';
import { namedSource, tollClaim } from './imported.ts';
import type { DataSetReader } from './row-feed.ts';
import { columnsKept, keptCells, noFigureGiven, RowText } from './row-text.ts';
import {
  type ColumnMeaning,
  type RowIssue,
  singleMeanings,
  type TableMapping,
} from './table-fields.ts';

type Row = RowText<ColumnMeaning>;
const longest = 200_000;
const roles: readonly (readonly [ColumnMeaning, ActorIncidentRole])[] = [
  ['actor', 'involved'],
  ['perpetrator', 'perpetrator'],
  ['target', 'target'],
  ['victim', 'victim'],
  ['claimant', 'claimant'],
];
const outcomes: readonly (readonly [ColumnMeaning, Outcome])[] = [
  ['fatalities', 'killed'],
  ['injured', 'injured'],
  ['captured', 'captured'],
  ['missing', 'missing'],
  ['displaced', 'displaced'],
];
/** Statuses by their words in English and French. */
const statusWords: Readonly<Record<string, IncidentStatus>> = {
  ...Object.fromEntries(incidentStatuses.map((status) => [status, status])),
  ...{ signale: 'reported', revendique: 'claimed', recoupe: 'corroborated' },
  ...{ confirme: 'confirmed', conteste: 'disputed', refute: 'refuted', dementi: 'refuted' },
};

const partsOf = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** `JNIM (perpetrator)`, as Cairn writes the part of an actor. */
function roleSaid(
  text: string,
): { readonly name: string; readonly role: ActorIncidentRole } | undefined {
  const found = /^(.*\S) \(([a-z-]+)\)$/s.exec(text);
  const role = actorIncidentRoles.find((each) => each === found?.[2]);
  return role === undefined ? undefined : { name: found?.[1] ?? text, role };
}

export class TableReader implements DataSetReader {
  readonly #at: { readonly [M in ColumnMeaning]?: number };
  readonly #all: { readonly [M in ColumnMeaning]?: readonly number[] };
  readonly #kept: ReturnType<typeof columnsKept>;
  readonly #mapping: TableMapping;

  constructor(names: readonly string[], mapping: TableMapping) {
    const at: { [M in ColumnMeaning]?: number } = {};
    const all: { [M in ColumnMeaning]?: number[] } = {};
    for (const [n, meaning] of mapping.columns.entries()) {
      if (singleMeanings.includes(meaning)) at[meaning] ??= n;
      all[meaning] = [...(all[meaning] ?? []), n];
    }
    this.#at = at;
    this.#all = all;
    this.#kept = columnsKept(names, (n) => mapping.columns[n] === 'keep');
    this.#mapping = mapping;
  }

  read(cells: readonly string[], isCut = false): ReadResult {
    if (isCut) return { failure: { code: 'cut-off', column: null } };
    if (cells.length !== this.#mapping.columns.length) {
      return { failure: { code: 'cell-count', column: null } };
    }
    const row: Row = new RowText(cells, this.#at);
    const date = dateOf(row, this.#mapping);
    if ('failure' in date) return date;
    const kind = eventKind(row.short('event-type', 100), row.short('sub-event-type', 100), null);
    const place = placeOf(row);
    const actors = this.#actors(cells);
    const key = row.short('key', 400);
    const status = statusOf(row);
    const sources = sourcesOf(row);
    return {
      row: {
        ...{ key: key === '' ? null : key, stamp: null },
        incident: {
          title: titleOf(row, kind.subEventType ?? kind.eventType, place, actors),
          ...{ summary: row.short('notes', longest), event_type: kind.eventType },
          sub_event_type: kind.subEventType,
          disorder_type: disorderOf(kind.eventType, kind.subEventType),
          ...{ date_edtf: date.edtf, ...place },
          ...(row.has('time') ? { time_words: row.short('time') || null } : {}),
          ...(this.#all['target-type'] ? { targets: this.#texts(cells, 'target-type') } : {}),
          ...(status === undefined ? {} : { status }),
        },
        actors,
        claims: this.#claims(row, sources),
        sources,
        notes: (this.#all.note ?? []).flatMap((at) => {
          const body = wellFormed((cells[at] ?? '').trim()).slice(0, longest);
          return body === '' ? [] : [{ kind: 'comment' as const, body }];
        }),
        tags: this.#texts(cells, 'tags'),
        kept: keptCells(cells, this.#kept),
        warnings: row.warnings,
      },
    };
  }

  /** The parts of all cells of a meaning, each once, no longer than a tag. */
  #texts(cells: readonly string[], meaning: ColumnMeaning): string[] {
    const found = (this.#all[meaning] ?? []).flatMap((at) => partsOf(wellFormed(cells[at] ?? '')));
    return [...new Set(found.map((part) => part.slice(0, 100)))].sort().slice(0, 50);
  }

  #actors(cells: readonly string[]): ReadParty[] {
    return roles.flatMap(([meaning, role]) =>
      (this.#all[meaning] ?? []).flatMap((at) =>
        partsOf(wellFormed(cells[at] ?? '')).map((whole): ReadParty => {
          const said = meaning === 'actor' ? roleSaid(whole) : undefined;
          const name = (said?.name ?? whole).slice(0, 500);
          const actor = { name, kind: actorKind(name, null), inter: null };
          return { actor, role: said?.role ?? role, attribution: null };
        }),
      ),
    );
  }

  /** The figures are those of the source of the row, and without one of the list itself. */
  #claims(row: Row, sources: readonly ReadSource[]): ReadClaim[] {
    const tolls = outcomes.flatMap(([meaning, outcome]) => tollOf(row, meaning, outcome));
    if (tolls.length === 0) return [];
    return [{ ...tollClaim(tolls), source: sources[0] ?? null }];
  }
}

function tollOf(row: Row, meaning: ColumnMeaning, outcome: Outcome): ReadToll[] {
  const words = row.short(meaning);
  const base = { outcome, party: 'unknown', words: words || null } as const;
  const bound = (end: 'killed-low' | 'killed-high') =>
    outcome === 'killed' && row.has(end) ? row.people(end) : null;
  const low = bound('killed-low');
  const high = bound('killed-high');
  if (low !== null || high !== null) {
    const best = words === '' ? null : (figureOf(words)?.low ?? null);
    const isInOrder =
      (low ?? 0) <= (best ?? low ?? 0) && (high === null || (best ?? low ?? 0) <= high);
    if (!isInOrder) row.warn('bounds-broken', low === null ? 'killed-high' : 'killed-low');
    const qualifier = low === null ? 'at-most' : high === null ? 'at-least' : 'between';
    const said = `${low ?? '?'}–${high ?? '?'}${words === '' ? '' : ` (${words})`}`;
    return [{ ...base, low, high, qualifier: low === high ? 'exact' : qualifier, words: said }];
  }
  if (words === '') return [];
  const figure = figureOf(words);
  if (figure === undefined) row.warn('fatalities-unreadable', meaning);
  return [{ ...base, ...(figure ?? noFigureGiven) }];
}

function dateOf(
  row: Row,
  { dateOrder }: TableMapping,
): { readonly edtf: string | null } | { readonly failure: RowIssue } {
  const words = row.text('date');
  if (words === '') return { edtf: partsDate(row) };
  if (/^\d{4}(-(0[1-9]|1[0-2]))?[~?]?$/.test(words)) return { edtf: words };
  // what Cairn itself wrote: in doubt, between two days, open to one side
  if (/[~?%X/[]/.test(words) && isValidEdtf(words)) return { edtf: words };
  const start = readDay(words, dateOrder);
  if ('problem' in start) return row.failure(start.problem, 'date');
  const last = row.text('date-end');
  if (last === '') return { edtf: start.day };
  const end = readDay(last, dateOrder);
  if ('problem' in end) return row.failure(end.problem, 'date-end');
  if (end.day < start.day) {
    row.warn('end-before-start', 'date-end');
    return { edtf: start.day };
  }
  return { edtf: spanEdtf(start.day, end.day) };
}

/** Year, month and day in columns of their own; 0 and nothing are unknown. */
function partsDate(row: Row): string | null {
  const part = (meaning: 'year' | 'month' | 'day') => row.text(meaning).replace(/\.0+$/, '');
  const year = part('year');
  if (!/^\d{4}$/.test(year)) {
    row.warn('date-missing', row.has('date') ? 'date' : 'year');
    return null;
  }
  const month = part('month').padStart(2, '0');
  if (!/^(0[1-9]|1[0-2])$/.test(month)) return year;
  const day = readDay(`${year}-${month}-${part('day').padStart(2, '0')}`, 'none');
  return 'problem' in day ? `${year}-${month}` : day.day;
}

function placeOf(row: Row) {
  const country = row.text('country');
  const code = country === '' ? null : countryCode(country);
  if (country !== '' && code === null) row.warn('country-unknown', 'country');
  const place = row.short('location') || null;
  const point = row.point('latitude', 'longitude');
  const admin1 = row.short('admin1') || null;
  const admin2 = row.short('admin2') || null;
  const level =
    place !== null
      ? 'settlement'
      : admin2 !== null
        ? 'district'
        : admin1 !== null
          ? 'region'
          : code !== null
            ? 'country'
            : 'unknown';
  const geo = { geo_level: point.latitude === null ? 'unknown' : level, geo_code: null } as const;
  return { place_words: place, ...point, ...geo, country: code, admin1, admin2 };
}

function titleOf(
  row: Row,
  type: string | null,
  place: ReturnType<typeof placeOf>,
  actors: readonly ReadParty[],
): string {
  const own = row.short('title');
  if (own !== '') return own;
  const head = type ?? actors[0]?.actor.name ?? 'Incident';
  const where = place.place_words ?? place.admin2 ?? place.admin1 ?? row.text('country');
  return wellFormed((where === '' ? head : `${head}, ${where}`).slice(0, 500));
}

function statusOf(row: Row): IncidentStatus | undefined {
  const words = fold(row.text('status')).replace(/e?s?$/, '');
  if (words === '') return undefined;
  const found = Object.entries(statusWords).find(([word]) => word.replace(/e?s?$/, '') === words);
  if (found === undefined) row.warn('status-unknown', 'status');
  return found?.[1];
}

/** Names parted by `;`; with an address, a publisher or a date it is one source. */
function sourcesOf(row: Row): readonly ReadSource[] {
  const title = row.text('source');
  const url = urlOf(row);
  const publisher = row.short('source-publisher') || null;
  const day = readDay(row.text('source-date'), 'none');
  const published = 'problem' in day ? null : day.day;
  if (url === null && publisher === null && published === null) {
    return partsOf(title).map((name) => namedSource(name.slice(0, 500)));
  }
  const named = wellFormed((title || publisher || url || '').slice(0, 500));
  if (named === '') return [];
  return [{ title: named, kind: 'article', publisher, url, published }];
}

function urlOf(row: Row): string | null {
  const words = row.text('source-url');
  if (words === '') return null;
  if (/^https?:\/\/\S{1,3990}$/i.test(words)) return words;
  row.warn('url-unreadable', 'source-url');
  return null;
}
