// "Same attack?": what is being compared over the frame, and the quiet notice after a save.
import { create } from 'zustand';
import type { SameScope } from '../../shared/contract/same-calls.ts';
import { call } from '../api/client.ts';

/** Two incidents, all candidates of one, or a search over many. */
export type SameQuestion =
  | { readonly what: 'pair'; readonly a: string; readonly b: string }
  | { readonly what: 'one'; readonly id: string }
  | { readonly what: 'scan'; readonly scope: SameScope };

interface SameState {
  readonly question: SameQuestion | undefined;
  /** The last search over many, to look at what it found again. */
  readonly search: SameQuestion | undefined;
}

const store = create<SameState>(() => ({ question: undefined, search: undefined }));

export function useSameQuestion(): SameQuestion | undefined {
  return store((state) => state.question);
}

export function askSame(question: SameQuestion): void {
  store.setState(question.what === 'scan' ? { question, search: question } : { question });
}

/** Opens the last search over many again. */
export function askSameAgain(): void {
  store.setState(({ search }) => ({ question: search }));
}

export function closeSame(): void {
  store.setState({ question: undefined });
}

/** How many stored incidents the one just saved likely doubles; 0 when that cannot be said. */
export async function countLikely(id: string): Promise<number> {
  try {
    const found = await call('same/candidates', { id });
    return found.filter(({ score, isLinked }) => score.band === 'likely' && !isLinked).length;
  } catch {
    // the record is saved; a look for doubles that fails is no reason to alarm
    return 0;
  }
}
