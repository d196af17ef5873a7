import { useCallback, useState } from 'react';
import type { KnownToll } from '../../../shared/report/wording/known-tolls.ts';
import type { Lang } from '../../../shared/text/lang.ts';
import { FormDialog } from '../../record-kit/form-dialog.tsx';
import { useSave } from '../../record-kit/use-save.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { NumberedSource } from './editor/lookup.ts';
import { documentOf, markdownOf } from './editor/markdown-text.ts';
import { RichTextField } from './editor/rich-text-field.tsx';
import type { ReportSection } from './section-changes.ts';

/** Characters of a section's stored text (`reportEditsSchema`). */
const longest = 50_000;

interface Props {
  /** Undefined: a new section of the analyst's own. */
  readonly section: ReportSection | undefined;
  /** Of the report. */
  readonly lang: Lang;
  /** Headings in use. */
  readonly taken: readonly string[];
  /** Figures of the incident that the report is about. */
  readonly tolls: readonly KnownToll[] | undefined;
  readonly sources: readonly NumberedSource[];
  readonly incidentId: string | undefined;
  readonly onSave: (key: string, text: string) => void;
  readonly onReset: (key: string) => void;
  readonly onClose: () => void;
}

/** Writes the words of one section. */
export function SectionTextDialog(props: Props) {
  const { section, lang, taken, onSave, onReset, onClose } = props;
  const words = useText().reports.sections;
  const saving = useSave();
  const [title, setTitle] = useState(section?.key ?? '');
  // as the editor writes it: an untouched text is no change
  const [initial] = useState(() => markdownOf(documentOf(section?.text ?? '')));
  const [text, setText] = useState(initial);
  const key = title.trim();
  const isTaken = section === undefined && taken.includes(key);
  const isTooLong = text.length > longest;
  const tollsFor = useCallback(() => props.tolls, [props.tolls]);
  return (
    <FormDialog
      title={section === undefined ? words.add : words.write(section.key)}
      size="xl"
      saving={saving}
      saveLabel={words.take}
      isReady={key !== '' && !isTaken && !isTooLong}
      isDirty={text !== initial || title !== (section?.key ?? '')}
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
        <RichTextField
          label={words.text}
          description={words.textHelp}
          initial={initial}
          lang={lang}
          sources={props.sources}
          incidentId={props.incidentId}
          tollsFor={tollsFor}
          takesFocus={section !== undefined}
          onChange={setText}
        />
        {isTooLong ? <Notice tone="bad" title={words.tooLong} /> : null}
        {section?.isEdited === true ? (
          <Button variant="quiet" onPress={() => onReset(section.key)}>
            {section.isOwn ? words.remove : words.reset}
          </Button>
        ) : null}
      </div>
    </FormDialog>
  );
}
