/**
 * Finding the words of a passage again, and moving passages along when a text is corrected. Never
 * guesses: a passage that could stand in two places, or whose figures changed, is lost rather than
 * placed wrongly. Pure; positions of `TextSpan` in UTF-16 units.
 */
import {
  type CodePointIndex,
  codePointIndex,
  selectPassage,
  type TextSelectors,
  type TextSpan,
} from './passage.ts';
import { type TextPiece, textChanges } from './text-changes.ts';

/** Letters of context that must agree on one side for short words to count as the same. */
const enoughContext = 12;
/** Letters from which a phrase that occurs once needs no context. */
const longPhrase = 24;
/** UTF-16 units on each side that tell whether a place in a corrected text is still the same place. */
const neighbourhood = 80;
/** Share of letters of the neighbourhood, and of changed words, that must be left. */
const enoughLeft = 0.5;
/** Places compared for words that stand in a text again and again; beyond it they are lost. */
const mostPairs = 40_000;

/** Blanks and signs are too common to tell two places apart. */
function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/**
 * Where a passage stands in a text: at its position when the words are there among their surroundings,
 * otherwise at the one occurrence whose surroundings agree. Undefined: the passage is lost.
 */
export function locatePassage(
  text: string,
  passage: TextSelectors,
  index: CodePointIndex = codePointIndex(text),
): TextSpan | undefined {
  const expected = index.toUnit(passage.start);
  const all = occurrences(text, passage.exact);
  const here = all.find(({ from }) => from === expected);
  if (here !== undefined && (!hasContext(passage) || isWhole(text, here, passage))) return here;
  if (!hasContext(passage)) return all.length === 1 ? all[0] : undefined;
  const isAlone = all.length === 1 && letters(passage.exact) >= longPhrase;
  return isAlone ? all[0] : bestOf(text, passage, all, here);
}

export type Anchored =
  /** `changed`: the words themselves were corrected, figures apart. */
  | { readonly how: 'kept' | 'moved' | 'changed'; readonly selectors: TextSelectors }
  | { readonly how: 'lost' };

/**
 * Where passages of one text stand in a later version of it, in the order given. `kept` stands among
 * the same words as before, `moved` went elsewhere with its sentence. Without the earlier text only
 * the quotations are searched for.
 */
export function movePassages(
  before: string | undefined,
  after: string,
  passages: readonly TextSelectors[],
): readonly Anchored[] {
  if (passages.length === 0) return [];
  const index = codePointIndex(after);
  const old = before === undefined ? undefined : { text: before, index: codePointIndex(before) };
  const pieces = before === undefined ? [] : textChanges(before, after);
  const anchored = (how: 'kept' | 'moved' | 'changed', span: TextSpan): Anchored => {
    const selectors = selectPassage(after, span.from, span.to, index);
    return selectors === undefined ? { how: 'lost' } : { how, selectors };
  };
  return passages.map((passage) => {
    const was = old && locatePassage(old.text, passage, old.index);
    if (old === undefined || was === undefined) {
      const found = locatePassage(after, passage, index);
      return found === undefined ? { how: 'lost' } : anchored('moved', found);
    }
    const texts = { before: old.text, after, pieces };
    const same = sameWords(texts, was, passage.exact);
    if (same !== undefined) return anchored(same.how, same.span);
    const changed = changedSpan(texts, was);
    return changed === undefined ? { how: 'lost' } : anchored('changed', changed);
  });
}

interface Texts {
  readonly before: string;
  readonly after: string;
  readonly pieces: readonly TextPiece[];
}

interface Candidate {
  readonly span: TextSpan;
  /** Letters next to it that stood next to the passage. */
  readonly score: number;
  readonly isEnough: boolean;
  /** The comparison of both texts leads here. */
  readonly isMapped: boolean;
}

