import { FileUp } from 'lucide-react';
import { useState } from 'react';
import type { Source } from '../../../shared/domain/records.ts';
import { reliabilities, sourceKinds } from '../../../shared/domain/vocabulary.ts';
import { newId } from '../../../shared/lib/ids.ts';
import { call } from '../../api/client.ts';
import { LanguageField } from '../../record-kit/code-fields.tsx';
import { DateField } from '../../record-kit/date-field.tsx';
import { FormDialog } from '../../record-kit/form-dialog.tsx';
import { SourcePicker } from '../../record-kit/pickers.tsx';
import { TlpField } from '../../record-kit/tlp-field.tsx';
import { useFormDraft } from '../../record-kit/use-form-draft.ts';
import { useSave } from '../../record-kit/use-save.ts';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { notifyError } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './source-editor.css';
import { newSourceDraft, sourceDraft, sourceIssues, sourceOps } from './source-form.ts';

interface Props {
  /** The source to change; a new one without it. */
  readonly source: Source | undefined;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

/** A file whose text was read into the form; it is attached once the source is saved. */
interface ReadFile {
  readonly token: string;
  readonly fileName: string;
}

export function SourceEditor({ source, onClose, onSaved }: Props) {
  const t = useText();
  const words = t.sources.form;
  const labels = useLabels();
  const saving = useSave();
  const caseTlp = useCase((state) => state.caseState?.tlp ?? 'AMBER');
  const { draft, issues, isDirty, set, check } = useFormDraft(
    () => (source === undefined ? newSourceDraft(newId(), caseTlp) : sourceDraft(source)),
    sourceIssues,
  );
  const [file, setFile] = useState<ReadFile>();

  async function readFile() {
    const chosen = await call('file/choose', { purpose: 'read-text' });
    if (chosen.cancelled) return;
    const { token, fileName } = chosen;
    const read = await call('source/read-text', { token });
    set((before) => ({
      text: read.text,
      title: before.title.trim() === '' ? read.title : before.title,
    }));
    setFile({ token, fileName });
  }

  async function save() {
    if (!check()) return;
    if (!(await saving.save(sourceOps(draft, source)))) return;
    if (file !== undefined) {
      // the source is safe by now: a refused attachment is told and can be tried again there
      const target = { targetTable: 'source', targetId: draft.id } as const;
      await call('attachment/add', { token: file.token, ...target }).catch(notifyError);
    }
    onSaved(draft.id);
  }

  return (
    <FormDialog
      title={source === undefined ? t.sources.newTitle : t.sources.editTitle}
      size="xl"
      saving={saving}
      saveLabel={words.save}
      isDirty={isDirty}
      onSave={() => void save()}
      onClose={onClose}
      className="source-editor"
    >
      <div className="source-editor-text">
        <TextArea
          label={words.text}
          value={draft.text}
          onChange={(text) => set({ text })}
          rows={18}
          dir="auto"
          {...(draft.language === null ? {} : { lang: draft.language })}
          autoFocus={source === undefined}
          description={file === undefined ? words.textHint : words.readFrom(file.fileName)}
        />
        <Button
          icon={<FileUp size={14} aria-hidden />}
          onPress={() => void readFile().catch(notifyError)}
        >
          {words.readFile}
        </Button>
      </div>
      <div className="source-editor-fields">
        <TextField
          label={words.title}
          value={draft.title}
          onChange={(title) => set({ title })}
          dir="auto"
          isRequired
          maxLength={500}
          errorMessage={issues?.title && words.titleNeeded}
        />
        <Select
          label={words.kind}
          value={draft.kind}
          options={sourceKinds.map((value) => ({ value, label: labels.sourceKinds[value] }))}
          onChange={(kind) => set({ kind })}
        />
        <TextField
          label={words.publisher}
          value={draft.publisher}
          onChange={(publisher) => set({ publisher })}
          dir="auto"
          maxLength={500}
        />
        <TextField
          label={words.author}
          value={draft.author}
          onChange={(author) => set({ author })}
          dir="auto"
          maxLength={500}
        />
        <DateField
          label={words.published}
          value={draft.published}
          onChange={(published) => set({ published })}
          errorMessage={issues?.published && words.badDate}
        />
        <DateField
          label={words.accessed}
          value={draft.accessed}
          onChange={(accessed) => set({ accessed })}
          errorMessage={issues?.accessed && words.accessedDay}
        />
        <Select
          label={words.reliability}
          value={draft.reliability}
          options={reliabilities.map((value) => ({
            value,
            label: `${value} · ${labels.reliabilities[value]}`,
            description: labels.reliabilityMeanings[value],
          }))}
          onChange={(reliability) => set({ reliability })}
        />
        <TextField
          label={words.reliabilityWhy}
          value={draft.reliabilityWhy}
          onChange={(reliabilityWhy) => set({ reliabilityWhy })}
          dir="auto"
          maxLength={500}
        />
        <SourcePicker
          label={words.via}
          value={draft.viaSourceId}
          exclude={[draft.id]}
          onChange={(viaSourceId) => set({ viaSourceId })}
          description={words.viaHint}
          errorMessage={issues?.via && words.viaSelf}
        />
        <LanguageField
          label={words.language}
          value={draft.language}
          onChange={(language) => set({ language })}
        />
        <TextField
          label={words.url}
          type="url"
          value={draft.url}
          onChange={(url) => set({ url })}
          maxLength={4000}
        />
        <TlpField value={draft.tlp} onChange={(tlp) => set({ tlp })} />
      </div>
    </FormDialog>
  );
}
