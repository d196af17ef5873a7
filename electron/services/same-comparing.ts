/** The comparisons of a search: which pairs meet, and what came of each. Holds the pairs found. */
import type { SamePair } from '../../shared/contract/same-calls.ts';
import { comparePrepared, mayBeSame } from '../../shared/domain/same-attack.ts';
import { type Prepared, prepare } from '../../shared/domain/same-attack-aspects.ts';
import { inPairOrder, possiblySamePairs, settledPairs } from '../db/queries/incident-pairs.ts';
import { narrowDays, widenedDays } from '../db/queries/same-candidates.ts';
import type { SameRow } from '../db/queries/same-views.ts';
import type { Reader } from '../db/sqlite.ts';

export interface Light {
  readonly row: SameRow;
  readonly prepared: Prepared;
}

export function lightOf(row: SameRow): Light {
  return { row, prepared: prepare(row.view) };
}

export function isNarrow({ prepared: { days } }: Light): boolean {
  return days !== null && days[1] - days[0] <= narrowDays;
}

/** As much of an incident as a line shows. */
export const lineOf = ({ id, dateEdtf, place, view }: SameRow): SamePair['a'] => ({
  id,
  title: view.title,
  dateEdtf,
  place,
});

const cellOf = (lat: number, lon: number) => `${Math.floor(lat * 2)} ${Math.floor(lon * 2)}`;

export interface Neighbourhood {
  readonly add: (light: Light) => void;
  readonly near: (light: Light) => ReadonlySet<Light>;
}

/** Incidents by half a degree of the map and by the sounds of their place's names. */
export function neighbourhood(): Neighbourhood {
  const cells = new Map<string, Light[]>();
  const keysOf = ({ row: { view }, prepared: { place } }: Light, steps: readonly number[]) => {
    const { latitude, longitude } = view;
    if (latitude === null || longitude === null) return [...place.whole];
    const around = steps.flatMap((lat) =>
      steps.map((lon) => cellOf(latitude + lat, longitude + lon)),
    );
    return [...place.whole, ...around];
  };
  return {
    add: (light) => {
      for (const key of keysOf(light, [0])) {
        const cell = cells.get(key);
        if (cell) cell.push(light);
        else cells.set(key, [light]);
      }
    },
    near: (light) => {
      const found = new Set<Light>();
      for (const key of keysOf(light, [-0.5, 0, 0.5]))
        for (const each of cells.get(key) ?? []) found.add(each);
      return found;
    },
  };
}

export interface Compared {
  /** By both ids; the lower stands first. */
  readonly pairs: ReadonlyMap<string, SamePair>;
  /** Compares two unless neither is asked about or they are settled; `isSure` skips the first sieve. */
  readonly look: (a: Light, b: Light, isSure?: boolean) => void;
  /** Takes incidents by first day; `strangers` are put in between. */
  readonly alongCalendar: (
    strangers: readonly Light[],
    vague: Neighbourhood,
  ) => { readonly next: (light: Light) => void; readonly end: () => void };
}

export function comparing(db: Reader, asked: ReadonlySet<string> | undefined): Compared {
  const pairs = new Map<string, SamePair>();
  const settled = settledPairs(db);
  const linked = possiblySamePairs(db);
  const isAsked = ({ row }: Light) => asked === undefined || asked.has(row.id);

  function look(a: Light, b: Light, isSure = false): void {
    if (a.row.id === b.row.id || !(isAsked(a) || isAsked(b))) return;
    if (!isSure && !mayBeSame(a.prepared, b.prepared)) return;
    const key = inPairOrder(a.row.id, b.row.id).join(' ');
    if (settled.has(key) || pairs.has(key)) return;
    const score = comparePrepared(a.prepared, b.prepared);
    const isLinked = linked.has(key);
    if (score.band === 'unlikely' && !isLinked) return;
    const [first, second] = a.row.id < b.row.id ? [a, b] : [b, a];
    pairs.set(key, { a: lineOf(first.row), b: lineOf(second.row), score, isLinked });
  }

  return {
    pairs,
    look,
    alongCalendar: (strangers, vague) => {
      const first = ({ prepared: { days } }: Light) => days?.[0] ?? 0;
      const last = ({ prepared: { days } }: Light) => days?.[1] ?? 0;
      const waiting = [...strangers].sort((a, b) => first(a) - first(b));
      let window: Light[] = [];
      const take = (light: Light) => {
        window = window.filter((each) => last(each) + widenedDays >= first(light));
        for (const each of window) look(each, light);
        for (const each of vague.near(light)) look(each, light);
        window.push(light);
      };
      const takeWaiting = (until: number) => {
        for (let next = waiting[0]; next !== undefined && first(next) <= until; next = waiting[0]) {
          waiting.shift();
          take(next);
        }
      };
      return {
        next: (light) => {
          takeWaiting(first(light));
          take(light);
        },
        end: () => takeWaiting(Number.POSITIVE_INFINITY),
      };
    },
  };
}
