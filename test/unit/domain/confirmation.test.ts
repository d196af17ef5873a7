import { describe, expect, test } from 'vitest';
import {
  agree,
  confirmersOf,
  unfoundedOnes,
  type Weighed,
  weighed,
} from '../../../shared/domain/confirmation.ts';
import type { TollFigure } from '../../../shared/domain/toll.ts';
import { claimView, ids } from '../record-kit/builders.ts';

const killed = (low: number, values: Partial<TollFigure> = {}): TollFigure => ({
  party: 'military',
  outcome: 'killed',
  low,
  high: low,
  qualifier: 'exact',
  ...values,
});

function claim(id: string, values: Partial<Weighed> = {}): Weighed {
  return {
    facts: {
      id,
      claimantId: `claimant of ${id}`,
      isCarrier: false,
      via: [],
      chain: [{ id: `source of ${id}`, publisherActorId: null }],
      originWords: null,
    },
    kind: 'toll',
    value: null,
    tolls: [killed(200)],
    credibility: 1,
    isReplaced: false,
    isDenied: false,
    ties: [],
    ...values,
  };
}
const names = (found: readonly Weighed[]) => found.map(({ facts }) => facts.id);

describe('agree', () => {
  const toll = (...tolls: TollFigure[]) => claim('x', { tolls });
  test.each([
    ['the same figure', [killed(200)], true],
    ['at least as many', [killed(150, { qualifier: 'at-least', high: null })], true],
    ['hundreds', [killed(0, { qualifier: 'hundreds', low: null, high: null })], true],
    ['another figure', [killed(60)], false],
    ['another outcome', [killed(200, { outcome: 'injured' })], false],
    [
      'that no figure was given',
      [killed(0, { qualifier: 'none-given', low: null, high: null })],
      false,
    ],
  ] as const)('200 killed and %s', (_, tolls, expected) => {
    expect(agree(claim('a'), toll(...tolls))).toBe(expected);
    expect(agree(toll(...tolls), claim('a'))).toBe(expected);
  });

  test.each([
    ['date', '2025-05-11', '2025-05-10/2025-05-12', true],
    ['date', '2025-05-11', '2025-05-13', false],
    ['place', 'Djibo', ' djibo', true],
    ['place', 'Djibo', 'Sole', false],
    ['attribution', 'JNIM', null, true],
  ] as const)('%s %s and %s', (kind, a, b, expected) => {
    expect(agree(claim('a', { kind, value: a }), claim('b', { kind, value: b }))).toBe(expected);
  });
});

describe('confirmersOf', () => {
  const one = claim('one');

  test('given another source and claimant with the same figure, then it bears the claim out', () => {
    expect(names(confirmersOf(one, [one, claim('two')]))).toEqual(['two']);
  });

  test.each<[string, Partial<Weighed>]>([
    ['replaced', { isReplaced: true }],
    ['denied', { isDenied: true }],
    ['of another figure', { tolls: [killed(12)] }],
    ['of another kind', { kind: 'date', value: '2025-05-11' }],
    ['contradicting', { ties: [{ kind: 'contradicts', otherId: 'one' }] }],
    ['of the same source', { facts: { ...claim('two').facts, chain: one.facts.chain } }],
  ])('given another that is %s, then it does not', (_, values) => {
    expect(confirmersOf(one, [one, claim('two', values)])).toEqual([]);
  });

  test('given support that the analyst marked, then it counts whatever the figure', () => {
    const other = claim('two', {
      tolls: [killed(12)],
      ties: [{ kind: 'supports', otherId: 'one' }],
    });
    expect(names(confirmersOf(one, [one, other]))).toEqual(['two']);
    expect(names(confirmersOf(other, [one, other]))).toEqual(['one']);
  });
});

describe('unfoundedOnes', () => {
  test('given a 1 without any source, then it is unfounded; a 2 and a replaced 1 are not', () => {
    const views = [
      claimView({ credibility: 1, source_id: null }),
      claimView({ id: ids.other, credibility: 2 }),
      { ...claimView({ id: ids.toll, credibility: 1 }), isReplaced: true },
    ];
    expect([...unfoundedOnes(views)]).toEqual([ids.claim]);
    expect(weighed(claimView()).isDenied).toBe(false);
  });
});
