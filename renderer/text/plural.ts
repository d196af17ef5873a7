// Plural forms by the rules of each language: French takes the singular for 0 and 1, English for 1 only.
const rules = { en: new Intl.PluralRules('en'), fr: new Intl.PluralRules('fr') };
const numbers = { en: new Intl.NumberFormat('en-GB'), fr: new Intl.NumberFormat('fr-FR') };

/** `pluralEn(3, 'incident', 'incidents')` gives `3 incidents`. */
export function pluralEn(count: number, one: string, other: string): string {
  return `${numbers.en.format(count)} ${rules.en.select(count) === 'one' ? one : other}`;
}

/** `pluralFr(0, 'incident', 'incidents')` gives `0 incident`. */
export function pluralFr(count: number, one: string, other: string): string {
  return `${numbers.fr.format(count)} ${rules.fr.select(count) === 'one' ? one : other}`;
}
