/** The case's own places, for search beside the gazetteer. Reads the case file, not the gazetteer. */
import type Database from 'better-sqlite3';
import type { GeoLevel } from '../../../shared/domain/vocabulary.ts';

export interface OwnPlace {
  readonly id: string;
  readonly gazetteer_id: string | null;
  readonly name: string;
  readonly kind: string | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly admin2: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly geo_level: GeoLevel;
  readonly radius_m: number | null;
  /** Names in other languages and scripts, separated by `|`. */
  readonly names: string;
  /** Other names that hold only for a time, with their dates (EDTF). */
  readonly dated: readonly DatedName[];
}

export interface DatedName {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

type Reader = Pick<Database.Database, 'prepare'>;

interface DatedRow extends DatedName {
  readonly place_id: string;
}

/** All places that are not deleted, each with its other names. */
export function listOwnPlaces(db: Reader): OwnPlace[] {
  const dated = db
    .prepare<[], DatedRow>(
      `select place_id, name, valid_from as "from", valid_to as "to" from place_name
       where deleted_at is null and (valid_from is not null or valid_to is not null)`,
    )
    .all();
  return db
    .prepare<[], Omit<OwnPlace, 'dated'>>(
      `select p.id, p.gazetteer_id, p.name, p.kind, p.country, p.admin1, p.admin2, p.latitude,
              p.longitude, p.geo_level, p.radius_m, coalesce(group_concat(n.name, '|'), '') as names
       from place p
       left join place_name n on n.place_id = p.id and n.deleted_at is null
       where p.deleted_at is null
       group by p.id`,
    )
    .all()
    .map((place) => ({ ...place, dated: dated.filter(({ place_id }) => place_id === place.id) }));
}

/** Countries of the case's incidents, most frequent first. */
export function listUsedCountries(db: Reader, limit: number): string[] {
  return db
    .prepare<[number], string>(
      `select country from incident where deleted_at is null and country is not null
       group by country order by count(*) desc, country limit ?`,
    )
    .pluck()
    .all(limit);
}
