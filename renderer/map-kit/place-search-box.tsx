import { MapPin } from 'lucide-react';
import type { PlaceHit } from '../../shared/contract/read-calls.ts';
import { useFormat, useText } from '../text/index.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import type { FieldProps } from '../ui/field.tsx';
import { hitText } from './place-words.ts';
import { usePlaceSearch } from './use-place-search.ts';

export interface PlaceSearchBoxProps extends FieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (hit: PlaceHit) => void;
  readonly onClear?: () => void;
  readonly onCommitText?: ((text: string) => void) | undefined;
  /** False while the text is the name of what is chosen: nothing to search for. */
  readonly isActive: boolean;
  readonly accepts?: (hit: PlaceHit) => boolean;
}

function keyOf(hit: PlaceHit): string {
  return hit.placeId ?? hit.gazetteerId ?? hit.name;
}

/** Types a place name, offers the case's places and those of the gazetteer. */
export function PlaceSearchBox(props: PlaceSearchBoxProps) {
  const { text, onText, onChoose, onClear, onCommitText, isActive, accepts, ...field } = props;
  const t = useText().map;
  const format = useFormat();
  const { hits, isLoading, error } = usePlaceSearch(text, isActive);
  const shown = accepts ? hits.filter(accepts) : hits;
  const hasOwn = shown.some((hit) => hit.placeId !== null);
  const sectionOf = (hit: PlaceHit) => {
    if (!hasOwn) return undefined;
    return hit.placeId === null ? t.place.fromGazetteer : t.place.fromCase;
  };
  const isMissing = error?.code === 'place/gazetteer-missing';
  return (
    <ComboBox
      {...field}
      inputValue={text}
      onInputChange={onText}
      items={shown.map((hit) => ({
        id: keyOf(hit),
        label: hit.name,
        description: hitText(hit, t, format),
        section: sectionOf(hit),
      }))}
      onSelect={(id) => {
        const hit = shown.find((candidate) => keyOf(candidate) === id);
        if (hit) onChoose(hit);
      }}
      onClear={onClear}
      onCommitText={onCommitText}
      isLoading={isLoading}
      emptyLabel={isMissing ? t.place.missing : t.place.nothingFound}
      placeholder={t.place.placeholder}
      icon={<MapPin size={14} aria-hidden="true" />}
    />
  );
}
