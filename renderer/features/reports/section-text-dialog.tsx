import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { confidenceLevels, likelihoods } from '../../../shared/domain/vocabulary.ts';
import { checkWording } from '../../../shared/report/wording/check.ts';
import type { KnownToll } from '../../../shared/report/wording/known-tolls.ts';
import { labels } from '../../../shared/text/index.ts';
import type { Lang } from '../../../shared/text/lang.ts';
import { FormDialog } from '../../record-kit/form-dialog.tsx';
import { selectIn } from '../../record-kit/select-in.ts';
import { useSave } from '../../record-kit/use-save.ts';
import { WordingList } from '../../record-kit/wording-list.tsx';
import { catalogues } from '../../text/catalogue.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ReportSection } from './section-changes.ts';

interface Props {
  /** Undefined: a new section of the analyst's own. */
  readonly section: ReportSection | undefined;
  /** Of the report: its words of likelihood are inserted. */
  readonly lang: Lang;
  /** Headings in use. */
  readonly taken: readonly string[];
  readonly tolls: readonly KnownToll[] | undefined;
  readonly onSave: (key: string, text: string) => void;
  readonly onReset: (key: string) => void;
  readonly onClose: () => void;
}

/** Writes the words of one section: Markdown, ICD-203 words at hand, the wording checked meanwhile. */
export function SectionTextDialog({
  section,
  lang,
  taken,
  tolls,
  onSave,
  onReset,
  onClose,
}: Props) {
  const words = useText().reports.sections;
  const l = labels(lang);
  const saving = useSave();
  const area = useRef<HTMLTextAreaElement>(null);
  const [title, setTitle] = useState(section?.key ?? '');
  const [text, setText] = useState(section?.text ?? '');
  const checked = useDeferredValue(text);
  const findings = useMemo(() => checkWording(checked, { tolls }), [checked, tolls]);
  const key = title.trim();
  const isTaken = section === undefined && taken.includes(key);
  /** Puts a word where the caret is, in place of what is selected. */
  const insert = (word: string) => {
    const field = area.current;
    const start = field?.selectionStart ?? text.length;
    const end = field?.selectionEnd ?? text.length;
    setText(`${text.slice(0, start)}${word}${text.slice(end)}`);
    // after the menu has given the keyboard back
    setTimeout(() => selectIn(area.current, start, start + word.length), 0);
  };
  return (
    <FormDialog
      title={section === undefined ? words.add : words.write(section.key)}
      size="l"
      saving={saving}
      saveLabel={words.take}
      isReady={key !== '' && !isTaken}
      isDirty={text !== (section?.text ?? '') || title !== (section?.key ?? '')}
      onSave={() => onSave(key, text)}
      onClose={onClose}
    >
      <div className="form-dialog-wide reports-writing">
        {section === undefined ? (
          <TextField
            label={words.heading}
            value={title}
            maxLength={200}
            dir="auto"
            autoFocus
            errorMessage={isTaken ? words.headingTaken : undefined}
            onChange={setTitle}
          />
        ) : null}
        <TextArea
          label={words.text}
          description={words.textHelp}
          value={text}
          rows={12}
          maxLength={50_000}
          dir="auto"
          autoFocus={section !== undefined}
          inputRef={area}
          onChange={setText}
        />
        <div className="reports-words">
          <MenuButton
            label={words.likelihood}
            entries={likelihoods.map((each) => ({
              id: each,
              label: l.likelihoods[each],
            }))}
            onAction={(id) => {
              const found = likelihoods.find((each) => each === id);
              if (found !== undefined) insert(l.likelihoods[found].toLowerCase());
            }}
          />
          <MenuButton
            label={words.confidence}
            entries={confidenceLevels.map((each) => ({ id: each, label: l.confidence[each] }))}
            onAction={(id) => {
              const found = confidenceLevels.find((each) => each === id);
              if (found === undefined) return;
              const level = l.confidence[found].toLowerCase();
              insert(catalogues[lang].reports.sections.confidenceIs(level));
            }}
          />
          {section?.isEdited === true ? (
            <Button variant="quiet" onPress={() => onReset(section.key)}>
              {section.isOwn ? words.remove : words.reset}
            </Button>
          ) : null}
        </div>
        <WordingList
          findings={findings}
          onJump={({ start, end }) => selectIn(area.current, start, end)}
        />
      </div>
    </FormDialog>
  );
}
