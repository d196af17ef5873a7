// Correcting a stored text: what becomes of it and of its passages is shown before anything is saved.
import { useMemo, useState } from 'react';
import type { CallResult } from '../../../../shared/contract/contract.ts';
import type { PassageView } from '../../../../shared/contract/passage-views.ts';
import { type Anchored, movePassages } from '../../../../shared/domain/passage-anchor.ts';
import type { Source } from '../../../../shared/domain/records.ts';
import { textChanges } from '../../../../shared/domain/text-changes.ts';
import { call } from '../../../api/client.ts';
import { FormDialog } from '../../../record-kit/form-dialog.tsx';
import { notifyWithUndo } from '../../../record-kit/take-back.ts';
import { useDebounced } from '../../../record-kit/use-debounced.ts';
import { useSave } from '../../../record-kit/use-save.ts';
import { useText } from '../../../text/index.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import './correct-text.css';
import { passageFace } from './passage-face.ts';
import { PassageSign } from './passage-sign.tsx';
import { TextDiff } from './text-diff.tsx';

interface Props {
  readonly source: Source;
  readonly views: readonly PassageView[];
  readonly onClose: () => void;
}

export function CorrectText({ source, views, onClose }: Props) {
  const t = useText();
  const words = t.sources.correct;
  const [text, setText] = useState(source.text);
  const [why, setWhy] = useState('');
  const saving = useSave();
  const settled = useDebounced(text, 250);
  const next = settled.replace(/\r\n?/gu, '\n');
  const isChanged = text !== source.text && text.trim() !== '';

  async function save() {
    if (!isChanged) return;
    const args = { id: source.id, text, rev: source.rev };
    let done: CallResult<'source/correct-text'> | undefined;
    await saving.run(async () => {
      done = await call('source/correct-text', why.trim() === '' ? args : { ...args, why });
    });
    if (done === undefined) return;
    notifyWithUndo(words.saved(done.version, done.passages.lost), done.revision);
    onClose();
  }

  return (
    <FormDialog
      title={words.title}
      size="xl"
      saving={saving}
      saveLabel={words.save(source.text_version + 1)}
      isReady={isChanged}
      isDirty={text !== source.text}
      onSave={() => void save()}
      onClose={onClose}
      className="correct-text"
    >
      <TextArea
        label={words.text}
        value={text}
        onChange={setText}
        rows={22}
        dir="auto"
        {...(source.language === null ? {} : { lang: source.language })}
        autoFocus
        description={words.help}
        errorMessage={text.trim() === '' ? words.empty : undefined}
      />
      <div className="correct-text-side">
        <TextField
          label={words.why}
          value={why}
          onChange={setWhy}
          dir="auto"
          maxLength={1000}
          description={words.whyHint}
        />
        <Effects source={source} next={next} views={views} />
      </div>
    </FormDialog>
  );
}

interface EffectsProps {
  readonly source: Source;
  readonly next: string;
  readonly views: readonly PassageView[];
}

/** What a save would do, worked out as the engine does it. */
function Effects({ source, next, views }: EffectsProps) {
  const t = useText();
  const words = t.sources.correct;
  const standing = useMemo(() => views.filter(({ passage }) => !passage.is_lost), [views]);
  const pieces = useMemo(() => textChanges(source.text, next), [source.text, next]);
  const fates = useMemo(
    () =>
      movePassages(
        source.text,
        next,
        standing.map(({ passage }) => passage),
      ),
    [source.text, next, standing],
  );
  if (next === source.text) return <p className="u-soft">{words.unchanged}</p>;
  const of = (how: Anchored['how']) =>
    standing.flatMap((view, i) => {
      const fate = fates[i];
      return fate?.how === how ? [{ view, fate }] : [];
    });
  const lost = of('lost');
  const changed = of('changed');
  return (
    <section aria-label={words.effects} className="correct-text-effects">
      <p className="correct-text-version">
        {words.makes(source.text_version + 1)}{' '}
        {standing.length > 0 && words.follow(of('kept').length + of('moved').length)}
      </p>
      {lost.length > 0 && (
        <Notice tone="warn" title={words.lost(lost.length)}>
          <ul className="correct-text-list">
            {lost.map(({ view }) => (
              <Affected key={view.passage.id} view={view} />
            ))}
          </ul>
        </Notice>
      )}
      {changed.length > 0 && (
        <Notice tone="info" title={words.changed(changed.length)}>
          <ul className="correct-text-list">
            {changed.map(({ view, fate }) => (
              <Affected
                key={view.passage.id}
                view={view}
                becomes={fate.how === 'lost' ? undefined : fate.selectors.exact}
              />
            ))}
          </ul>
        </Notice>
      )}
      <h3 className="correct-text-head">{words.differences}</h3>
      <TextDiff before={source.text} after={next} pieces={pieces} around={60} />
    </section>
  );
}

function Affected({
  view,
  becomes,
}: {
  readonly view: PassageView;
  readonly becomes?: string | undefined;
}) {
  const words = useText().sources.passages;
  const face = passageFace(view, words);
  return (
    <li>
      <PassageSign kind={face.kind} /> <q dir="auto">{face.exact}</q>
      {becomes !== undefined && (
        <>
          {' → '}
          <q dir="auto">{becomes}</q>
        </>
      )}
      <span className="u-soft"> {face.label}</span>
    </li>
  );
}
