/** One statement in a sentence: who says it, through whom, and which side of the verb holds what is said. */
import type { Speaker } from './speakers.ts';

export interface Statement {
  readonly speaker: Speaker;
  readonly via: string | undefined;
  /** Token of the verb or of "selon". */
  readonly at: number;
  readonly form: 'verb' | 'according' | 'inverted' | 'passive' | 'nominal';
  /** Which side of the verb holds what is said: "X said that …", "…, X said.", "…, X said, adding …". */
  readonly reach: 'forward' | 'backward' | 'both';
  readonly isClaim: boolean;
  readonly isDenial: boolean;
  /** "has not claimed", "did not say": nothing is said. */
  readonly isNegated: boolean;
  /** "it", "they", "and said", "the same source": whoever spoke before. */
  readonly isPronoun: boolean;
}

/** Fields of a statement that most forms leave alone. */
export const plainStatement = {
  via: undefined,
  isClaim: false,
  isDenial: false,
  isNegated: false,
  isPronoun: false,
} as const;

/** Stands for whoever spoke before. */
export const unsaid = { name: '', kind: 'other', actor: undefined } as const;
