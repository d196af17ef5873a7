// A place of the case: what it is called and when, how exactly it is known, and which other place it is.
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { PlaceDossier } from '../../shared/contract/place-calls.ts';
import { newId } from '../../shared/lib/ids.ts';
import { call } from '../api/client.ts';
import { PrecisionFields } from '../map-kit/precision-fields.tsx';
import { notifyError, open } from '../state/app-store.ts';
import { useCase } from '../state/case-store.ts';
import { useRead } from '../state/use-changes.ts';
import { useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { LanguageField } from './code-fields.tsx';
import { DateField } from './date-field.tsx';
import { EdtfText } from './edtf-text.tsx';
import { FormDialog } from './form-dialog.tsx';
import { type PlaceNameDraft, placeDraft, placeIssues, placeOps } from './place-form.ts';
import { notifyWithUndo } from './take-back.ts';
import './place-dialog.css';
import { useFormDraft } from './use-form-draft.ts';
import { useSave } from './use-save.ts';

interface Props {
  readonly placeId: string;
  readonly onClose: () => void;
}

export function PlaceDialog({ placeId, onClose }: Props) {
  const read = useRead(() => call('place/get', { id: placeId }), [placeId], []);
  return read.value === undefined ? null : <PlaceForm dossier={read.value} onClose={onClose} />;
}

interface FormProps {
  readonly dossier: PlaceDossier;
  readonly onClose: () => void;
}

function PlaceForm({ dossier, onClose }: FormProps) {
  const words = useText().records.places;
  const saving = useSave();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const { draft, issues, isDirty, set, check } = useFormDraft(
    () => placeDraft(dossier),
    placeIssues,
  );

  async function save() {
    if (!check()) return;
    if (await saving.save(placeOps(draft, dossier))) onClose();
  }

  return (
    <FormDialog
      size="l"
      title={words.title}
      saving={saving}
      isReady={!isReadOnly}
      isDirty={isDirty}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        value={draft.name}
        onChange={(name) => set({ name })}
        dir="auto"
        isRequired
        maxLength={500}
        errorMessage={issues?.name && words.nameNeeded}
        className="form-dialog-wide"
      />
      <div className="form-dialog-wide">
        <PlaceNames
          names={draft.names}
          wrong={issues?.names ?? {}}
          onChange={(names) => set({ names })}
        />
      </div>
      <div className="form-dialog-wide">
        <PrecisionFields
          value={{ level: draft.level, radiusM: draft.radiusM }}
          onChange={({ level, radiusM }) => set({ level, radiusM })}
        />
      </div>
      <TextArea
        label={words.description}
        value={draft.description}
        onChange={(description) => set({ description })}
        rows={3}
        dir="auto"
        className="form-dialog-wide"
      />
      <PlaceIncidents dossier={dossier} onClose={onClose} />
      {!isReadOnly && <SamePlace dossier={dossier} isDirty={isDirty} onClose={onClose} />}
    </FormDialog>
  );
}

interface NamesProps {
  readonly names: readonly PlaceNameDraft[];
  readonly wrong: Readonly<Record<string, 'needed' | 'bad-date' | 'before-start'>>;
  readonly onChange: (names: readonly PlaceNameDraft[]) => void;
}

function PlaceNames({ names, wrong, onChange }: NamesProps) {
  const words = useText().records.places;
  const set = (id: string, patch: Partial<PlaceNameDraft>) =>
    onChange(names.map((row) => (row.id === id ? { ...row, ...patch } : row)));
  return (
    <FieldGroup label={words.names} description={words.namesHint}>
      <div className="place-dialog-names">
        {names.map((row) => {
          const issue = wrong[row.id];
          return (
            <div key={row.id} className="place-dialog-name">
              <TextField
                label={words.otherName}
                value={row.name}
                onChange={(name) => set(row.id, { name })}
                dir="auto"
                maxLength={500}
                errorMessage={issue === 'needed' ? words.nameNeeded : undefined}
              />
              <LanguageField
                label={words.language}
                value={row.lang}
                onChange={(lang) => set(row.id, { lang })}
              />
              <IconButton
                icon={<Trash2 size={14} aria-hidden />}
                label={words.removeName(row.name)}
                onPress={() => onChange(names.filter(({ id }) => id !== row.id))}
                className="place-dialog-remove"
              />
              <DateField
                label={words.validFrom}
                value={row.validFrom}
                onChange={(validFrom) => set(row.id, { validFrom })}
              />
              <DateField
                label={words.validTo}
                value={row.validTo}
                onChange={(validTo) => set(row.id, { validTo })}
                errorMessage={
                  issue === 'bad-date'
                    ? words.badDate
                    : issue === 'before-start'
                      ? words.endsBefore
                      : undefined
                }
              />
            </div>
          );
        })}
        <Button
          icon={<Plus size={14} aria-hidden />}
          onPress={() =>
            onChange([
              ...names,
              { id: newId(), name: '', lang: null, validFrom: null, validTo: null },
            ])
          }
        >
          {words.addName}
        </Button>
      </div>
    </FieldGroup>
  );
}

function PlaceIncidents({ dossier, onClose }: FormProps) {
  const words = useText().records.places;
  const { incidents, incidentCount } = dossier;
  return (
    <section className="form-dialog-wide">
      <h3 className="place-dialog-heading">{words.incidents(incidentCount)}</h3>
      <ul className="place-dialog-incidents">
        {incidents.map(({ id, title, dateEdtf }) => (
          <li key={id}>
            <Button
              variant="quiet"
              onPress={() => {
                onClose();
                void open('incident', id).catch(notifyError);
              }}
            >
              {title}
            </Button>
            <EdtfText edtf={dateEdtf} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Two records that are one place: the other's names, incidents and notes come over to this one. */
function SamePlace({ dossier, isDirty, onClose }: FormProps & { readonly isDirty: boolean }) {
  const t = useText();
  const words = t.records.places;
  const [other, setOther] = useState<string>();
  const read = useRead(() => call('place/list', {}), [], ['places']);
  const others = (read.value ?? []).filter(({ id }) => id !== dossier.place.id);
  if (others.length === 0) return null;
  const chosen = others.find(({ id }) => id === other);
  async function merge() {
    if (chosen === undefined) return;
    const { revision } = await call('place/merge', { keep: dossier.place.id, drop: chosen.id });
    onClose();
    notifyWithUndo(words.merged(chosen.name, dossier.place.name), revision);
  }
  return (
    <section className="form-dialog-wide place-dialog-same">
      <Select
        label={words.same}
        value={other}
        options={others.map(({ id, name, admin2, admin1 }) => ({
          value: id,
          label: [name, admin2, admin1].filter(Boolean).join(', '),
        }))}
        onChange={setOther}
        emptyLabel={words.noneChosen}
        onClear={() => setOther(undefined)}
        description={isDirty ? words.saveFirst : words.sameHint(dossier.place.name)}
      />
      <Button
        isDisabled={chosen === undefined || isDirty}
        onPress={() => void merge().catch(notifyError)}
      >
        {words.merge}
      </Button>
    </section>
  );
}
