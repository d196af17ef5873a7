// Claims and tolls as the engine hands them to the page, with defaults for all that a test leaves out.
import type { ClaimView } from '../../../shared/contract/read-calls.ts';
import type { Claim, RecordMeta, Toll } from '../../../shared/domain/records.ts';

export const ids = {
  incident: '01970000-0000-7000-8000-000000000001',
  claim: '01970000-0000-7000-8000-000000000002',
  other: '01970000-0000-7000-8000-000000000003',
  toll: '01970000-0000-7000-8000-000000000004',
  actor: '01970000-0000-7000-8000-000000000005',
  monitor: '01970000-0000-7000-8000-000000000006',
  source: '01970000-0000-7000-8000-000000000007',
  paper: '01970000-0000-7000-8000-000000000008',
} as const;

export function meta(id: string): RecordMeta {
  return {
    id,
    rev: `rev-${id.slice(-2)}`,
    created_at: '2025-05-13T10:00:00.000000Z',
    created_by: ids.actor,
    updated_at: '2025-05-13T10:00:00.000000Z',
    updated_by: ids.actor,
    deleted_at: null,
    tlp: 'GREEN',
    origin: null,
  };
}

export function claimRecord(given: Partial<Claim> = {}): Claim {
  return {
    ...meta(given.id ?? ids.claim),
    incident_id: ids.incident,
    source_id: ids.source,
    claimant_id: ids.actor,
    via: [ids.monitor],
    kind: 'toll',
    statement: 'Says it killed 200 soldiers',
    value: null,
    made_on: '2025-05-12',
    credibility: 4,
    credibility_why: null,
    denied_by_id: null,
    superseded_by_id: null,
    origin_words: null,
    ...given,
  };
}

export function tollRecord(given: Partial<Toll> = {}): Toll {
  return {
    ...meta(given.id ?? ids.toll),
    claim_id: ids.claim,
    party: 'military',
    outcome: 'killed',
    low: 200,
    high: 200,
    qualifier: 'exact',
    words: null,
    ...given,
  };
}

export function claimView(claim: Partial<Claim> = {}, tolls: readonly Toll[] = []): ClaimView {
  return {
    claim: claimRecord(claim),
    tolls: [...tolls],
    claimant: null,
    via: [],
    deniedBy: null,
    source: null,
    isReplaced: false,
    replacedBy: null,
    replaces: [],
    relations: [],
    grade: 'F6',
    passages: [],
    noteCount: 0,
  };
}
