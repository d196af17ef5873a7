// A claim as its form holds it, and the one save (claim, tolls, passage, what it supersedes) made of it. Pure.
import type { ClaimView } from '../../shared/contract/read-calls.ts';
import type { Op } from '../../shared/contract/record-calls.ts';
import { isValidEdtf } from '../../shared/domain/edtf.ts';
import type { TextSelectors } from '../../shared/domain/passage.ts';
import type { ClaimKind, Credibility, TlpLabel } from '../../shared/domain/vocabulary.ts';
import { type TieDraft, tieDrafts, tieOps } from './claim-ties.ts';
import { type TollDraft, tollDraft, tollIssue, tollOps } from './toll-form.ts';

/** Words of the source that the claim is drawn from. */
export interface Quote {
  readonly sourceId: string;
  readonly selectors: TextSelectors;
  readonly textSha256: string;
}

export interface ClaimDraft {
  readonly id: string;
  readonly incidentId: string | undefined;
  readonly kind: ClaimKind;
  readonly statement: string;
  /** Value of a claimed date (EDTF), place or attribution, empty otherwise. */
  readonly value: string;
  readonly sourceId: string | undefined;
  readonly claimantId: string | undefined;
  readonly via: readonly string[];
  readonly madeOn: string | null;
  readonly credibility: Credibility;
  readonly credibilityWhy: string;
  readonly originWords: string;
  readonly deniedById: string | undefined;
  /** What it does to other claims of the incident, and they to it. */
  readonly ties: readonly TieDraft[];
  readonly tlp: TlpLabel;
  readonly tolls: readonly TollDraft[];
  readonly quote: Quote | undefined;
}

export interface ClaimIssues {
  readonly incident?: 'needed';
  readonly statement?: 'needed';
  readonly madeOn?: 'bad-date';
  readonly value?: 'bad-date';
  /** Issues by toll id. */
  readonly tolls: Readonly<Record<string, NonNullable<ReturnType<typeof tollIssue>>>>;
  readonly tollsMissing: boolean;
}

export function newClaimDraft(
  id: string,
  given: Partial<ClaimDraft> & { readonly tlp: TlpLabel },
): ClaimDraft {
  return {
    id,
    incidentId: undefined,
    kind: 'toll',
    statement: '',
    value: '',
    sourceId: undefined,
    claimantId: undefined,
    via: [],
    madeOn: null,
    credibility: 6,
    credibilityWhy: '',
    originWords: '',
    deniedById: undefined,
    ties: [],
    tolls: [],
    quote: undefined,
    ...given,
  };
}

export function claimDraft(view: ClaimView): ClaimDraft {
  const { claim, tolls } = view;
  return {
    id: claim.id,
    incidentId: claim.incident_id,
    kind: claim.kind,
    statement: claim.statement,
    value: claim.value ?? '',
    sourceId: claim.source_id ?? undefined,
    claimantId: claim.claimant_id ?? undefined,
    via: claim.via,
    madeOn: claim.made_on,
    credibility: claim.credibility as Credibility,
    credibilityWhy: claim.credibility_why ?? '',
    originWords: claim.origin_words ?? '',
    deniedById: claim.denied_by_id ?? undefined,
    ties: tieDrafts(view),
    tlp: claim.tlp,
    tolls: tolls.map(tollDraft),
    quote: undefined,
  };
}

/** Undefined when the claim can be saved. A claim about figures needs a row, even "no figure given". */
export function claimIssues(draft: ClaimDraft): ClaimIssues | undefined {
  const tolls = Object.fromEntries(
    (draft.kind === 'toll' ? draft.tolls : []).flatMap((toll) => {
      const issue = tollIssue(toll);
      return issue === undefined ? [] : [[toll.id, issue] as const];
    }),
  );
  const issues: ClaimIssues = {
    ...(draft.incidentId === undefined ? { incident: 'needed' as const } : {}),
    ...(draft.statement.trim() === '' ? { statement: 'needed' as const } : {}),
    ...(draft.madeOn !== null && !isValidEdtf(draft.madeOn) ? { madeOn: 'bad-date' as const } : {}),
    ...(draft.kind === 'date' && draft.value !== '' && !isValidEdtf(draft.value)
      ? { value: 'bad-date' as const }
      : {}),
    tolls,
    tollsMissing: draft.kind === 'toll' && draft.tolls.length === 0,
  };
  const isFine =
    issues.incident === undefined &&
    issues.statement === undefined &&
    issues.madeOn === undefined &&
    issues.value === undefined &&
    Object.keys(tolls).length === 0 &&
    !issues.tollsMissing;
  return isFine ? undefined : issues;
}

/** All steps of one save, for a new claim or a changed one; empty when nothing changed. */
export function claimOps(
  draft: ClaimDraft,
  stored: ClaimView | undefined,
  siblings: readonly ClaimView[],
): readonly Op[] {
  const values = claimValues(draft);
  const ops: Op[] = [];
  if (stored === undefined) {
    ops.push({ do: 'create', table: 'claim', id: draft.id, values });
  } else {
    const before: Readonly<Record<string, unknown>> = stored.claim;
    const patch = Object.fromEntries(
      Object.entries(values).filter(([field, value]) => !isSame(before[field], value)),
    );
    if (Object.keys(patch).length > 0) {
      ops.push({ do: 'update', table: 'claim', id: draft.id, patch, rev: stored.claim.rev });
    }
  }
  ops.push(...tollOps(draft.id, draft.kind === 'toll' ? draft.tolls : [], stored?.tolls ?? []));
  if (draft.quote !== undefined) ops.push(quoteOp(draft.quote, draft.id));
  ops.push(...tieOps(draft.id, draft.ties, stored, siblings));
  return ops;
}

function claimValues(draft: ClaimDraft) {
  return {
    incident_id: draft.incidentId,
    kind: draft.kind,
    statement: draft.statement.trim(),
    value: orNull(draft.value),
    source_id: draft.sourceId ?? null,
    claimant_id: draft.claimantId ?? null,
    via: draft.via,
    made_on: draft.madeOn,
    credibility: draft.credibility,
    credibility_why: orNull(draft.credibilityWhy),
    origin_words: orNull(draft.originWords),
    denied_by_id: draft.deniedById ?? null,
    tlp: draft.tlp,
  };
}

function quoteOp({ sourceId, selectors, textSha256 }: Quote, claimId: string): Op {
  return {
    do: 'create',
    table: 'passage',
    values: {
      ...selectors,
      source_id: sourceId,
      target_table: 'claim',
      target_id: claimId,
      text_sha256: textSha256,
    },
  };
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => item === b[i]);
  }
  return a === b;
}
