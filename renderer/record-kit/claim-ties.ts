// What a claim does to the others of its incident, as the form holds it, and the steps that store it. Pure.
import type { ClaimView } from '../../shared/contract/read-calls.ts';
import type { Op } from '../../shared/contract/record-calls.ts';
import { closesCircle } from '../../shared/domain/superseding.ts';
import type { ClaimRelationKind } from '../../shared/domain/vocabulary.ts';
import { newId } from '../../shared/lib/ids.ts';

/** Seen from the claim that is being written: it supports the other, is supported by it, and so on. */
export const tieChoices = [
  'supports',
  'supported-by',
  'contradicts',
  'contradicted-by',
  'replaces',
  'replaced-by',
] as const;
export type TieChoice = (typeof tieChoices)[number];

/** Those offered in a claim's menu; the others are the same seen from the other claim. */
export const quickTies: readonly TieChoice[] = [
  'contradicts',
  'supports',
  'replaces',
  'replaced-by',
];

export function isTieChoice(text: string): text is TieChoice {
  return (tieChoices as readonly string[]).includes(text);
}

export interface TieDraft {
  readonly otherId: string;
  readonly choice: TieChoice;
  /** Why, for support and contradiction. */
  readonly note: string;
}

const relationOf: { readonly [C in TieChoice]?: { kind: ClaimRelationKind; isFrom: boolean } } = {
  supports: { kind: 'supports', isFrom: true },
  'supported-by': { kind: 'supports', isFrom: false },
  contradicts: { kind: 'contradicts', isFrom: true },
  'contradicted-by': { kind: 'contradicts', isFrom: false },
};

/** Whether a choice is about what is said, and so may carry a reason. */
export function hasNote(choice: TieChoice): boolean {
  return relationOf[choice] !== undefined;
}

/** Support or contradiction that a choice stands for; undefined for replacing. */
export function relationKind(choice: TieChoice): ClaimRelationKind | undefined {
  return relationOf[choice]?.kind;
}

/** The stored ties of a claim. */
export function tieDrafts(view: ClaimView): readonly TieDraft[] {
  return [
    ...view.replaces.map(({ id }) => ({ otherId: id, choice: 'replaces' as const, note: '' })),
    ...(view.replacedBy === null
      ? []
      : [{ otherId: view.replacedBy.id, choice: 'replaced-by' as const, note: '' }]),
    ...view.relations.map(({ kind, isFrom, note, other }): TieDraft => {
      const forward = kind === 'supports' ? 'supports' : 'contradicts';
      const backward = kind === 'supports' ? 'supported-by' : 'contradicted-by';
      return { otherId: other.id, choice: isFrom ? forward : backward, note };
    }),
  ];
}

/** The ties with the one to `otherId` set anew, or taken away. */
export function withTie(
  ties: readonly TieDraft[],
  otherId: string,
  choice: TieChoice | undefined,
): readonly TieDraft[] {
  const note = ties.find((tie) => tie.otherId === otherId)?.note ?? '';
  const others = ties.filter(
    (tie) =>
      tie.otherId !== otherId &&
      // a claim has one later claim
      !(choice === 'replaced-by' && tie.choice === 'replaced-by'),
  );
  return choice === undefined ? others : [...others, { otherId, choice, note }];
}

/** Whether a choice would make claims replace each other in a circle. */
export function isCircular(
  claimId: string,
  otherId: string,
  choice: TieChoice,
  siblings: readonly ClaimView[],
): boolean {
  if (choice !== 'replaces' && choice !== 'replaced-by') return false;
  const [earlier, later] = choice === 'replaces' ? [otherId, claimId] : [claimId, otherId];
  const claims = siblings.map(({ claim }) => ({
    id: claim.id,
    supersededById: claim.superseded_by_id,
  }));
  return closesCircle(claims, earlier, later);
}

/** Steps from the stored ties to those of the form. */
export function tieOps(
  claimId: string,
  ties: readonly TieDraft[],
  stored: ClaimView | undefined,
  siblings: readonly ClaimView[],
): readonly Op[] {
  return [...relationOps(claimId, ties, stored), ...replaceOps(claimId, ties, stored, siblings)];
}

function relationOps(
  claimId: string,
  ties: readonly TieDraft[],
  stored: ClaimView | undefined,
): readonly Op[] {
  const known = stored?.relations ?? [];
  const matches = (tie: TieDraft) => {
    const relation = relationOf[tie.choice];
    return known.find(
      ({ kind, isFrom, other }) =>
        other.id === tie.otherId && kind === relation?.kind && isFrom === relation.isFrom,
    );
  };
  const kept = new Set(ties.map((tie) => matches(tie)?.id));
  const removed = known.flatMap(({ id }): Op[] =>
    kept.has(id) ? [] : [{ do: 'delete', table: 'claim_relation', id }],
  );
  const written = ties.flatMap((tie): Op[] => {
    const relation = relationOf[tie.choice];
    if (relation === undefined) return [];
    const note = tie.note.trim();
    const before = matches(tie);
    if (before !== undefined) {
      const { id, rev } = before;
      return before.note === note
        ? []
        : [{ do: 'update', table: 'claim_relation', id, patch: { note }, rev }];
    }
    return [relateOp(claimId, tie.otherId, relation.kind, relation.isFrom, note)];
  });
  return [...removed, ...written];
}

/** One claim supports or contradicts another. */
export function relateOp(
  claimId: string,
  otherId: string,
  kind: ClaimRelationKind,
  isFrom = true,
  note = '',
): Op {
  const [from, to] = isFrom ? [claimId, otherId] : [otherId, claimId];
  const values = { from_claim_id: from, to_claim_id: to, kind, note };
  return { do: 'create', table: 'claim_relation', id: newId(), values };
}

function replaceOps(
  claimId: string,
  ties: readonly TieDraft[],
  stored: ClaimView | undefined,
  siblings: readonly ClaimView[],
): readonly Op[] {
  const later = ties.find((tie) => tie.choice === 'replaced-by')?.otherId ?? null;
  const before = stored?.replacedBy?.id ?? null;
  const own: Op[] =
    later === before
      ? []
      : [
          {
            do: 'update',
            table: 'claim',
            id: claimId,
            patch: { superseded_by_id: later },
          },
        ];
  const replaced = new Set(
    ties.filter((tie) => tie.choice === 'replaces').map((tie) => tie.otherId),
  );
  const others = siblings.flatMap(({ claim }): Op[] => {
    if (claim.id === claimId) return [];
    const was = claim.superseded_by_id === claimId;
    const is = replaced.has(claim.id);
    if (was === is) return [];
    const patch = { superseded_by_id: is ? claimId : null };
    return [{ do: 'update', table: 'claim', id: claim.id, patch, rev: claim.rev }];
  });
  return [...own, ...others];
}
