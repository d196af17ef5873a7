import './settings.css';
import { Keyboard } from 'lucide-react';
import { setApp, setSettings, useApp } from '../../state/app-store.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyValueList } from '../../ui/key-value.tsx';
import { Pane, PaneBody, PaneHeader } from '../../ui/pane.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { AuthorForm } from './author-form.tsx';
import { CaseForm } from './case-form.tsx';
import { Signers } from './signers.tsx';

/** Language, appearance, who writes, what the case is called, and what Cairn is made of. */
export function SettingsScreen() {
  const t = useText().settings;
  return (
    <Pane>
      <PaneHeader title={t.title} />
      <PaneBody>
        <div className="settings">
          <Appearance />
          <section aria-labelledby="settings-author">
            <h2 id="settings-author">{t.author}</h2>
            <AuthorForm />
          </section>
          <section aria-labelledby="settings-signers">
            <h2 id="settings-signers">{t.signers.title}</h2>
            <Signers />
          </section>
          <section aria-labelledby="settings-case">
            <h2 id="settings-case">{t.theCase}</h2>
            <CaseForm />
          </section>
          <section aria-labelledby="settings-keys">
            <h2 id="settings-keys">{t.keys}</h2>
            <div>
              <Button
                icon={<Keyboard size={14} aria-hidden="true" />}
                shortcut="F1"
                onPress={() => setApp({ overlay: 'help' })}
              >
                {t.showKeys}
              </Button>
            </div>
          </section>
          <About />
        </div>
      </PaneBody>
    </Pane>
  );
}

function Appearance() {
  const t = useText().settings;
  const language = useApp((state) => state.settings?.language ?? 'system');
  const theme = useApp((state) => state.settings?.theme ?? 'system');
  return (
    <section aria-labelledby="settings-appearance">
      <h2 id="settings-appearance">{t.appearance}</h2>
      <Segmented
        label={t.language}
        value={language}
        options={(['system', 'en', 'fr'] as const).map((value) => ({
          value,
          label: t.languages[value],
        }))}
        onChange={(next) => void setSettings({ language: next })}
      />
      <Segmented
        label={t.theme}
        value={theme}
        options={(['system', 'light', 'dark'] as const).map((value) => ({
          value,
          label: t.themes[value],
        }))}
        onChange={(next) => void setSettings({ theme: next })}
      />
    </section>
  );
}

function About() {
  const t = useText().settings;
  const start = useApp((state) => state.start);
  return (
    <section aria-labelledby="settings-about">
      <h2 id="settings-about">{t.about}</h2>
      <KeyValueList
        items={[
          { label: t.version, value: start?.version },
          { label: t.electron, value: start?.electron },
          { label: t.platform, value: start?.platform },
          { label: t.network, value: t.networkValue },
          { label: t.dataWhere, value: t.dataWhereValue },
        ]}
      />
      <h3>{t.licences}</h3>
      <ul className="settings-licences">
        {Object.entries(t.licenceList).map(([key, words]) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </section>
  );
}
