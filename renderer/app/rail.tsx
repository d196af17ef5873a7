import './rail.css';
import {
  ArrowLeftRight,
  FileText,
  History,
  type LucideIcon,
  Map as MapIcon,
  Newspaper,
  Rows3,
  Settings,
  Users,
} from 'lucide-react';
import { goTo, type Screen, screens, useApp } from '../state/app-store.ts';
import { useText } from '../text/index.tsx';
import { shortcutWords } from './shortcuts.ts';

const icons: { readonly [S in Screen]: LucideIcon } = {
  incidents: Rows3,
  map: MapIcon,
  actors: Users,
  sources: Newspaper,
  reports: FileText,
  exchange: ArrowLeftRight,
  history: History,
  settings: Settings,
};

/** The screens, top to bottom in the order of the keys Alt+1 to Alt+8. */
export function Rail() {
  const t = useText().app;
  const current = useApp((state) => state.screen);
  return (
    <nav className="app-rail" aria-label={t.rail} data-region>
      <ul>
        {screens.map((screen, index) => {
          const Icon = icons[screen];
          const keys = `Alt+${index + 1}`;
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
