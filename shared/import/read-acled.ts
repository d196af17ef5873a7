/**
 * One row of an ACLED file as what it says in Cairn's terms (standards §3.1). Pure. Nobody is called a
 * perpetrator: ACLED's actor 1 need not be the aggressor. A figure of 0 means "none or not stated" and
 * becomes "no figure given".
 */
import { disorderOf } from '../domain/disorder-type.ts';
import { once } from '../lib/once.ts';
import { wellFormed } from '../lib/well-formed.ts';
import { actorKind, eventKind, geoLevelOf, interCode } from './acled-codes.ts';
import { countryCode } from './country-codes.ts';
import { edtfOf, readDay } from './import-dates.ts';
import {
  namedSource,
  type ReadClaim,
  type ReadParty,
  type ReadResult,
  type ReadToll,
  tollClaim,
} from './imported.ts';
import type { DataSetReader } from './row-feed.ts';
import {
  type ColumnMeaning,
  presetMeanings,
  type RowIssue,
  type RowIssueCode,
  type TableMapping,
} from './table-fields.ts';

const longestSummary = 200_000;

/** `a; b; ;c` as its parts, each once. */
function parts(text: string): string[] {
  if (text === '') return [];
  if (!text.includes(';')) return [text.trim()].filter((part) => part !== '');
  return [...new Set(text.split(';').map((part) => part.trim()))].filter((part) => part !== '');
}

/** What every row without fatalities shares; all of ACLED's figures are people killed of any party. */
const killed = { party: 'unknown', outcome: 'killed' } as const;
const noFigure = [
  tollClaim([{ ...killed, low: null, high: null, qualifier: 'none-given', words: '0' }]),
];

export class AcledReader implements DataSetReader {
  readonly #at: Partial<Record<ColumnMeaning, number>> = {};
  readonly #kept: readonly (readonly [name: string, at: number])[];
  readonly #width: number;
  readonly #order: TableMapping['dateOrder'];
  readonly #country = once(countryCode);
  /** A file names each day many times. */
  readonly #day = once((words) => readDay(words, this.#order));

