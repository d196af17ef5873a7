// The figures of a claim in its form: one row per party and outcome, with the fields its wording asks for.
import { Plus, Trash2 } from 'lucide-react';
import { outcomes, parties, qualifiers } from '../../shared/domain/vocabulary.ts';
import { newId } from '../../shared/lib/ids.ts';
import { useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { newTollDraft, type TollDraft, type TollIssue, tollFields } from './toll-form.ts';
import './toll-rows.css';
import { useLabels } from './use-vocabulary.ts';

interface Props {
  readonly tolls: readonly TollDraft[];
  readonly onChange: (tolls: readonly TollDraft[]) => void;
  /** By toll id; shown once a save was tried. */
  readonly issues: Readonly<Record<string, TollIssue>>;
  readonly isMissing: boolean;
}

export function TollRows({ tolls, onChange, issues, isMissing }: Props) {
  const words = useText().records.claims;
  return (
    <FieldGroup label={words.tolls} errorMessage={isMissing ? words.tollsMissing : undefined}>
      <div className="toll-rows">
        {tolls.map((toll) => (
          <TollRow
            key={toll.id}
            toll={toll}
            issue={issues[toll.id]}
            onChange={(next) =>
              onChange(tolls.map((other) => (other.id === toll.id ? next : other)))
            }
            onRemove={() => onChange(tolls.filter((other) => other.id !== toll.id))}
          />
        ))}
        <Button
          icon={<Plus size={14} aria-hidden />}
          onPress={() => onChange([...tolls, newTollDraft(newId())])}
        >
          {words.addToll}
        </Button>
      </div>
    </FieldGroup>
  );
}

interface RowProps {
  readonly toll: TollDraft;
  readonly issue: TollIssue | undefined;
  readonly onChange: (toll: TollDraft) => void;
  readonly onRemove: () => void;
}

function TollRow({ toll, issue, onChange, onRemove }: RowProps) {
  const words = useText().records.claims;
  const labels = useLabels();
  const set = (patch: Partial<TollDraft>) => onChange({ ...toll, ...patch });
  const asked = tollFields(toll.qualifier);
  const showsLow = asked === 'one' || asked === 'low' || asked === 'both' || asked === 'optional';
  const showsHigh = asked === 'high' || asked === 'both' || asked === 'optional';
  const isSingle = asked === 'one' || asked === 'low' || asked === 'high';
  return (
    <div className="toll-row">
      <Select
        label={words.party}
        value={toll.party}
        options={parties.map((value) => ({ value, label: labels.parties[value] }))}
        onChange={(party) => set({ party })}
      />
      <Select
        label={words.outcome}
        value={toll.outcome}
        options={outcomes.map((value) => ({ value, label: labels.outcomes[value] }))}
        onChange={(outcome) => set({ outcome })}
      />
      <Select
        label={words.qualifier}
        value={toll.qualifier}
        options={qualifiers.map((value) => ({ value, label: labels.qualifiers[value] }))}
        onChange={(qualifier) => set({ qualifier })}
      />
      {showsLow && (
        <NumberField
          label={isSingle ? words.number : words.low}
          value={toll.low}
          minValue={0}
          maxValue={100_000_000}
          onChange={(low) => set({ low })}
          errorMessage={issue === undefined ? undefined : words.tollIssues[issue]}
        />
      )}
      {showsHigh && (
        <NumberField
          label={isSingle ? words.number : words.high}
          value={toll.high}
          minValue={0}
          maxValue={100_000_000}
          onChange={(high) => set({ high })}
          errorMessage={issue !== undefined && !showsLow ? words.tollIssues[issue] : undefined}
        />
      )}
      <TextField
        label={words.words}
        value={toll.words}
        onChange={(text) => set({ words: text })}
        dir="auto"
        maxLength={500}
        className="toll-row-words"
      />
      <IconButton
        icon={<Trash2 size={14} aria-hidden />}
        label={words.removeToll}
        onPress={onRemove}
        className="toll-row-remove"
      />
    </div>
  );
}
