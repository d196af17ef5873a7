import { describe, expect, it } from 'vitest';
import { linkIssues, linkOps, newLinkDraft } from '../../../renderer/record-kit/link-form.ts';
import { opSchema } from '../../../shared/contract/record-calls.ts';
import { ids } from './builders.ts';

describe('linkOps', () => {
  it('Given an actor linked from the incident When saved Then the link goes from actor to incident', () => {
    const draft = { ...newLinkDraft('actor-incident', 'incident'), otherId: ids.actor };
    const ops = linkOps(draft, ids.incident, undefined) ?? [];
    expect(ops).toEqual([
      {
        do: 'create',
        table: 'link',
        values: {
          kind: 'actor-incident',
          role: 'perpetrator',
          from_id: ids.actor,
          to_id: ids.incident,
          attribution: null,
          confidence: null,
          date_from: null,
          date_to: null,
          claim_id: null,
          source_id: null,
          note: '',
        },
      },
    ]);
    for (const op of ops) expect(opSchema.safeParse(op).success).toBe(true);
  });

  it('Given the backward reading of a relation When saved Then the ends change places', () => {
    const draft = {
      ...newLinkDraft('actor-actor', 'actor'),
      role: 'leader-of',
      isFrom: false,
      otherId: ids.other,
    };
    expect(linkOps(draft, ids.actor, undefined)).toMatchObject([
      { values: { role: 'leader-of', from_id: ids.other, to_id: ids.actor } },
    ]);
  });

  it('Given no other end When saved Then there is nothing to save', () => {
    expect(linkOps(newLinkDraft('actor-actor', 'actor'), ids.actor, undefined)).toBeUndefined();
  });
});

describe('linkIssues', () => {
  const draft = { ...newLinkDraft('actor-actor', 'actor'), otherId: ids.other };

  it.each([
    [{ otherId: undefined }, { other: 'needed' }],
    [{ dateFrom: 'once' }, { dateFrom: 'bad-date' }],
    [{ dateFrom: '2025', dateTo: '2024-12' }, { dateTo: 'before-start' }],
    [{ dateFrom: '2025', dateTo: '2025-01' }, undefined],
  ])('Given %o When checked Then it answers %o', (given, issues) => {
    expect(linkIssues({ ...draft, ...given })).toEqual(issues);
  });
});
