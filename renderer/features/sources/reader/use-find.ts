import { useMemo, useState } from 'react';
import { findAll, foldText } from './find-in-text.ts';

export interface Find {
  readonly isOpen: boolean;
  readonly words: string;
  readonly spans: ReturnType<typeof findAll>;
  /** Which of them is looked at. */
  readonly at: number | undefined;
  readonly open: (words?: string) => void;
  readonly close: () => void;
  readonly setWords: (words: string) => void;
  readonly step: (by: 1 | -1) => void;
}

/** Searching one text. `position` tells where the reader stands: the first hit is the next one from there. */
export function useFind(text: string, position: () => number | undefined): Find {
  const [isOpen, setIsOpen] = useState(false);
  const [words, setOwnWords] = useState('');
  const [at, setAt] = useState<number>();
  const folded = useMemo(() => (isOpen ? foldText(text) : undefined), [text, isOpen]);
  const spans = useMemo(
    () => (folded === undefined ? [] : findAll(folded, words)),
    [folded, words],
  );

  function setWords(next: string) {
    setOwnWords(next);
    const found = folded === undefined ? [] : findAll(folded, next);
    const here = position() ?? 0;
    const first = found.findIndex(({ from }) => from >= here);
    setAt(found.length === 0 ? undefined : Math.max(0, first));
  }

  return {
    isOpen,
    words,
    spans,
    at: at === undefined || at >= spans.length ? (spans.length === 0 ? undefined : 0) : at,
    open: (next) => {
      setIsOpen(true);
      if (next !== undefined && next !== '') setWords(next);
    },
    close: () => setIsOpen(false),
    setWords,
    step: (by) => {
      if (spans.length === 0) return;
      setAt(((at ?? (by === 1 ? -1 : 0)) + by + spans.length) % spans.length);
    },
  };
}
