// biome-ignore-all lint/a11y/useSemanticElements: a list drawn in part has no element of its own
// biome-ignore-all lint/a11y/useFocusableInteractive: the list holds the focus (aria-activedescendant)
import './list-box.css';
import { type ReactNode, useId, useMemo, useRef } from 'react';
import { classes } from './defined.ts';
import { useLineChoice } from './use-line-choice.ts';

export interface SelectListItem {
  readonly id: string;
  readonly title: string;
  /** Second line, one line high. */
  readonly meta?: ReactNode;
  /** At the right of the title. */
  readonly aside?: ReactNode;
  readonly isMuted?: boolean | undefined;
}

export interface SelectListProps {
  readonly label: string;
  readonly items: readonly SelectListItem[];
  readonly selectedId?: string | undefined;
  readonly onSelect: (id: string) => void;
  /** Enter or double click. */
  readonly onOpen?: ((id: string) => void) | undefined;
  readonly empty?: ReactNode;
}

const ONE_LINE = 28;
const TWO_LINES = 44;

/** The list on the left of a screen: arrows move and select, letters jump, only what is seen is drawn. */
export function SelectList(props: SelectListProps) {
  if (props.items.length === 0 && props.empty !== undefined) return props.empty;
  return <Filled {...props} />;
}

function Filled({ label, items, selectedId, onSelect, onOpen }: SelectListProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const lineHeight = items.some((item) => item.meta !== undefined) ? TWO_LINES : ONE_LINE;
  const lines = useMemo(() => items.map((item) => ({ ...item, name: item.title })), [items]);
  const list = useLineChoice(box, { lines, selectedId, onSelect, onOpen, lineHeight });
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      {...(list.isDrawn ? { 'aria-activedescendant': `${id}-${list.current}` } : {})}
      className={classes('c-list', list.isDrawn && 'u-no-ring')}
      {...list.handlers}
    >
      <div role="presentation" className="c-list-lines" style={{ height: list.height }}>
        {list.drawn.map(({ line, index, top }) => (
          <div
            key={line.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === list.current}
            aria-posinset={index + 1}
            aria-setsize={lines.length}
            data-line={index}
            className={classes('c-list-item', line.isMuted === true && 'c-list-muted')}
            style={{ height: lineHeight, transform: `translateY(${top}px)` }}
          >
            <span className="c-list-top">
              {/* the whole text is the name, as axe wants of visible text */}
              <span className="u-truncate">
                <bdi>{line.title}</bdi>
              </span>
              {line.aside === undefined ? null : <span className="c-list-aside">{line.aside}</span>}
            </span>
            {line.meta === undefined ? null : (
              <span className="c-list-meta u-truncate">{line.meta}</span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
