// What a claim does to each other claim of its incident: one choice a line.
import type { ClaimView } from '../../shared/contract/read-calls.ts';
import { claimRef, claimRefWords } from '../../shared/text/claim-words.ts';
import { useLang, useText } from '../text/index.tsx';
import { GradeBadge } from '../ui/badges.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import './claim-ties-field.css';
import {
  hasNote,
  isCircular,
  type TieChoice,
  type TieDraft,
  tieChoices,
  withTie,
} from './claim-ties.ts';

interface Props {
  readonly claimId: string;
  readonly ties: readonly TieDraft[];
  readonly others: readonly ClaimView[];
  readonly siblings: readonly ClaimView[];
  readonly onChange: (ties: readonly TieDraft[]) => void;
}

export function ClaimTiesField({ claimId, ties, others, siblings, onChange }: Props) {
  const words = useText().records.claims;
  return (
    <FieldGroup label={words.ties} description={words.tiesHint}>
      <ul className="claim-ties">
        {others.map((other) => (
          <TieLine
            key={other.claim.id}
            other={other}
            tie={ties.find((tie) => tie.otherId === other.claim.id)}
            choices={tieChoices.filter(
              (choice) => !isCircular(claimId, other.claim.id, choice, siblings),
            )}
            onChoice={(choice) => onChange(withTie(ties, other.claim.id, choice))}
            onNote={(note) =>
              onChange(ties.map((tie) => (tie.otherId === other.claim.id ? { ...tie, note } : tie)))
            }
          />
        ))}
      </ul>
    </FieldGroup>
  );
}

interface LineProps {
  readonly other: ClaimView;
  readonly tie: TieDraft | undefined;
  readonly choices: readonly TieChoice[];
  readonly onChoice: (choice: TieChoice | undefined) => void;
  readonly onNote: (note: string) => void;
}

function TieLine({ other, tie, choices, onChoice, onNote }: LineProps) {
  const words = useText().records.claims;
  const lang = useLang();
  const name = claimRefWords(claimRef(other), lang);
  return (
    <li className="claim-tie">
      <Select
        label={words.tieTo(name)}
        isLabelHidden
        value={tie?.choice}
        options={choices.map((value) => ({ value, label: words.tieChoices[value] }))}
        emptyLabel={words.noTie}
        onClear={() => onChoice(undefined)}
        onChange={onChoice}
      />
      <div className="claim-tie-other">
        <GradeBadge grade={other.grade} isQuiet={other.isReplaced} />
        <span title={other.claim.statement}>
          <bdi>{name.replace(/ \([A-F][1-6]\)$/, '')}</bdi>
          {other.tolls.length > 0 && (
            <span className="claim-tie-said u-truncate" dir="auto">
              {other.claim.statement}
            </span>
          )}
        </span>
      </div>
      {tie !== undefined && hasNote(tie.choice) && (
        <TextField
          label={words.tieNote}
          isLabelHidden
          className="claim-tie-note"
          placeholder={words.tieNote}
          value={tie.note}
          onChange={onNote}
          dir="auto"
          maxLength={2000}
        />
      )}
    </li>
  );
}
