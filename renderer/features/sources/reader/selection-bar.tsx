import { type RefObject, useLayoutEffect, useState } from 'react';
import type { TextSelectors } from '../../../../shared/domain/passage.ts';
import { useText } from '../../../text/index.tsx';
import { type MarkKind, markIcons, markKeys, markKinds } from '../marking/mark-kinds.ts';

interface Props {
  /** The scrolled column that the bar lies in. */
  readonly column: RefObject<HTMLElement | null>;
  readonly selected: TextSelectors;
  readonly onMark: (kind: MarkKind) => void;
}

interface Place {
  readonly top: number;
  readonly left: number;
}

/** Pixels between the words and the bar, and its own height. */
const gap = 6;
const height = 30;

/** What the selected words can become, next to them, for the mouse; the keys work without it. */
export function SelectionBar({ column, selected, onMark }: Props) {
  const words = useText().sources.marking;
  const [place, setPlace] = useState<Place>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words stand elsewhere
  useLayoutEffect(() => {
    const element = column.current;
    const selection = document.getSelection();
    if (element === null || selection === null || selection.rangeCount === 0) return;
    const rects = selection.getRangeAt(0).getClientRects();
    const [first] = rects;
    const last = rects[rects.length - 1];
    if (first === undefined || last === undefined) return;
    const box = element.getBoundingClientRect();
    const above = first.top - box.top - height - gap;
    const top = above >= 0 ? above : last.bottom - box.top + gap;
    const most = Math.max(0, element.clientWidth - 280);
    setPlace({
      top: top + element.scrollTop,
      left: Math.max(0, Math.min(first.left - box.left, most)),
    });
  }, [column, selected]);

  if (place === undefined) return null;
  return (
    <div className="reader-selection" role="toolbar" aria-label={words.bar} style={place}>
      {markKinds.map((kind) => {
        const Icon = markIcons[kind];
        return (
          <button
            key={kind}
            type="button"
            tabIndex={-1}
            title={words.kinds[kind]}
            aria-label={words.make(words.kinds[kind])}
            className="reader-selection-button"
            data-kind={kind}
            // the selection stays as it is
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onMark(kind)}
          >
            <Icon size={14} aria-hidden />
            <span aria-hidden>{markKeys[kind]}</span>
          </button>
        );
      })}
    </div>
  );
}
