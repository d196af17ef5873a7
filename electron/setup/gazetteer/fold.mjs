// @ts-check
/**
 * Folds a place name for matching: case, accents, Arabic vowel signs and letter variants, apostrophes
 * and hyphens do not count. electron/db/gazetteer/fold.ts is the same rule for queries; a test keeps
 * the two in step (this script must run on plain Node, which cannot read TypeScript).
 */
const variants = /** @type {Record<string, string>} */ ({
  ...{ ø: 'o', đ: 'd', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ɓ: 'b', ɗ: 'd', ƙ: 'k', ɛ: 'e' },
  ...{ ɔ: 'o', ŋ: 'n', ɲ: 'ny', ƴ: 'y', ð: 'd', þ: 'th', ə: 'e', ħ: 'h' },
  ...{ ٱ: 'ا', ى: 'ي', ة: 'ه', ک: 'ك', ی: 'ي', ھ: 'ه', ہ: 'ه', ـ: '' },
});
const variantPattern = new RegExp(`[${Object.keys(variants).join('')}]`, 'gu');

/** @param {string} text @returns {string} lower-case words separated by one space */
export function fold(text) {
  // Most names are plain ASCII; they take a fifth of the time this way.
  if (/^[ -~]*$/.test(text)) {
    return text
      .toLowerCase()
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
