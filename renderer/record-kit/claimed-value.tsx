// What a claim about a date, a place or a culprit says, in a field of its own kind.
import { useState } from 'react';
import { call } from '../api/client.ts';
import { useRead } from '../state/use-changes.ts';
import { useLang, useText } from '../text/index.tsx';
import { ComboBox, type ComboItem } from '../ui/combo-box.tsx';
import type { ClaimDraft } from './claim-form.ts';
import { DateField } from './date-field.tsx';
import { DateSuggestionLine } from './date-suggestion-line.tsx';
import type { ClaimSource } from './use-claim-source.ts';
import { useDateSuggestion } from './use-date-suggestion.ts';

interface Props {
  readonly draft: ClaimDraft;
  readonly source: ClaimSource | undefined;
  /** Words of the source that the claim rests on; the statement is read without them. */
  readonly quote: string | undefined;
  readonly onChange: (value: string) => void;
  readonly errorMessage: string | undefined;
}

export function ClaimedValue(props: Props) {
  const words = useText().records.claims.value;
  const { draft, onChange } = props;
  switch (draft.kind) {
    case 'date':
      return <ClaimedDate {...props} />;
    case 'place':
      return (
        <NameBox label={words.place} value={draft.value} onChange={onChange} find={findPlaces} />
      );
    case 'attribution':
      return (
        <NameBox
          label={words.attribution}
          value={draft.value}
          onChange={onChange}
          find={findActors}
        />
      );
    default:
      return null;
  }
}

function ClaimedDate({ draft, source, quote, onChange, errorMessage }: Props) {
  const words = useText().records.claims.value;
  const value = draft.value === '' ? null : draft.value;
  const published =
    source?.publishedDay == null ? [] : [{ day: source.publishedDay, label: source.title }];
  const suggestion = useDateSuggestion(quote ?? draft.statement, value, published);
  return (
    <div>
      <DateField
        label={words.date}
        value={value}
        onChange={(edtf) => onChange(edtf ?? '')}
        errorMessage={errorMessage}
      />
      {suggestion !== undefined && value === null && (
        <DateSuggestionLine
          suggestion={suggestion}
          onUse={() => onChange(suggestion.resolution.edtf ?? '')}
        />
      )}
    </div>
  );
}

type Find = (text: string, lang: string) => Promise<readonly ComboItem[]>;

const findPlaces: Find = async (text, lang) => {
  const hits = await call('place/search', { text, lang });
  return hits.map((hit, index) => ({
    id: String(index),
    label: hit.name,
    description: [hit.admin2, hit.admin1, hit.country].filter(Boolean).join(', '),
  }));
};

const findActors: Find = async (text) => {
  const rows = await call('actor/list', { text });
  return rows.slice(0, 12).map(({ id, name }) => ({ id, label: name }));
};

interface NameBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly find: Find;
}

/** A name as the source has it, with the known ones offered: a claim may name what no list holds. */
function NameBox({ label, value, onChange, find }: NameBoxProps) {
  const lang = useLang();
  const [typed, setTyped] = useState('');
  const found = useRead(
    async () => (typed.trim().length < 2 ? [] : find(typed.trim(), lang)),
    [typed, lang],
    [],
  );
  const items = found.value ?? [];
  return (
    <ComboBox
      label={label}
      inputValue={value}
      onInputChange={(text) => {
        const cut = text.slice(0, 500);
        setTyped(cut);
        onChange(cut);
      }}
      items={items}
      showsEmpty={false}
      onSelect={(id) => {
        const item = items.find((each) => each.id === id);
        if (item !== undefined) onChange(item.label);
      }}
    />
  );
}
