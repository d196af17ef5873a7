/** Quantities in figures and words, English and French: "1 200", "vingt et un", "une soixantaine", "dozens". */
import type { Qualifier } from '../domain/vocabulary.ts';
import type { Token } from './tokens.ts';
import { rounds, scales, units, vagueWords } from './words/numbers.ts';

export interface Quantity {
  /** Token positions, `end` excluded; the qualifier ("at least") is inside. */
  readonly start: number;
  readonly end: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
  /** "un", "une", "one", "a": a number only before a noun for people. */
  readonly isArticle: boolean;
  /** A bare "others" or "d'autres" follows or leads. */
  readonly isVague: boolean;
}

function figure(text: string): number {
  if (/^\d{1,3}(?:[ .,]\d{3})+$/.test(text)) return Number(text.replace(/[ .,]/g, ''));
  return Number(text.replace(',', '.'));
}

interface Read {
  readonly value: number;
  readonly end: number;
  readonly isArticle: boolean;
}

/** One number from token `at`: figures or words, with "hundred", "mille", "million" after it. */
function readNumber(tokens: readonly Token[], at: number): Read | undefined {
  const first = tokens[at];
  if (!first) return undefined;
  if (first.isNumber) {
    let value = figure(first.plain);
    let end = at + 1;
    const scale = scales[tokens[end]?.word ?? ''];
    if (scale !== undefined && (tokens[end]?.gap ?? '') === '') {
      value *= scale;
      end += 1;
    }
    return { value, end, isArticle: false };
  }
  let total = 0;
  let group = 0;
  let end = at;
  let seen = false;
  for (let i = at; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || (i > at && !/^-?$/.test(token.gap))) break;
    const unit = units[token.word];
    const scale = scales[token.word];
    if (unit !== undefined) {
      if (seen && !joins(group, unit)) break;
      group = token.word.startsWith('vingt') && group % 100 === 4 ? group - 4 + 80 : group + unit;
    } else if (scale !== undefined) {
      if (scale === 100) group = Math.max(1, group % 1000) * 100;
      else {
        total += Math.max(1, group) * scale;
        group = 0;
      }
    } else if (seen && (token.word === 'and' || token.word === 'et')) {
      const next = units[tokens[i + 1]?.word ?? ''];
      const isJoin =
        token.word === 'et'
          ? group >= 20 && (next === 1 || next === 11)
          : group >= 100 && group % 100 === 0 && next !== undefined;
      if (!isJoin) break;
      continue;
    } else if (
      !seen &&
      (token.word === 'a' || token.word === 'an') &&
      scales[tokens[i + 1]?.word ?? ''] !== undefined
    ) {
      continue;
    } else break;
    seen = true;
    end = i + 1;
  }
  if (!seen) return undefined;
  const isArticle =
    end === at + 1 && (first.word === 'un' || first.word === 'une' || first.word === 'one');
  return { value: total + group, end, isArticle };
}

/** "trois (03) blesses": the figure in brackets says it again. */
function withFigure(tokens: readonly Token[], read: Read | undefined): Read | undefined {
  const token = read && tokens[read.end];
  const isAgain =
    token?.isNumber === true && token.gap.endsWith('(') && figure(token.plain) === read?.value;
  return read && isAgain ? { ...read, end: read.end + 1, isArticle: false } : read;
}

/** Whether a unit can follow what was read: "vingt" + "deux", "soixante" + "dix", "cent" + "douze". */
function joins(group: number, unit: number): boolean {
  const rest = group % 100;
  if (group === 0 || rest === 0) return true;
  if (rest % 100 === 4 && unit === 20) return true;
  if (rest === 60 || rest === 80) return unit < 20;
  if (rest === 70 || rest === 90 || rest === 10) return unit < 10 && (rest !== 10 || unit >= 7);
  return rest >= 20 && rest % 10 === 0 && unit < 10;
}

const leads: readonly (readonly [string, Qualifier])[] = [
  ...'at least|no fewer than|not less than|no less than|a minimum of|more than|over|upwards of|in excess of|au moins|pas moins de|plus de|plus d|minimum|au minimum'
    .split('|')
    .map((t) => [t, 'at-least'] as const),
  ...'at most|up to|fewer than|less than|as many as|moins de|jusqu a|au plus|no more than|jusqu'
    .split('|')
    .map((t) => [t, 'at-most'] as const),
  ...'about|around|some|approximately|roughly|nearly|almost|close to|an estimated|estimated|pres de|environ|quelque|autour de|a peu pres|presque|une|la|une petite|une bonne|a'
    .split('|')
    .map((t) => [t, 'about'] as const),
];
const leadWords = leads
  .map(([text, qualifier]) => ({ words: text.split(' '), qualifier }))
  .sort((a, b) => b.words.length - a.words.length);

function leadBefore(
  tokens: readonly Token[],
  at: number,
): { readonly start: number; readonly qualifier: Qualifier } | undefined {
  for (const { words, qualifier } of leadWords) {
    const start = at - words.length;
    if (start < 0) continue;
    const fits = words.every((word, i) => {
      const token = tokens[start + i];
      return token?.word === word && (i === 0 || !/[,;:.]/.test(token.gap));
    });
    if (fits && !/[,;:.]/.test(tokens[at]?.gap ?? '')) return { start, qualifier };
  }
  return undefined;
}

const articleLeads = new Set(['une', 'la', 'a', 'une petite', 'une bonne']);

/** All quantities of a run of tokens, in order, without overlaps. Dates and times are not told apart here. */
export function quantitiesOf(tokens: readonly Token[]): readonly Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < tokens.length; ) {
    const quantity = quantityAt(tokens, i);
    if (quantity === undefined) i += 1;
    else {
      found.push(quantity);
      i = Math.max(i + 1, quantity.end);
    }
  }
  return found;
}

