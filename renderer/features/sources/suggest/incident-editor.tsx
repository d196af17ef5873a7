import { useState } from 'react';
import { isValidEdtf } from '../../../../shared/domain/edtf.ts';
import { eventTaxonomy, eventTypes } from '../../../../shared/domain/vocabulary.ts';
import type { SubEventType } from '../../../../shared/text/labels.ts';
import { PlaceField } from '../../../map-kit/place-field.tsx';
import { DateField } from '../../../record-kit/date-field.tsx';
import { FormDialog } from '../../../record-kit/form-dialog.tsx';
import { useSave } from '../../../record-kit/use-save.ts';
import { useLabels } from '../../../record-kit/use-vocabulary.ts';
import { useText } from '../../../text/index.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { IncidentFields } from './accept-ops.ts';

interface Props {
  /** As suggested. */
  readonly fields: IncidentFields;
  readonly onClose: () => void;
  readonly onAccept: (fields: IncidentFields) => Promise<void>;
}

/** The candidate incident with what can be changed before it is accepted; the rest comes later. */
export function SuggestedIncidentEditor({ fields, onClose, onAccept }: Props) {
  const t = useText();
  const words = t.incidents.form;
  const labels = useLabels();
  const saving = useSave();
  const [draft, setDraft] = useState(fields);
  const [isChecked, setChecked] = useState(false);
  const set = (patch: Partial<IncidentFields>) => setDraft((before) => ({ ...before, ...patch }));
  const isTitled = draft.title.trim() !== '';
  const isDated = draft.date === null || isValidEdtf(draft.date);
  const type = eventTypes.find((known) => known === draft.eventType);
  const subTypes: readonly string[] = type === undefined ? [] : eventTaxonomy[type];

  function save() {
    setChecked(true);
    if (isTitled && isDated) void onAccept({ ...draft, title: draft.title.trim() });
  }

  return (
    <FormDialog
      title={t.suggest.editor.title}
      size="m"
      saving={saving}
      saveLabel={t.suggest.editor.save}
      isDirty={JSON.stringify(draft) !== JSON.stringify(fields)}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={words.title}
        value={draft.title}
        onChange={(title) => set({ title })}
        dir="auto"
        isRequired
        autoFocus
        maxLength={500}
        errorMessage={isChecked && !isTitled ? words.titleMissing : undefined}
        className="form-dialog-wide"
      />
      <Select
        label={words.type}
        value={draft.eventType ?? undefined}
        options={eventTypes.map((value) => ({ value, label: labels.eventTypes[value] }))}
        onChange={(eventType) => {
          if (eventType !== draft.eventType) set({ eventType, subEventType: null });
        }}
      />
      <Select
        label={words.subType}
        value={draft.subEventType ?? undefined}
        options={subTypes.map((value) => ({
          value,
          label: labels.subEventTypes[value as SubEventType],
        }))}
        onChange={(subEventType) => set({ subEventType })}
        emptyLabel={words.noType}
        onClear={() => set({ subEventType: null })}
      />
      <div className="form-dialog-wide">
        <DateField
          label={words.date}
          value={draft.date}
          onChange={(date) => set({ date })}
          words={draft.dateWords}
          onWordsChange={(dateWords) => set({ dateWords })}
          timeWords={draft.timeWords}
          onTimeWordsChange={(timeWords) => set({ timeWords })}
          errorMessage={isChecked && !isDated ? words.badDate : undefined}
        />
      </div>
      <div className="form-dialog-wide">
        <PlaceField
          label={words.place}
          value={draft.place}
          onChange={(place) => set({ place })}
          words={draft.placeWords}
        />
      </div>
      <TextField
        label={words.placeWords}
        value={draft.placeWords}
        onChange={(placeWords) => set({ placeWords })}
        dir="auto"
        maxLength={500}
        className="form-dialog-wide"
      />
    </FormDialog>
  );
}
