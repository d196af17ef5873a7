import './split-pane.css';
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { classes } from './defined.ts';
import { Kept } from './kept.tsx';

export interface SplitPaneProps {
  readonly first: ReactNode;
  readonly second: ReactNode;
  /** Which side keeps the size in pixels; the other takes the rest. */
  readonly sized: 'first' | 'second';
  /** Pixels. */
  readonly size: number;
  /** Called once the size is settled. */
  readonly onSizeChange: (size: number) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Name of the separator. */
  readonly label: string;
  /** `horizontal`: side by side. */
  readonly orientation?: 'horizontal' | 'vertical' | undefined;
  /** Hides the sized side; what it holds stays mounted, with its drafts. */
  readonly isCollapsed?: boolean | undefined;
}

const STEP = 16;

/** Two panes and a separator that moves by mouse, arrows, Home and End. */
export function SplitPane(props: SplitPaneProps) {
  const { sized, onSizeChange, min = 160, max = 1200, orientation = 'horizontal' } = props;
  const [live, setLive] = useState(props.size);
  const start = useRef<{ readonly at: number; readonly size: number } | undefined>(undefined);
  useEffect(() => setLive(props.size), [props.size]);

  const clamp = (value: number) => Math.round(Math.min(max, Math.max(min, value)));
  const isRow = orientation === 'horizontal';
  const sign = sized === 'first' ? 1 : -1;
  const position = (event: PointerEvent) => (isRow ? event.clientX : event.clientY);

  const onKeyDown = (event: KeyboardEvent) => {
    const grow = isRow ? 'ArrowRight' : 'ArrowDown';
    const shrink = isRow ? 'ArrowLeft' : 'ArrowUp';
    let next: number | undefined;
    if (event.key === grow) next = live + sign * STEP;
    else if (event.key === shrink) next = live - sign * STEP;
    else if (event.key === 'Home') next = sized === 'first' ? min : max;
    else if (event.key === 'End') next = sized === 'first' ? max : min;
    if (next === undefined) return;
    event.preventDefault();
    setLive(clamp(next));
    onSizeChange(clamp(next));
  };

  const box = isRow ? { width: clamp(live) } : { height: clamp(live) };
  const separator = (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot carry a value and be moved
    <div
      role="separator"
      tabIndex={0}
      aria-label={props.label}
      aria-orientation={isRow ? 'vertical' : 'horizontal'}
      aria-valuenow={clamp(live)}
      aria-valuemin={min}
      aria-valuemax={max}
      className="c-split-separator"
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: position(event), size: clamp(live) };
        event.preventDefault();
        event.currentTarget.focus();
      }}
      onPointerMove={(event) => {
        const from = start.current;
        if (from !== undefined) setLive(clamp(from.size + sign * (position(event) - from.at)));
      }}
      onPointerUp={() => {
        if (start.current === undefined) return;
        start.current = undefined;
        onSizeChange(clamp(live));
      }}
    />
  );
  const isCollapsed = props.isCollapsed === true;
  return (
    <div className={classes('c-split', isRow ? 'c-split-row' : 'c-split-column')}>
      <Kept
        isShown={sized !== 'first' || !isCollapsed}
        className={sized === 'first' ? 'c-split-sized' : 'c-split-rest'}
        style={sized === 'first' ? box : {}}
      >
        {props.first}
      </Kept>
      {isCollapsed ? null : separator}
      <Kept
        isShown={sized !== 'second' || !isCollapsed}
        className={sized === 'second' ? 'c-split-sized' : 'c-split-rest'}
        style={sized === 'second' ? box : {}}
      >
        {props.second}
      </Kept>
    </div>
  );
}
