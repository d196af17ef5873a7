import { useEffect, useMemo, useState } from 'react';
import { call } from '../../api/client.ts';
import { useLang, useText } from '../../text/index.tsx';
import {
  askedSuggestions,
  type Completion,
  completionAt,
  type Suggestion,
} from './filter-completion.ts';

const restMs = 90;

/** The completion at the caret; words of the case arrive a moment later. */
export function useCompletion(
  text: string,
  caret: number,
  isOpen: boolean,
): Completion & { readonly isWaiting: boolean } {
  const t = useText().incidents.filter;
  const lang = useLang();
  const completion = useMemo(
    () => completionAt(text, caret, lang, t.fields),
    [text, caret, lang, t],
  );
  const { ask } = completion;
  const key = ask === undefined || !isOpen ? undefined : `${ask.field} ${ask.head} ${ask.text}`;
  const [answer, setAnswer] = useState<{
    readonly key: string;
    readonly suggestions: readonly Suggestion[];
  }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `ask`
  useEffect(() => {
    if (key === undefined || ask === undefined) return;
    let isOld = false;
    const timer = setTimeout(() => {
      call('filter/complete', { field: ask.field, text: ask.text })
        .then((found) => {
          if (isOld) return;
          setAnswer({ key, suggestions: askedSuggestions(ask.head, found, t.matches) });
        })
        .catch(() => {
          // without suggestions the box still takes what is typed
          if (!isOld) setAnswer({ key, suggestions: [] });
        });
    }, restMs);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [key]);
  const asked = key !== undefined && answer?.key === key ? answer.suggestions : [];
  return {
    ...completion,
    suggestions: ask === undefined ? completion.suggestions : asked,
    isWaiting: key !== undefined && answer?.key !== key,
  };
}
