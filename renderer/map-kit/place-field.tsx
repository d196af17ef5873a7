import './place-field.css';
import { MapPinned, Pencil, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useFormat, useLang, useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import type { FieldProps } from '../ui/field.tsx';
import { OwnPlaceDialog } from './own-place-dialog.tsx';
import { PickDialog } from './pick-dialog.tsx';
import { PlaceDoubt } from './place-doubt.tsx';
import { PlaceSearchBox } from './place-search-box.tsx';
import type { PlaceValue } from './place-value.ts';
import { valueOfHit, valueText } from './place-words.ts';
import { PrecisionFields } from './precision-fields.tsx';

export interface PlaceFieldProps extends FieldProps {
  readonly value: PlaceValue | null;
  readonly onChange: (value: PlaceValue | null) => void;
  /** The place as the source words it; shown as a reminder. */
  readonly words?: string | undefined;
  /** Searched for from the start, as words of a source. */
  readonly startText?: string | undefined;
  /** Date of the incident (EDTF): a name may have held only before or after it. */
  readonly on?: string | null | undefined;
  /** Opens a place of the case to be changed. */
  readonly onEditPlace?: ((placeId: string) => void) | undefined;
}

/**
 * Where an incident took place: by name from the case or the gazetteer, by a click on the map, or as a
 * new place of the case; with how exactly it is known.
 */
export function PlaceField(props: PlaceFieldProps) {
  const { value, onChange, words, startText, on, onEditPlace, ...field } = props;
  const t = useText().map;
  const lang = useLang();
  const format = useFormat();
  const name = value === null ? '' : value.name || t.place.barePoint;
  const [text, setText] = useState(value === null ? (startText ?? name) : name);
  const [dialog, setDialog] = useState<'pick' | 'own'>();
  // Another value from outside (undo, another record) replaces what was typed.
  const shown = useRef(name);
  useEffect(() => {
    if (shown.current !== name) setText(name);
    shown.current = name;
  }, [name]);
  const isLoose = text.trim() !== '' && text !== name;
  const isFixed = field.isDisabled === true || field.isReadOnly === true;
  const take = (next: PlaceValue | null) => {
    setDialog(undefined);
    setText(next === null ? '' : next.name || t.place.barePoint);
    onChange(next);
  };
  const hint = words ? t.place.asWorded(words) : undefined;
  return (
    <div className="place-field">
      <PlaceSearchBox
        {...field}
        description={field.description ?? hint}
        text={text}
        onText={setText}
        isActive={isLoose}
        on={on}
        onChoose={(hit) => take(valueOfHit(hit))}
        onAdd={() => setDialog('own')}
        onClear={() => {
          if (value !== null) take(null);
        }}
      />
      {isLoose ? <p className="place-loose">{t.place.notChosen}</p> : null}
      {value && !isLoose ? (
        <>
          <p className="place-where">
            <bdi>{valueText(value, t, format, lang)}</bdi>
          </p>
          <PlaceDoubt
            value={value}
            on={on ?? null}
            isFixed={isFixed}
            onChoose={(hit) => take(valueOfHit(hit))}
          />
          <PrecisionFields
            value={value}
            isDisabled={isFixed}
            onChange={(precision) => onChange({ ...value, ...precision })}
          />
        </>
      ) : null}
      {isFixed ? null : (
        <div className="place-actions">
          <Button
            variant="quiet"
            icon={<MapPinned size={14} aria-hidden="true" />}
            onPress={() => setDialog('pick')}
          >
            {t.place.pick}
          </Button>
          <Button
            variant="quiet"
            icon={<Plus size={14} aria-hidden="true" />}
            onPress={() => setDialog('own')}
          >
            {isLoose ? t.place.addNamed(text.trim()) : t.place.addOwn}
          </Button>
          {value?.placeId != null && !isLoose && onEditPlace !== undefined ? (
            <Button
              variant="quiet"
              icon={<Pencil size={14} aria-hidden="true" />}
              onPress={() => value.placeId !== null && onEditPlace(value.placeId)}
            >
              {t.place.edit}
            </Button>
          ) : null}
          {value ? (
            <Button
              variant="quiet"
              icon={<X size={14} aria-hidden="true" />}
              onPress={() => take(null)}
            >
              {t.place.clear}
            </Button>
          ) : null}
        </div>
      )}
      {dialog === 'pick' ? (
        <PickDialog at={value} onPick={take} onClose={() => setDialog(undefined)} />
      ) : null}
      {dialog === 'own' ? (
        <OwnPlaceDialog
          name={isLoose ? text.trim() : ''}
          onAdd={take}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </div>
  );
}
