/**
 * All incidents of a case as typed arrays, one item per row, for sweeps that answer while a hand is on
 * the mouse. SQLite keeps the truth; this is a copy in memory (about 90 bytes an incident), rows in the
 * order of their keys, new ones at the end. Deleted incidents are rows too. Used in one thread.
 *
 * Codes: `type`, `subType`, `country`, `region`, `province` and `grade` are numbers of a `Dictionary`,
 * 0 for none; `status`, `tlp` and `level` are positions in the lists of the vocabulary. Days are
 * numbers (shared/domain/timeline.ts) or `noDay`. A missing coordinate is NaN.
 */

import { radiusOf } from '../../shared/domain/geo.ts';
import { dayNumber } from '../../shared/domain/timeline.ts';
import {
  type GeoLevel,
  geoLevels,
  type IncidentStatus,
  incidentStatuses,
  type TlpLabel,
  tlpLabels,
} from '../../shared/domain/vocabulary.ts';
import { fold } from '../../shared/lib/fold.ts';
import type { ColumnTuple, TieKind } from '../db/queries/column-rows.ts';
import { Dictionary } from './dictionary.ts';
import { Ties } from './ties.ts';

/** Stands for a day that is not known. */
export const noDay = -0x8000_0000;
/** `killedLow` where no figure is given, `killedHigh` where it is open. */
export const noFigure = -1;

/** Room for `n` rows in each array. */
function makeArrays(n: number) {
  return {
    /** `incident.pk`. */
    key: new Uint32Array(n),
    first: new Int32Array(n),
    last: new Int32Array(n),
    type: new Uint16Array(n),
    subType: new Uint16Array(n),
    status: new Uint8Array(n),
    country: new Uint16Array(n),
    region: new Uint32Array(n),
    province: new Uint32Array(n),
    killedLow: new Int32Array(n),
    killedHigh: new Int32Array(n),
    grade: new Uint8Array(n),
    /** Best credibility 1–5, 0 without. */
    credibility: new Uint8Array(n),
    tlp: new Uint8Array(n),
    deleted: new Uint8Array(n),
    lat: new Float64Array(n),
    lon: new Float64Array(n),
    /** Metres as drawn, 0 for none. */
    radius: new Float32Array(n),
    level: new Uint8Array(n),
  };
}
export type Arrays = ReturnType<typeof makeArrays>;

export class Columns {
  /** Rows in use; the arrays may have room for more. */
  count = 0;
  arrays: Arrays = makeArrays(1024);
  readonly types = new Dictionary();
  readonly subTypes = new Dictionary();
  readonly countries = new Dictionary();
  /** `BF/sahel`: country and folded name; the label is the name as first seen. */
  readonly regions = new Dictionary();
  /** `BF/sahel/soum`. */
  readonly provinces = new Dictionary();
  readonly grades = new Dictionary();
  /** Actors, sources and tags of each row. */
  readonly ties: { readonly [K in TieKind]: Ties } = {
    actor: new Ties(),
    source: new Ties(),
    tag: new Ties(),
  };
  /** Row + 1 of each key. */
  #rowOfKey = new Uint32Array(1024);
  readonly #days = new Map<string, number>();
  readonly #folded = new Map<string, string>();

  /** Makes room for so many rows at once. */
  reserve(rows: number): void {
    if (rows <= this.arrays.key.length) return;
    const larger = makeArrays(Math.max(rows, Math.ceil(this.arrays.key.length * 1.25)));
    for (const name of Object.keys(larger) as (keyof Arrays)[]) {
      larger[name].set(this.arrays[name] as never);
    }
    this.arrays = larger;
  }

  /** No row has a higher key. */
  get highestKey(): number {
    return this.#rowOfKey.length - 1;
  }

  /** -1 for a key that is not there. */
  rowOf(key: number): number {
    return (this.#rowOfKey[key] ?? 0) - 1;
  }

  /** Takes a row of the table over, as a new row or in place of the one with its key. Answers the row. */
  put(tuple: ColumnTuple): number {
    const key = tuple[0];
    let row = this.rowOf(key);
    if (row < 0) {
      row = this.count;
      this.reserve(row + 1);
      this.count += 1;
      if (key >= this.#rowOfKey.length) {
        const larger = new Uint32Array(Math.max(key + 1, Math.ceil(this.#rowOfKey.length * 1.5)));
        larger.set(this.#rowOfKey);
        this.#rowOfKey = larger;
      }
      this.#rowOfKey[key] = row + 1;
    }
    this.#set(row, tuple);
    return row;
  }

  /** The arrays were filled from a snapshot: so many rows are in use. */
  restored(count: number): void {
    this.count = count;
    const keys = this.arrays.key;
    let highest = 0;
    for (let row = 0; row < count; row += 1) highest = Math.max(highest, keys[row] as number);
    this.#rowOfKey = new Uint32Array(Math.ceil((highest + 1) * 1.01) + 1024);
    for (let row = 0; row < count; row += 1) this.#rowOfKey[keys[row] as number] = row + 1;
  }

  #set(row: number, tuple: ColumnTuple): void {
    const [key, earliest, latest, type, subType, status, country, admin1, admin2] = tuple;
    const [, , , , , , , , , given, low, high, grade, credibility, tlp, deleted, lat, lon] = tuple;
    const c = this.arrays;
    c.key[row] = key;
    c.first[row] = this.#day(earliest);
    c.last[row] = this.#day(latest);
    c.type[row] = this.types.codeOf(type);
    c.subType[row] = this.subTypes.codeOf(subType);
    c.status[row] = incidentStatuses.indexOf(status as IncidentStatus);
    c.country[row] = this.countries.codeOf(country);
    const region = country === null || admin1 === null ? null : `${country}/${this.#fold(admin1)}`;
    c.region[row] = this.regions.codeOf(region, admin1 ?? '');
    const province = region === null || admin2 === null ? null : `${region}/${this.#fold(admin2)}`;
    c.province[row] = this.provinces.codeOf(province, admin2 ?? '');
    c.killedLow[row] = given === 1 ? (low ?? 0) : noFigure;
    c.killedHigh[row] = high ?? noFigure;
    c.grade[row] = this.grades.codeOf(grade);
    c.credibility[row] = credibility ?? 0;
    c.tlp[row] = tlpLabels.indexOf(tlp as TlpLabel);
    c.deleted[row] = deleted;
    c.lat[row] = lat ?? Number.NaN;
    c.lon[row] = lon ?? Number.NaN;
    c.radius[row] = radiusOf(tuple[19] as GeoLevel, tuple[18]);
    c.level[row] = geoLevels.indexOf(tuple[19] as GeoLevel);
  }

  /** Names of areas repeat: each is folded once. */
  #fold(name: string): string {
    let folded = this.#folded.get(name);
    if (folded === undefined) {
      folded = fold(name);
      this.#folded.set(name, folded);
    }
    return folded;
  }

  #day(day: string | null): number {
    if (day === null) return noDay;
    let number = this.#days.get(day);
    if (number === undefined) {
      number = dayNumber(day);
      this.#days.set(day, number);
    }
    return number;
  }
}
