// The form of an incident in the inspector. Its values live in the editor store.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { suggestStatus } from '../../../shared/domain/status-suggestion.ts';
import {
  eventTaxonomy,
  eventTypes,
  incidentStatuses,
  reviewStates,
  targetTypes,
} from '../../../shared/domain/vocabulary.ts';
import { codeLabel, labels } from '../../../shared/text/index.ts';
import type { SubEventType } from '../../../shared/text/labels.ts';
import { PlaceField } from '../../map-kit/place-field.tsx';
import { ConfidenceField } from '../../record-kit/confidence-field.tsx';
import { DateField } from '../../record-kit/date-field.tsx';
import { PlaceDialog } from '../../record-kit/place-dialog.tsx';
import { publishedDays } from '../../record-kit/published-days.ts';
import { TlpField } from '../../record-kit/tlp-field.tsx';
import { useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import type { Option } from '../../ui/option.ts';
import { Select } from '../../ui/select.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TokenField } from '../../ui/token-field.tsx';
import { changeForm, saveForm, useIncidentEditor } from './editor-store.ts';
import { FormRefusal } from './form-refusal.tsx';
import { SameDraftLine } from './same-draft.tsx';
import { StatusSuggestionLine } from './status-suggestion.tsx';
import { useEditedDossier } from './use-edited-dossier.ts';

interface IncidentFormProps {
  /** Told before the form closes by Cancel or Esc; asks when something was typed. */
  readonly onCancel: () => void;
  /** Another record is selected in the table while this one is being changed. */
  readonly isOther: boolean;
}

export function IncidentForm({ onCancel, isOther }: IncidentFormProps) {
  const t = useText().incidents.form;
  const mode = useIncidentEditor((state) => state.mode);
  const isSaving = useIncidentEditor((state) => state.isSaving);
  const form = useRef<HTMLFormElement>(null);

  const save = async () => {
    if (await saveForm()) return;
    // the first marked field takes the focus once it is drawn as wrong
    requestAnimationFrame(() => {
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] button')
        ?.focus();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isSave = (event.ctrlKey || event.metaKey) && (event.key === 'Enter' || event.key === 's');
    const isOwn = form.current?.contains(event.target as Node) === true;
    if (isSave) void save();
    else if (event.key === 'Escape' && isOwn && !event.defaultPrevented) onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      ref={form}
      className="incident-form"
      aria-labelledby="incident-form-title"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <header className="incident-form-header">
        <h2 id="incident-form-title" className="inspector-title">
          {mode === 'new' ? t.newTitle : t.editTitle}
        </h2>
        {isOther ? <p className="u-soft inspector-small">{t.otherSelected}</p> : null}
      </header>
      <div className="incident-form-body">
        <What />
        <WhenWhere />
        <Judgement />
      </div>
      <SameDraftLine />
      <footer className="incident-form-footer">
        <FormRefusal onOverwrite={() => void saveForm(true)} />
        <div className="incident-form-buttons">
          <Button onPress={onCancel}>{t.cancel}</Button>
          <Button variant="primary" type="submit" isPending={isSaving} shortcut="Ctrl+S">
            {t.save}
          </Button>
        </div>
      </footer>
    </form>
  );
}

function What() {
  const t = useText().incidents.form;
  const l = labels(useLang());
  const form = useIncidentEditor((state) => state.form);
  const problems = useIncidentEditor((state) => state.problems);
  const focusNumber = useIncidentEditor((state) => state.focusNumber);
  const title = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each request focuses again
  useEffect(() => title.current?.focus(), [focusNumber]);
  const type = eventTypes.find((known) => known === form.eventType);
  const subTypes: readonly string[] = type === undefined ? [] : eventTaxonomy[type];
  return (
    <fieldset className="incident-form-part">
      <legend>{t.what}</legend>
      <TextArea
        label={t.title}
        isRequired
        isOneLine
        value={form.title}
        onChange={(value) => changeForm({ title: value })}
        placeholder={t.titleHint}
        errorMessage={problems.title}
        inputRef={title}
      />
      <div className="incident-form-pair">
        <Select
          label={t.type}
          value={form.eventType ?? undefined}
          options={withStored(
            eventTypes.map((value): Option<string> => ({ value, label: l.eventTypes[value] })),
            form.eventType,
          )}
          emptyLabel={t.noType}
          onClear={() => changeForm({ eventType: null, subEventType: null })}
          onChange={(eventType) => {
            if (eventType !== form.eventType) changeForm({ eventType, subEventType: null });
          }}
          errorMessage={problems.eventType}
        />
        <Select
          label={t.subType}
          value={form.subEventType ?? undefined}
          options={withStored(
            subTypes.map(
              (value): Option<string> => ({
                value,
                label: l.subEventTypes[value as SubEventType],
              }),
            ),
            form.subEventType,
          )}
          emptyLabel={t.noType}
          onClear={() => changeForm({ subEventType: null })}
          onChange={(subEventType) => changeForm({ subEventType })}
          isDisabled={subTypes.length === 0 && form.subEventType === null}
          errorMessage={problems.subEventType}
        />
      </div>
      <TokenField
        label={t.targets}
        values={form.targets}
        onChange={(targets) => changeForm({ targets })}
        options={targetTypes.map((value) => ({ value, label: l.targets[value] }))}
        labelOf={(value) => codeLabel(l.targets, value)}
        allowsCustom
        placeholder={t.targetsHint}
        errorMessage={problems.targets}
      />
      <TextArea
        label={t.summary}
        value={form.summary}
        onChange={(summary) => changeForm({ summary })}
        placeholder={t.summaryHint}
        rows={4}
        errorMessage={problems.summary}
      />
    </fieldset>
  );
}

/** Keeps a stored word that is not in the list choosable: the taxonomy may be extended. */
function withStored(
  options: readonly Option<string>[],
  stored: string | null,
): readonly Option<string>[] {
  if (stored === null || options.some((option) => option.value === stored)) return options;
  return [...options, { value: stored, label: stored }];
}

function WhenWhere() {
  const dossier = useEditedDossier();
  const t = useText().incidents.form;
  const form = useIncidentEditor((state) => state.form);
  const problems = useIncidentEditor((state) => state.problems);
  const [editedPlace, setEditedPlace] = useState<string>();
  return (
    <fieldset className="incident-form-part">
      <legend>{t.whenWhere}</legend>
      <DateField
        label={t.date}
        value={form.date}
        onChange={(date) => changeForm({ date })}
        words={form.dateWords}
        onWordsChange={(dateWords) => changeForm({ dateWords })}
        published={publishedDays(dossier.claims)}
        timeWords={form.timeWords}
        onTimeWordsChange={(timeWords) => changeForm({ timeWords })}
        errorMessage={problems.date}
      />
      <PlaceField
        label={t.place}
        value={form.place}
        onChange={(place) => changeForm({ place })}
        on={form.date}
        onEditPlace={setEditedPlace}
        errorMessage={problems.place}
      />
      {editedPlace !== undefined && (
        <PlaceDialog placeId={editedPlace} onClose={() => setEditedPlace(undefined)} />
      )}
      <TextField
        label={t.placeWords}
        value={form.placeWords}
        onChange={(placeWords) => changeForm({ placeWords })}
        placeholder={t.placeWordsHint}
        errorMessage={problems.placeWords}
      />
    </fieldset>
  );
}

function Judgement() {
  const t = useText().incidents.form;
  const lang = useLang();
  const l = labels(lang);
  const dossier = useEditedDossier();
  const suggested = suggestStatus(dossier).status;
  const form = useIncidentEditor((state) => state.form);
  const problems = useIncidentEditor((state) => state.problems);
  const isAgainst = dossier.claims.length > 0 && suggested !== form.status;
  return (
    <fieldset className="incident-form-part">
      <legend>{t.judgement}</legend>
      <div className="incident-form-pair">
        <Select
          label={t.status}
          value={form.status}
          options={incidentStatuses.map((value) => ({
            value,
            label: l.statuses[value],
            description: l.statusMeanings[value],
            icon: (
              <span className={`c-status-${value}`}>
                <StatusIcon status={value} />
              </span>
            ),
          }))}
          onChange={(status) => changeForm({ status })}
          errorMessage={problems.status}
        />
        <ConfidenceField
          label={t.confidence}
          value={form.confidence ?? undefined}
          emptyLabel={t.noConfidence}
          onChange={(confidence) => changeForm({ confidence: confidence ?? null })}
          errorMessage={problems.confidence}
        />
      </div>
      <StatusSuggestionLine
        dossier={dossier}
        status={form.status}
        onSet={(status) => changeForm({ status })}
      />
      <TextField
        label={t.statusWhy}
        value={form.statusWhy}
        onChange={(statusWhy) => changeForm({ statusWhy })}
        placeholder={
          isAgainst
            ? t.statusAgainstHint(l.statuses[suggested].toLocaleLowerCase(lang))
            : t.statusWhyHint
        }
        errorMessage={problems.statusWhy}
      />
      <div className="incident-form-pair">
        <Select
          label={t.review}
          value={form.review}
          options={reviewStates.map((value) => ({ value, label: l.reviews[value] }))}
          onChange={(review) => changeForm({ review })}
          errorMessage={problems.review}
        />
        <TlpField
          label={t.tlp}
          value={form.tlp}
          onChange={(tlp) => changeForm({ tlp })}
          errorMessage={problems.tlp}
        />
      </div>
    </fieldset>
  );
}
