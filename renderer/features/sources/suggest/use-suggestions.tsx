// What the source's screen shows of the suggestions: the panel, the marks in the text, the key that reads.
import { useEffect, useMemo } from 'react';
import { codePointIndex } from '../../../../shared/domain/passage.ts';
import type { Source } from '../../../../shared/domain/records.ts';
import { useRequest } from '../../../state/requests.ts';
import { useCaseChange } from '../../../state/use-changes.ts';
import { useLang, useText } from '../../../text/index.tsx';
import type { ExtraMark } from '../reader-layout.ts';
import type { SuggestionSeat } from '../side-panel.tsx';
import { showSideTab } from '../side-tab.ts';
import { readForMe, refresh, showSource } from './read-source.ts';
import { SuggestPanel } from './suggest-panel.tsx';
import {
  allItems,
  type getSuggest,
  lookAt,
  takeFocus,
  useSuggest,
  wordingOf,
} from './suggest-store.ts';
import type { Suggestion } from './suggestion.ts';
import { lineOf } from './word-suggestion.ts';

export function useSuggestions(source: Source): SuggestionSeat {
  const shown = useSuggest((state) => state.source?.id);
  const step = useSuggest((state) => state.step);
  const standings = useSuggest((state) => state.standings);
  const cursor = useSuggest((state) => state.cursor);
  const isMine = shown === source.id;
  useEffect(() => showSource(source), [source]);
  useCaseChange(() => void refresh());
  useRequest('read-for-me', () => readAloud());
  const marks = useMarks(source.text, isMine);
  const open = isMine && step === 'read' ? countOpen(standings) : undefined;
  return {
    panel: isMine ? <SuggestPanel /> : null,
    count: open,
    marks,
    currentMark: isMine ? cursor : undefined,
    isReading: isMine && step === 'reading',
    onRead: readAloud,
    onMark: (id) => {
      lookAt(id);
      takeFocus();
    },
  };
}

function readAloud(): void {
  showSideTab('suggestions');
  readForMe();
}

function countOpen(standings: ReturnType<typeof getSuggest>['standings']): number {
  return [...standings.values()].filter(({ state }) => state === 'open').length;
}

/** Words of what is open, and of the suggestion looked at; the shortest first, so that a click finds them. */
function useMarks(text: string, isMine: boolean): readonly ExtraMark[] {
  const groups = useSuggest((state) => state.groups);
  const found = useSuggest((state) => state.found);
  const standings = useSuggest((state) => state.standings);
  const currentId = useSuggest((state) => state.cursor?.id);
  const step = useSuggest((state) => state.step);
  const lang = useLang();
  const words = useText().suggest;
  return useMemo(() => {
    if (!isMine || step !== 'read') return [];
    const index = codePointIndex(text);
    const wording = { ...wordingOf({ groups, found }), lang, words };
    return allItems(groups)
      .filter((item) => item.id === currentId || isMarked(item, standings.get(item.id)?.state))
      .flatMap((item) =>
        item.passages.map(
          ({ start, end }): ExtraMark => ({
            id: item.id,
            from: index.toUnit(start),
            to: index.toUnit(end),
            tone: toneOf(standings.get(item.id)?.state),
            label: words.kindBefore(words.kinds[item.kind]) + lineOf(item, wording),
          }),
        ),
      )
      .sort((a, b) => a.to - a.from - (b.to - b.from));
  }, [text, isMine, step, groups, found, standings, currentId, lang, words]);
}

/** Whole sentences of an incident are marked only while it is looked at: they would cover the rest. */
function isMarked({ kind }: Suggestion, state: string | undefined): boolean {
  return state === 'open' && kind !== 'incident' && kind !== 'same';
}

function toneOf(state: string | undefined): ExtraMark['tone'] {
  if (state === 'accepted' || state === 'rejected') return state;
  return 'suggested';
}
