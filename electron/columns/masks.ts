/**
 * Which rows a filter matches: one mask for each of its parts, kept, and all of them together. A
 * filter that changes in one part works out that part alone. What the columns do not hold (words,
 * batches, open questions, targets) is asked of the tables as a list of keys.
 */
import type { Filter } from '../../shared/domain/filter.ts';
import { distanceKm, isInRing } from '../../shared/domain/geo.ts';
import { dayNumber } from '../../shared/domain/timeline.ts';
import { incidentStatuses, tlpLabels } from '../../shared/domain/vocabulary.ts';
import { fold } from '../../shared/lib/fold.ts';
import { keysOfRecords, manyKeys } from '../db/queries/column-rows.ts';
import { actorKeys, matchingKeys, textKeys } from '../db/queries/incident-filter.ts';
import type { Sql } from '../db/sql.ts';
import { column, type Reader } from '../db/sqlite.ts';
import { type Columns, noDay, noFigure, roleCode } from './columns.ts';

export type Mask = Uint8Array<ArrayBuffer>;

/** Masks kept: those of the parts in use, and of what was tried before. One byte a row each. */
const keptMasks = 24;

type ActorPart = NonNullable<Filter['actors']>[number];

/** One part of a filter: its name for the cache, and how its mask is made. */
interface Part {
  readonly name: string;
  readonly make: () => Mask;
}

export class Masks {
  readonly #db: Reader;
  readonly #columns: Columns;
  readonly #kept = new Map<string, Mask>();

  constructor(db: Reader, columns: Columns) {
    this.#db = db;
    this.#columns = columns;
  }

  /** Forgets everything: rows have changed. */
  clear(): void {
    this.#kept.clear();
  }

  /** 1 for each row that matches. The caller may keep the mask but must not write to it. */
  of(filter: Filter): Mask {
    const parts = this.#parts(filter);
    const all = parts.map(({ name }) => name).join(' & ');
    return this.#cached(all, () => {
      const [first, ...rest] = parts.map(({ name, make }) => this.#cached(name, make));
      const mask = (first ?? this.#rows(() => true)).slice();
      for (const other of rest) {
        for (let row = 0; row < mask.length; row += 1)
          mask[row] = (mask[row] ?? 0) & (other[row] ?? 0);
      }
      return mask;
    });
  }

