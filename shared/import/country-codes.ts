/** Countries by the English names that data sets use, as ISO 3166-1 alpha-2 codes. Pure. */
import { fold } from '../lib/fold.ts';

/** Spellings that are not those of Unicode's list of regions. */
const others: Readonly<Record<string, string>> = {
  'democratic republic of congo': 'CD',
  'democratic republic of the congo': 'CD',
  'dr congo (zaire)': 'CD',
  'republic of congo': 'CG',
  'republic of the congo': 'CG',
  congo: 'CG',
  'ivory coast': 'CI',
  burma: 'MM',
  'myanmar (burma)': 'MM',
  myanmar: 'MM',
  turkey: 'TR',
  turkiye: 'TR',
  'czech republic': 'CZ',
  swaziland: 'SZ',
  macedonia: 'MK',
  'cape verde': 'CV',
  'east timor': 'TL',
  'timor-leste': 'TL',
  palestine: 'PS',
  'palestinian territories': 'PS',
  'bosnia and herzegovina': 'BA',
  'bosnia-herzegovina': 'BA',
  'trinidad and tobago': 'TT',
  'antigua and barbuda': 'AG',
  'saint kitts and nevis': 'KN',
  'saint vincent and the grenadines': 'VC',
  'saint vincent and grenadines': 'VC',
  'saint lucia': 'LC',
  'saint pierre and miquelon': 'PM',
  'sao tome and principe': 'ST',
  'hong kong': 'HK',
  macau: 'MO',
  'micronesia, federated states of': 'FM',
  'south korea': 'KR',
  'north korea': 'KP',
  'russian federation': 'RU',
  'united states of america': 'US',
  gambia: 'GM',
  'the gambia': 'GM',
  bahamas: 'BS',
  'yemen (north yemen)': 'YE',
  'cambodia (kampuchea)': 'KH',
  'madagascar (malagasy)': 'MG',
  'zimbabwe (rhodesia)': 'ZW',
  'russia (soviet union)': 'RU',
  'serbia (yugoslavia)': 'RS',
  'bailiwick of guernsey': 'GG',
  'bailiwick of jersey': 'JE',
  'us virgin islands': 'VI',
  'u.s. virgin islands': 'VI',
  'virgin islands, u.s.': 'VI',
  'british virgin islands': 'VG',
  'vatican city': 'VA',
  'falkland islands': 'FK',
  'saint martin': 'MF',
  'sint maarten': 'SX',
  'saint barthelemy': 'BL',
  'akrotiri and dhekelia': 'CY',
};

let known: ReadonlyMap<string, string> | undefined;

function codes(): ReadonlyMap<string, string> {
  if (known) return known;
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const found = new Map<string, string>();
  for (let first = 65; first <= 90; first += 1) {
    for (let second = 65; second <= 90; second += 1) {
      const code = String.fromCharCode(first, second);
      const name = names.of(code);
      // the list also knows regions withdrawn long ago, under the names of today's
      if (name !== undefined && !withdrawn.has(code))
        found.set(fold(name).replace('&', 'and'), code);
    }
  }
  for (const [name, code] of Object.entries(others)) found.set(name, code);
  known = found;
  return found;
}

const withdrawn = new Set(
  'AN BU CS DD DY FX HV NH NQ NT PC PU PZ RH SU TP UK VD WK YD YU ZR ZZ'.split(' '),
);

/** The code of a country's name or the code itself; null when it is none. */
export function countryCode(text: string): string | null {
  const trimmed = text.trim();
  const name = fold(trimmed).replaceAll('&', 'and');
  const found = codes().get(name) ?? codes().get(`${name.replaceAll('saint', 'st.')}`);
  if (found !== undefined) return found;
  const isCode = /^[A-Z]{2}$/.test(trimmed) && [...codes().values()].includes(trimmed);
  return isCode ? trimmed : null;
}
