import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useLang, useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import {
  emptyOwnPlace,
  type OwnPlaceForm,
  type OwnPlaceProblem,
  ownPlaceValue,
  problemsOf,
} from './own-place.ts';
import { locatedPoint } from './pick-dialog.tsx';
import { PlaceSearchBox } from './place-search-box.tsx';
import type { PlaceOtherName, PlaceValue } from './place-value.ts';
import { PointPicker } from './point-picker.tsx';
import { PrecisionFields } from './precision-fields.tsx';

export interface OwnPlaceDialogProps {
  /** What was typed so far. */
  readonly name: string;
  readonly onAdd: (value: PlaceValue) => void;
  readonly onClose: () => void;
}

/** Adds a place that no list holds. It becomes a record when the incident is saved. */
export function OwnPlaceDialog({ name, onAdd, onClose }: OwnPlaceDialogProps) {
  const t = useText().map.place;
  const lang = useLang();
  const [form, setForm] = useState(() => emptyOwnPlace(name));
  const [isTried, setTried] = useState(false);
  const problems = problemsOf(form);
  const wrong = (problem: OwnPlaceProblem, words: string) =>
    isTried && problems.includes(problem) ? words : undefined;
  const set = (patch: Partial<OwnPlaceForm>) => setForm((before) => ({ ...before, ...patch }));
  const add = async () => {
    setTried(true);
    if (problems.length > 0) return;
    const point = form.where === 'point' ? form.point : undefined;
    const located = point && (await locatedPoint(point, lang));
    const { country = null, admin1 = null, admin2 = null } = located ?? {};
    onAdd(ownPlaceValue(form, { country, admin1, admin2 }));
  };
  return (
    <Dialog
      {...{ isOpen: true, onClose, title: t.ownTitle, size: form.where === 'point' ? 'l' : 'm' }}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button variant="primary" onPress={() => void add()}>
            {t.add}
          </Button>
        </>
      }
    >
      <div className="place-own">
        <p className="place-picker-hint">{t.ownHint}</p>
        <TextField
          {...{ label: t.ownName, value: form.name, isRequired: true, autoFocus: name === '' }}
          onChange={(next) => set({ name: next })}
          errorMessage={wrong('name', t.ownNameMissing)}
        />
        <OtherNames names={form.names} onChange={(names) => set({ names })} />
        <Segmented<OwnPlaceForm['where']>
          {...{ label: t.where, value: form.where }}
          options={[
            { value: 'area', label: t.inArea },
            { value: 'point', label: t.atPoint },
          ]}
          onChange={(where) => set({ where })}
        />
        {form.where === 'area' ? (
          <AreaField
            area={form.area}
            onChange={(area) => set({ area })}
            errorMessage={wrong('area', t.areaMissing)}
          />
        ) : (
          <>
            <PointPicker value={form.point} onChange={(point) => set({ point })} />
            {wrong('point', t.pointMissing) ? (
              <p className="place-problem" role="alert">
                {t.pointMissing}
              </p>
            ) : null}
            <PrecisionFields value={form.precision} onChange={(precision) => set({ precision })} />
          </>
        )}
      </div>
    </Dialog>
  );
}

interface AreaFieldProps {
  readonly area: OwnPlaceForm['area'];
  readonly onChange: (area: OwnPlaceForm['area']) => void;
  readonly errorMessage: string | undefined;
}

function AreaField({ area, onChange, errorMessage }: AreaFieldProps) {
  const t = useText().map.place;
  const [text, setText] = useState(area?.name ?? '');
  return (
    <PlaceSearchBox
      {...{ label: t.area, isRequired: true, text, errorMessage }}
      isActive={text !== area?.name}
      onText={(next) => {
        setText(next);
        if (area && next !== area.name) onChange(undefined);
      }}
      accepts={(hit) =>
        hit.placeId === null && ['district', 'region', 'country'].includes(hit.level)
      }
      onChoose={(hit) => {
        setText(hit.name);
        onChange(hit);
      }}
    />
  );
}

/** Languages of the field; the list is short on purpose. */
const nameLanguages = [
  'fr',
  'en',
  'ar',
  'ff',
  'mos',
  'bm',
  'dje',
  'ha',
  'tmh',
  'gux',
  'pt',
  'es',
] as const;

interface OtherNamesProps {
  readonly names: readonly PlaceOtherName[];
  readonly onChange: (names: readonly PlaceOtherName[]) => void;
}

function OtherNames({ names, onChange }: OtherNamesProps) {
  const t = useText().map.place;
  const format = useFormat();
  const change = (index: number, patch: Partial<PlaceOtherName>) =>
    onChange(names.map((other, at) => (at === index ? { ...other, ...patch } : other)));
  return (
    <div className="place-names">
      {names.map((other, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <div key={index} className="place-name-line">
          <TextField
            {...{ label: t.otherName, value: other.name, dir: 'auto' }}
            onChange={(name) => change(index, { name })}
          />
          <Select<string>
            {...{ label: t.otherLang, value: other.lang ?? undefined }}
            options={nameLanguages.map((code) => ({ value: code, label: format.language(code) }))}
            onChange={(code) => change(index, { lang: code })}
          />
          <IconButton
            icon={<X size={14} aria-hidden="true" />}
            label={t.removeName}
            onPress={() => onChange(names.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        variant="quiet"
        icon={<Plus size={14} aria-hidden="true" />}
        onPress={() => onChange([...names, { name: '', lang: null }])}
      >
        {t.addName}
      </Button>
    </div>
  );
}
