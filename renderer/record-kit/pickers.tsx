// Choosing an actor, a source or an incident by typing, with a new one made in the same flow.
import { ArrowUp, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useRead } from '../state/use-changes.ts';
import { useText } from '../text/index.tsx';
import type { FieldProps } from '../ui/field.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { QuickActor, QuickSource } from './quick-create.tsx';
import { RecordPicker } from './record-picker.tsx';
import { findActors, findIncidents, findSources, nameOf } from './record-search.ts';
import './pickers.css';

export interface PickerProps extends FieldProps {
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined, name: string | undefined) => void;
  /** Name of the value, when the caller has it; read otherwise. */
  readonly name?: string | undefined;
  readonly exclude?: readonly string[] | undefined;
  /** Offers to make a new record out of what was typed; true unless said otherwise. */
  readonly allowsCreate?: boolean | undefined;
}

/** Finds actors by any of their names, in any script, accents or not. */
export function ActorPicker({ allowsCreate = true, ...props }: PickerProps) {
  const words = useText().records.pickers;
  const [wanted, setWanted] = useState<string>();
  const root = useFocusBack(wanted !== undefined);
  return (
    <div ref={root} className={props.className}>
      <RecordPicker
        {...props}
        className={undefined}
        table="actor"
        find={findActors}
        placeholder={words.searchActor}
        createLabel={allowsCreate ? words.createActor : undefined}
        onCreate={setWanted}
      />
      {wanted !== undefined && (
        <QuickActor
          name={wanted}
          onClose={() => setWanted(undefined)}
          onCreated={(id, name) => {
            setWanted(undefined);
            props.onChange(id, name);
          }}
        />
      )}
    </div>
  );
}

export function SourcePicker({ allowsCreate = true, ...props }: PickerProps) {
  const words = useText().records.pickers;
  const [wanted, setWanted] = useState<string>();
  const root = useFocusBack(wanted !== undefined);
  return (
    <div ref={root} className={props.className}>
      <RecordPicker
        {...props}
        className={undefined}
        table="source"
        find={findSources}
        placeholder={words.searchSource}
        createLabel={allowsCreate ? words.createSource : undefined}
        onCreate={setWanted}
      />
      {wanted !== undefined && (
        <QuickSource
          title={wanted}
          onClose={() => setWanted(undefined)}
          onCreated={(id, title) => {
            setWanted(undefined);
            props.onChange(id, title);
          }}
        />
      )}
    </div>
  );
}

/** Gives the focus back to the field when the dialog on top of it closes. */
function useFocusBack(isAway: boolean) {
  const root = useRef<HTMLDivElement>(null);
  const wasAway = useRef(false);
  useEffect(() => {
    if (isAway) {
      wasAway.current = true;
      return;
    }
    if (!wasAway.current) return;
    wasAway.current = false;
    // the closing dialog first takes itself out of the page and sets the rest of it free
    const frame = requestAnimationFrame(() => root.current?.querySelector('input')?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isAway]);
  return root;
}

export function IncidentPicker({ allowsCreate: _never, ...props }: PickerProps) {
  const words = useText().records.pickers;
  return (
    <RecordPicker
      {...props}
      table="incident"
      find={findIncidents}
      placeholder={words.searchIncident}
      createLabel={undefined}
      onCreate={() => undefined}
    />
  );
}

interface ActorsPickerProps extends FieldProps {
  /** Actor ids in order. */
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly names?: Readonly<Record<string, string>> | undefined;
}

/** Several actors in an order that matters, as the chain a claim passed through. */
export function ActorsPicker({ values, onChange, names = {}, ...field }: ActorsPickerProps) {
  const words = useText().records.pickers;
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  return (
    <FieldGroup {...field}>
      <div className="actors-picker">
        {values.length > 0 && (
          <ol className="actors-picker-list">
            {values.map((id, index) => (
              <PickedActor
                key={id}
                id={id}
                name={names[id] ?? picked[id]}
                isFirst={index === 0}
                onRemove={() => onChange(values.filter((other) => other !== id))}
                onEarlier={() => onChange(swapped(values, index))}
              />
            ))}
          </ol>
        )}
        <ActorPicker
          label={`${field.label}: ${words.addActor}`}
          isLabelHidden
          value={undefined}
          exclude={values}
          isDisabled={field.isDisabled}
          onChange={(id, name) => {
            if (id === undefined) return;
            if (name !== undefined) setPicked({ ...picked, [id]: name });
            onChange([...values, id]);
          }}
        />
      </div>
    </FieldGroup>
  );
}

interface PickedActorProps {
  readonly id: string;
  readonly name: string | undefined;
  readonly isFirst: boolean;
  readonly onRemove: () => void;
  readonly onEarlier: () => void;
}

function PickedActor({ id, name: known, isFirst, onRemove, onEarlier }: PickedActorProps) {
  const words = useText().records.pickers;
  const read = useRead(
    () => (known === undefined ? nameOf('actor', id) : Promise.resolve(known)),
    [id, known],
    ['actors'],
  );
  const name = known ?? read.value ?? '…';
  return (
    <li className="actors-picker-item">
      <bdi className="u-truncate">{name}</bdi>
      {!isFirst && (
        <IconButton
          icon={<ArrowUp size={12} aria-hidden />}
          label={words.moveEarlier(name)}
          onPress={onEarlier}
        />
      )}
      <IconButton
        icon={<X size={12} aria-hidden />}
        label={words.remove(name)}
        onPress={onRemove}
      />
    </li>
  );
}

function swapped(values: readonly string[], index: number): readonly string[] {
  const next = [...values];
  const [moved] = next.splice(index, 1);
  if (moved !== undefined) next.splice(index - 1, 0, moved);
  return next;
}
