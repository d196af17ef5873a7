import './frame.css';
import { useEffect, useRef } from 'react';
import { closeTable } from '../features/exchange/table-import-store.ts';
import { closeCheck } from '../features/history/check-store.ts';
import { closeEditor } from '../features/incidents/editor-store.ts';
import { SameDialog } from '../features/same/same-dialog.tsx';
import { type Screen, setLayout, useApp, useLayout } from '../state/app-store.ts';
import { layoutFlag, layoutNumber } from '../state/layout.ts';
import { closeSame } from '../state/same-store.ts';
import { useText } from '../text/index.tsx';
import { SplitPane } from '../ui/split-pane.tsx';
import { useBoxSize } from '../ui/use-box-size.ts';
import { InspectorPane } from './inspector-pane.tsx';
import { Rail } from './rail.tsx';
import { Screens } from './screens.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';

const withInspector: ReadonlySet<Screen> = new Set(['incidents', 'map']);
/** Below this width in pixels, as at 200 %, the inspector goes under the list. */
const besideFrom = 760;

/** The window with a case open: bar above, rail left, screen, inspector right, status below. */
export function Frame() {
  const t = useText().app;
  const body = useRef<HTMLDivElement>(null);
  const { width: bodyWidth } = useBoxSize(body);
  const screen = useApp((state) => state.screen);
  const isOpen = useLayout((layout) => layoutFlag(layout, 'frame.inspector', true));
  const isBeside = bodyWidth === 0 || bodyWidth >= besideFrom;
  const key = isBeside ? 'frame.inspectorWidth' : 'frame.inspectorHeight';
  const least = isBeside ? 300 : 120;
  const size = useLayout((layout) =>
    layoutNumber(layout, key, least, 900, isBeside ? usualWidth(bodyWidth) : 200),
  );
  // a draft, and what was made of a file, belong to the case they were begun in
  useEffect(
    () => () => {
      closeEditor();
      closeSame();
      closeTable();
      closeCheck();
    },
    [],
  );
  return (
    <div className="app-frame">
      <TopBar />
      <div className="app-body" ref={body}>
        <Rail />
        <SplitPane
          label={t.resizeInspector}
          orientation={isBeside ? 'horizontal' : 'vertical'}
          sized="second"
          size={size}
          min={least}
          max={900}
          onSizeChange={(next) => setLayout(key, next)}
          isCollapsed={!isOpen || !withInspector.has(screen)}
          first={<Centre screen={screen} />}
          second={<InspectorPane />}
        />
      </div>
      <StatusBar />
      <SameDialog />
    </div>
  );
}

/** A third of the window, within what reads well. */
function usualWidth(bodyWidth: number): number {
  return Math.min(480, Math.max(380, Math.round(bodyWidth * 0.3)));
}

function Centre({ screen }: { readonly screen: Screen }) {
  const t = useText().app;
  const main = useRef<HTMLElement>(null);
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === screen) return undefined;
    before.current = screen;
    // what had the keyboard went away with its screen: go on in the new one, once the palette or
    // menu that was used has put the keyboard back
    const timer = setTimeout(() => {
      const holder = document.activeElement;
      if (holder === null || holder === document.body || !holder.checkVisibility()) {
        main.current?.focus();
      }
    }, 60);
    return () => clearTimeout(timer);
  }, [screen]);
  return (
    <main
      ref={main}
      tabIndex={-1}
      className="app-main u-no-ring"
      aria-label={t.screens[screen]}
      data-region
    >
      <Screens />
    </main>
  );
}
