import { useEffect, useState } from 'react';
import type { PlaceHit } from '../../shared/contract/read-calls.ts';
import type { AppError } from '../../shared/lib/app-error.ts';
import { asAppError, call } from '../api/client.ts';
import { useLang } from '../text/index.tsx';

/** Milliseconds of rest after the last letter. */
const delay = 120;

export interface PlaceSearch {
  readonly hits: readonly PlaceHit[];
  readonly isLoading: boolean;
  readonly error: AppError | undefined;
}

const idle: PlaceSearch = { hits: [], isLoading: false, error: undefined };

/** Suggestions for what is typed; older answers never overwrite newer ones. */
export function usePlaceSearch(
  text: string,
  isActive: boolean,
  on: string | null = null,
): PlaceSearch {
  const lang = useLang();
  const [search, setSearch] = useState<PlaceSearch>(idle);
  const wanted = isActive ? text.trim() : '';
  useEffect(() => {
    if (wanted.length < 2) {
      setSearch(idle);
      return;
    }
    let isCurrent = true;
    setSearch((before) => ({ ...before, isLoading: true }));
    const timer = setTimeout(async () => {
      try {
        const hits = await call('place/search', { text: wanted, lang, limit: 8, on });
        if (isCurrent) setSearch({ hits, isLoading: false, error: undefined });
      } catch (thrown) {
        if (isCurrent) setSearch({ hits: [], isLoading: false, error: asAppError(thrown) });
      }
    }, delay);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [wanted, lang, on]);
  return search;
}
