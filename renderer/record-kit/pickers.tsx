// Choosing an actor, a source or an incident by typing, with a new one made in the same flow.
import { ArrowUp, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { call } from '../api/client.ts';
import { useRead } from '../state/use-changes.ts';
import { useText } from '../text/index.tsx';
import type { FieldProps } from '../ui/field.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { CreatorSeat } from './creator-seat.ts';
import { QuickActor, QuickSource } from './quick-create.tsx';
import { RecordPicker } from './record-picker.tsx';
import {
  type Found,
  findActors,
  findIncidents,
  findSources,
  findStarters,
  nameOf,
  type PickTable,
} from './record-search.ts';
import { StarterDialog } from './starter-dialog.tsx';
import './pickers.css';

export interface PickerProps extends FieldProps {
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined, name: string | undefined) => void;
  /** Name of the value, when the caller has it; read otherwise. */
  readonly name?: string | undefined;
  readonly exclude?: readonly string[] | undefined;
  /** Searched for from the start, as words of a source. */
  readonly startText?: string | undefined;
}

/** Finds actors by any of their names, in any script, accents or not. */
export function ActorPicker(props: PickerProps) {
  const { pickers: words, starters } = useText().records;
  return (
    <CreatingPicker
      {...props}
      table="actor"
      find={findActors}
      placeholder={words.searchActor}
      createLabel={words.createActor}
      creator={(name, seat) => <QuickActor name={name} {...seat} />}
      outside={{
        heading: starters.section,
        find: findStarters,
        creator: (key, typed, seat) => <StarterPick id={key} text={typed} {...seat} />,
      }}
    />
  );
}

interface StarterPickProps extends CreatorSeat {
  readonly id: string;
  readonly text: string;
}

/** The actor chosen from the starter list, read again so that its relations are those of now. */
function StarterPick({ id, text, ...seat }: StarterPickProps) {
  const read = useRead(() => call('starter/search', { text }), [text]);
  const actor = read.value?.find(({ key }) => key === id);
  return actor === undefined ? null : <StarterDialog actor={actor} {...seat} />;
}

export function SourcePicker(props: PickerProps) {
  const words = useText().records.pickers;
  return (
    <CreatingPicker
      {...props}
      table="source"
      find={findSources}
      placeholder={words.searchSource}
      createLabel={words.createSource}
      creator={(title, seat) => <QuickSource title={title} {...seat} />}
    />
  );
}

interface CreatingPickerProps extends PickerProps {
  readonly table: PickTable;
  readonly find: (text: string) => Promise<readonly Found[]>;
  readonly placeholder: string;
  readonly createLabel: (typed: string) => string;
  /** The form of a new record, on top of the one that the picker stands in. */
  readonly creator: (typed: string, seat: CreatorSeat) => ReactNode;
  /** Matches from outside the case, and the form that takes one in. */
  readonly outside?: {
    readonly heading: string;
    readonly find: (text: string) => Promise<readonly Found[]>;
    readonly creator: (id: string, typed: string, seat: CreatorSeat) => ReactNode;
  };
}

interface Wanted {
  readonly text: string;
  /** Of a match from outside the case. */
  readonly outsideId?: string;
}

function CreatingPicker({ creator, outside, className, ...picker }: CreatingPickerProps) {
  const [wanted, setWanted] = useState<Wanted>();
  const root = useFocusBack(wanted !== undefined);
  const seat: CreatorSeat = {
    onClose: () => setWanted(undefined),
    onCreated: (id, name) => {
      setWanted(undefined);
      picker.onChange(id, name);
    },
  };
  return (
    <div ref={root} className={className}>
      <RecordPicker
        {...picker}
        onCreate={(text) => setWanted({ text })}
        outside={
          outside && {
            ...outside,
            onChoose: (outsideId, text) => setWanted({ text, outsideId }),
          }
        }
      />
      {wanted !== undefined &&
        (wanted.outsideId === undefined
          ? creator(wanted.text, seat)
          : outside?.creator(wanted.outsideId, wanted.text, seat))}
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

export function IncidentPicker(props: PickerProps) {
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
