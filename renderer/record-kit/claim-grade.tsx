import type { ClaimView } from '../../shared/contract/read-calls.ts';
import { confirmersOf, weighed } from '../../shared/domain/confirmation.ts';
import type { ChainLink } from '../../shared/domain/origins.ts';
import { credibilities } from '../../shared/domain/vocabulary.ts';
import { useText } from '../text/index.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { draftWeight } from './claim-draft-weight.ts';
import type { ClaimDraft } from './claim-form.ts';
import { useLabels } from './use-vocabulary.ts';

interface Props {
  readonly draft: ClaimDraft;
  readonly siblings: readonly ClaimView[];
  /** The chosen source and what it passes on; undefined until it is read. */
  readonly chain: readonly ChainLink[] | undefined;
  readonly onChange: (patch: Partial<ClaimDraft>) => void;
}

/** Credibility 1–6 with its wording and reason; a 1 without independent sources is warned of, not refused. */
export function ClaimGrade({ draft, siblings, chain, onChange }: Props) {
  const words = useText().records.claims;
  const labels = useLabels();
  const isUnfounded =
    draft.credibility === 1 &&
    confirmersOf(draftWeight(draft, siblings, chain), siblings.map(weighed)).length === 0;
  const grades = credibilities.map((grade) => ({
    value: String(grade),
    label: `${grade} · ${labels.credibilities[grade]}`,
    description: labels.credibilityMeanings[grade],
  }));
  return (
    <>
      <Select
        label={words.credibility}
        value={String(draft.credibility)}
        options={grades}
        onChange={(value) => {
          const credibility = credibilities.find((grade) => String(grade) === value);
          if (credibility !== undefined) onChange({ credibility });
        }}
      />
      <TextField
        label={words.credibilityWhy}
        value={draft.credibilityWhy}
        onChange={(credibilityWhy) => onChange({ credibilityWhy })}
        dir="auto"
        maxLength={500}
      />
      {isUnfounded && (
        <Notice tone="warn" title={words.notIndependentTitle}>
          {words.notIndependent}
        </Notice>
      )}
    </>
  );
}
