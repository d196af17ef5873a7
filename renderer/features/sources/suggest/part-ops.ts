// Steps for the claims and actors of an incident that is in the case, or comes with the same save. Pure.
import type { Op } from '../../../../shared/contract/record-calls.ts';
import type { Source } from '../../../../shared/domain/records.ts';
import type { Attribution, ClaimKind } from '../../../../shared/domain/vocabulary.ts';
import { roleOf } from './as-suggested.ts';
import type { FoundRole } from './found.ts';
import { passageOps } from './passage-ops.ts';
import { sentenceAt } from './statement.ts';
import type { SuggestionOf } from './suggestion.ts';
import { isToll, tollOf } from './toll-of.ts';

/** An actor for a name: its id (null where the name stays words) and the steps that make it. */
export interface ActorChoice {
  readonly id: string | null;
  readonly ops: readonly Op[];
}

/** Who the names stand for; the steps of a new actor are handed out once in a save. */
export interface CastBook {
  readonly idOf: (item: SuggestionOf<'role' | 'person' | 'actor'>) => ActorChoice;
  readonly claimantOf: (item: SuggestionOf<'claim'>) => ActorChoice;
  readonly viaOf: (item: SuggestionOf<'claim'>) => ActorChoice;
}

interface Part {
  readonly source: Source;
  readonly cast: CastBook;
  readonly incidentId: string;
  readonly newId: () => string;
}

interface ClaimPart extends Part {
  readonly claimId: string;
  /** The claim that replaces it. */
  readonly laterId?: string | undefined;
}

interface RolePart extends Part {
  readonly linkId: string;
}

type ClaimItem = SuggestionOf<'claim' | 'date' | 'place'>;

/** A claim with its figure and its words. Nobody has judged it: credibility 6. */
export function claimOps(item: ClaimItem, part: ClaimPart): readonly Op[] {
  const { source, claimId } = part;
  const nobody: ActorChoice = { id: null, ops: [] };
  const claimant = item.kind === 'claim' ? part.cast.claimantOf(item) : nobody;
  const via = item.kind === 'claim' ? part.cast.viaOf(item) : nobody;
  const values = {
    incident_id: part.incidentId,
    source_id: source.id,
    claimant_id: claimant.id,
    via: via.id === null || via.id === claimant.id ? [] : [via.id],
    kind: claimKindOf(item),
    statement: sentenceAt(source.text, item.passages[0], source.language),
    value: claimedValue(item),
    superseded_by_id: part.laterId ?? null,
    tlp: source.tlp,
  };
  const ops: Op[] = [
    ...claimant.ops,
    ...via.ops,
    { do: 'create', table: 'claim', id: claimId, values },
  ];
  if (item.kind === 'claim' && isToll(item.claim)) {
    const toll = { ...tollOf(item.claim), claim_id: claimId };
    ops.push({ do: 'create', table: 'toll', values: toll });
  }
  return [...ops, ...passageOps(source, item.passages, 'claim', claimId)];
}

export function claimKindOf(item: ClaimItem): ClaimKind {
  if (item.kind !== 'claim') return item.kind;
  if (item.claim.measure === 'denial') return 'denial';
  return isToll(item.claim) ? 'toll' : 'other';
}

/** The value of a claimed date or place. */
export function claimedValue(item: ClaimItem): string | null {
  if (item.kind === 'date') return item.edtf;
  return item.kind === 'place' ? item.place.as_written : null;
}

/** A link to the incident; a group that claims the deed itself makes a claim of it too. */
export function roleOps(item: SuggestionOf<'role'>, part: RolePart): readonly Op[] {
  const { source, incidentId, linkId, newId } = part;
  const who = part.cast.idOf(item);
  if (who.id === null) return [];
  const { role } = item;
  const isOwnClaim = role.basis === 'self-claimed';
  const claimId = isOwnClaim ? newId() : null;
  const ops: Op[] = [...who.ops];
  if (claimId !== null) {
    const values = {
      incident_id: incidentId,
      source_id: source.id,
      claimant_id: who.id,
      kind: 'attribution',
      statement: sentenceAt(source.text, item.passages[0], source.language),
      value: role.canonical ?? role.name,
      tlp: source.tlp,
    };
    ops.push({ do: 'create', table: 'claim', id: claimId, values });
    ops.push(...passageOps(source, item.passages, 'claim', claimId));
  }
  const values = {
    kind: 'actor-incident',
    role: roleOf(role.role),
    from_id: who.id,
    to_id: incidentId,
    attribution: attributionOf(role),
    claim_id: claimId,
    source_id: source.id,
    tlp: source.tlp,
  };
  ops.push({ do: 'create', table: 'link', id: linkId, values });
  return [...ops, ...passageOps(source, item.passages, 'link', linkId)];
}

/** How the text stands to the role; null where it simply says so. */
export function attributionOf({ basis, role }: FoundRole): Attribution | null {
  switch (basis) {
    case 'self-claimed':
      return 'claimed';
    case 'denied':
      return 'denied';
    case 'alleged':
    case 'official':
    case 'implied by context, not stated':
      return 'alleged';
    default:
      return role === 'suspected perpetrator' ? 'alleged' : null;
  }
}
