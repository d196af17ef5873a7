// What is put away for a while and shown again: screens, and panes beside them.
import './kept.css';
import {
  Activity,
  type CSSProperties,
  type ReactNode,
  useInsertionEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { classes } from './defined.ts';

interface KeptProps {
  readonly isShown: boolean;
  readonly className: string;
  readonly style?: CSSProperties | undefined;
  readonly children: ReactNode;
}

/**
 * Keeps state, scroll positions and layout of what is not shown; its effects rest meanwhile. Activity alone hides with
 * `display: none`, which throws styles and layout away: a table then holds the window for 100 ms when it
 * comes back. What is away is skipped here instead (`content-visibility`) and stays as it was laid out.
 */
export function Kept({ isShown, className, style, children }: KeptProps) {
  const box = useRef<HTMLDivElement>(null);
  // together with what Activity writes, before anything on the page is measured
  useInsertionEffect(() => {
    if (!isShown) letStand(box.current);
  }, [isShown]);
  useLayoutEffect(() => {
    const inner = box.current?.firstElementChild;
    if (isShown || !inner) return undefined;
    // Activity hides again with every change that it draws behind the scenes
    const observer = new MutationObserver(() => letStand(box.current));
    observer.observe(inner, { attributeFilter: ['style'] });
    return () => observer.disconnect();
  }, [isShown]);
  return (
    <div
      ref={box}
      className={classes('c-kept', className, !isShown && 'c-kept-away')}
      {...(style === undefined ? {} : { style })}
    >
      <Activity mode={isShown ? 'visible' : 'hidden'}>
        <div className="c-kept-in">{children}</div>
      </Activity>
    </div>
  );
}

function letStand(box: HTMLElement | null): void {
  const inner = box?.firstElementChild;
  if (inner instanceof HTMLElement && inner.style.display !== '') {
    inner.style.removeProperty('display');
  }
}
