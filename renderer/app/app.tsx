import './app.css';
import { useLayoutEffect } from 'react';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { WelcomeScreen } from '../features/welcome/welcome-screen.tsx';
import { goTo, startApp, useApp } from '../state/app-store.ts';
import { readCase, useCase } from '../state/case-store.ts';
import { errorWords } from '../text/error-words.ts';
import { TextProvider, useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { NewCaseDialog } from './new-case-dialog.tsx';
import { Palette } from './palette.tsx';
import { Loading } from './screens.tsx';
import { Toasts } from './toasts.tsx';
import { useKeys } from './use-keys.ts';
import { usePainted } from './use-painted.ts';
import { useRegions } from './use-regions.ts';
import { useUnloadGuard } from './use-unload-guard.ts';

/** The page: language and theme around whatever the state of the case calls for. */
export function App() {
  const lang = useApp((state) => state.lang);
  const theme = useApp((state) => state.theme);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useKeys();
  useRegions();
  usePainted();
  useUnloadGuard();
  return (
    <TextProvider lang={lang}>
      <ErrorBoundary>
        <Body />
      </ErrorBoundary>
      <Overlay />
      <Toasts />
    </TextProvider>
  );
}

function Body() {
  const text = useText();
  const status = useCase((state) => state.status);
  const caseId = useCase((state) => state.caseState?.id);
  const caseError = useCase((state) => state.error);
  const startError = useApp((state) => state.startError);
  const error = startError ?? caseError;
  // another case starts with fresh screens
  if (caseId !== undefined) return <Frame key={caseId} />;
  if (status === 'none') return <WithoutCase />;
  if (error === undefined) return <Loading />;
  const words = errorWords(text, error);
  const retry = () => void (startError === undefined ? readCase() : startApp());
  return (
    <main className="app-failure" role="alert">
      <EmptyState
        title={words.title}
        actions={<Button onPress={retry}>{text.errors.tryAgain}</Button>}
      >
        {words.next}
      </EmptyState>
    </main>
  );
}

/** No case: the welcome page, or the settings, which need none. */
function WithoutCase() {
  const t = useText();
  const isSettings = useApp((state) => state.screen === 'settings');
  if (!isSettings) return <WelcomeScreen />;
  return (
    <main className="app-settings-alone">
      <div className="app-settings-back">
        <Button onPress={() => goTo('incidents')}>{t.app.back}</Button>
      </div>
      <SettingsScreen />
    </main>
  );
}

function Overlay() {
  const overlay = useApp((state) => state.overlay);
  switch (overlay) {
    case 'palette':
      return <Palette />;
    case 'help':
      return <HelpSheet />;
    case 'new-case':
      return <NewCaseDialog />;
    case 'leave':
      return <LeaveDialog />;
    case undefined:
      return null;
  }
}
