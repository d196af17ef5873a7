import './list-box.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import { classes } from './defined.ts';

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
  const { items, selectedId, onSelect, onOpen } = props;
  const rowHeight = items.some((item) => item.meta !== undefined) ? TWO_LINES : ONE_LINE;
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new choice scrolls
  useEffect(() => {
    const at = items.findIndex(({ id }) => id === selectedId);
    if (at >= 0 && list.current !== null) scrollToRow(list.current, at * rowHeight, rowHeight);
  }, [selectedId]);
  if (items.length === 0 && props.empty !== undefined) return props.empty;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
      <ListBox
        ref={list}
        aria-label={props.label}
        className="c-list"
        items={items}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selectedId === undefined ? [] : [selectedId]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) onSelect(String(key));
        }}
        {...(onOpen === undefined ? {} : { onAction: (key) => onOpen(String(key)) })}
      >
        {(item) => (
          <ListBoxItem
            id={item.id}
            textValue={item.title}
            className={classes('c-list-item', item.isMuted === true && 'c-list-muted')}
          >
            <span className="c-list-top">
              {/* no slots: the whole text is the name, as axe wants of visible text */}
              <span className="u-truncate">
                <bdi>{item.title}</bdi>
              </span>
              {item.aside === undefined ? null : <span className="c-list-aside">{item.aside}</span>}
            </span>
            {item.meta === undefined ? null : (
              <span className="c-list-meta u-truncate">{item.meta}</span>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}

/** A row chosen elsewhere, on the map or by a search, comes into sight. */
function scrollToRow(list: HTMLElement, top: number, height: number): void {
  const bottom = top + height - list.clientHeight;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (bottom > list.scrollTop) list.scrollTop = bottom;
}
