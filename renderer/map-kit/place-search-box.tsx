import { MapPin, Plus } from 'lucide-react';
import type { PlaceHit } from '../../shared/contract/read-calls.ts';
import { useFormat, useLang, useText } from '../text/index.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import type { FieldProps } from '../ui/field.tsx';
import { hitText } from './place-words.ts';
import { usePlaceSearch } from './use-place-search.ts';

export interface PlaceSearchBoxProps extends FieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (hit: PlaceHit) => void;
  readonly onClear?: () => void;
  /** Given: the list ends with an entry that adds what was typed as a new place. */
  readonly onAdd?: ((name: string) => void) | undefined;
  /** False while the text is the name of what is chosen: nothing to search for. */
  readonly isActive: boolean;
  readonly accepts?: (hit: PlaceHit) => boolean;
  /** Date of the incident (EDTF), for names that held only for a time. */
  readonly on?: string | null | undefined;
}

const addKey = 'add-a-place';

function keyOf(hit: PlaceHit): string {
  return hit.placeId ?? hit.gazetteerId ?? hit.name;
}

/** Types a place name, offers the case's places and those of the gazetteer. */
export function PlaceSearchBox(props: PlaceSearchBoxProps) {
  const { text, onText, onChoose, onClear, onAdd, isActive, accepts, on, ...field } = props;
  const t = useText().map;
  const format = useFormat();
  const lang = useLang();
  const { hits, isLoading, error } = usePlaceSearch(text, isActive, on ?? null);
  const shown = accepts ? hits.filter(accepts) : hits;
  const hasOwn = shown.some((hit) => hit.placeId !== null);
  const sectionOf = (hit: PlaceHit) => {
    if (!hasOwn) return undefined;
    return hit.placeId === null ? t.place.fromGazetteer : t.place.fromCase;
  };
  const found = shown.map((hit) => ({
    id: keyOf(hit),
    label: hit.name,
    description: hitText(hit, t, format, lang),
    section: sectionOf(hit),
  }));
  const canAdd = onAdd !== undefined && isActive && !isLoading && text.trim().length > 1;
  const added = canAdd
    ? [
        {
          id: addKey,
          label: t.place.addNamed(text.trim()),
          description: t.place.ownHint,
          icon: <Plus size={14} aria-hidden="true" />,
          section: hasOwn ? t.place.fromCase : undefined,
        },
      ]
    : [];
  const isMissing = error?.code === 'place/gazetteer-missing';
  return (
    <ComboBox
      {...field}
      inputValue={text}
      onInputChange={onText}
      items={[...found, ...added]}
      onSelect={(id) => {
        if (id === addKey) onAdd?.(text.trim());
        const hit = shown.find((candidate) => keyOf(candidate) === id);
        if (hit) onChoose(hit);
      }}
      onClear={onClear}
      showsEmpty={isActive && text.trim().length > 1}
      isLoading={isLoading}
      emptyLabel={isMissing ? t.place.missing : t.place.nothingFound}
      placeholder={t.place.placeholder}
      icon={<MapPin size={14} aria-hidden="true" />}
    />
  );
}
