import { units } from './words/numbers.ts';

/**
 * A copy of a text made easy to match: no accents, one kind of quote, dash and blank. `plain` keeps
 * capitals, `folded` does not; both have the same length, and every position leads back to the text.
 */
export interface Mirror {
  readonly text: string;
  readonly plain: string;
  readonly folded: string;
  /** UTF-16 position in `text` of a position in the mirror. */
  readonly toText: (position: number) => number;
}

const quotes = /[\u0060\u00b4\u02b9\u02bb\u02bc\u02be\u02bf\u2018\u2019\u201b\u2032\uff07]/;
const doubleQuotes = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u275d\u275e]/;
const dashes = /[\u2010\u2011\u2212\ufe63\uff0d]/;
const longDashes = /[\u2012-\u2015]/;
const invisible = /[\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const ligatures: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'Oe',
  æ: 'ae',
  Æ: 'Ae',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ı: 'i',
  đ: 'd',
  ł: 'l',
  ɗ: 'd',
  ɓ: 'b',
  ŋ: 'n',
  ɲ: 'n',
};

function plainOf(character: string): string {
  if (quotes.test(character)) return "'";
  if (doubleQuotes.test(character)) return '"';
  if (dashes.test(character)) return '-';
  if (longDashes.test(character)) return '\u2014';
  if (invisible.test(character)) return '';
  if (character === '\r') return '';
  if (character !== '\n' && /\s/u.test(character)) return ' ';
  const known = ligatures[character];
  if (known !== undefined) return known;
  return character.normalize('NFKD').replace(/\p{M}+/gu, '');
}

/** Lower case of the same length, unit by unit. */
function lower(text: string): string {
  const all = text.toLowerCase();
  if (all.length === text.length) return all;
  return Array.from({ length: text.length }, (_, i) => {
    const one = text.charAt(i).toLowerCase();
    return one.length === 1 ? one : text.charAt(i);
  }).join('');
}

/** First parts of words that keep their hyphen at the end of a line. */
const keepsHyphen =
  /(?:^|[^\p{L}])(?:sous|vice|porte|arriere|contre|pick|nord|sud|ouest|north|south|west|celui|celle|ceux|celles|quasi|vingt|trente|quarante|cinquante|soixante|quatre|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|counter|roadside|drone)$/iu;

/**
 * Where a line ends inside a word, the places to leave out: "explo-⏎sif" is one word, "sous-⏎préfecture"
 * and "Al-⏎Qaïda" keep the hyphen. UTF-16 positions in the text.
 */
function brokenWords(text: string): ReadonlySet<number> {
  const left = new Set<number>();
  for (const { index, 0: match } of text.matchAll(
    /(?<=\p{L})[-\u00ad\u2010]\r?\n[ \t]*(?=\p{L})/gu,
  )) {
    const before = text.slice(Math.max(0, index - 14), index).normalize('NFKD');
    const next = text.slice(index + match.length, index + match.length + 1);
    const isKept = /\p{Lu}/u.test(next) || keepsHyphen.test(before.replace(/\p{M}/gu, ''));
    for (let i = isKept ? 1 : 0; i < match.length; i += 1) left.add(index + i);
  }
  return left;
}

/** Longest line of a text wrapped by hand or by a scanner; infinite where lines are paragraphs. */
function wrapWidth(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.trim().length);
  const most = lengths.reduce((longest, each) => Math.max(longest, each), 0);
  const isWrapped = most <= 110 && lengths.filter((each) => each > most * 0.75).length >= 3;
  return isWrapped ? most : Number.POSITIVE_INFINITY;
}

/**
 * Line ends inside a sentence: the next word had no room left, or goes on in small letters. UTF-16
 * positions in the text.
 */
function wraps(text: string): ReadonlySet<number> {
  const lines = text.split('\n');
  const width = wrapWidth(lines);
  const ends = new Set<number>();
  let at = -1;
  for (const [i, next] of lines.entries()) {
    const before = (lines[i - 1] ?? '').trim();
    const first = /^\s*(\S+)/.exec(next)?.[1];
    const isItem = /^\s*(?:[-*\u2013\u2014\u2022\u25cf>]|\d{1,2}[.)/])(?:\s|$)/.test(next);
    if (before !== '' && first !== undefined && !isItem) {
      const isFull = before.length + 1 + first.length > width;
      const goesOn = /^\p{Ll}/u.test(first) && !/[.!?:]["'\u2019\u201d\u00bb)\]]*$/.test(before);
      if (isFull || goesOn) ends.add(at);
    }
    at += next.length + 1;
  }
  return ends;
}

const bracketed = /(?<![\p{L}\d])(\p{L}+)(\s*\(0*(\d{1,3})\))/gu;

/** "trois (03) blessés": the figure in brackets only repeats the word. UTF-16 positions in the text. */
function repeatedFigures(text: string): readonly number[] {
  return [...text.matchAll(bracketed)].flatMap(
    ({ index, 1: word = '', 2: brackets = '', 3: figure }) => {
      const folded = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
      const value = folded === 'six' ? 6 : units[folded];
      if (value === undefined || value !== Number(figure)) return [];
      const from = index + word.length;
      return Array.from({ length: brackets.length }, (_, i) => from + i);
    },
  );
}

export function mirrorOf(text: string): Mirror {
  const origin: number[] = [];
  const parts: string[] = [];
  const left = new Set([...brokenWords(text), ...repeatedFigures(text)]);
  const soft = wraps(text);
  let last = '';
  let at = 0;
  for (const character of text) {
    if (left.has(at)) {
      at += character.length;
      continue;
    }
    const code = character.charCodeAt(0);
    const isPlain = (code >= 0x20 && code < 0x7f && code !== 0x60) || code === 0x0a;
    const known = soft.has(at) ? ' ' : isPlain ? character : plainOf(character);
    // one blank between words, none at the beginning of a line
    const plain = known === ' ' && /^(?:| |\n)$/.test(last) ? '' : known;
    if (plain !== '') last = plain;
    for (let i = 0; i < plain.length; i += 1) {
      // both halves of a character beyond the basic plane keep their own place
      origin.push(plain === character ? at + i : at);
    }
    parts.push(plain);
    at += character.length;
  }
  const plain = parts.join('');
  return {
    text,
    plain,
    folded: lower(plain),
    toText: (position) => origin[position] ?? text.length,
  };
}
