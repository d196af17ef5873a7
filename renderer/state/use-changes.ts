// Reads of one screen: read, read again when the case changed, never show an older answer.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { topics as allTopics } from '../../shared/contract/contract.ts';
import type { AppError } from '../../shared/lib/app-error.ts';
import { asAppError, subscribe } from '../api/client.ts';

export type Topic = (typeof allTopics)[number];

/** Calls the listener when records of these topics (all when left out) changed or a case was opened. */
export function useCaseChange(listener: () => void, topics?: readonly Topic[]): void {
  const latest = useRef(listener);
  latest.current = listener;
  const wanted = topics?.join();
  useEffect(() => {
    const names = new Set(wanted?.split(','));
    const ends = [
      subscribe('case/changed', (change) => {
        if (wanted === undefined || change.topics.some((topic) => names.has(topic))) {
          latest.current();
        }
      }),
      subscribe('case/opened', ({ hasCase }) => {
        if (hasCase) latest.current();
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [wanted]);
}

export interface Read<T> {
  /** The last answer; kept while it is read again, dropped when `deps` change. */
  readonly value: T | undefined;
  readonly error: AppError | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

const atOnce = (update: () => void): void => update();

interface Answer<T> {
  readonly value: T | undefined;
  readonly error: AppError | undefined;
  readonly isLoading: boolean;
}

/**
 * Reads when mounted, when `deps` change and when the case changed in one of `topics`.
 * @param draw `startTransition` for an answer that is much to draw: in short turns, so that what somebody
 * types or presses meanwhile goes first
 */
export function useRead<T>(
  load: () => Promise<T>,
  deps: readonly (string | number | boolean | undefined)[],
  topics?: readonly Topic[],
  draw: (update: () => void) => void = atOnce,
): Read<T> {
  const [answer, setAnswer] = useState<Answer<T>>({
    value: undefined,
    error: undefined,
    isLoading: true,
  });
  const latest = useRef(load);
  latest.current = load;
  const drawn = useRef(draw);
  drawn.current = draw;
  const number = useRef(0);
  const lastKey = useRef<string | undefined>(undefined);

  const read = useCallback(async () => {
    number.current += 1;
    const mine = number.current;
    setAnswer((before) => (before.isLoading ? before : { ...before, isLoading: true }));
    try {
      const value = await latest.current();
      if (mine !== number.current) return;
      drawn.current(() => setAnswer({ value, error: undefined, isLoading: false }));
    } catch (thrown) {
      if (mine !== number.current) return;
      setAnswer((before) => ({ ...before, error: asAppError(thrown), isLoading: false }));
    }
  }, []);

  const key = JSON.stringify(deps.map((dep) => dep ?? null));
  useEffect(() => {
    // a screen that comes back from hiding runs its effects again and keeps what it shows meanwhile
    if (lastKey.current !== key) setAnswer({ value: undefined, error: undefined, isLoading: true });
    lastKey.current = key;
    void read();
    return () => {
      number.current += 1;
    };
  }, [key, read]);
  useCaseChange(() => void read(), topics);
  return { ...answer, reload: () => void read() };
}
