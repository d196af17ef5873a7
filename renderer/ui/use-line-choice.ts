// Choosing one of many lines of which only those in sight are drawn: arrows move and choose, letters jump.
// React Aria builds a node for every line of a list before it draws one; 5 000 actors kept the window busy for
// seconds. Here a line costs nothing until it is seen.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import { fold } from '../../shared/lib/fold.ts';

export interface Line {
  readonly id: string;
  /** What typed letters are looked for in. */
  readonly name: string;
}

export interface LineChoice<L extends Line> {
  readonly lines: readonly L[];
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
  /** Enter or double click. */
  readonly onOpen?: ((id: string) => void) | undefined;
  /** Pixels of a line and of a header that stays at the top. */
  readonly lineHeight: number;
  readonly header?: number;
}

/** Lines drawn beyond both ends of what is in sight. */
const spare = 8;
/** Milliseconds without a letter after which a new word begins. */
const wordRestMs = 1000;

/** `drawn` are the lines to draw, `height` the pixels of all; the handlers belong on the element that scrolls. */
export function useLineChoice<L extends Line>(
  box: RefObject<HTMLElement | null>,
  { lines, selectedId, onSelect, onOpen, lineHeight, header = 0 }: LineChoice<L>,
) {
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => lineHeight,
    overscan: spare,
    scrollPaddingStart: header,
    scrollMargin: header,
  });
  const word = useRef({ text: '', at: 0 });
  const current = lines.findIndex(({ id }) => id === selectedId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new choice scrolls
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current);
  }, [selectedId]);

  const choose = (at: number) => {
    const line = lines[Math.min(lines.length - 1, Math.max(0, at))];
    if (line === undefined) return;
    if (line.id === selectedId) virtual.scrollToIndex(current);
    else onSelect(line.id);
  };
  const jump = (letter: string, now: number) => {
    const isNew = now - word.current.at > wordRestMs;
    const text = isNew ? fold(letter) : word.current.text + fold(letter);
    word.current = { text, at: now };
    // a new word looks behind the line that is chosen, a longer one keeps it while it fits
    const start = Math.max(0, isNew ? current + 1 : current);
    const order = [...lines.slice(start), ...lines.slice(0, start)];
    const found = order.find(({ name }) => fold(name).startsWith(text));
    if (found !== undefined) choose(lines.indexOf(found));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const sight = (box.current?.clientHeight ?? 0) - header;
    const page = Math.max(1, Math.floor(sight / lineHeight) - 1);
    const steps: Readonly<Record<string, number>> = {
      ...{ ArrowDown: current + 1, ArrowUp: current - 1 },
      ...{ PageDown: current + page, PageUp: current - page },
      ...{ Home: 0, End: lines.length - 1 },
    };
    const target = steps[event.key];
    if (target !== undefined) choose(target);
    else if (event.key === 'Enter' && onOpen !== undefined && selectedId !== undefined) {
      onOpen(selectedId);
    } else if (event.key.length === 1 && event.key !== ' ') jump(event.key, event.timeStamp);
    else return;
    event.preventDefault();
  };
  const onMouseDown = (event: MouseEvent) => {
    const at = lineAt(event);
    if (at === undefined || event.button !== 0) return;
    choose(at);
    box.current?.focus({ preventScroll: true });
    event.preventDefault();
  };
  /** What reads the screen aloud presses a line without a pointer. */
  const onClick = (event: MouseEvent) => {
    const at = lineAt(event);
    if (at !== undefined && at !== current) choose(at);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const line = lines[lineAt(event) ?? -1];
    if (line !== undefined) onOpen?.(line.id);
  };
  const drawn = virtual.getVirtualItems().flatMap(({ index, start }) => {
    const line = lines[index];
    return line === undefined ? [] : [{ line, index, top: start - header }];
  });
  return {
    ...{ drawn, current, height: virtual.getTotalSize() },
    isDrawn: drawn.some(({ index }) => index === current),
    handlers: { onKeyDown, onMouseDown, onClick, onDoubleClick },
  };
}

function lineAt({ target }: MouseEvent): number | undefined {
  const line = target instanceof Element ? target.closest('[data-line]') : null;
  const at = Number(line?.getAttribute('data-line') ?? Number.NaN);
  return Number.isNaN(at) ? undefined : at;
}