  #cached(name: string, make: () => Mask): Mask {
    const known = this.#kept.get(name);
    if (known !== undefined) {
      this.#kept.delete(name);
      this.#kept.set(name, known);
      return known;
    }
    const mask = make();
    this.#kept.set(name, mask);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= keptMasks) break;
      this.#kept.delete(oldest);
    }
    return mask;
  }

  #rows(test: (row: number) => boolean): Mask {
    const { count } = this.#columns;
    const mask = new Uint8Array(count);
    for (let row = 0; row < count; row += 1) mask[row] = test(row) ? 1 : 0;
    return mask;
  }

  /** Rows whose code is one of these. */
  #codes(
    codes: Uint8Array | Uint16Array | Uint32Array,
    wanted: readonly number[],
    size: number,
  ): Mask {
    const table = new Uint8Array(Math.max(size, ...wanted.map((code) => code + 1)));
    for (const code of wanted) table[code] = 1;
    const { count } = this.#columns;
    const mask = new Uint8Array(count);
    for (let row = 0; row < count; row += 1) mask[row] = table[codes[row] ?? 0] ?? 0;
    return mask;
  }

  #keys(statement: Sql | undefined): Mask {
    if (statement === undefined) return this.#rows(() => true);
    const mask = new Uint8Array(this.#columns.count);
    for (const key of manyKeys(this.#db, statement)) {
      const row = this.#columns.rowOf(key);
      if (row >= 0) mask[row] = 1;
    }
    return mask;
  }

  /** Rows tied to one of these records, in one role if wished. */
  #tied(kind: 'actor' | 'source', keys: readonly number[], role: number): Mask {
    const { ties, count } = this.#columns;
    const { start, length, other, role: roles, highest } = ties[kind];
    const wanted = new Uint8Array(highest + 1);
    for (const key of keys) if (key > 0 && key <= highest) wanted[key] = 1;
    const mask = new Uint8Array(count);
    for (let row = 0; row < count; row += 1) {
      const from = start[row] ?? 0;
      const to = from + (length[row] ?? 0);
      for (let at = from; at < to; at += 1) {
        if (wanted[other[at] ?? 0] !== 1 || (role > 0 && roles[at] !== role)) continue;
        mask[row] = 1;
        break;
      }
    }
    return mask;
  }

  #actor({ words, id, role }: ActorPart): Mask {
    const wantedRole = roleCode(role ?? null);
    if (id !== undefined) {
      return this.#tied('actor', keysOfRecords(this.#db, 'actor', [id]), wantedRole);
    }
    const statement = words === undefined ? undefined : actorKeys(words);
    if (statement !== undefined) {
      const keys = column<number>(this.#db, statement.text, statement.values);
      return this.#tied('actor', keys, wantedRole);
    }
    // any actor at all
    const { start, length, role: roles } = this.#columns.ties.actor;
    return this.#rows((row) => {
      const from = start[row] ?? 0;
      const to = from + (length[row] ?? 0);
      if (wantedRole === 0) return to > from;
      for (let at = from; at < to; at += 1) if (roles[at] === wantedRole) return true;
      return false;
    });
  }

  #parts(filter: Filter): Part[] {
    const columns = this.#columns;
    const c = columns.arrays;
    const parts: Part[] = [];
    const add = (name: string, make: () => Mask) => parts.push({ name, make });
    const isDeleted = filter.deleted === true ? 1 : 0;
    /** For lists: empty ones say nothing. */
    const given = <T>(
      name: string,
      list: readonly T[] | undefined,
      make: (list: readonly T[]) => Mask,
    ) => {
      if (list !== undefined && list.length > 0)
        add(`${name} ${JSON.stringify(list)}`, () => make(list));
    };
    const asked = (part: Filter) =>
      this.#keys(matchingKeys({ ...part, deleted: filter.deleted === true }));
    add(`deleted ${isDeleted}`, () => this.#rows((row) => c.deleted[row] === isDeleted));

    const { text, after, before, undated, killedMin, killedMax, box, near, polygon } = filter;
    if (text !== undefined) add(`text ${text}`, () => this.#keys(textKeys(text)));
    if (after !== undefined) {
      const day = dayNumber(after);
      add(`after ${after}`, () =>
        this.#rows((row) => {
          const last = c.last[row] ?? noDay;
          return last === noDay ? c.first[row] !== noDay : last >= day;
        }),
      );
    }
    if (before !== undefined) {
      const day = dayNumber(before);
      add(`before ${before}`, () =>
        this.#rows((row) => {
          const first = c.first[row] ?? noDay;
          return first === noDay ? c.last[row] !== noDay : first <= day;
        }),
      );
    }
    if (undated !== undefined) {
      add(`undated ${undated}`, () =>
        this.#rows((row) => (c.first[row] === noDay && c.last[row] === noDay) === undated),
      );
    }
    for (const actor of filter.actors ?? []) {
      add(`actor ${JSON.stringify(actor)}`, () => this.#actor(actor));
    }
    given(`places ${isDeleted}`, filter.places, (places) => asked({ places: [...places] }));
    given('countries', filter.countries, (list) =>
      this.#codes(
        c.country,
        found(list.map((code) => columns.countries.find(code))),
        columns.countries.size,
      ),
    );
    given('regions', filter.regions, (list) => {
      const codes = list.map((name) =>
        columns.regions.find(`${name.slice(0, 2)}/${fold(name.slice(3))}`),
      );
      return this.#codes(c.region, found(codes), columns.regions.size);
    });
    given('types', filter.types, (list) => {
      const lower = new Set(list.map((type) => type.toLowerCase()));
      const test = (name: string) => lower.has(name.toLowerCase());
      const mask = this.#codes(c.type, columns.types.codesWhere(test), columns.types.size);
      const sub = this.#codes(c.subType, columns.subTypes.codesWhere(test), columns.subTypes.size);
      for (let row = 0; row < mask.length; row += 1) mask[row] = (mask[row] ?? 0) | (sub[row] ?? 0);
      return mask;
    });
    given(`targets ${isDeleted}`, filter.targets, (targets) => asked({ targets: [...targets] }));
    given('statuses', filter.statuses, (list) =>
      this.#codes(
        c.status,
        list.map((status) => incidentStatuses.indexOf(status)),
        incidentStatuses.length,
      ),
    );
    if (killedMin !== undefined) {
      add(`killedMin ${killedMin}`, () =>
        this.#rows((row) => {
          const high = c.killedHigh[row] ?? noFigure;
          return c.killedLow[row] !== noFigure && (high === noFigure || high >= killedMin);
        }),
      );
    }
    if (killedMax !== undefined) {
      add(`killedMax ${killedMax}`, () =>
        this.#rows((row) => {
          const low = c.killedLow[row] ?? noFigure;
          return low !== noFigure && low <= killedMax;
        }),
      );
    }
    const { credibilityAtLeast } = filter;
    if (credibilityAtLeast !== undefined) {
      add(`credibility ${credibilityAtLeast}`, () =>
        this.#rows((row) => {
          const best = c.credibility[row] ?? 0;
          return best > 0 && best <= credibilityAtLeast;
        }),
      );
    }
    given('grades', filter.grades, (list) => {
      const codes = found(list.map((grade) => columns.grades.find(grade)));
      return this.#codes(
        c.grade,
        list.includes('none') ? [0, ...codes] : codes,
        columns.grades.size,
      );
    });
    given('sources', filter.sources, (list) =>
      this.#tied('source', keysOfRecords(this.#db, 'source', list), 0),
    );
    given(`tags ${isDeleted}`, filter.tags, (tags) => asked({ tags: [...tags] }));
    if (filter.tlpMax !== undefined) {
      const most = tlpLabels.indexOf(filter.tlpMax);
      add(`tlp ${most}`, () => this.#rows((row) => (c.tlp[row] ?? 0) <= most));
    }
    const { batch, openQuestion } = filter;
    if (batch !== undefined) add(`batch ${isDeleted} ${batch}`, () => asked({ batch }));
    if (box !== undefined) add(`box ${box.join()}`, () => this.#box(box));
    if (near !== undefined) {
      add(`near ${near.lat} ${near.lon} ${near.km}`, () =>
        this.#rows((row) => {
          const lat = c.lat[row] ?? Number.NaN;
          const lon = c.lon[row] ?? Number.NaN;
          return distanceKm(lat, lon, near.lat, near.lon) <= near.km;
        }),
      );
    }
    if (polygon !== undefined) {
      add(`polygon ${JSON.stringify(polygon)}`, () => {
        const lons = polygon.map(([lon]) => lon);
        const lats = polygon.map(([, lat]) => lat);
        const mask = this.#box([
          Math.min(...lons),
          Math.min(...lats),
          Math.max(...lons),
          Math.max(...lats),
        ]);
        for (let row = 0; row < mask.length; row += 1) {
          if (mask[row] === 1) {
            mask[row] = isInRing(c.lon[row] ?? 0, c.lat[row] ?? 0, polygon) ? 1 : 0;
          }
        }
        return mask;
      });
    }
    if (openQuestion !== undefined) {
      add(`question ${isDeleted} ${openQuestion}`, () => asked({ openQuestion }));
    }
    return parts;
  }

  #box([west, south, east, north]: NonNullable<Filter['box']>): Mask {
    const { lat: lats, lon: lons } = this.#columns.arrays;
    return this.#rows((row) => {
      const lat = lats[row] ?? Number.NaN;
      const lon = lons[row] ?? Number.NaN;
      if (!(lat >= south && lat <= north)) return false;
      return west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
    });
  }
}

/** Codes of texts that are there. */
function found(codes: readonly number[]): number[] {
  return codes.filter((code) => code > 0);
}