/** The same words: in the same place, or where their surroundings went. */
function sameWords(
  texts: Texts,
  was: TextSpan,
  exact: string,
): { readonly how: 'kept' | 'moved'; readonly span: TextSpan } | undefined {
  const old = occurrences(texts.before, exact);
  const now = occurrences(texts.after, exact);
  const mappedFrom = mappedSpan(texts.pieces, was)?.from;
  if (old.length * now.length > mostPairs) return undefined;
  const [only] = now;
  const isOnly = old.length === 1 && now.length === 1 && letters(exact) >= longPhrase;
  const candidates = now
    .map((span) => candidate(texts, was, span, span.from === mappedFrom))
    .filter(({ isEnough }) => isEnough)
    .sort((a, b) => b.score - a.score || Number(b.isMapped) - Number(a.isMapped));
  const [best, second] = candidates;
  if (best === undefined) {
    return isOnly && only
      ? { how: only.from === mappedFrom ? 'kept' : 'moved', span: only }
      : undefined;
  }
  const isTied = second?.score === best.score && !best.isMapped;
  if (isTied || !isMutual(texts, was, best, old)) return undefined;
  return { how: best.isMapped ? 'kept' : 'moved', span: best.span };
}

/** No other place of the earlier text, with the same words, fits the found place as well. */
function isMutual(texts: Texts, was: TextSpan, best: Candidate, old: readonly TextSpan[]): boolean {
  return old.every((other) => {
    if (other.from === was.from) return true;
    const { score } = agreementOf(texts, other, best.span);
    return score < best.score || (score === best.score && best.isMapped);
  });
}

function candidate(texts: Texts, was: TextSpan, now: TextSpan, isMapped: boolean): Candidate {
  const { score, before, after, isAll } = agreementOf(texts, was, now);
  const isEnough = isAll || before >= enoughContext || after >= enoughContext;
  return {
    span: now,
    score,
    isMapped,
    // short words that no neighbour kept company are others, however the comparison pairs them
    isEnough: isEnough || (isMapped && score > 0 && isSamePlace(texts, was, now)),
  };
}

/** Letters that agree, one after the other, on both sides of a place in each text. */
function agreementOf(texts: Texts, was: TextSpan, now: TextSpan) {
  const left = texts.before.slice(Math.max(0, was.from - neighbourhood), was.from);
  const right = texts.before.slice(was.to, was.to + neighbourhood);
  const newLeft = texts.after.slice(Math.max(0, now.from - neighbourhood), now.from);
  const newRight = texts.after.slice(now.to, now.to + neighbourhood);
  const before = letters(commonEnd(left, newLeft));
  const after = letters(commonStart(right, newRight));
  const isAll = before === letters(left) && after === letters(right);
  return { score: before + after, before, after, isAll };
}

/** Where the comparison of both texts leads a span that it found untouched. */
function mappedSpan(pieces: readonly TextPiece[], was: TextSpan): TextSpan | undefined {
  const piece = pieces.find(
    ({ kind, before }) => kind === 'same' && before.from <= was.from && before.to >= was.to,
  );
  if (piece === undefined) return undefined;
  const shift = piece.after.from - piece.before.from;
  return { from: was.from + shift, to: was.to + shift };
}

/**
 * The words as they were corrected: most letters left, the same figures, and what stands next to them
 * on both sides untouched.
 */
function changedSpan(texts: Texts, was: TextSpan): TextSpan | undefined {
  const now = { from: mapped(texts.pieces, was.from, 1), to: mapped(texts.pieces, was.to, -1) };
  if (now.to <= now.from) return undefined;
  const old = texts.before.slice(was.from, was.to);
  const next = texts.after.slice(now.from, now.to);
  if (figures(old) !== figures(next)) return undefined;
  const left = lettersLeft(texts, was, now);
  const most = Math.max(letters(old), letters(next));
  if (left < enoughContext || left < most * enoughLeft) return undefined;
  const { before, after } = agreementOf(texts, was, now);
  const isHeld = (side: number, all: string) => side >= Math.min(enoughContext, letters(all));
  const isBetween =
    isHeld(before, texts.before.slice(Math.max(0, was.from - neighbourhood), was.from)) &&
    isHeld(after, texts.before.slice(was.to, was.to + neighbourhood));
  return isBetween ? now : undefined;
}

