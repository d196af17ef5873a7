import { FileUp } from 'lucide-react';
import { useState } from 'react';
import type { ReadSourceFile } from '../../../shared/contract/source-file-calls.ts';
import type { Source } from '../../../shared/domain/records.ts';
import { reliabilities, sourceKinds } from '../../../shared/domain/vocabulary.ts';
import { newId } from '../../../shared/lib/ids.ts';
import { call } from '../../api/client.ts';
import { LanguageField } from '../../record-kit/code-fields.tsx';
import { DateField } from '../../record-kit/date-field.tsx';
import { DropVeil } from '../../record-kit/drop-veil.tsx';
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
import { type GivenFile, useDroppedFiles } from '../../record-kit/use-dropped-files.ts';
import { SourceFileBox } from './source-file-box.tsx';
import { takenAtOnce } from './source-file-facts.ts';
import { newSourceDraft, sourceDraft, sourceIssues, sourceOps, titleFrom } from './source-form.ts';
import { pasteCleanText } from './use-clean-paste.ts';
import { useSourceFile } from './use-source-file.ts';

interface Props {
  /** The source to change; a new one without it. */
  readonly source: Source | undefined;
  /** A file to begin with. */
  readonly file?: GivenFile | undefined;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

export function SourceEditor({ source, file: given, onClose, onSaved }: Props) {
  const t = useText();
  const words = t.sources.form;
  const labels = useLabels();
  const saving = useSave();
  const caseTlp = useCase((state) => state.caseState?.tlp ?? 'AMBER');
  const { draft, issues, isDirty, set, check } = useFormDraft(
    () => (source === undefined ? newSourceDraft(newId(), caseTlp) : sourceDraft(source)),
    sourceIssues,
  );
  // a stored text changes by a correction only, which shows first what becomes of its passages
  const takesText = source === undefined || source.text === '';
  const [keepFile, setKeepFile] = useState(true);
  const reading = useSourceFile(given, (read: ReadSourceFile) =>
    set((before) => takenAtOnce(read, before)),
  );
  const { file } = reading;
  const isOver = useDroppedFiles(([first]) => first && reading.start(first), takesText);

  async function readFile() {
    const chosen = await call('file/choose', { purpose: 'read-text' });
    if (!chosen.cancelled) reading.start(chosen);
  }

  /** A new source goes into the case together with its file: one step to undo. */
  async function saveNew(): Promise<boolean> {
    const [op] = sourceOps(draft, undefined);
    const values = op?.do === 'create' ? op.values : {};
    const token = file?.token ?? null;
    return saving.run(() =>
      call('source/add', { sources: [{ id: draft.id, values, token, keepFile }] }),
    );
  }

  async function save() {
    if (!check() || (file !== undefined && file.read === undefined)) return;
    if (source === undefined) {
      if (await saveNew()) onSaved(draft.id);
      return;
    }
    if (!(await saving.save(sourceOps(draft, source)))) return;
    if (file !== undefined && keepFile) {
      // the source is safe by now: a refused attachment is told and can be tried again there
      const target = { targetTable: 'source', targetId: draft.id } as const;
      const originWords = draft.url.trim().slice(0, 500) || null;
      await call('attachment/add', { token: file.token, ...target, originWords }).catch(
        notifyError,
      );
    }
    onSaved(draft.id);
  }

  return (
    <FormDialog
      title={source === undefined ? t.sources.newTitle : t.sources.editTitle}
      size={takesText ? 'xl' : 'l'}
      saving={saving}
      saveLabel={words.save}
      isDirty={isDirty}
      onSave={() => void save()}
      onClose={onClose}
      className={takesText ? 'source-editor' : undefined}
    >
      {isOver && <DropVeil>{t.sources.dropOne}</DropVeil>}
      {takesText && (
        <div className="source-editor-text" onPasteCapture={pasteCleanText}>
          <TextArea
            label={words.text}
            value={draft.text}
            onChange={(text) =>
              set((before) => ({
                text,
                // a text that is pasted whole brings its title; one that is typed does not
                title:
                  before.text === '' && before.title === '' && text.length > 20
                    ? titleFrom(text)
                    : before.title,
              }))
            }
            rows={18}
            dir="auto"
            {...(draft.language === null ? {} : { lang: draft.language })}
            autoFocus={source === undefined}
            description={words.textHint}
          />
          <Button
            icon={<FileUp size={14} aria-hidden />}
            onPress={() => void readFile().catch(notifyError)}
          >
            {words.readFile}
          </Button>
          {file !== undefined && (
            <SourceFileBox
              file={file}
              draft={draft}
              keepFile={keepFile}
              onKeepFile={setKeepFile}
              onTake={set}
              onStop={reading.stop}
            />
          )}
        </div>
      )}
      <div className={takesText ? 'source-editor-fields' : 'source-editor-columns'}>
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