function quantityAt(tokens: readonly Token[], at: number): Quantity | undefined {
  const word = tokens[at]?.word ?? '';
  const vague = vagueWords[word];
  if (vague !== undefined) {
    const before = tokens[at - 1]?.word ?? '';
    const start = ['plusieurs', 'quelques', 'des', 'several', 'de', 'many', 'a', 'heavy'].includes(
      before,
    )
      ? at - 1
      : at;
    // "plusieurs dizaines": the second word tells more
    const next = vagueWords[tokens[at + 1]?.word ?? ''];
    if (next !== undefined)
      return {
        start,
        end: at + 2,
        low: null,
        high: null,
        qualifier: next,
        isArticle: false,
        isVague: true,
      };
    return {
      start,
      end: at + 1,
      low: null,
      high: null,
      qualifier: vague,
      isArticle: false,
      isVague: true,
    };
  }
  const round = rounds[word];
  if (round !== undefined) return roundAt(tokens, at, round);
  const first = withFigure(tokens, readNumber(tokens, at));
  if (first === undefined || !Number.isFinite(first.value)) return undefined;
  if (
    rounds[tokens[first.end]?.word ?? ''] !== undefined ||
    tokens[first.end]?.word === 'dizaines'
  ) {
    const step = rounds[tokens[first.end]?.word ?? ''] ?? 10;
    const value = first.value * step;
    return {
      start: at,
      end: first.end + 1,
      low: value,
      high: value,
      qualifier: 'about',
      isArticle: false,
      isVague: false,
    };
  }
  const range = rangeAt(tokens, at, first);
  if (range) return range;
  const lead = leadBefore(tokens, at);
  const isArticleLead =
    lead !== undefined &&
    articleLeads.has(
      tokens
        .slice(lead.start, at)
        .map((t) => t.word)
        .join(' '),
    );
  const tail = tokens
    .slice(first.end, first.end + 2)
    .map((t) => t.word)
    .join(' ');
  if (tail === 'or more' || tail === 'ou plus') {
    return {
      start: at,
      end: first.end + 2,
      low: first.value,
      high: null,
      qualifier: 'at-least',
      isArticle: false,
      isVague: false,
    };
  }
  if (lead === undefined || isArticleLead) {
    return {
      start: at,
      end: first.end,
      low: first.value,
      high: first.value,
      qualifier: 'exact',
      isArticle: first.isArticle,
      isVague: false,
    };
  }
  return {
    ...bounds(lead.qualifier, first.value),
    start: lead.start,
    end: first.end,
    isArticle: false,
    isVague: false,
  };
}

function bounds(qualifier: Qualifier, value: number): Pick<Quantity, 'low' | 'high' | 'qualifier'> {
  if (qualifier === 'at-least') return { low: value, high: null, qualifier };
  if (qualifier === 'at-most') return { low: null, high: value, qualifier };
  return { low: value, high: value, qualifier };
}

function roundAt(tokens: readonly Token[], at: number, value: number): Quantity {
  const lead = leadBefore(tokens, at);
  const isHalf = tokens[at - 1]?.word === 'a' && tokens[at - 2]?.word === 'half';
  const start = isHalf ? at - 2 : lead ? Math.min(lead.start, at) : at;
  const outer = lead ? leadBefore(tokens, lead.start) : undefined;
  const qualifier =
    outer?.qualifier === 'at-least' || outer?.qualifier === 'at-most'
      ? outer.qualifier
      : lead && lead.qualifier !== 'about'
        ? lead.qualifier
        : 'about';
  const real = isHalf ? value / 2 : value;
  return {
    ...bounds(qualifier, real),
    start: outer && qualifier !== 'about' ? outer.start : start,
    end: at + 1,
    isArticle: false,
    isVague: false,
  };
}

function rangeAt(tokens: readonly Token[], at: number, first: Read): Quantity | undefined {
  const joint = tokens[first.end];
  const second = readNumber(tokens, first.end + 1);
  const isDash = tokens[first.end]?.isGlued === true && tokens[first.end]?.isNumber === true;
  const other = isDash ? readNumber(tokens, first.end) : second;
  if (!other || other.value <= first.value || other.isArticle) return undefined;
  const before = tokens[at - 1]?.word ?? '';
  const word = joint?.word ?? '';
  const isRange =
    (isDash && first.value < 10_000) ||
    ((before === 'between' || before === 'entre') && (word === 'and' || word === 'et')) ||
    (word === 'to' && joint?.gap === '') ||
    ((word === 'a' || word === 'ou' || word === 'or') && joint?.gap === '');
  if (!isRange) return undefined;
  const start = first.end + (isDash ? 0 : 1);
  // "rose from 47 to 80": the later figure is told
  const verb = tokens
    .slice(Math.max(0, at - 5), at)
    .map((token) => token.word)
    .join(' ');
  if (
    /\b(?:rose|risen|rising|increased|climbed|jumped|went|revised|passe|passant|monte|alourdi|grimpe|alourdit)\b/.test(
      verb,
    )
  ) {
    return {
      start,
      end: other.end,
      low: other.value,
      high: other.value,
      qualifier: 'exact',
      isArticle: false,
      isVague: false,
    };
  }
  const isLed = ['between', 'entre', 'from', 'de'].includes(before);
  return {
    start: isLed ? at - 1 : at,
    end: other.end,
    low: first.value,
    high: other.value,
    qualifier: 'between',
    isArticle: false,
    isVague: false,
  };
}
