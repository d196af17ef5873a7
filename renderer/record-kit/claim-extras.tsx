import type { ClaimView } from '../../shared/contract/read-calls.ts';
import { useText } from '../text/index.tsx';
import { Section } from '../ui/section.tsx';
import { TextField } from '../ui/text-field.tsx';
import './claim-extras.css';
import type { ClaimDraft } from './claim-form.ts';
import { ClaimTiesField } from './claim-ties-field.tsx';
import { ActorPicker } from './pickers.tsx';
import { TlpField } from './tlp-field.tsx';

interface Props {
  readonly draft: ClaimDraft;
  readonly siblings: readonly ClaimView[];
  readonly names: Readonly<Record<string, string>>;
  readonly onChange: (patch: Partial<ClaimDraft>) => void;
}

/** What few claims need: origin, denial, what it does to other claims, label. Folded away until asked for. */
export function ClaimExtras({ draft, siblings, names, onChange }: Props) {
  const words = useText().records.claims;
  const others = siblings.filter(({ claim }) => claim.id !== draft.id);
  const isUsed =
    draft.originWords !== '' || draft.deniedById !== undefined || draft.ties.length > 0;
  return (
    <div className="form-dialog-wide claim-extras">
      <Section title={words.alsoMore} defaultExpanded={isUsed}>
        <div className="claim-extras-grid">
          <TextField
            label={words.origin}
            value={draft.originWords}
            onChange={(originWords) => onChange({ originWords })}
            description={words.originHint}
            dir="auto"
            maxLength={500}
          />
          <ActorPicker
            label={words.deniedByField}
            value={draft.deniedById}
            name={names[draft.deniedById ?? '']}
            onChange={(deniedById) => onChange({ deniedById })}
          />
          <TlpField value={draft.tlp} onChange={(tlp) => onChange({ tlp })} />
          {others.length > 0 && (
            <div className="form-dialog-wide">
              <ClaimTiesField
                claimId={draft.id}
                ties={draft.ties}
                others={others}
                siblings={siblings}
                onChange={(ties) => onChange({ ties })}
              />
            </div>
          )}
        </div>
      </Section>
    </div>
  );
}
