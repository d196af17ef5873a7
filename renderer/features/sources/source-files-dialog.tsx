import { FileText, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReadSourceFile } from '../../../shared/contract/source-file-calls.ts';
import { newId } from '../../../shared/lib/ids.ts';
import { asAppError, call } from '../../api/client.ts';
import { EdtfText } from '../../record-kit/edtf-text.tsx';
import { FormDialog } from '../../record-kit/form-dialog.tsx';
import type { GivenFile } from '../../record-kit/use-dropped-files.ts';
import { useSave } from '../../record-kit/use-save.ts';
import { notify } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { errorWords } from '../../text/error-words.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { draftOf } from './source-file-facts.ts';
import { newSourceDraft, sourceOps } from './source-form.ts';
import './source-files-dialog.css';

interface Item extends GivenFile {
  readonly id: string;
  readonly title: string;
  /** Undefined while it is read, a sentence where it cannot be. */
  readonly read: ReadSourceFile | string | undefined;
}

interface Props {
  readonly files: readonly GivenFile[];
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

/** Several files at once: what each gives, a title for each, one save and one undo for all. */
export function SourceFilesDialog({ files, onClose, onSaved }: Props) {
  const t = useText();
  const words = t.sources.files;
  const saving = useSave();
  const caseTlp = useCase((state) => state.caseState?.tlp ?? 'AMBER');
  const [items, setItems] = useState<readonly Item[]>(() =>
    files.map((file) => ({ ...file, id: newId(), title: '', read: undefined })),
  );
  const [takesFacts, setTakesFacts] = useState(true);
  const [keepFile, setKeepFile] = useState(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the files given are read once
  useEffect(() => {
    const put = (token: string, patch: Partial<Item>) =>
      setItems((before) => before.map((one) => (one.token === token ? { ...one, ...patch } : one)));
    for (const { token } of files) {
      call('source/read-text', { token }).then(
        (read) => put(token, { read, title: read.title }),
        (error: unknown) => put(token, { read: errorWords(t, asAppError(error)).title }),
      );
    }
    return () => {
      for (const { token } of files)
        void call('source/cancel-read', { token }).catch(() => undefined);
    };
  }, []);

  const usable = items.filter(({ read }) => typeof read === 'object');
  const isReading = items.some(({ read }) => read === undefined);
  const isReady =
    !isReading && usable.length > 0 && usable.every(({ title }) => title.trim() !== '');

  async function save() {
    const sources = usable.map(({ id, token, title, read }) => {
      const base = { ...newSourceDraft(id, caseTlp), title };
      const draft = typeof read === 'object' ? draftOf(read, base, takesFacts) : base;
      const [op] = sourceOps(draft, undefined);
      return { id, token, keepFile, values: op?.do === 'create' ? op.values : {} };
    });
    if (!(await saving.run(() => call('source/add', { sources })))) return;
    notify({ text: words.added(sources.length) });
    onSaved(sources[0]?.id ?? '');
  }

  return (
    <FormDialog
      title={words.title(items.length)}
      size="l"
      saving={saving}
      saveLabel={words.save(usable.length)}
      isReady={isReady}
      isDirty={false}
      onSave={() => void save()}
      onClose={onClose}
      className="source-files"
    >
      <ul className="source-files-list form-dialog-wide">
        {items.map((item) => (
          <FileItem
            key={item.id}
            item={item}
            takesFacts={takesFacts}
            onTitle={(title) =>
              setItems((before) =>
                before.map((one) => (one.id === item.id ? { ...one, title } : one)),
              )
            }
            onRemove={() => {
              void call('source/cancel-read', { token: item.token }).catch(() => undefined);
              setItems((before) => before.filter(({ id }) => id !== item.id));
            }}
          />
        ))}
      </ul>
      <Checkbox isSelected={takesFacts} onChange={setTakesFacts} description={words.takeFactsHint}>
        {words.takeFacts}
      </Checkbox>
      <Checkbox isSelected={keepFile} onChange={setKeepFile} description={words.keepHint}>
        {words.keep}
      </Checkbox>
    </FormDialog>
  );
}

interface ItemProps {
  readonly item: Item;
  readonly takesFacts: boolean;
  readonly onTitle: (title: string) => void;
  readonly onRemove: () => void;
}

function FileItem({ item, takesFacts, onTitle, onRemove }: ItemProps) {
  const words = useText().sources.files;
  const { read, fileName, title } = item;
  return (
    <li className="source-files-item">
      {read === undefined ? <Spinner size={14} /> : <FileText size={14} aria-hidden />}
      <div className="source-files-body">
        {typeof read === 'object' && (
          <TextField
            label={words.titleOf(fileName)}
            isLabelHidden
            value={title}
            onChange={onTitle}
            dir="auto"
            maxLength={500}
          />
        )}
        <div className="source-files-facts">
          <bdi className="source-files-name">{fileName}</bdi>
          <Outcome read={read} takesFacts={takesFacts} />
        </div>
      </div>
      <IconButton
        icon={<X size={14} aria-hidden />}
        label={words.leaveOut(fileName)}
        onPress={onRemove}
      />
    </li>
  );
}

function Outcome({
  read,
  takesFacts,
}: {
  readonly read: Item['read'];
  readonly takesFacts: boolean;
}) {
  const t = useText().sources;
  const format = useFormat();
  if (read === undefined) return <span role="status">{t.files.reading}</span>;
  if (typeof read === 'string') return <span className="source-files-bad">{read}</span>;
  const { notice, text, facts } = read;
  return (
    <>
      <span className={notice === null || notice === 'media' ? undefined : 'source-files-bad'}>
        {notice === null ? t.files.characters(format.number(text.length)) : t.file.notices[notice]}
      </span>
      {takesFacts && facts.publisher !== null && <bdi>{facts.publisher}</bdi>}
      {takesFacts && facts.author !== null && <bdi>{facts.author}</bdi>}
      {takesFacts && facts.published !== null && <EdtfText edtf={facts.published} />}
    </>
  );
}
