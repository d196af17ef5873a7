import type { ActorDossier } from '../../../shared/contract/read-calls.ts';
import { actorKinds, interCodes } from '../../../shared/domain/vocabulary.ts';
import { newId } from '../../../shared/lib/ids.ts';
import { CountryField, LanguageField } from '../../record-kit/code-fields.tsx';
import { DateField } from '../../record-kit/date-field.tsx';
import { FormDialog } from '../../record-kit/form-dialog.tsx';
import { StarterHint } from '../../record-kit/starter-hint.tsx';
import { TlpField } from '../../record-kit/tlp-field.tsx';
import { useFormDraft } from '../../record-kit/use-form-draft.ts';
import { useSave } from '../../record-kit/use-save.ts';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { useCase } from '../../state/case-store.ts';
import { useText } from '../../text/index.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { actorDraft, actorIssues, actorOps, newActorDraft } from './actor-form.ts';
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
  const { draft, issues, isDirty, set, check } = useFormDraft(
    () =>
      dossier === undefined
        ? newActorDraft(newId(), caseTlp)
        : actorDraft(dossier.actor, dossier.names),
    actorIssues,
  );

  async function save() {
    if (!check()) return;
    if (await saving.save(actorOps(draft, dossier))) onSaved(draft.id);
  }

  return (
    <FormDialog
      title={dossier === undefined ? t.actors.newTitle : t.actors.editTitle}
      size="l"
      saving={saving}
      isDirty={isDirty}
      onSave={() => void save()}
      onClose={onClose}
    >
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
      {dossier === undefined && (
        <StarterHint
          name={draft.name}
          onCreated={(id) => onSaved(id)}
          className="form-dialog-wide"
        />
      )}
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
      <div className="form-dialog-wide">
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
        className="form-dialog-wide"
      />
    </FormDialog>
  );
}
