// Codes with their names in the reader's language, from the platform's own tables. Pure.
export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** Written languages an analyst of the Sahel meets most; offered first. */
export const commonLanguages = [
  'fr',
  'en',
  'ar',
  'ff',
  'mos',
  'ha',
  'bm',
  'dyu',
  'tmh',
  'dje',
  'zgh',
];
export const scriptCodes = ['Latn', 'Arab', 'Tfng', 'Adlm', 'Nkoo', 'Cyrl', 'Hebr', 'Deva', 'Hans'];

const otherLanguages =
  'aa af am az be bg bn bs ca cs da de el es et fa fi ga gu he hi hr hu hy id ig is it ja ka kk km kn ko ku ky lo lt lv mg mk ml mn mr ms my nb ne nl or pa pl ps pt ro ru rw sd si sk sl sn so sq sr sv sw ta te tg th ti tk tr uk ur uz vi wo xh yo zh zu kr ber shi son ses sus man'.split(
    ' ',
  );
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Codes the platform names that are no countries: groups, test locales, withdrawn codes. */
const notCountries = new Set(
  'EU EZ UN QO XA XB ZZ AC CP CQ DG EA IC TA AN BU CS DD DY FQ FX HV JT MI NH NQ NT PC PU PZ RH SU TP UK VD WK YD YU ZR'.split(
    ' ',
  ),
);

/** All countries, languages or scripts by name, sorted as the language sorts. */
export function codesOf(
  type: 'region' | 'language' | 'script',
  lang: 'en' | 'fr',
  codes: readonly string[] = type === 'region' ? countryCodes() : languageCodes(),
): readonly NamedCode[] {
  const names = new Intl.DisplayNames(lang, { type, fallback: 'none' });
  const collator = new Intl.Collator(lang);
  return codes
    .flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [{ code, name: capital(name, lang) }];
    })
    .toSorted((a, b) => collator.compare(a.name, b.name));
}

/** ISO 15924 script of the first letters of a name; null when it has none we know. */
export function scriptOf(name: string): string | null {
  const scripts: readonly (readonly [string, RegExp])[] = [
    ['Latn', /\p{Script=Latin}/u],
    ['Arab', /\p{Script=Arabic}/u],
    ['Tfng', /\p{Script=Tifinagh}/u],
    ['Adlm', /\p{Script=Adlam}/u],
    ['Nkoo', /\p{Script=Nko}/u],
    ['Cyrl', /\p{Script=Cyrillic}/u],
    ['Hebr', /\p{Script=Hebrew}/u],
    ['Deva', /\p{Script=Devanagari}/u],
    ['Hans', /\p{Script=Han}/u],
  ];
  for (const letter of name) {
    const found = scripts.find(([, pattern]) => pattern.test(letter));
    if (found !== undefined) return found[0];
  }
  return null;
}

function countryCodes(): readonly string[] {
  return letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => !notCountries.has(code));
}

function languageCodes(): readonly string[] {
  return [...commonLanguages, ...otherLanguages];
}

function capital(name: string, lang: string): string {
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
