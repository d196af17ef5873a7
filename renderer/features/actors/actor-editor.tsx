import { useState } from 'react';
import type { ActorDossier } from '../../../shared/contract/read-calls.ts';
import { actorKinds, interCodes } from '../../../shared/domain/vocabulary.ts';
import { newId } from '../../../shared/lib/ids.ts';
import { CountryField, LanguageField } from '../../record-kit/code-fields.tsx';
import { DateField } from '../../record-kit/date-field.tsx';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { onCtrlEnter } from '../../record-kit/on-ctrl-enter.ts';
import { TlpField } from '../../record-kit/tlp-field.tsx';
import { useDiscardGuard } from '../../record-kit/use-discard-guard.tsx';
import { useSave } from '../../record-kit/use-save.ts';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { useCase } from '../../state/case-store.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './actor-editor.css';
import { type ActorDraft, actorDraft, actorIssues, actorOps, newActorDraft } from './actor-form.ts';
import { NameRows } from './name-rows.tsx';

interface Props {
  /** The actor to change; a new one without it. */
  readonly dossier: ActorDossier | undefined;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

export function ActorEditor({ dossier, onClose, onSaved }: Props) {
  const t = useText();
  const words = t.actors.form;
  const labels = useLabels();
  const saving = useSave();
  const caseTlp = useCase((state) => state.caseState?.tlp ?? 'AMBER');
  const [draft, setDraft] = useState<ActorDraft>(() =>
    dossier === undefined
      ? newActorDraft(newId(), caseTlp)
      : actorDraft(dossier.actor, dossier.names),
  );
  const [wasTried, setWasTried] = useState(false);
  const issues = wasTried ? actorIssues(draft) : undefined;
  const [isDirty, setIsDirty] = useState(false);
  const guard = useDiscardGuard(isDirty, onClose);
  const set = (patch: Partial<ActorDraft>) => {
    setIsDirty(true);
    setDraft((before) => ({ ...before, ...patch }));
  };

  async function save() {
    setWasTried(true);
    if (actorIssues(draft) !== undefined) return;
    if (await saving.save(actorOps(draft, dossier))) onSaved(draft.id);
  }

  return (
    <Dialog
      isOpen
      onClose={guard.close}
      title={dossier === undefined ? t.actors.newTitle : t.actors.editTitle}
      size="l"
      footer={
        <>
          <Button onPress={guard.close}>{t.records.common.cancel}</Button>
          <Button
            variant="primary"
            isPending={saving.isSaving}
            onPress={() => void save()}
            shortcut="Ctrl+Enter"
          >
            {t.records.common.save}
          </Button>
        </>
      }
    >
      <div className="actor-editor" onKeyDownCapture={onCtrlEnter(() => void save())}>
        <ErrorNotice error={saving.error} />
        {guard.question}
        <TextField
          label={words.name}
          value={draft.name}
          onChange={(name) => set({ name })}
          dir="auto"
          isRequired
          autoFocus
          maxLength={500}
          errorMessage={issues?.name && words.nameNeeded}
        />
        <LanguageField
          label={words.nameLang}
          value={draft.nameLang}
          onChange={(nameLang) => set({ nameLang })}
        />
        <Select
          label={words.kind}
          value={draft.kind}
          options={actorKinds.map((value) => ({ value, label: labels.actorKinds[value] }))}
          onChange={(kind) => set({ kind })}
        />
        <CountryField
          label={words.country}
          value={draft.country}
          onChange={(country) => set({ country })}
        />
        <DateField
          label={words.activeFrom}
          value={draft.activeFrom}
          onChange={(activeFrom) => set({ activeFrom })}
          errorMessage={issues?.activeFrom && words.badDate}
        />
        <DateField
          label={words.activeTo}
          value={draft.activeTo}
          onChange={(activeTo) => set({ activeTo })}
          errorMessage={
            issues?.activeTo && (issues.activeTo === 'bad-date' ? words.badDate : words.fromAfterTo)
          }
        />
        <Select
          label={words.interCode}
          value={draft.interCode === null ? undefined : String(draft.interCode)}
          options={interCodes.map((code) => ({
            value: String(code),
            label: labels.interCodes[code],
          }))}
          onChange={(code) => set({ interCode: Number(code) })}
          emptyLabel={t.records.common.notStated}
          onClear={() => set({ interCode: null })}
        />
        <TlpField value={draft.tlp} onChange={(tlp) => set({ tlp })} />
        <div className="actor-editor-wide">
          <NameRows
            names={draft.names}
            emptyNames={issues?.emptyNames ?? []}
            onChange={(names) => set({ names })}
          />
        </div>
        <TextArea
          label={words.description}
          value={draft.description}
          onChange={(description) => set({ description })}
          rows={4}
          dir="auto"
          description={words.descriptionHint}
          className="actor-editor-wide"
        />
      </div>
    </Dialog>
  );
}
