/** Rows of the gazetteer. They stay inside electron/db; `search.ts` and `locate.ts` give plain values. */
import type { GeoLevel } from '../../../shared/domain/vocabulary.ts';
import type { Gazetteer } from './open.ts';

export interface PlaceRow {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  /** Other names, separated by `|`. */
  readonly alternates: string;
  readonly lat: number;
  readonly lon: number;
  readonly feature: string;
  readonly cc: string;
  readonly admin1: string;
  readonly admin2: string;
  readonly region: string;
  readonly population: number;
  readonly level: GeoLevel;
  readonly radius_m: number | null;
}

/** Rows in the order of the ids, which is the order of weight. */
export function readPlaces(gazetteer: Gazetteer, ids: readonly number[]): PlaceRow[] {
  return gazetteer.db
    .prepare<[string], PlaceRow>(
      'select * from place where id in (select value from json_each(?)) order by id',
    )
    .all(JSON.stringify(ids));
}

export function placeByKey(gazetteer: Gazetteer, key: string): PlaceRow | undefined {
  return gazetteer.db.prepare<[string], PlaceRow>('select * from place where key = ?').get(key);
}

/** Name of GeoNames' administrative unit, without the generic word: "Province du Yatenga" -> "Yatenga". */
export function adminName(gazetteer: Gazetteer, code: string): string | undefined {
  const row = gazetteer.db
    .prepare<[string], { name: string }>('select name from admin_name where code = ?')
    .get(code);
  return row?.name
    .replace(
      /^(?:Province|Région|Department|Département) (?:du |de la |de l['’]|des |de |d['’])/u,
      '',
    )
    .replace(/ (?:Region|Province|Department|State|Governorate|District|Wilaya|County)$/u, '')
    .trim();
}
