/**
 * Which rows a filter matches: one mask for each of its parts, kept, and all of them together. A
 * filter that changes in one part works out that part alone. What the columns do not hold (words,
 * batches, open questions, targets) is asked of the tables as a list of keys.
 */
import type { Filter } from '../../shared/domain/filter.ts';
import { isInRing } from '../../shared/domain/geo.ts';
import { roleCode } from '../../shared/domain/tie-code.ts';
import { dayNumber } from '../../shared/domain/timeline.ts';
import { incidentStatuses, tlpLabels } from '../../shared/domain/vocabulary.ts';
import { fold } from '../../shared/lib/fold.ts';
import { keysOfRecords, manyKeys } from '../db/queries/column-rows.ts';
import { ftsPhrases } from '../db/queries/fts-query.ts';
import { actorKeys, matchingKeys, phrasesKeys } from '../db/queries/incident-filter.ts';
import type { Sql } from '../db/sql.ts';
import { column, type Reader } from '../db/sqlite.ts';
import type { Columns } from './columns.ts';
import { FrequentWords } from './frequent-words.ts';
import * as loops from './mask-loops.ts';

export type Mask = loops.Mask;

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
  readonly #words: FrequentWords;

  constructor(db: Reader, columns: Columns, leastRows: number) {
    this.#db = db;
    this.#columns = columns;
    this.#words = new FrequentWords(db, columns, leastRows);
  }

  /** Forgets all masks: these rows are new or have changed. */
  changed(rows: readonly number[]): void {
    this.#kept.clear();
    this.#words.changed(rows);
  }

  /** Reads ahead, a piece at each step; see `FrequentWords`. */
  learn(): Generator<void> {
    return this.#words.learn();
  }

  /** Rows with all words of a text: those of frequent words are there already. */
  #text(text: string): Mask {
    const phrases = ftsPhrases(text);
    if (phrases.length === 0) return loops.allRows(this.#columns.count);
    const frequent = phrases.flatMap((phrase) => this.#words.of(phrase) ?? []);
    const rare = phrases.filter((phrase) => this.#words.of(phrase) === undefined);
    const [first, ...rest] =
      rare.length === 0 ? frequent : [this.#keys(phrasesKeys(rare)), ...frequent];
    const mask = first as Mask;
    if (rest.length === 0) {
      if (phrases.length === 1 && rare.length === 1) this.#words.offer(phrases[0] ?? '', mask);
      return mask;
    }
    const both = mask.slice();
    for (const other of rest) loops.narrow(both, other);
    return both;
  }

  /** 1 for each row that matches. The caller may keep the mask but must not write to it. */
  of(filter: Filter): Mask {
    const parts = this.#parts(filter);
    const all = parts.map(({ name }) => name).join(' & ');
    return this.#cached(all, () => {
      const [first, ...rest] = parts.map(({ name, make }) => this.#cached(name, make));
      // a mask alone is handed out as it is: nobody writes to one
      if (first === undefined || rest.length === 0) {
        return first ?? loops.allRows(this.#columns.count);
      }
      const mask = first.slice();
      for (const other of rest) loops.narrow(mask, other);
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

  #keys(statement: Sql): Mask {
    const mask = new Uint8Array(this.#columns.count);
    for (const key of manyKeys(this.#db, statement)) {
      const row = this.#columns.rowOf(key);
      if (row >= 0) mask[row] = 1;
    }
    return mask;
  }

  #tied(kind: 'actor' | 'source', keys: readonly number[], role: number): Mask {
    return loops.tiedTo(this.#columns.ties[kind], keys, role, this.#columns.count);
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
    return loops.tiedAtAll(this.#columns.ties.actor, wantedRole, this.#columns.count);
  }

  #parts(filter: Filter): Part[] {
    const columns = this.#columns;
    const { count, arrays: c } = columns;
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
    add(`deleted ${isDeleted}`, () => loops.equalTo(c.deleted, isDeleted, count));

    const { text, after, before, undated, killedMin, killedMax, box, near, polygon } = filter;
    if (text !== undefined) add(`text ${text}`, () => this.#text(text));
    if (after !== undefined) {
      add(`after ${after}`, () => loops.endingFrom(c.first, c.last, dayNumber(after), count));
    }
    if (before !== undefined) {
      add(`before ${before}`, () => loops.beginningBy(c.first, c.last, dayNumber(before), count));
    }
    if (undated !== undefined) {
      add(`undated ${undated}`, () => loops.undatedRows(c.first, c.last, undated, count));
    }
    for (const actor of filter.actors ?? []) {
      add(`actor ${JSON.stringify(actor)}`, () => this.#actor(actor));
    }
    given(`places ${isDeleted}`, filter.places, (places) => asked({ places: [...places] }));
    given('countries', filter.countries, (list) =>
      loops.anyCode(
        c.country,
        found(list.map((code) => columns.countries.find(code))),
        columns.countries.size,
        count,
      ),
    );
    given('regions', filter.regions, (list) => {
      const codes = list.map((name) =>
        columns.regions.find(`${name.slice(0, 2)}/${fold(name.slice(3))}`),
      );
      return loops.anyCode(c.region, found(codes), columns.regions.size, count);
    });
    given('provinces', filter.provinces, (list) => {
      const names = new Set(list.map((name) => `${name.slice(0, 2)}/${fold(name.slice(3))}`));
      const codes = columns.provinces.codesWhere((text, label) =>
        names.has(`${text.slice(0, 2)}/${fold(label)}`),
      );
      return loops.anyCode(c.province, codes, columns.provinces.size, count);
    });
    given('types', filter.types, (list) => {
      const lower = new Set(list.map((type) => type.toLowerCase()));
      const test = (name: string) => lower.has(name.toLowerCase());
      const mask = loops.anyCode(c.type, columns.types.codesWhere(test), columns.types.size, count);
      const sub = loops.anyCode(
        c.subType,
        columns.subTypes.codesWhere(test),
        columns.subTypes.size,
        count,
      );
      for (let row = 0; row < mask.length; row += 1) mask[row] = (mask[row] ?? 0) | (sub[row] ?? 0);
      return mask;
    });
    given(`targets ${isDeleted}`, filter.targets, (targets) => asked({ targets: [...targets] }));
    given('statuses', filter.statuses, (list) =>
      loops.anyCode(
        c.status,
        list.map((status) => incidentStatuses.indexOf(status)),
        incidentStatuses.length,
        count,
      ),
    );
    if (killedMin !== undefined) {
      const make = () => loops.killedFrom(c.killedLow, c.killedHigh, killedMin, count);
      add(`killedMin ${killedMin}`, make);
    }
    if (killedMax !== undefined) {
      add(`killedMax ${killedMax}`, () => loops.killedUpTo(c.killedLow, killedMax, count));
    }
    const { credibilityAtLeast: least } = filter;
    if (least !== undefined) {
      add(`credibility ${least}`, () => loops.givenAtMost(c.credibility, least, count));
    }
    given('grades', filter.grades, (list) => {
      const codes = found(list.map((grade) => columns.grades.find(grade)));
      return loops.anyCode(
        c.grade,
        list.includes('none') ? [0, ...codes] : codes,
        columns.grades.size,
        count,
      );
    });
    given('sources', filter.sources, (list) =>
      this.#tied('source', keysOfRecords(this.#db, 'source', list), 0),
    );
    given(`tags ${isDeleted}`, filter.tags, (tags) => asked({ tags: [...tags] }));
    if (filter.tlpMax !== undefined) {
      const most = tlpLabels.indexOf(filter.tlpMax);
      add(`tlp ${most}`, () => loops.atMost(c.tlp, most, count));
    }
    const { batch, openQuestion } = filter;
    if (batch !== undefined) add(`batch ${isDeleted} ${batch}`, () => asked({ batch }));
    if (box !== undefined) add(`box ${box.join()}`, () => loops.inBox(c.lat, c.lon, box, count));
    if (near !== undefined) {
      add(`near ${JSON.stringify(near)}`, () => loops.within(c.lat, c.lon, near, count));
    }
    if (polygon !== undefined) {
      add(`polygon ${JSON.stringify(polygon)}`, () => {
        const lons = polygon.map(([lon]) => lon);
        const lats = polygon.map(([, lat]) => lat);
        const around = [
          Math.min(...lons),
          Math.min(...lats),
          Math.max(...lons),
          Math.max(...lats),
        ] as const;
        const mask = loops.inBox(c.lat, c.lon, around, count);
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
}

/** Codes of texts that are there. */
function found(codes: readonly number[]): number[] {
  return codes.filter((code) => code > 0);
}
