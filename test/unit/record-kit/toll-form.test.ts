import { describe, expect, it } from 'vitest';
import {
  newTollDraft,
  type TollDraft,
  tollDraft,
  tollIssue,
  tollOps,
  tollValues,
} from '../../../renderer/record-kit/toll-form.ts';
import { ids, tollRecord } from './builders.ts';

const draft = (given: Partial<TollDraft>): TollDraft => ({ ...newTollDraft(ids.toll), ...given });

describe('tollIssue', () => {
  it.each<[string, Partial<TollDraft>, ReturnType<typeof tollIssue>]>([
    ['exact without a number', { qualifier: 'exact' }, 'number-needed'],
    ['exact with its number', { qualifier: 'exact', low: 200 }, undefined],
    ['about without a number', { qualifier: 'about' }, 'number-needed'],
    ['at least without a number', { qualifier: 'at-least' }, 'low-needed'],
    ['at most without a number', { qualifier: 'at-most', low: 5 }, 'high-needed'],
    ['between without the upper number', { qualifier: 'between', low: 50 }, 'high-needed'],
    ['between the wrong way round', { qualifier: 'between', low: 60, high: 50 }, 'low-over-high'],
    ['between two equal numbers', { qualifier: 'between', low: 60, high: 60 }, undefined],
    ['dozens without numbers', { qualifier: 'dozens' }, undefined],
    ['dozens the wrong way round', { qualifier: 'dozens', low: 60, high: 50 }, 'low-over-high'],
    ['no figure given', { qualifier: 'none-given' }, undefined],
    ['no figure given after a number was typed', { qualifier: 'none-given', low: -1 }, undefined],
    ['a fraction of a person', { qualifier: 'exact', low: 1.5 }, 'not-whole'],
    ['fewer than nobody', { qualifier: 'at-least', low: -3 }, 'not-whole'],
  ])('Given %s When checked Then it says so', (_what, given, issue) => {
    expect(tollIssue(draft(given))).toBe(issue);
  });
});

describe('tollValues', () => {
  it.each<[Partial<TollDraft>, { low: number | null; high: number | null }]>([
    [
      { qualifier: 'exact', low: 200, high: 9 },
      { low: 200, high: 200 },
    ],
    [
      { qualifier: 'at-least', low: 60, high: 9 },
      { low: 60, high: null },
    ],
    [
      { qualifier: 'at-most', low: 9, high: 20 },
      { low: null, high: 20 },
    ],
    [
      { qualifier: 'between', low: 50, high: 60 },
      { low: 50, high: 60 },
    ],
    [{ qualifier: 'dozens' }, { low: null, high: null }],
    [
      { qualifier: 'none-given', low: 0 },
      { low: null, high: null },
    ],
  ])('Given %o When stored Then only its own numbers are kept', (given, numbers) => {
    expect(tollValues(draft({ ...given, words: '  ' }))).toEqual({
      party: 'unknown',
      outcome: 'killed',
      qualifier: given.qualifier,
      words: null,
      ...numbers,
    });
  });
});

describe('tollOps', () => {
  it('Given rows added, changed, left and removed When saved Then each has its step', () => {
    const same = tollRecord({ id: ids.toll });
    const changed = tollRecord({ id: ids.other, qualifier: 'at-least', high: null });
    const removed = tollRecord({ id: ids.paper });
    const drafts = [
      tollDraft(same),
      { ...tollDraft(changed), low: 60 },
      draft({ id: ids.source, party: 'civilian', qualifier: 'none-given' }),
    ];
    expect(tollOps(ids.claim, drafts, [same, changed, removed])).toEqual([
      { do: 'delete', table: 'toll', id: ids.paper },
      { do: 'update', table: 'toll', id: ids.other, patch: { low: 60 }, rev: changed.rev },
      {
        do: 'create',
        table: 'toll',
        id: ids.source,
        values: {
          claim_id: ids.claim,
          party: 'civilian',
          outcome: 'killed',
          qualifier: 'none-given',
          low: null,
          high: null,
          words: null,
        },
      },
    ]);
  });
});
