// What kind of name a name of the starter list is, told by its letters and words. Pure.
import type { NameKind } from './vocabulary.ts';

export interface NameTraits {
  readonly lang: string | null;
  /** ISO 15924. */
  readonly script: string | null;
  readonly kind: NameKind;
}

const arabic = /[\u0600-\u06ff]/u;
const latin = /\p{Script=Latin}/u;
/** `GSIM`, `FAMa`, `CSP-PSD`, `SLM/A`, `M23`: capitals and figures, at most one small letter after. */
const acronym = /^(?=.*\p{Lu})[\p{Lu}\p{N}]+(?:[-/][\p{Lu}\p{N}]+)*[a-z]?$/u;
const transliterated =
  /(?:^|[\s-])(?:al|wal|fi|ul|at|ad|as|bi)-|\bjama[’'`]?a?t?\b|\bkatib|\bwilaya|\banṣār|\bansar\b/iu;
const french =
  /(?:^|[\s(])(?:le|la|les|de|du|des|pour|et|au|aux|en|dans)\s|\b[dl][’']|é|è|ê|ç|à|ï\w*que/iu;
const english =
  /\b(?:of|the|for|in|and|group|movement|front|army|forces?|state|police|militia)\b/iu;

export function nameTraits(name: string): NameTraits {
  if (arabic.test(name)) return { lang: 'ar', script: 'Arab', kind: 'alias' };
  const script = latin.test(name) ? 'Latn' : null;
  if (name.length <= 10 && acronym.test(name)) return { lang: null, script, kind: 'acronym' };
  if (transliterated.test(name)) return { lang: 'ar', script, kind: 'transliteration' };
  if (french.test(name)) return { lang: 'fr', script, kind: 'alias' };
  return { lang: english.test(name) ? 'en' : null, script, kind: 'alias' };
}

/** The form in which two spellings of a name are one: `Jama’at al-Islam` and `jamaat al islam`. */
export function nameKey(folded: string): string {
  return folded
    .replaceAll("'", '')
    .replace(/[-–—/.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
