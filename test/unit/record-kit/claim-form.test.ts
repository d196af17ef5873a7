import { describe, expect, it } from 'vitest';
import {
  claimDraft,
  claimIssues,
  claimOps,
  newClaimDraft,
} from '../../../renderer/record-kit/claim-form.ts';
import { newTollDraft } from '../../../renderer/record-kit/toll-form.ts';
import { opSchema } from '../../../shared/contract/record-calls.ts';
import { claimRef } from '../../../shared/text/claim-words.ts';
import { claimView, ids, tollRecord } from './builders.ts';

describe('claimIssues', () => {
  it('Given an empty form When checked Then incident, statement and figure are asked for', () => {
    expect(claimIssues(newClaimDraft(ids.claim, { tlp: 'GREEN' }))).toEqual({
      incident: 'needed',
      statement: 'needed',
      tolls: {},
      tollsMissing: true,
    });
  });

  it('Given a figure without its number When checked Then its row is named', () => {
    const draft = newClaimDraft(ids.claim, {
      tlp: 'GREEN',
      incidentId: ids.incident,
      statement: 'Says it killed soldiers',
      tolls: [newTollDraft(ids.toll)],
    });
    expect(claimIssues(draft)).toEqual({
      tolls: { [ids.toll]: 'number-needed' },
      tollsMissing: false,
    });
  });

  it('Given a claim about the place with a wrong toll row left over When checked Then it is fine', () => {
    const draft = newClaimDraft(ids.claim, {
      tlp: 'GREEN',
      kind: 'place',
      incidentId: ids.incident,
      statement: 'Places it at Sole',
      tolls: [newTollDraft(ids.toll)],
    });
    expect(claimIssues(draft)).toBeUndefined();
  });

  it('Given dates that are no dates When checked Then each field says so', () => {
    const draft = newClaimDraft(ids.claim, {
      tlp: 'GREEN',
      kind: 'date',
      incidentId: ids.incident,
      statement: 'Dates it to Sunday',
      madeOn: 'soon',
      value: '2025-13',
    });
    expect(claimIssues(draft)).toEqual({
      madeOn: 'bad-date',
      value: 'bad-date',
      tolls: {},
      tollsMissing: false,
    });
  });
});

describe('claimOps', () => {
  const quote = {
    sourceId: ids.source,
    textSha256: 'abc',
    selectors: { exact: '200 soldiers', prefix: 'killed ', suffix: '.', start: 7, end: 19 },
  };

  it('Given a new claim from selected words When saved Then claim, toll and passage go together', () => {
    const draft = newClaimDraft(ids.claim, {
      tlp: 'GREEN',
      incidentId: ids.incident,
      sourceId: ids.source,
      claimantId: ids.actor,
      via: [ids.monitor],
      statement: '  Says it killed 200 soldiers ',
      tolls: [{ ...newTollDraft(ids.toll), party: 'military', low: 200 }],
      quote,
    });
    const ops = claimOps(draft, undefined, []);
    expect(ops).toEqual([
      {
        do: 'create',
        table: 'claim',
        id: ids.claim,
        values: {
          incident_id: ids.incident,
          kind: 'toll',
          statement: 'Says it killed 200 soldiers',
          value: null,
          source_id: ids.source,
          claimant_id: ids.actor,
          via: [ids.monitor],
          made_on: null,
          credibility: 6,
          credibility_why: null,
          origin_words: null,
          denied_by_id: null,
          tlp: 'GREEN',
        },
      },
      {
        do: 'create',
        table: 'toll',
        id: ids.toll,
        values: {
          claim_id: ids.claim,
          party: 'military',
          outcome: 'killed',
          qualifier: 'exact',
          low: 200,
          high: 200,
          words: null,
        },
      },
      {
        do: 'create',
        table: 'passage',
        values: {
          ...quote.selectors,
          source_id: ids.source,
          target_table: 'claim',
          target_id: ids.claim,
          text_sha256: 'abc',
        },
      },
    ]);
    for (const op of ops) expect(opSchema.safeParse(op).success).toBe(true);
  });

  it('Given a stored claim opened and left alone When saved Then there is nothing to do', () => {
    const view = claimView({}, [tollRecord()]);
    expect(claimOps(claimDraft(view), view, [view])).toEqual([]);
  });

  it('Given an earlier claim ticked as replaced When saved Then that claim points to this one', () => {
    const view = claimView();
    const earlier = claimView({ id: ids.other, statement: '60 soldiers' });
    const siblings = [view, earlier];
    const draft = {
      ...claimDraft(view),
      credibility: 3 as const,
      ties: [{ otherId: ids.other, choice: 'replaces' as const, note: '' }],
    };
    expect(claimOps(draft, view, siblings)).toEqual([
      {
        do: 'update',
        table: 'claim',
        id: ids.claim,
        patch: { credibility: 3 },
        rev: view.claim.rev,
      },
      {
        do: 'update',
        table: 'claim',
        id: ids.other,
        patch: { superseded_by_id: ids.claim },
        rev: earlier.claim.rev,
      },
    ]);
  });

  it('Given a replaced claim unticked When saved Then it stands again', () => {
    const earlier = claimView({ id: ids.other, superseded_by_id: ids.claim });
    const view = { ...claimView(), replaces: [claimRef(earlier)] };
    const draft = claimDraft(view);
    expect(draft.ties).toEqual([{ otherId: ids.other, choice: 'replaces', note: '' }]);
    expect(claimOps({ ...draft, ties: [] }, view, [earlier])).toEqual([
      {
        do: 'update',
        table: 'claim',
        id: ids.other,
        patch: { superseded_by_id: null },
        rev: earlier.claim.rev,
      },
    ]);
  });

  it('Given a toll claim turned into a denial When saved Then its figures go', () => {
    const view = claimView({}, [tollRecord()]);
    const draft = { ...claimDraft(view), kind: 'denial' as const };
    expect(claimOps(draft, view, [])).toEqual([
      {
        do: 'update',
        table: 'claim',
        id: ids.claim,
        patch: { kind: 'denial' },
        rev: view.claim.rev,
      },
      { do: 'delete', table: 'toll', id: ids.toll },
    ]);
  });
});
