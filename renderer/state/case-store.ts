// The open case: its title, label and counts, and what undo and redo would touch.
import { create } from 'zustand';
import type { CaseState } from '../../shared/contract/case-calls.ts';
import type { CallResult } from '../../shared/contract/contract.ts';
import type { AppError } from '../../shared/lib/app-error.ts';
import { asAppError, call } from '../api/client.ts';

export interface CaseStoreState {
  /** `unknown` until the shell said whether a case is open. */
  readonly status: 'unknown' | 'none' | 'opening' | 'open';
  /** Present when `status` is `open`, and kept while it is read again. */
  readonly caseState: CaseState | undefined;
  /** What the next undo and redo would touch. */
  readonly undo: CallResult<'undo/state'>;
  /** Why the case could not be read, until the next try. */
  readonly error: AppError | undefined;
}

const initial: CaseStoreState = {
  status: 'unknown',
  caseState: undefined,
  undo: { undo: null, redo: null },
  error: undefined,
};

const store = create<CaseStoreState>(() => initial);

/** Reads a part of the store: `useCase((state) => state.caseState?.title)`. */
export function useCase<T>(selector: (state: CaseStoreState) => T): T {
  return store(selector);
}

export function getCase(): CaseStoreState {
  return store.getState();
}

let request = 0;

/** Reads the case and its undo state; an older answer never replaces a newer one. */
export async function readCase(): Promise<void> {
  request += 1;
  const mine = request;
  try {
    const [caseState, undo] = await Promise.all([call('case/state', {}), call('undo/state', {})]);
    if (mine === request) store.setState({ status: 'open', caseState, undo, error: undefined });
  } catch (thrown) {
    const error = asAppError(thrown);
    if (mine !== request) return;
    if (error.code === 'case/none-open') store.setState({ ...initial, status: 'none' });
    else store.setState({ error });
  }
}

/** A case was opened or closed outside this store. */
export async function caseOpened(hasCase: boolean): Promise<void> {
  if (!hasCase) {
    request += 1;
    store.setState({ ...initial, status: 'none' });
    return;
  }
  store.setState({ status: 'opening' });
  await readCase();
}

/** Takes back the last action; resolves to what it was. Throws `undo/nothing`. */
export function undo(): Promise<CallResult<'undo/undo'>> {
  return call('undo/undo', {});
}

/** Repeats the action taken back last; resolves to what it was. Throws `undo/nothing`. */
export function redo(): Promise<CallResult<'undo/redo'>> {
  return call('undo/redo', {});
}

/** Changes title, description or label of the case. */
export async function describeCase(patch: {
  readonly title?: string;
  readonly description?: string;
  readonly tlp?: CaseState['tlp'];
}): Promise<void> {
  const caseState = await call('case/describe', patch);
  store.setState({ caseState });
}

export function resetCaseStore(): void {
  request += 1;
  store.setState(initial, true);
}
