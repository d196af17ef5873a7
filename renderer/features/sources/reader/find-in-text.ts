// Finding words in a text as people type them: without regard to case, accents, marks and blanks. Pure.
import type { TextSpan } from '../../../../shared/domain/passage.ts';
import { fold } from '../../../../shared/lib/fold.ts';

export interface FoldedText {
  readonly folded: string;
  /** Start in the text of each folded unit, and the text's length at the end. UTF-16 units. */
  readonly starts: readonly number[];
}

/** Letter with its marks; folded together, since a mark alone folds to nothing. */
const characters = /\s+|\P{M}\p{M}*/gu;

export function foldText(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  for (const match of text.matchAll(characters)) {
    const plain = /^\s/u.test(match[0]) ? ' ' : fold(match[0]);
    for (let i = 0; i < plain.length; i += 1) starts.push(match.index);
    folded += plain;
  }
  starts.push(text.length);
  return { folded, starts };
}

/** Every place where the words stand, one after the other. */
export function findAll({ folded, starts }: FoldedText, words: string): readonly TextSpan[] {
  const wanted = fold(words).replace(/\s+/gu, ' ');
  if (wanted.trim() === '') return [];
  const spans: TextSpan[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const from = starts[at] ?? 0;
    const last = starts[at + wanted.length - 1] ?? from;
    // to the end of the character that the last folded unit came from
    let end = at + wanted.length;
    while (starts[end] === last) end += 1;
    spans.push({ from, to: starts[end] ?? last });
  }
  return spans;
}
