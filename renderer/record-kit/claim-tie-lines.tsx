// What a claim does to others, in words under it: "Contradicted by: Government: 3 killed (B2)".
import { X } from 'lucide-react';
import type { ClaimRef, ClaimView } from '../../shared/contract/read-calls.ts';
import { claimRefWords } from '../../shared/text/claim-words.ts';
import { useLang, useText } from '../text/index.tsx';
import { GradeBadge } from '../ui/badges.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import './claim-tie-lines.css';
import type { TieChoice } from './claim-ties.ts';
import { useRemove } from './use-save.ts';

interface Props {
  readonly view: ClaimView;
  readonly isReadOnly: boolean;
  readonly onChanged?: (() => void) | undefined;
}

interface Line {
  readonly key: string;
  readonly choice: TieChoice;
  readonly other: ClaimRef;
  readonly note: string;
  /** Relation record; undefined for replacing, which is a field of the claim. */
  readonly relationId: string | undefined;
}

export function ClaimTies({ view, isReadOnly, onChanged }: Props) {
  const t = useText().records;
  const lang = useLang();
  const remove = useRemove();
  const lines = linesOf(view);
  if (lines.length === 0) return null;
  return (
    <ul className="claim-tie-lines">
      {lines.map(({ key, choice, other, note, relationId }) => {
        const name = claimRefWords(other, lang);
        const label = t.common.labelled(t.claims.tieChoices[choice]);
        return (
          <li key={key} data-tie={choice}>
            <span className="claim-tie-word">{label}</span>{' '}
            <span title={other.statement}>
              <bdi>{name.replace(/ \([A-F][1-6]\)$/, '')}</bdi> <GradeBadge grade={other.grade} />
            </span>
            {note !== '' && (
              <span className="claim-tie-why" dir="auto">
                {' '}
                {note}
              </span>
            )}
            {relationId !== undefined && !isReadOnly && (
              <IconButton
                icon={<X size={12} aria-hidden="true" />}
                label={t.claims.removeTie(`${label} ${name}`)}
                className="claim-tie-remove"
                onPress={() =>
                  void remove('claim_relation', relationId, t.claims.tieRemoved).then(
                    (isDone) => isDone && onChanged?.(),
                  )
                }
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Contradictions first: they are what a reader must not miss. */
function linesOf(view: ClaimView): readonly Line[] {
  const related = view.relations.map(({ id, kind, isFrom, note, other }): Line => {
    const forward = kind === 'supports' ? 'supports' : 'contradicts';
    const backward = kind === 'supports' ? 'supported-by' : 'contradicted-by';
    return { key: id, choice: isFrom ? forward : backward, other, note, relationId: id };
  });
  const plain = (choice: TieChoice, other: ClaimRef): Line => ({
    key: `${choice} ${other.id}`,
    choice,
    other,
    note: '',
    relationId: undefined,
  });
  return [
    ...related.filter(({ choice }) => choice.startsWith('contradict')),
    ...related.filter(({ choice }) => choice.startsWith('support')),
    ...(view.replacedBy === null ? [] : [plain('replaced-by', view.replacedBy)]),
    ...view.replaces.map((other) => plain('replaces', other)),
  ];
}
