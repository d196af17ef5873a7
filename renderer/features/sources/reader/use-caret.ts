// The caret and the selection of the reader: where they are in the text, and back to the same place after
// a form was filled in or the marks were drawn anew.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { selectPassage, type TextSelectors } from '../../../../shared/domain/passage.ts';
import { positionOf } from './position.ts';
import { nodeAt } from './text-position.ts';

interface Held {
  /** UTF-16 units; the same for a mere caret. */
  readonly anchor: number;
  readonly focus: number;
}

export interface Caret {
  /** The words selected in the text, whether or not the focus went elsewhere since. */
  readonly selected: TextSelectors | undefined;
  /** Position of the caret, UTF-16 units. */
  readonly position: () => number | undefined;
  /** End of what is selected, the caret where nothing is. */
  readonly end: () => number | undefined;
  /** Puts the caret somewhere; `select` keeps a stretch selected. */
  readonly place: (anchor: number, focus?: number) => void;
  /** Gives the focus to the text, at the place where the caret was. */
  readonly focus: () => void;
}

/** Where the selection stands in the text, if it does. */
function standsAt(element: HTMLElement | null): Held | undefined {
  const selection = document.getSelection();
  if (element === null || selection === null) return undefined;
  const { anchorNode, focusNode } = selection;
  if (anchorNode === null || focusNode === null) return undefined;
  if (!element.contains(anchorNode) || !element.contains(focusNode)) return undefined;
  const anchor = positionOf(element, anchorNode, selection.anchorOffset);
  const focus = positionOf(element, focusNode, selection.focusOffset);
  return anchor === undefined || focus === undefined ? undefined : { anchor, focus };
}

/** `drawn` changes whenever the marks are drawn anew, `element` when the whole column is. */
export function useCaret(
  root: RefObject<HTMLElement | null>,
  text: string,
  drawn: unknown,
  element: number,
): Caret {
  const held = useRef<Held>(undefined);
  const [selected, setSelected] = useState<TextSelectors>();

  // the event of a key just pressed comes only after marks that are drawn now: its step would be lost
  const drawnBefore = useRef(drawn);
  if (drawnBefore.current !== drawn) {
    drawnBefore.current = drawn;
    if (document.activeElement === root.current)
      held.current = standsAt(root.current) ?? held.current;
  }

  useEffect(() => {
    function changed() {
      const found = standsAt(root.current);
      if (found === undefined) return;
      const { anchor, focus } = found;
      held.current = found;
      setSelected(anchor === focus ? undefined : selectPassage(text, anchor, focus));
    }
    document.addEventListener('selectionchange', changed);
    return () => document.removeEventListener('selectionchange', changed);
  }, [root, text]);

  function restore() {
    const element = root.current;
    if (element === null || held.current === undefined) return;
    const start = nodeAt(element, held.current.anchor);
    const end = nodeAt(element, held.current.focus);
    if (start === undefined || end === undefined) return;
    document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  }

  const latest = useRef(restore);
  latest.current = restore;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another element has other listeners
  useEffect(() => {
    const column = root.current;
    let isPointing = false;
    const down = () => {
      isPointing = true;
    };
    const up = () => {
      isPointing = false;
    };
    const focused = () => {
      // a click puts the caret itself
      if (!isPointing) latest.current();
    };
    column?.addEventListener('pointerdown', down);
    globalThis.addEventListener('pointerup', up);
    column?.addEventListener('focus', focused);
    return () => {
      column?.removeEventListener('pointerdown', down);
      globalThis.removeEventListener('pointerup', up);
      column?.removeEventListener('focus', focused);
    };
  }, [root, element]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new marks are new nodes, the caret was in old ones
  useLayoutEffect(() => {
    if (document.activeElement === root.current) latest.current();
  }, [root, drawn]);

  return {
    selected,
    position: () => held.current?.focus,
    end: () => held.current && Math.max(held.current.anchor, held.current.focus),
    place: (anchor, focus = anchor) => {
      held.current = { anchor, focus };
      setSelected(anchor === focus ? undefined : selectPassage(text, anchor, focus));
      if (document.activeElement === root.current) restore();
    },
    focus: () => {
      root.current?.focus({ preventScroll: true });
      restore();
    },
  };
}
