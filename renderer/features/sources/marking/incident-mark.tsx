import { useState } from 'react';
import { disorderOf } from '../../../../shared/domain/disorder-type.ts';
import { isValidEdtf } from '../../../../shared/domain/edtf.ts';
import { type EventType, eventTypes } from '../../../../shared/domain/vocabulary.ts';
import { resolveDateWords } from '../../../../shared/extract/resolve-date.ts';
import { newId } from '../../../../shared/lib/ids.ts';
import { PlaceField } from '../../../map-kit/place-field.tsx';
import { placeFields, placeSteps } from '../../../map-kit/place-ops.ts';
import type { PlaceValue } from '../../../map-kit/place-value.ts';
import { DateField } from '../../../record-kit/date-field.tsx';
import { FormDialog } from '../../../record-kit/form-dialog.tsx';
import { useSave } from '../../../record-kit/use-save.ts';
import { useLabels } from '../../../record-kit/use-vocabulary.ts';
import { notify, open } from '../../../state/app-store.ts';
import { useLang, useText } from '../../../text/index.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { MarkSeat } from './mark-seat.ts';
import { type Marked, passageOp, publishedDay, sentenceOf, spanOf, wordsOf } from './quote.ts';
import { QuoteBlock } from './quote-block.tsx';

/** Longest selection that reads as a title as it is, in characters. */
const longestTitle = 120;

/** A new incident told by the marked words: title, date counted from the publication, place. */
export function IncidentMark({ marked, onClose, onDone }: MarkSeat) {
  const t = useText();
  const words = t.sources.marking;
  const labels = useLabels();
  const lang = useLang();
  const saving = useSave();
  const date = dateAround(marked, lang);
  const [title, setTitle] = useState(() => titleOf(wordsOf(marked)));
  const [eventType, setEventType] = useState<EventType>();
  const [edtf, setEdtf] = useState(date.edtf);
  const [place, setPlace] = useState<PlaceValue | null>(null);
  const [wasTried, setWasTried] = useState(false);
  const isTitled = title.trim() !== '';
  const isDated = edtf === null || isValidEdtf(edtf);

  async function save() {
    setWasTried(true);
    if (!isTitled || !isDated) return;
    const id = newId();
    const made = placeSteps(place, newId());
    const values = {
      title: title.trim(),
      event_type: eventType ?? null,
      disorder_type: disorderOf(eventType ?? null, null),
      date_edtf: edtf,
      time_words: date.timeWords,
      ...placeFields(place, made.id),
      place_words: place?.name ?? null,
      tlp: marked.source.tlp,
    };
    const isSaved = await saving.save([
      ...made.ops,
      { do: 'create', table: 'incident', id, values },
      passageOp(marked, newId(), { table: 'incident', id }),
    ]);
    if (!isSaved) return;
    notify({
      text: words.incidentMade(values.title),
      action: { label: words.openIncident, run: () => void open('incident', id) },
    });
    onDone({ incidentId: id });
  }

  return (
    <FormDialog
      title={words.titles.incident}
      size="l"
      saving={saving}
      saveLabel={words.save}
      isDirty={title !== titleOf(wordsOf(marked)) || place !== null || eventType !== undefined}
      onSave={() => void save()}
      onClose={onClose}
    >
      <QuoteBlock {...marked} />
      <TextField
        label={words.title}
        value={title}
        onChange={setTitle}
        dir="auto"
        isRequired
        autoFocus
        maxLength={500}
        errorMessage={wasTried && !isTitled ? words.titleNeeded : undefined}
        className="form-dialog-wide"
      />
      <Select
        label={words.eventType}
        value={eventType}
        options={eventTypes.map((value) => ({ value, label: labels.eventTypes[value] }))}
        onChange={setEventType}
        emptyLabel={t.records.common.notStated}
        onClear={() => setEventType(undefined)}
      />
      <DateField
        label={words.date}
        value={edtf}
        onChange={setEdtf}
        errorMessage={wasTried && !isDated ? t.records.common.badDate : undefined}
      />
      {(date.edtf !== null || date.needsPublished) && (
        <div className="form-dialog-wide">
          <Notice tone="info" title={words.dateRead}>
            {date.why}
          </Notice>
        </div>
      )}
      <div className="form-dialog-wide">
        <PlaceField label={words.place} value={place} onChange={setPlace} />
      </div>
    </FormDialog>
  );
}

/** The date in the words, else in their sentence, else the last one told before in the paragraph. */
function dateAround(marked: Marked, lang: 'en' | 'fr') {
  const { text } = marked.source;
  const { from, to } = spanOf(marked);
  const lead = text.slice(text.lastIndexOf('\n', from - 1) + 1, to);
  const published = publishedDay(marked.source);
  const read = [wordsOf(marked), sentenceOf(marked), lead].map((words) =>
    resolveDateWords(words, published, lang),
  );
  return read.find(({ edtf }) => edtf !== null) ?? resolveDateWords(lead, published, lang);
}

/** Empty where the selection is a whole passage of text: the analyst words the title then. */
function titleOf(words: string): string {
  return words.length <= longestTitle ? words.charAt(0).toLocaleUpperCase() + words.slice(1) : '';
}
