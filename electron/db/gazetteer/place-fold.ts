/**
 * Letters that Unicode does not take apart, and Arabic letters written one for another.
 * electron/setup/gazetteer/fold.mjs folds the names at build time by the same rule; a test compares.
 */
const variants: Readonly<Record<string, string>> = {
  ...{ ø: 'o', đ: 'd', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ɓ: 'b', ɗ: 'd', ƙ: 'k', ɛ: 'e' },
  ...{ ɔ: 'o', ŋ: 'n', ɲ: 'ny', ƴ: 'y', ð: 'd', þ: 'th', ə: 'e', ħ: 'h' },
  ...{ ٱ: 'ا', ى: 'ي', ة: 'ه', ک: 'ك', ی: 'ي', ھ: 'ه', ہ: 'ه', ـ: '' },
};
const variantPattern = new RegExp(`[${Object.keys(variants).join('')}]`, 'gu');

/**
 * A place name as the gazetteer's index holds it: lower-case words separated by one space, without
 * accents, Arabic vowel signs, apostrophes ("N'Djamena" -> "ndjamena") and hyphens ("Gorom-Gorom" ->
 * "gorom gorom"). Coarser than `shared/lib/fold.ts`, which keeps punctuation.
 */
export function placeFold(text: string): string {
  // Most names are plain ASCII; a search folds a few thousand.
  if (/^[ -~]*$/.test(text)) {
    const plain = text.toLowerCase();
    if (/^[a-z0-9]*$/.test(plain)) return plain;
    return plain
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  }
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’‘ʼʻ`´ʿʾ]/gu, '')
    .replace(variantPattern, (letter) => variants[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
