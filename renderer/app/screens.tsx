// The centre of the window. A screen stays mounted once it was visited, hidden while another is on top,
// so that half-filled forms and scroll positions survive.
import { type ComponentType, lazy, memo, type ReactNode, Suspense, useRef, useState } from 'react';
import { CountsPanel } from '../features/counts/counts-panel.tsx';
import { ExchangeScreen } from '../features/exchange/exchange-screen.tsx';
import { HistoryScreen } from '../features/history/history-screen.tsx';
import { IncidentsScreen } from '../features/incidents/incidents-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { type Screen, screens, setLayout, useApp, useLayout } from '../state/app-store.ts';
import { layoutFlag, layoutNumber } from '../state/layout.ts';
import { useText } from '../text/index.tsx';
import { Kept } from '../ui/kept.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { SplitPane } from '../ui/split-pane.tsx';
import { useBoxSize } from '../ui/use-box-size.ts';
import { ErrorBoundary } from './error-boundary.tsx';

// loaded when first visited: the map alone weighs more than the rest of the page
const MapScreen = lazy(() =>
  import('../features/map/map-screen.tsx').then((module) => ({ default: module.MapScreen })),
);
const TimelineScreen = lazy(() =>
  import('../features/timeline/timeline-screen.tsx').then((module) => ({
    default: module.TimelineScreen,
  })),
);
const NetworkScreen = lazy(() =>
  import('../features/network/network-screen.tsx').then((module) => ({
    default: module.NetworkScreen,
  })),
);
const ActorsScreen = lazy(() =>
  import('../features/actors/actors-screen.tsx').then((module) => ({
    default: module.ActorsScreen,
  })),
);
const SourcesScreen = lazy(() =>
  import('../features/sources/sources-screen.tsx').then((module) => ({
    default: module.SourcesScreen,
  })),
);
const ReportsScreen = lazy(() =>
  import('../features/reports/reports-screen.tsx').then((module) => ({
    default: module.ReportsScreen,
  })),
);

const views: { readonly [S in Screen]: ComponentType } = {
  incidents: () => (
    <WithCounts>
      <IncidentsWithMap />
    </WithCounts>
  ),
  map: () => (
    <WithCounts>
      <MapScreen />
    </WithCounts>
  ),
  timeline: () => (
    <WithCounts>
      <TimelineScreen />
    </WithCounts>
  ),
  network: () => (
    <WithCounts>
      <NetworkScreen />
    </WithCounts>
  ),
  actors: ActorsScreen,
  sources: SourcesScreen,
  reports: ReportsScreen,
  exchange: ExchangeScreen,
  history: HistoryScreen,
  settings: SettingsScreen,
};

export function Screens() {
  const current = useApp((state) => state.screen);
  const [visited, setVisited] = useState<ReadonlySet<Screen>>(new Set([current]));
  if (!visited.has(current)) setVisited(new Set([...visited, current]));
  return screens
    .filter((screen) => visited.has(screen) || screen === current)
    .map((screen) => (
      <Kept key={screen} className="app-screen" isShown={screen === current}>
        <ScreenView screen={screen} />
      </Kept>
    ));
}

/** Drawn again by its own stores only, not because another screen is chosen. */
const ScreenView = memo(function ScreenView({ screen }: { readonly screen: Screen }) {
  const View = views[screen];
  return (
    <ErrorBoundary>
      <Suspense fallback={<Loading />}>
        <View />
      </Suspense>
    </ErrorBoundary>
  );
});

export function Loading() {
  const t = useText().app;
  return (
    <div className="app-loading">
      <Spinner label={t.loading} />
    </div>
  );
}

/** A screen of the incidents with the counts at its left, while they are wanted. */
function WithCounts({ children }: { readonly children: ReactNode }) {
  const t = useText().counts;
  const isOpen = useLayout((layout) => layoutFlag(layout, 'frame.counts', false));
  const size = useLayout((layout) => layoutNumber(layout, 'frame.countsWidth', 160, 480, 220));
  return (
    <div className="app-split">
      <SplitPane
        label={t.resize}
        sized="first"
        size={size}
        min={160}
        max={480}
        onSizeChange={(next) => setLayout('frame.countsWidth', next)}
        isCollapsed={!isOpen}
        first={isOpen ? <CountsPanel /> : null}
        second={children}
      />
    </div>
  );
}

/** Below this width in pixels the map goes under the table instead of beside it. */
const besideFrom = 960;

function IncidentsWithMap() {
  const t = useText().app;
  const box = useRef<HTMLDivElement>(null);
  const { width } = useBoxSize(box);
  const isSplit = useLayout((layout) => layoutFlag(layout, 'frame.split', false));
  const isBeside = width >= besideFrom;
  const key = isBeside ? 'frame.mapWidth' : 'frame.mapHeight';
  const size = useLayout((layout) =>
    layoutNumber(layout, key, 160, 2000, isBeside ? Math.round(width * 0.42) : 300),
  );
  return (
    <div ref={box} className="app-split">
      <SplitPane
        label={t.resizeMap}
        orientation={isBeside ? 'horizontal' : 'vertical'}
        sized="second"
        size={size}
        min={160}
        max={2000}
        onSizeChange={(next) => setLayout(key, next)}
        isCollapsed={!isSplit}
        first={<IncidentsScreen />}
        second={
          isSplit ? (
            <ErrorBoundary>
              <Suspense fallback={<Loading />}>
                <MapScreen isBesideTable />
              </Suspense>
            </ErrorBoundary>
          ) : null
        }
      />
    </div>
  );
}
