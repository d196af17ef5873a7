import { useEffect, useState } from 'react';
import type { SearchHit } from '../../shared/contract/read-calls.ts';
import { call } from '../api/client.ts';
import { useCase } from '../state/case-store.ts';
import { distinctHits } from './palette-items.ts';

/** Milliseconds of rest after the last letter. */
const searchDelay = 90;

/** Records found for a text; the last ones stay until the next are there. */
export function useSearch(text: string): {
  readonly hits: readonly SearchHit[];
  readonly isSearching: boolean;
} {
  const hasCase = useCase((state) => state.status === 'open');
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const [isSearching, setSearching] = useState(false);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '' || !hasCase) {
      setHits([]);
      setSearching(false);
      return undefined;
    }
    let isCurrent = true;
    setSearching(true);
    const timer = setTimeout(async () => {
      // a search that fails finds nothing; commands stay within reach
      const found = await call('search/all', { text: wanted.slice(0, 200) }).catch(() => []);
      if (!isCurrent) return;
      setHits(distinctHits(found));
      setSearching(false);
    }, searchDelay);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [wanted, hasCase]);
  return { hits, isSearching };
}
