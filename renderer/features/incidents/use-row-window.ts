// Which lines of the list are in sight, however long it is, and where they stand.
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { listTopAfter, scrollScale, scrollTop, within } from './scroll-scale.ts';

/** Lines drawn beyond both ends of what is in sight. */
const spare = 14;
/** Of those the ones that the next turn of the wheel begins with. */
const nearSpare = 3;
/** Milliseconds of rest after which the scroll bar is put where the list stands. */
const rest = 160;

export interface RowWindow {
  /** Lines to draw: `from` up to `to`, not included. */
  readonly from: number;
  readonly to: number;
  /** Whether a line is in sight or about to be; the others are drawn ahead of the hand. */
  readonly isNear: (index: number) => boolean;
  /** Pixels of the element that holds the lines. */
  readonly height: number;
  /** Pixels from its top to a line. */
  readonly topOf: (index: number) => number;
  /** Brings a line into sight by the shortest way. */
  readonly scrollTo: (index: number) => void;
}

/**
 * @param box the element that scrolls, with a header that stays at its top
 * @param rowHeight and `header` in pixels
 */
export function useRowWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  header: number,
): RowWindow {
  const [boxHeight, setBoxHeight] = useState(0);
  const [at, setAt] = useState({ list: 0, scroll: 0 });
  const scale = scrollScale(count, rowHeight, Math.max(0, boxHeight - header));
  // what the handlers below see: they outlive a drawing
  const latest = useRef({ scale, at });
  latest.current.scale = scale;

  const stand = useCallback((next: { list: number; scroll: number }) => {
    latest.current.at = next;
    setAt(next);
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      const { scale: now, at: place } = latest.current;
      const scroll = Math.round(scrollTop(now, place.list));
      if (Math.abs(scroll - element.scrollTop) < 1) return;
      stand({ list: place.list, scroll });
      element.scrollTop = scroll;
    };
    const onScroll = () => {
      const scroll = element.scrollTop;
      const { scale: now, at: before } = latest.current;
      if (scroll === before.scroll) return;
      stand({ list: listTopAfter(now, before, scroll), scroll });
      clearTimeout(timer);
      if (now.listHeight > now.height) timer = setTimeout(settle, rest);
    };
    const measure = () => setBoxHeight(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [box, stand]);

  const scrollTo = useCallback(
    (index: number) => {
      const element = box.current;
      if (element === null) return;
      const { scale: now, at: before } = latest.current;
      const top = index * rowHeight;
      const lowest = top + rowHeight - now.sight;
      const list = within(now, Math.min(top, Math.max(lowest, before.list)));
      if (list === before.list) return;
      const scroll = Math.round(scrollTop(now, list));
      stand({ list, scroll });
      element.scrollTop = scroll;
    },
    [box, rowHeight, stand],
  );

  const list = within(scale, at.list);
  const first = Math.floor(list / rowHeight);
  const last = Math.ceil((list + scale.sight) / rowHeight);
  return {
    from: Math.max(0, first - spare),
    to: Math.min(count, last + spare),
    isNear: (index) => index >= first - nearSpare && index < last + nearSpare,
    height: scale.height,
    topOf: (index) => index * rowHeight - list + at.scroll,
    scrollTo,
  };
}
