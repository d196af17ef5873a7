/** Names as they sound: one home for spellings of one language in another's letters. */

/**
 * A name as it sounds, over spellings of one language in another's letters: "Barsalogho" and
 * "Barsalogo", "Tilwa" and "Tiloua", "Djugu" and "Jugu". Different consonants stay different.
 */
export function soundOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
    .replace(/ou|oo|w/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/tch|ch|sh/g, 'x')
    .replace(/gu(?=[ei])|gh/g, 'g')
    .replace(/qu|kh|ck|c|q/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/y|ee/g, 'i')
    .replace(/h/g, '')
    .replace(/z/g, 's')
    .replace(/(.)\1+/g, '$1')
    .replace(/e$/, '');
}

/**
 * Every way a name may be meant to sound. A double vowel is one long vowel in Fulfulde and Songhay
 * ("Soolé" is "Solé") and another vowel in English ("Tilloo"): both readings count.
 */
export function soundsOf(name: string): readonly string[] {
  const sound = soundOf(name);
  if (!/(aa|ee|ii|oo|uu)/i.test(name.normalize('NFD'))) return [sound];
  return [...new Set([sound, soundOf(name.replace(/([aeiou])\1/giu, '$1'))])];
}

/** Whether two names may be spellings of one: "Tilwa" and "Tiloua", "Sole", "Sollé" and "Soolé". */
export function isSameSound(a: string, b: string): boolean {
  const sounds = soundsOf(b);
  return soundsOf(a).some((sound) => sound !== '' && sounds.includes(sound));
}
