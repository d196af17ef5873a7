// The figures of a claim as a form holds them, and what the case stores for them. Pure.
import type { Op } from '../../shared/contract/record-calls.ts';
import type { Toll, Values } from '../../shared/domain/records.ts';
import type { Outcome, Party, Qualifier } from '../../shared/domain/vocabulary.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';

export interface TollDraft {
  /** Id of the toll record; a new one is made in the form, so that a row keeps its place. */
  readonly id: string;
  readonly isNew: boolean;
  readonly party: Party;
  readonly outcome: Outcome;
  readonly qualifier: Qualifier;
  /** People; undefined = not filled in. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly words: string;
}

/** Which number fields a qualifier asks for. */
export type TollFields = 'one' | 'low' | 'high' | 'both' | 'optional' | 'none';

export type TollIssue =
  | 'number-needed'
  | 'low-needed'
  | 'high-needed'
  | 'low-over-high'
  | 'not-whole';

export function tollFields(qualifier: Qualifier): TollFields {
  switch (qualifier) {
    case 'exact':
    case 'about':
      return 'one';
    case 'at-least':
      return 'low';
    case 'at-most':
      return 'high';
    case 'between':
      return 'both';
    case 'several':
    case 'dozens':
    case 'hundreds':
    case 'heavy':
      return 'optional';
    case 'none-given':
      return 'none';
    default:
      return assertNever(qualifier, 'qualifier');
  }
}

/** What is wrong with a row, undefined when it can be saved. */
export function tollIssue(draft: TollDraft): TollIssue | undefined {
  const fields = tollFields(draft.qualifier);
  if (fields === 'none') return undefined;
  const { low, high } = usedNumbers(draft);
  for (const n of [low, high]) {
    if (n !== undefined && (!Number.isInteger(n) || n < 0)) return 'not-whole';
  }
  if (fields === 'one' && low === undefined) return 'number-needed';
  if ((fields === 'low' || fields === 'both') && low === undefined) return 'low-needed';
  if ((fields === 'high' || fields === 'both') && high === undefined) return 'high-needed';
  if (low !== undefined && high !== undefined && low > high) return 'low-over-high';
  return undefined;
}

/**
 * The fields stored for a row. Exact and about keep the one number as low and high; at least leaves
 * high open, at most leaves low open; words alone ("dozens") may stand without numbers; no figure
 * given has none.
 */
export function tollValues(draft: TollDraft): Omit<Values<'toll'>, 'claim_id'> {
  const { low, high } = usedNumbers(draft);
  const words = draft.words.trim();
  return {
    party: draft.party,
    outcome: draft.outcome,
    qualifier: draft.qualifier,
    low: low ?? null,
    high: (tollFields(draft.qualifier) === 'one' ? low : high) ?? null,
    words: words === '' ? null : words,
  };
}

export function tollDraft(toll: Toll): TollDraft {
  const { id, party, outcome, qualifier, low, high, words } = toll;
  return {
    id,
    isNew: false,
    party,
    outcome,
    qualifier,
    low: low ?? undefined,
    high: high ?? undefined,
    words: words ?? '',
  };
}

export function newTollDraft(id: string): TollDraft {
  return {
    id,
    isNew: true,
    party: 'unknown',
    outcome: 'killed',
    qualifier: 'exact',
    low: undefined,
    high: undefined,
    words: '',
  };
}

/** Steps that turn the stored tolls of a claim into those of the form. */
export function tollOps(
  claimId: string,
  drafts: readonly TollDraft[],
  stored: readonly Toll[],
): readonly Op[] {
  const kept = new Set(drafts.map((draft) => draft.id));
  const removed: Op[] = stored
    .filter((toll) => !kept.has(toll.id))
    .map((toll) => ({ do: 'delete', table: 'toll', id: toll.id }));
  const written = drafts.flatMap((draft): Op[] => {
    const before = stored.find((toll) => toll.id === draft.id);
    const values = tollValues(draft);
    if (before === undefined) {
      const id = draft.id;
      return [{ do: 'create', table: 'toll', id, values: { ...values, claim_id: claimId } }];
    }
    const patch = Object.fromEntries(
      Object.entries(values).filter(([field, value]) => before[field as keyof Toll] !== value),
    );
    if (Object.keys(patch).length === 0) return [];
    return [{ do: 'update', table: 'toll', id: draft.id, patch, rev: before.rev }];
  });
  return [...removed, ...written];
}

/** The numbers a qualifier uses; what was typed for another qualifier is not stored. */
function usedNumbers({ qualifier, low, high }: TollDraft) {
  switch (tollFields(qualifier)) {
    case 'one':
    case 'low':
      return { low, high: undefined };
    case 'high':
      return { low: undefined, high };
    case 'none':
      return { low: undefined, high: undefined };
    default:
      return { low, high };
  }
}
