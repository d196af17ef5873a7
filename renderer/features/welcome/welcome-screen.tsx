import './welcome.css';
import { FilePlus, FolderOpen, GraduationCap, MapPinned, Settings } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { asAppError, call } from '../../api/client.ts';
import { goTo, setApp, setSettings, useApp } from '../../state/app-store.ts';
import { openCaseByDialog, openRecent, openSample } from '../../state/case-files.ts';
import { useRead } from '../../state/use-changes.ts';
import { errorWords } from '../../text/error-words.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { RecentList } from './recent-list.tsx';

interface Trouble {
  readonly fileName: string | undefined;
  readonly error: { readonly code: string };
}

/** The page without a case: make one, open one, or look at a sample. */
export function WelcomeScreen() {
  const t = useText().welcome;
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | undefined>();
  const recent = useRead(() => call('app/recent', {}), []);

  async function attempt(work: () => Promise<unknown>, fileName?: string) {
    if (isBusy) return;
    setBusy(true);
    setTrouble(undefined);
    setApp({ openFailure: undefined });
    try {
      await work();
    } catch (error) {
      setTrouble({ fileName, error: asAppError(error) });
      recent.reload();
    } finally {
      setBusy(false);
    }
  }
  return (
    <main className="welcome">
      <div className="welcome-column">
        <header className="welcome-head">
          <h1>{t.title}</h1>
          <p>{t.subtitle}</p>
        </header>
        <Messages trouble={trouble} onClose={() => setTrouble(undefined)} />
        <div className="welcome-parts">
          <section aria-labelledby="welcome-start">
            <h2 id="welcome-start">{t.start}</h2>
            <ul className="welcome-choices">
              <Choice
                icon={<FilePlus size={18} strokeWidth={1.6} aria-hidden="true" />}
                label={t.newCase}
                help={t.newCaseHelp}
                onPress={() => setApp({ overlay: 'new-case' })}
              />
              <Choice
                icon={<FolderOpen size={18} strokeWidth={1.6} aria-hidden="true" />}
                label={t.openCase}
                help={t.openCaseHelp}
                onPress={() => void attempt(openCaseByDialog)}
              />
              <Choice
                icon={<MapPinned size={18} strokeWidth={1.6} aria-hidden="true" />}
                label={t.sample}
                help={t.sampleHelp}
                onPress={() => void attempt(() => openSample('djibo'))}
              />
              <Choice
                icon={<GraduationCap size={18} strokeWidth={1.6} aria-hidden="true" />}
                label={t.training}
                help={t.trainingHelp}
                onPress={() => void attempt(() => openSample('training'))}
              />
            </ul>
          </section>
          <section aria-labelledby="welcome-recent">
            <h2 id="welcome-recent">{t.recent}</h2>
            <RecentList
              cases={recent.value}
              onOpen={({ token, fileName }) => void attempt(() => openRecent(token), fileName)}
            />
          </section>
        </div>
        <footer className="welcome-foot">
          <LanguageChoice />
          <Button
            variant="quiet"
            icon={<Settings size={14} aria-hidden="true" />}
            onPress={() => goTo('settings')}
          >
            {t.settings}
          </Button>
          <span className="welcome-offline">{t.offline}</span>
          {isBusy ? <Spinner label={t.opening} /> : null}
        </footer>
      </div>
    </main>
  );
}

function Choice(props: {
  readonly icon: ReactNode;
  readonly label: string;
  readonly help: string;
  readonly onPress: () => void;
}) {
  return (
    <li>
      <button type="button" className="welcome-choice" onClick={props.onPress}>
        {props.icon}
        <span>
          <span className="welcome-choice-label">{props.label}</span>
          <span className="welcome-choice-help">{props.help}</span>
        </span>
      </button>
    </li>
  );
}

function Messages({
  trouble,
  onClose,
}: {
  readonly trouble: Trouble | undefined;
  readonly onClose: () => void;
}) {
  const text = useText();
  const t = text.welcome;
  const failure = useApp((state) => state.openFailure);
  const pack = useApp((state) => state.offeredPack);
  const shown: Trouble | undefined =
    trouble ??
    (failure === undefined
      ? undefined
      : {
          fileName: failure.fileName,
          error: failure,
        });
  if (shown === undefined && pack === undefined) return null;
  const words = shown === undefined ? undefined : errorWords(text, shown.error);
  return (
    <div className="welcome-messages">
      {words === undefined || shown === undefined ? null : (
        <Notice
          tone="bad"
          title={shown.fileName === undefined ? t.openNotDone : t.openingFailed(shown.fileName)}
          onClose={() => {
            onClose();
            setApp({ openFailure: undefined });
          }}
        >
          {words.title} {words.next}
        </Notice>
      )}
      {pack === undefined ? null : (
        <Notice tone="info" title={t.packWaits(pack.fileName)}>
          {t.packWaitsNext}
        </Notice>
      )}
    </div>
  );
}

function LanguageChoice() {
  const text = useText();
  const lang = useApp((state) => state.lang);
  return (
    <Segmented
      label={text.welcome.language}
      isLabelHidden
      value={lang}
      options={[
        { value: 'en' as const, label: text.settings.languages.en },
        { value: 'fr' as const, label: text.settings.languages.fr },
      ]}
      onChange={(language) => void setSettings({ language })}
    />
  );
}
