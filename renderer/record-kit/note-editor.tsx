import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Op } from '../../shared/contract/record-calls.ts';
import type { Note, TargetTable } from '../../shared/domain/records.ts';
import {
  type ConfidenceLevel,
  type Likelihood,
  likelihoods,
  type NoteKind,
  noteKinds,
  type TlpLabel,
} from '../../shared/domain/vocabulary.ts';
import { checkWording } from '../../shared/report/wording/check.ts';
import type { KnownToll } from '../../shared/report/wording/known-tolls.ts';
import { useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { ConfidenceField } from './confidence-field.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { SafeMarkdown } from './markdown.tsx';
import { onCtrlEnter } from './on-ctrl-enter.ts';
import './note-editor.css';
import { selectIn } from './select-in.ts';
import { TlpField } from './tlp-field.tsx';
import { useHoldWindow } from './use-hold-window.ts';
import { useSave } from './use-save.ts';
import { useLabels } from './use-vocabulary.ts';
import { WordingList } from './wording-list.tsx';

interface Props {
  readonly table: TargetTable;
  readonly id: string;
  readonly tlp: TlpLabel;
  /** The note to change; a new one without it. */
  readonly note?: Note | undefined;
  /** Steps that must come first in the same save, as the passage that the note is on. */
  readonly before?: readonly Op[] | undefined;
  /** Figures that the record knows; the wording is checked against them. */
  readonly tolls?: readonly KnownToll[] | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Kinds of note that state a judgement and may carry ICD-203 words. */
function isJudgement(kind: NoteKind): boolean {
  return kind === 'assessment' || kind === 'hypothesis';
}

/** Writes one note in place: Markdown with preview, kind, and for judgements likelihood and confidence. */
export function NoteEditor({
  table,
  id,
  tlp: caseTlp,
  note,
  before = [],
  tolls,
  onClose,
  onSaved,
}: Props) {
  const t = useText();
  const words = t.records.notes;
  const labels = useLabels();
  const saving = useSave();
  const [kind, setKind] = useState<NoteKind>(note?.kind ?? 'comment');
  const [body, setBody] = useState(note?.body ?? '');
  const [likelihood, setLikelihood] = useState<Likelihood | null>(note?.likelihood ?? null);
  const [confidence, setConfidence] = useState<ConfidenceLevel | null>(note?.confidence ?? null);
  const [tlp, setTlp] = useState<TlpLabel>(note?.tlp ?? caseTlp);
  const [mode, setMode] = useState<'write' | 'preview'>('write');
  const [wasTried, setWasTried] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const checked = useDeferredValue(body);
  const findings = useMemo(() => checkWording(checked, { tolls }), [checked, tolls]);
  useHoldWindow(body !== (note?.body ?? ''));

  async function save() {
    setWasTried(true);
    if (body.trim() === '') {
      setMode('write');
      return;
    }
    const values = {
      kind,
      body: body.trim(),
      likelihood: isJudgement(kind) ? likelihood : null,
      confidence: isJudgement(kind) ? confidence : null,
      tlp,
    };
    const op: Op =
      note === undefined
        ? { do: 'create', table: 'note', values: { ...values, target_table: table, target_id: id } }
        : { do: 'update', table: 'note', id: note.id, patch: values, rev: note.rev };
    if (await saving.save([...before, op])) onSaved();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && (body.trim() === '' || body === note?.body)) onClose();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to shortcuts of the fields inside
    <div
      className="note-editor"
      onKeyDownCapture={onCtrlEnter(() => void save())}
      onKeyDown={onKeyDown}
    >
      <Segmented
        label={words.kind}
        isLabelHidden
        value={kind}
        options={noteKinds.map((value) => ({ value, label: labels.noteKinds[value] }))}
        onChange={setKind}
      />
      <div className="note-editor-body">
        {mode === 'write' ? (
          <TextArea
            label={words.body}
            isLabelHidden
            value={body}
            onChange={setBody}
            rows={4}
            dir="auto"
            autoFocus
            inputRef={area}
            description={words.bodyHint}
            errorMessage={wasTried && body.trim() === '' ? words.bodyNeeded : undefined}
          />
        ) : (
          <section className="note-editor-preview" aria-label={words.preview}>
            {body.trim() === '' ? (
              <p className="u-soft">{words.previewEmpty}</p>
            ) : (
              <SafeMarkdown text={body} />
            )}
          </section>
        )}
      </div>
      {isJudgement(kind) && (
        <div className="note-editor-judgement">
          <Select
            label={words.likelihood}
            value={likelihood ?? undefined}
            options={likelihoods.map((value) => ({
              value,
              label: labels.likelihoods[value],
              description: labels.likelihoodRanges[value],
            }))}
            onChange={setLikelihood}
            emptyLabel={t.records.common.notStated}
            onClear={() => setLikelihood(null)}
          />
          <ConfidenceField
            label={words.confidence}
            value={confidence ?? undefined}
            onChange={(level) => setConfidence(level ?? null)}
          />
        </div>
      )}
      {mode === 'write' && (
        <WordingList
          findings={findings}
          onJump={({ start, end }) => selectIn(area.current, start, end)}
        />
      )}
      <ErrorNotice error={saving.error} />
      <div className="note-editor-foot">
        <Segmented
          label={words.mode}
          isLabelHidden
          value={mode}
          options={[
            { value: 'write', label: words.write },
            { value: 'preview', label: words.preview },
          ]}
          onChange={setMode}
        />
        <TlpField isLabelHidden value={tlp} onChange={setTlp} />
        <span className="note-editor-gap" />
        <Button onPress={onClose}>{t.records.common.cancel}</Button>
        <Button
          variant="primary"
          isPending={saving.isSaving}
          onPress={() => void save()}
          shortcut="Ctrl+Enter"
        >
          {words.saveNote}
        </Button>
      </div>
    </div>
  );
}
