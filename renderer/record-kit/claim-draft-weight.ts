// A claim that is being written, as the rule of independent sources weighs it. Pure.
import type { ClaimView } from '../../shared/contract/read-calls.ts';
import type { Weighed } from '../../shared/domain/confirmation.ts';
import { type ChainLink, isCarrierKind } from '../../shared/domain/origins.ts';
import type { ClaimDraft } from './claim-form.ts';
import { relationKind } from './claim-ties.ts';
import { tollValues } from './toll-form.ts';

/** `chain`: the chosen source and what it passes on, as far as it is known. */
export function draftWeight(
  draft: ClaimDraft,
  siblings: readonly ClaimView[],
  chain: readonly ChainLink[] | undefined,
): Weighed {
  const sourceId = draft.sourceId;
  const known = siblings.find((view) => view.source?.id === sourceId)?.source?.chain;
  const own = sourceId === undefined ? [] : [{ id: sourceId, publisherActorId: null }];
  const actors = siblings.flatMap((view) => [view.claimant, view.deniedBy, ...view.via]);
  const actorKind = actors.find((actor) => actor?.id === draft.claimantId)?.kind ?? null;
  return {
    facts: {
      id: draft.id,
      claimantId: draft.claimantId ?? null,
      isCarrier: isCarrierKind(actorKind),
      via: draft.via,
      chain: chain ?? known ?? own,
      originWords: draft.originWords,
    },
    kind: draft.kind,
    value: draft.value.trim() === '' ? null : draft.value,
    tolls: draft.kind === 'toll' ? draft.tolls.map(tollValues) : [],
    credibility: draft.credibility,
    isReplaced: false,
    isDenied: draft.deniedById !== undefined,
    ties: draft.ties.flatMap(({ choice, otherId }) => {
      const kind = relationKind(choice);
      return kind === undefined ? [] : [{ kind, otherId }];
    }),
  };
}
