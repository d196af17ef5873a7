/**
 * Letters that Unicode does not decompose, and signs people type in place of one another. Left side
 * after NFKD and lower-casing; right side what a plain keyboard gives.
 */
const plainLetters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ø: 'o',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  // Hausa, Fulfulde, Bambara, Ewe and Tamasheq letters
  ɓ: 'b',
  ɗ: 'd',
  ɖ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ɛ: 'e',
  ɔ: 'o',
  ŋ: 'n',
  ɲ: 'n',
  ɣ: 'g',
  ƒ: 'f',
  ʋ: 'v',
  ə: 'e',
  ǝ: 'e',
  ɩ: 'i',
  ʊ: 'u',
  // Arabic letters written one for another; hamza seats and harakat already fell with the marks
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
};

const letterPattern = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');
/** U+00B4 and other spacing accents would decompose into a space and a mark: they go first. */
const apostrophes = /[\u0060\u00b4\u02b9\u02bb\u02bc\u02be\u02bf\u2018\u2019\u201b\u2032\uff07]/gu;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;
/** Tatweel, soft hyphen, zero-width and direction marks: invisible, or ink without meaning. */
const invisible = /[\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const arabicDigits = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/**
 * The form of a text that comparing and searching use: lower case without accents or other marks
 * (NFKD), one kind of apostrophe and dash, ligatures and hooked letters as plain ones, Arabic alef,
 * ya, ta marbuta, digits and harakat evened out. White space and punctuation stay.
 * Folding twice gives the same as folding once.
 */
export function fold(text: string): string {
  if (!beyondLatin.test(text)) return foldLatin(text);
  return foldWhole(text);
}

/** Letters of other scripts may take another form by what stands beside them. */
const beyondLatin = /[^\0-\u017f]/;
const accented = /[\u0080-\u017f]+/g;
/** Runs of accented letters, which are few; forgotten when they are not. */
const foldedRuns = new Map<string, string>();
const mostRuns = 5000;

/** What `foldWhole` gives, faster: only what is no plain letter is looked at closely. */
function foldLatin(text: string): string {
  const plain = text.replace(accented, (run) => {
    let known = foldedRuns.get(run);
    if (known === undefined) {
      known = foldWhole(run);
      if (foldedRuns.size >= mostRuns) foldedRuns.clear();
      foldedRuns.set(run, known);
    }
    return known;
  });
  return plain.toLowerCase().replaceAll('`', "'");
}

function foldWhole(text: string): string {
  const once = foldOnce(text);
  // a letter such as the Kelvin sign or a capital ligature may only become plain in a second round
  const twice = foldOnce(once);
  return twice === once ? once : foldOnce(twice);
}

function foldOnce(text: string): string {
  return text
    .replace(apostrophes, "'")
    .replace(dashes, '-')
    .replace(invisible, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(letterPattern, (letter) => plainLetters[letter] ?? letter)
    .replace(arabicDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(apostrophes, "'")
    .replace(dashes, '-');
}

/** Whether `part` occurs in `whole`, both folded. An empty part occurs in everything. */
export function foldedIncludes(whole: string, part: string): boolean {
  return fold(whole).includes(fold(part));
}
