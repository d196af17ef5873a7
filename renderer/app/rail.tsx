import './rail.css';
import {
  ArrowLeftRight,
  ChartColumn,
  FileText,
  History,
  type LucideIcon,
  Map as MapIcon,
  Newspaper,
  Rows3,
  Settings,
  Users,
  Waypoints,
} from 'lucide-react';
import { goTo, type Screen, screens, useApp } from '../state/app-store.ts';
import { useText } from '../text/index.tsx';
import { shortcutWords } from './shortcuts.ts';

const icons: { readonly [S in Screen]: LucideIcon } = {
  incidents: Rows3,
  map: MapIcon,
  timeline: ChartColumn,
  network: Waypoints,
  actors: Users,
  sources: Newspaper,
  reports: FileText,
  exchange: ArrowLeftRight,
  history: History,
  settings: Settings,
};

/** Digit of the key Alt+1 to Alt+9, then Alt+0; those that were there first keep theirs. */
const digits: { readonly [S in Screen]: number } = {
  incidents: 1,
  map: 2,
  timeline: 9,
  network: 0,
  actors: 3,
  sources: 4,
  reports: 5,
  exchange: 6,
  history: 7,
  settings: 8,
};

/** The screens, top to bottom. */
export function Rail() {
  const t = useText().app;
  const current = useApp((state) => state.screen);
  return (
    <nav className="app-rail" aria-label={t.rail} data-region>
      <ul>
        {screens.map((screen) => {
          const Icon = icons[screen];
          const keys = `Alt+${digits[screen]}`;
          return (
            <li key={screen} className={`app-rail-item app-rail-item-${screen}`}>
              <button
                type="button"
                className="app-rail-button"
                aria-current={screen === current ? 'page' : undefined}
                aria-keyshortcuts={keys}
                title={`${t.screens[screen]} (${shortcutWords(keys, t.shortcutKeys)})`}
                onClick={() => goTo(screen)}
              >
                <Icon size={18} strokeWidth={1.6} aria-hidden="true" />
                <span>{t.screens[screen]}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
