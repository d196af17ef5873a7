// A link as its form holds it, from the point of view of one of its ends, and the save made of it. Pure.
import type { LinkView } from '../../shared/contract/read-calls.ts';
import type { Op } from '../../shared/contract/record-calls.ts';
import { edtfBounds, isValidEdtf } from '../../shared/domain/edtf.ts';
import type { Link } from '../../shared/domain/records.ts';
import {
  type Attribution,
  actorActorRelations,
  actorIncidentRoles,
  type ConfidenceLevel,
  incidentIncidentRelations,
} from '../../shared/domain/vocabulary.ts';

export type LinkKind = Link['kind'];

export interface LinkDraft {
  readonly kind: LinkKind;
  /** Role or relation code. */
  readonly role: string;
  /** Whether the record looked at is the `from` end; always the case's rule for actor–incident. */
  readonly isFrom: boolean;
  readonly otherId: string | undefined;
  readonly attribution: Attribution | undefined;
  readonly confidence: ConfidenceLevel | undefined;
  /** EDTF */
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  readonly claimId: string | undefined;
  readonly sourceId: string | undefined;
  readonly note: string;
}

/** Roles that read the same from both ends, for which a direction is not asked. */
const symmetric: ReadonlySet<string> = new Set([
  'ally-of',
  'rival-of',
  'related-to',
  'same-campaign',
  'possibly-same-as',
]);

export function isSymmetric(role: string): boolean {
  return symmetric.has(role);
}

export function rolesOf(kind: LinkKind): readonly string[] {
  switch (kind) {
    case 'actor-incident':
      return actorIncidentRoles;
    case 'actor-actor':
      return actorActorRelations;
    case 'incident-incident':
      return incidentIncidentRelations;
  }
}

/** An actor–incident link goes from the actor to the incident, whichever of them is looked at. */
export function newLinkDraft(kind: LinkKind, table: 'incident' | 'actor'): LinkDraft {
  return {
    kind,
    role: rolesOf(kind)[0] ?? 'related-to',
    isFrom: kind === 'actor-incident' ? table === 'actor' : true,
    otherId: undefined,
    attribution: undefined,
    confidence: undefined,
    dateFrom: null,
    dateTo: null,
    claimId: undefined,
    sourceId: undefined,
    note: '',
  };
}

export function linkDraft({ link, isFrom, other }: LinkView): LinkDraft {
  return {
    kind: link.kind,
    role: link.role,
    isFrom,
    otherId: other.id,
    attribution: link.attribution ?? undefined,
    confidence: link.confidence ?? undefined,
    dateFrom: link.date_from,
    dateTo: link.date_to,
    claimId: link.claim_id ?? undefined,
    sourceId: link.source_id ?? undefined,
    note: link.note,
  };
}

export interface LinkIssues {
  readonly other?: 'needed';
  readonly dateFrom?: 'bad-date';
  readonly dateTo?: 'bad-date' | 'before-start';
}

/** Undefined when the link can be saved. */
export function linkIssues({ otherId, dateFrom, dateTo }: LinkDraft): LinkIssues | undefined {
  const isFromBad = dateFrom !== null && !isValidEdtf(dateFrom);
  const isToBad = dateTo !== null && !isValidEdtf(dateTo);
  const start = isFromBad ? null : edtfBounds(dateFrom).earliest;
  const end = isToBad ? null : edtfBounds(dateTo).latest;
  const endsEarly = start !== null && end !== null && end < start;
  const issues: LinkIssues = {
    ...(otherId === undefined ? { other: 'needed' as const } : {}),
    ...(isFromBad ? { dateFrom: 'bad-date' as const } : {}),
    ...(isToBad ? { dateTo: 'bad-date' as const } : {}),
    ...(endsEarly ? { dateTo: 'before-start' as const } : {}),
  };
  return Object.keys(issues).length === 0 ? undefined : issues;
}

/** The one step of a save; undefined while the other end is not chosen, `[]` when nothing changed. */
export function linkOps(
  draft: LinkDraft,
  ownId: string,
  stored: Link | undefined,
  newId?: string | undefined,
): readonly Op[] | undefined {
  if (draft.otherId === undefined) return undefined;
  const values = {
    kind: draft.kind,
    role: draft.role,
    from_id: draft.isFrom ? ownId : draft.otherId,
    to_id: draft.isFrom ? draft.otherId : ownId,
    attribution: draft.attribution ?? null,
    confidence: draft.confidence ?? null,
    date_from: draft.dateFrom,
    date_to: draft.dateTo,
    claim_id: draft.claimId ?? null,
    source_id: draft.sourceId ?? null,
    note: draft.note.trim(),
  };
  if (stored === undefined) {
    const id = newId === undefined ? {} : { id: newId };
    return [{ do: 'create', table: 'link', ...id, values }];
  }
  const patch = Object.fromEntries(
    Object.entries(values).filter(([field, value]) => stored[field as keyof Link] !== value),
  );
  if (Object.keys(patch).length === 0) return [];
  return [{ do: 'update', table: 'link', id: stored.id, patch, rev: stored.rev }];
}
