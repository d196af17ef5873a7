import { setSettings, useApp } from '../../state/app-store.ts';
import { useText } from '../../text/index.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SaveRow } from './save-row.tsx';
import { useDraft } from './use-draft.ts';

/** First letters of up to three names: `Awa Traoré` gives `AT`. */
export function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
    .slice(0, 3);
}

export function AuthorForm() {
  const t = useText().settings;
  const author = useApp((state) => state.settings?.author);
  const { draft, change, reset, isChanged } = useDraft({
    name: author?.name ?? '',
    initials: author?.initials ?? '',
  });
  if (author === undefined) return null;
  const { id } = author;

  async function save() {
    await setSettings({ author: { id, name: draft.name.trim(), initials: draft.initials.trim() } });
    reset();
  }
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="settings-help">{t.authorHelp}</p>
      <TextField
        label={t.name}
        value={draft.name}
        maxLength={200}
        onChange={(name) =>
          // initials follow the name until they are written by hand
          change(
            draft.initials === initialsOf(draft.name)
              ? { name, initials: initialsOf(name) }
              : { name },
          )
        }
      />
      <TextField
        label={t.initials}
        description={t.initialsHelp}
        value={draft.initials}
        maxLength={10}
        className="settings-short"
        onChange={(initials) => change({ initials })}
      />
      <SaveRow isChanged={isChanged} onReset={reset} />
    </form>
  );
}
