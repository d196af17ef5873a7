// Draws what was found over the text with CSS highlights, which leave the marks of passages alone.
import { type RefObject, useEffect } from 'react';
import type { TextSpan } from '../../../../shared/domain/passage.ts';
import { rangeOf } from './text-position.ts';

const all = 'reader-found';
const current = 'reader-found-current';

/** `drawn` changes whenever the text is drawn anew; scrolls to the current place whenever it changes. */
export function useFindMarks(
  root: RefObject<HTMLElement | null>,
  spans: readonly TextSpan[],
  at: number | undefined,
  drawn: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: new nodes need new ranges
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const ranges = spans.map((span) => rangeOf(element, span));
    const found = ranges.filter((range) => range !== undefined);
    CSS.highlights.set(all, new Highlight(...found));
    const here = at === undefined ? undefined : ranges[at];
    CSS.highlights.set(current, here === undefined ? new Highlight() : new Highlight(here));
    return () => {
      CSS.highlights.delete(all);
      CSS.highlights.delete(current);
    };
  }, [root, spans, at, drawn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place scrolls
  useEffect(() => {
    const span = at === undefined ? undefined : spans[at];
    const element = root.current;
    if (span === undefined || element === null) return;
    const start = rangeOf(element, span)?.startContainer.parentElement;
    start?.scrollIntoView({ block: 'center' });
  }, [spans, at]);
}
