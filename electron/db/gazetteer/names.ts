/** Names of areas in the analyst's language, and the units a place lies in. */
import { locatePoint } from './locate.ts';
import type { Gazetteer } from './open.ts';
import { adminName, type PlaceRow } from './rows.ts';

interface AreaNames {
  readonly name: string;
  readonly name_en: string;
  readonly name_fr: string;
  readonly name_ar: string;
}

/** Name of a country in a language (BCP 47), by ISO 3166-1 alpha-2. */
function countryName(cc: string, lang: string): string {
  return new Intl.DisplayNames([lang, 'en'], { type: 'region' }).of(cc) ?? cc;
}

/** The name to show: countries and areas in `lang`, towns as GeoNames' main name. */
export function displayName(gazetteer: Gazetteer, row: PlaceRow, lang: string): string {
  if (row.level === 'country') return countryName(row.cc, lang);
  if (!row.key.startsWith('area:')) return row.name;
  const names = gazetteer.db
    .prepare<[string], AreaNames>('select name, name_en, name_fr, name_ar from area where code = ?')
    .get(row.key.slice('area:'.length));
  if (names === undefined) return row.name;
  const language = lang.slice(0, 2);
  if (language === 'fr') return names.name_fr;
  if (language === 'ar') return names.name_ar || names.name;
  return language === 'en' ? names.name_en : names.name;
}

export interface Units {
  readonly admin1: string | undefined;
  readonly admin2: string | undefined;
}

/**
 * Region and province of a place, in the form that is stored: the local official name, whatever the
 * language of the screen. Towns lie in the area that holds them; where only first-level areas are held,
 * GeoNames' own units come first (they know Mali's newer regions).
 */
export function unitsOf(gazetteer: Gazetteer, row: PlaceRow): Units {
  switch (row.level) {
    case 'country':
      return { admin1: undefined, admin2: undefined };
    case 'region':
      return { admin1: row.name, admin2: undefined };
    case 'district':
      return { admin1: row.region || undefined, admin2: row.name };
    default: {
      const located = locatePoint(gazetteer, row.lon, row.lat);
      if (located?.admin2 !== undefined && located.country === row.cc) {
        return { admin1: located.admin1, admin2: located.admin2 };
      }
      const code1 = `${row.cc}.${row.admin1}`;
      return {
        admin1: adminName(gazetteer, code1) ?? located?.admin1,
        admin2: row.admin2 ? adminName(gazetteer, `${code1}.${row.admin2}`) : undefined,
      };
    }
  }
}
