import './frame.css';
import { type Screen, setLayout, useApp, useLayout } from '../state/app-store.ts';
import { layoutFlag, layoutNumber } from '../state/layout.ts';
import { useText } from '../text/index.tsx';
import { SplitPane } from '../ui/split-pane.tsx';
import { InspectorPane } from './inspector-pane.tsx';
import { Rail } from './rail.tsx';
import { Screens } from './screens.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';

const withInspector: ReadonlySet<Screen> = new Set(['incidents', 'map']);

/** The window with a case open: bar above, rail left, screen, inspector right, status below. */
export function Frame() {
  const t = useText().app;
  const screen = useApp((state) => state.screen);
  const isOpen = useLayout((layout) => layoutFlag(layout, 'frame.inspector', true));
  const width = useLayout((layout) => layoutNumber(layout, 'frame.inspectorWidth', 300, 900, 400));
  return (
    <div className="app-frame">
      <TopBar />
      <div className="app-body">
        <Rail />
        <SplitPane
          label={t.resizeInspector}
          sized="second"
          size={width}
          min={300}
          max={900}
          onSizeChange={(next) => setLayout('frame.inspectorWidth', next)}
          isCollapsed={!isOpen || !withInspector.has(screen)}
          first={
            <main className="app-main" aria-label={t.screens[screen]} data-region>
              <Screens />
            </main>
          }
          second={<InspectorPane />}
        />
      </div>
      <StatusBar />
    </div>
  );
}
