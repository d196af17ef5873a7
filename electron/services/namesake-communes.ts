/** Communes that share a name and are in no list of places: offered once for each province. */
import table from '../../resources/map/namesakes.json' with { type: 'json' };
import type { PlaceHit } from '../../shared/contract/read-calls.ts';
import type { Gazetteer } from '../db/gazetteer/open.ts';
import { placeFold } from '../db/gazetteer/place-fold.ts';
import { placeByKey } from '../db/gazetteer/rows.ts';

/** Communes whose name is `text`, or begins with it; each as "somewhere in its province". */
export function namesakeCommunes(
  gazetteer: Gazetteer,
  text: string,
  isWhole: boolean,
): readonly PlaceHit[] {
  const wanted = placeFold(text);
  return table.communes.flatMap(({ name, country, provinces }) => {
    const folded = placeFold(name);
    const isHit = isWhole ? folded === wanted : wanted.length > 2 && folded.startsWith(wanted);
    if (!isHit) return [];
    return provinces.flatMap((iso): PlaceHit[] => {
      const province = placeByKey(gazetteer, `area:${iso}`);
      if (province === undefined) return [];
      return [
        {
          placeId: null,
          gazetteerId: `commune:${iso}:${folded.replaceAll(' ', '-')}`,
          name,
          matched: null,
          kind: 'commune',
          country,
          admin1: province.region,
          admin2: province.name,
          latitude: province.lat,
          longitude: province.lon,
          level: 'district',
          radiusM: province.radius_m,
          population: null,
          valid: null,
        },
      ];
    });
  });
}
