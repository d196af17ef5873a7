import type { ReadSourceFile } from '../../../shared/contract/source-file-calls.ts';
import { EdtfText } from '../../record-kit/edtf-text.tsx';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { type FactField, suggestedFacts } from './source-file-facts.ts';
import type { SourceDraft } from './source-form.ts';
import type { SourceFile } from './use-source-file.ts';
import './source-file-box.css';

interface Props {
  readonly file: SourceFile;
  readonly draft: SourceDraft;
  readonly keepFile: boolean;
  readonly onKeepFile: (keep: boolean) => void;
  readonly onTake: (patch: Partial<SourceDraft>) => void;
  readonly onStop: () => void;
}

/** What came of the file: its state, what it says of itself to be taken over, whether it is kept. */
export function SourceFileBox({ file, draft, keepFile, onKeepFile, onTake, onStop }: Props) {
  const words = useText().sources.file;
  const { read, fileName } = file;
  if (read === undefined) {
    return (
      <div className="source-file" role="status">
        <div className="source-file-line">
          <Spinner label={words.reading(fileName)} />
          <span>{words.reading(fileName)}</span>
          <Button variant="quiet" onPress={onStop}>
            {words.stop}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="source-file">
      <ReadState read={read} fileName={fileName} text={draft.text} onTake={onTake} />
      <Facts read={read} draft={draft} onTake={onTake} />
      <Checkbox isSelected={keepFile} onChange={onKeepFile} description={words.keepHint}>
        {words.keep}
      </Checkbox>
    </div>
  );
}

interface StateProps {
  readonly read: ReadSourceFile;
  readonly fileName: string;
  readonly text: string;
  readonly onTake: Props['onTake'];
}

function ReadState({ read, fileName, text, onTake }: StateProps) {
  const words = useText().sources.file;
  const format = useFormat();
  if (read.notice !== null) {
    return (
      <Notice tone={read.notice === 'media' ? 'info' : 'warn'} title={words.notices[read.notice]}>
        {words.noticesNext[read.notice]}
      </Notice>
    );
  }
  const length = format.number(read.text.length);
  const pages = read.pages === null ? '' : words.pages(read.pages);
  return (
    <div className="source-file-line">
      <span className="source-file-name">{words.readFrom(fileName, length, pages)}</span>
      {text !== read.text && text !== read.pageText && (
        <Button variant="quiet" onPress={() => onTake({ text: read.text })}>
          {words.replaceText}
        </Button>
      )}
      {read.pageText !== null && (
        <Segmented
          label={words.extent}
          isLabelHidden
          value={text === read.pageText ? 'page' : 'article'}
          options={[
            { value: 'article', label: words.article },
            { value: 'page', label: words.page },
          ]}
          onChange={(extent) =>
            onTake({ text: extent === 'page' ? (read.pageText ?? read.text) : read.text })
          }
        />
      )}
    </div>
  );
}

function Facts({
  read,
  draft,
  onTake,
}: Pick<Props, 'draft' | 'onTake'> & { readonly read: ReadSourceFile }) {
  const t = useText();
  const words = t.sources.file;
  const facts = suggestedFacts(read, draft);
  if (facts.length === 0) return null;
  const label: Readonly<Record<FactField, string>> = {
    title: t.sources.form.title,
    author: t.sources.form.author,
    publisher: t.sources.form.publisher,
    published: t.sources.form.published,
    url: t.sources.url,
    language: t.sources.form.language,
  };
  return (
    <fieldset className="source-file-facts">
      <legend>{words.says}</legend>
      <ul>
        {facts.map(({ field, value, patch }) => (
          <li key={field}>
            <span className="source-file-field">{label[field]}</span>
            <span className="source-file-value" dir="auto">
              {field === 'published' ? <EdtfText edtf={value} /> : value}
            </span>
            <Button
              variant="quiet"
              aria-label={words.takeOne(label[field])}
              onPress={() => onTake(patch)}
            >
              {words.take}
            </Button>
          </li>
        ))}
      </ul>
      {facts.length > 1 && (
        <Button
          variant="quiet"
          onPress={() => onTake(Object.assign({}, ...facts.map(({ patch }) => patch)))}
        >
          {words.takeAll}
        </Button>
      )}
    </fieldset>
  );
}