/** A bound in the later text; inside what was replaced, the edge that lies inside the passage. */
function mapped(pieces: readonly TextPiece[], at: number, inward: 1 | -1): number {
  const same = pieces.filter(({ kind }) => kind === 'same');
  const inside = same.find(({ before }) =>
    inward === 1 ? before.from <= at && at < before.to : before.from < at && at <= before.to,
  );
  if (inside !== undefined) return inside.after.from + at - inside.before.from;
  // what replaced the first or last words of the passage belongs to it
  const edge =
    inward === 1
      ? same.findLast(({ before }) => before.to <= at)?.after.to
      : same.find(({ before }) => before.from >= at)?.after.from;
  return edge ?? (inward === 1 ? 0 : (pieces.at(-1)?.after.to ?? 0));
}

function figures(text: string): string {
  return (text.match(/\p{N}+/gu) ?? []).join(' ');
}

/** Letters of a span that stand unchanged within a span of the later text. */
function lettersLeft({ before, pieces }: Texts, was: TextSpan, now: TextSpan): number {
  let left = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'same') continue;
    const shift = piece.after.from - piece.before.from;
    const from = Math.max(piece.before.from, was.from, now.from - shift);
    const to = Math.min(piece.before.to, was.to, now.to - shift);
    if (to > from) left += letters(before.slice(from, to));
  }
  return left;
}

/** Whether enough of what stood around is still around. Nothing around a whole text is enough. */
function isSamePlace(texts: Texts, was: TextSpan, now: TextSpan): boolean {
  const sides = [
    [
      { from: Math.max(0, was.from - neighbourhood), to: was.from },
      { from: Math.max(0, now.from - 2 * neighbourhood), to: now.from },
    ],
    [
      { from: was.to, to: Math.min(texts.before.length, was.to + neighbourhood) },
      { from: now.to, to: Math.min(texts.after.length, now.to + 2 * neighbourhood) },
    ],
  ] as const;
  let all = 0;
  let left = 0;
  for (const [old, next] of sides) {
    const there = letters(texts.before.slice(old.from, old.to));
    all += there;
    left += lettersLeft(texts, old, next);
  }
  return left >= all * enoughLeft;
}

function occurrences(text: string, exact: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  if (exact === '') return spans;
  for (let from = text.indexOf(exact); from >= 0; from = text.indexOf(exact, from + 1)) {
    spans.push({ from, to: from + exact.length });
  }
  return spans;
}

function hasContext({ prefix, suffix }: TextSelectors): boolean {
  return letters(prefix) + letters(suffix) > 0;
}

/** The one occurrence whose surroundings agree enough and best; `here` wins a tie. */
function bestOf(
  text: string,
  passage: TextSelectors,
  spans: readonly TextSpan[],
  here: TextSpan | undefined,
): TextSpan | undefined {
  const rated = spans
    .map((span) => ({ span, ...agreement(text, span, passage) }))
    .filter(({ isEnough }) => isEnough)
    .sort((a, b) => b.letters - a.letters);
  const [best, second] = rated;
  if (best === undefined) return undefined;
  if (second === undefined || second.letters < best.letters) return best.span;
  return rated.find(({ span, letters }) => span === here && letters === best.letters)?.span;
}

/** Letters next to a span that agree with what stood around the passage. */
function agreement(text: string, { from, to }: TextSpan, { prefix, suffix }: TextSelectors) {
  const before = letters(commonEnd(text.slice(Math.max(0, from - prefix.length), from), prefix));
  const after = letters(commonStart(text.slice(to, to + suffix.length), suffix));
  const isAll = before === letters(prefix) && after === letters(suffix);
  return {
    letters: before + after,
    isEnough: isAll || before >= enoughContext || after >= enoughContext,
  };
}

/** All that stood around is still around. */
function isWhole(text: string, { from, to }: TextSpan, { prefix, suffix }: TextSelectors): boolean {
  return text.startsWith(suffix, to) && text.slice(0, from).endsWith(prefix);
}

function commonEnd(a: string, b: string): string {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n += 1;
  return a.slice(a.length - n);
}

function commonStart(a: string, b: string): string {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return a.slice(0, n);
}
