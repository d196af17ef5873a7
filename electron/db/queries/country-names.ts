/** Countries by the names people type: English, French and Arabic, and the two-letter code. */
import { fold } from '../../../shared/lib/fold.ts';

/** Upper-case letters A–Z. */
const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));

let known: readonly { readonly code: string; readonly names: readonly string[] }[] | undefined;

function countries() {
  if (known) return known;
  const speakers = ['en', 'fr', 'ar'].map(
    (lang) => new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' }),
  );
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  known = codes.flatMap((code) => {
    const names = speakers.flatMap((speaker) => speaker.of(code) ?? []).map(fold);
    return names.length === 0 ? [] : [{ code, names: [...new Set(names), code.toLowerCase()] }];
  });
  return known;
}

/** ISO 3166-1 alpha-2 codes of the countries whose name begins with these words, accents folded. */
export function countryCodesByName(words: string): string[] {
  const start = fold(words).trim();
  if (start.length < 2) return [];
  return countries()
    .filter(({ names }) =>
      names.some((name) => (start.length === 2 ? name === start : name.startsWith(start))),
    )
    .map(({ code }) => code);
}
