/** Paragraphs and sentences. Knows abbreviations, initials, bullets, headings and broken lines. */
import type { Mirror } from './mirror.ts';
import type { Token } from './tokens.ts';

export interface Sentence {
  readonly index: number;
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  /** Positions in the mirror; the closing mark is inside. */
  readonly from: number;
  readonly to: number;
  /** A line of its own without a full stop: title, heading, dateline. */
  readonly isHeading: boolean;
}

const abbreviations = new Set(
  (
    'mr mrs ms dr st gen lt col maj capt sgt brig adm no nos vs etc eg ie approx dept est jan feb mar apr ' +
    'jun jul aug sep sept oct nov dec mme mlle me pr cdt art al janv fevr avr juil us uk un'
  ).split(' '),
);

function endsSentence(before: Token, gap: string, next: Token): boolean {
  if (/[!?\u2026]/.test(gap)) return next.isCapital || next.isNumber || gap.includes('"');
  if (!gap.includes('.')) return false;
  if (/\.\S*["')\]]*$/.test(gap) || gap.includes('.')) {
    if (!next.isCapital && !next.isNumber && !/["\u2014\-\u2022]/.test(gap)) return false;
  }
  if (gap.startsWith('.') && /^(?:\p{Lu}|\p{Lu}\.\p{Lu})$/u.test(before.plain)) {
    // an initial ("M. Diallo", "J. P. Kabore") unless a sentence can really end there ("Ousmane D.")
    return (
      before.plain.includes('.') &&
      !next.isNumber &&
      /^(?:the|a|in|on|it|he|she|they)$/.test(next.word)
    );
  }
  return !(
    gap.startsWith('.') &&
    abbreviations.has(before.word) &&
    (next.isCapital || next.isNumber) &&
    before.word !== 'un' &&
    before.word !== 'us' &&
    !(before.word === 'no' && !next.isNumber)
  );
}

/** Whether a single line break ends a sentence: bullets, and short lines before a capital. */
function breaksLine(mirror: Mirror, before: Token, next: Token, isParagraph: boolean): boolean {
  const between = mirror.plain.slice(before.to, next.from);
  if (/\n\s*\n/.test(between)) return true;
  if (/\n\s*(?:[-*\u2022\u2014\u25cf>]|\d{1,2}[.)/])\s*\S*$/.test(between)) return true;
  if (/[.!?:]["')\]\s]*\n/.test(between)) return true;
  const start = mirror.plain.lastIndexOf('\n', before.to - 1) + 1;
  const isShort = before.to - start < 70 || isParagraph;
  return next.isCapital && isShort && !/,\s*\n/.test(between);
}

/** Words after which a sentence is cut: no prose reaches it, and rules weigh all words of a sentence. */
const longestSentence = 250;

export function sentencesOf(mirror: Mirror, tokens: readonly Token[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  // where lines are paragraphs, every end of a line ends something
  const isParagraph = /[^\n]{160}/.test(mirror.plain);
  let paragraph = 0;
  let first = 0;
  const close = (end: number, nextFrom: number) => {
    const own = tokens.slice(first, end);
    const head = own[0];
    const tail = own.at(-1);
    if (!head || !tail) return;
    const rest = mirror.plain.slice(tail.to, nextFrom);
    const mark = /^[^\n]*?[.!?\u2026]["')\]]*/.exec(rest)?.[0];
    const isHeading =
      mark === undefined &&
      rest.includes('\n') &&
      own.length < 28 &&
      !/^\s*[-*\u2022]/.test(
        mirror.plain.slice(mirror.plain.lastIndexOf('\n', head.from) + 1, head.from),
      );
    sentences.push({
      index: sentences.length,
      paragraph,
      tokens: own,
      from: head.from,
      to: mark === undefined ? tail.to : tail.to + mark.trimEnd().length,
      isHeading,
    });
    first = end;
  };
  for (let i = 1; i < tokens.length; i += 1) {
    const before = tokens[i - 1];
    const next = tokens[i];
    if (!before || !next) continue;
    const isLine = next.gap.endsWith('\n');
    const isEnd = isLine
      ? breaksLine(mirror, before, next, isParagraph)
      : endsSentence(before, next.gap, next);
    if (isEnd || i - first >= longestSentence) {
      close(i, next.from);
      // line ends inside paragraphs are gone from the mirror
      if (isLine) paragraph += 1;
    }
  }
  close(tokens.length, mirror.plain.length);
  return sentences;
}
