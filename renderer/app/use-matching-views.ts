import { call } from '../api/client.ts';
import { useCase } from '../state/case-store.ts';
import type { SavedView } from '../state/saved-views.ts';
import { useRead } from '../state/use-changes.ts';
import { isCommandText, wordsMatch } from './palette-items.ts';

/** Saved views of which every typed word begins a word; none while only commands are asked for. */
export function useMatchingViews(text: string): readonly SavedView[] {
  const hasCase = useCase((state) => state.status === 'open');
  const { value = [] } = useRead(
    async () => (hasCase ? await call('saved-view/list', {}) : []),
    [hasCase],
    ['case'],
  );
  return isCommandText(text) ? [] : value.filter(({ name }) => wordsMatch(text, name));
}