  constructor(names: readonly string[], { columns, dateOrder }: TableMapping) {
    for (const meaning of presetMeanings.acled) {
      if (meaning === 'keep' || meaning === 'skip') continue;
      const at = columns.indexOf(meaning);
      if (at >= 0) this.#at[meaning] = at;
    }
    this.#kept = columns.flatMap((meaning, at) =>
      meaning === 'keep' ? [[(names[at] ?? '').trim() || `column ${at + 1}`, at] as const] : [],
    );
    this.#width = columns.length;
    this.#order = dateOrder;
  }

  /** `isCut`: the file ended inside this row. */
  read(cells: readonly string[], isCut = false): ReadResult {
    if (isCut) return { failure: { code: 'cut-off', column: null } };
    if (cells.length !== this.#width) return { failure: { code: 'cell-count', column: null } };
    const warnings: RowIssue[] = [];
    const warn = (code: RowIssueCode, meaning: ColumnMeaning) =>
      warnings.push({ code, column: this.#at[meaning] ?? null });
    const text = (meaning: ColumnMeaning): string => {
      const at = this.#at[meaning];
      return at === undefined ? '' : wellFormed((cells[at] ?? '').trim());
    };
    const short = (meaning: ColumnMeaning): string => {
      const whole = text(meaning);
      if (whole.length <= 500) return whole;
      warn('text-cut', meaning);
      return wellFormed(whole.slice(0, 500));
    };

    const date = this.#date(text, warn);
    if ('failure' in date) return date;
    const inter1 = this.#inter(text, warn, 'inter1');
    const inter2 = this.#inter(text, warn, 'inter2');
    const kind = eventKind(text('event-type'), text('sub-event-type'), inter1);
    if (!kind.isKnown) warn('type-unknown', 'event-type');
    const place = this.#place(text, short, warn);
    const actors = new Map<string, ReadParty>();
    const add = (names: readonly string[], inter: number | null) => {
      for (const whole of names) {
        const name = whole.slice(0, 500);
        // a main actor comes before those beside it, and says its type
        if (actors.has(name)) continue;
        const actor = { name, kind: actorKind(name, inter), inter };
        actors.set(name, { actor, role: 'involved', attribution: null });
      }
    };
    const one = (meaning: ColumnMeaning) => [short(meaning)].filter((name) => name !== '');
    add(one('actor1'), inter1);
    add(one('actor2'), inter2);
    add(parts(text('assoc-actor-1')), null);
    add(parts(text('assoc-actor-2')), null);
    let summary = text('notes');
    if (summary.length > longestSummary) {
      warn('text-cut', 'notes');
      summary = wellFormed(summary.slice(0, longestSummary));
    }
    const head = kind.subEventType ?? kind.eventType ?? 'Incident';
    const where = place.place_words ?? place.admin2 ?? place.admin1 ?? text('country');
    return {
      row: {
        key: short('key') === '' ? null : short('key').slice(0, 400),
        stamp: this.#stamp(text, warn),
        incident: {
          title: wellFormed((where === '' ? head : `${head}, ${where}`).slice(0, 500)),
          summary,
          event_type: kind.eventType,
          sub_event_type: kind.subEventType,
          disorder_type: disorderOf(kind.eventType, kind.subEventType),
          date_edtf: date.edtf,
          ...place,
        },
        actors: [...actors.values()],
        claims: this.#claims(text, warn),
        sources: parts(text('source')).map((name) => namedSource(name.slice(0, 500))),
        notes: [],
        tags: parts(text('tags')).map((name) => name.slice(0, 100)),
        kept: this.#keptCells(cells),
        warnings,
      },
    };
  }

  #date(text: Text, warn: Warn): { edtf: string | null } | { failure: RowIssue } {
    const words = text('date');
    if (words === '') {
      const year = text('year');
      warn('date-missing', 'date');
      return { edtf: /^\d{4}$/.test(year) ? year : null };
    }
    const read = this.#day(words);
    if ('problem' in read) {
      return { failure: { code: read.problem, column: this.#at.date ?? null } };
    }
    const year = text('year');
    if (year !== '' && year !== read.day.slice(0, 4)) warn('year-differs', 'year');
    const precision = text('time-precision');
    if (precision !== '' && !/^[123]$/.test(precision)) {
      warn('precision-unknown', 'time-precision');
    }
    const known = precision === '2' ? 2 : precision === '3' ? 3 : 1;
    return { edtf: edtfOf(read.day, known) };
  }

  #inter(text: Text, warn: Warn, meaning: 'inter1' | 'inter2'): number | null {
    const code = interCode(text(meaning));
    if (code === undefined) warn('inter-unknown', meaning);
    return code ?? null;
  }

  #place(text: Text, short: Text, warn: Warn) {
    const name = text('country');
    const country = name === '' ? null : this.#country(name);
    if (country === null && name !== '') warn('country-unknown', 'country');
    const point = coordinates(text('latitude'), text('longitude'));
    if (point === undefined) warn('coordinates-unreadable', 'latitude');
    const code = text('geo-precision');
    const level = geoLevelOf(code);
    if (level === null && code !== '') warn('geo-precision-unknown', 'geo-precision');
    const location = short('location');
    return {
      place_words: location === '' ? null : location,
      latitude: point?.[0] ?? null,
      longitude: point?.[1] ?? null,
      geo_level: level ?? 'unknown',
      geo_code: code === '' ? null : code.slice(0, 500),
      country,
      admin1: short('admin1') || null,
      admin2: short('admin2') || null,
    } as const;
  }

  /** Without such a column ACLED says nothing of figures, and nothing is claimed. */
  #claims(text: Text, warn: Warn): readonly ReadClaim[] {
    if (this.#at.fatalities === undefined) return [];
    const words = text('fatalities');
    const number = words === '' ? 0 : Number(words);
    if (!Number.isInteger(number) || number < 0 || number > 100_000_000) {
      warn('fatalities-unreadable', 'fatalities');
      return noFigure;
    }
    if (number === 0) return noFigure;
    const toll: ReadToll = {
      ...killed,
      ...{ low: number, high: number, qualifier: 'exact', words: String(number) },
    };
    return [tollClaim([toll])];
  }

  #stamp(text: Text, warn: Warn): number | null {
    const words = text('timestamp');
    if (words === '') return null;
    if (/^\d{1,12}$/.test(words)) return Number(words);
    warn('timestamp-unreadable', 'timestamp');
    return null;
  }

  #keptCells(cells: readonly string[]): Record<string, string> {
    const kept: Record<string, string> = {};
    for (const [name, at] of this.#kept) {
      const cell = cells[at] ?? '';
      if (cell !== '') kept[name] = wellFormed(cell);
    }
    return kept;
  }
}

type Text = (meaning: ColumnMeaning) => string;
type Warn = (code: RowIssueCode, meaning: ColumnMeaning) => void;

/** Null for no coordinates, undefined for some that are none. */
function coordinates(lat: string, lon: string): readonly [number, number] | null | undefined {
  if (lat === '' && lon === '') return null;
  const numbers = [lat, lon].map((text) => (/^[-+]?\d+(\.\d*)?$/.test(text) ? Number(text) : NaN));
  const [a = NaN, b = NaN] = numbers;
  return Math.abs(a) <= 90 && Math.abs(b) <= 180 ? [a + 0, b + 0] : undefined;
}
