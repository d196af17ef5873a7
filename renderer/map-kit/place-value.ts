import type { GeoLevel } from '../../shared/domain/vocabulary.ts';

/** A name in another language or script. */
export interface PlaceOtherName {
  readonly name: string;
  /** BCP 47, as `ar`. */
  readonly lang: string | null;
}

/** What the place field holds: a place of the case, one of the gazetteer, or a bare point. */
export interface PlaceValue {
  /** Record of the case; null until it is saved as one. */
  readonly placeId: string | null;
  readonly gazetteerId: string | null;
  /** Empty for a bare point. */
  readonly name: string;
  readonly kind: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly admin1: string | null;
  readonly admin2: string | null;
  /** Degrees. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly level: GeoLevel;
  /** Metres; null takes the default of the level. */
  readonly radiusM: number | null;
  /** Names that a place the analyst adds has besides `name`; saved as `place_name` with the place. */
  readonly names?: readonly PlaceOtherName[];
}
