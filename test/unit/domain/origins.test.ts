import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areIndependent,
  chainOf,
  type OriginFacts,
  originKeys,
} from '../../../shared/domain/origins.ts';

function facts(id: string, values: Partial<OriginFacts> = {}): OriginFacts {
  return {
    id,
    claimantId: null,
    isCarrier: false,
    via: [],
    chain: [],
    originWords: null,
    ...values,
  };
}
const source = (id: string, publisherActorId: string | null = null) => ({ id, publisherActorId });
/** How many voices, and which claims share one. */
function voices(claims: readonly OriginFacts[]): string[] {
  const groups = new Map<string, string[]>();
  for (const [id, key] of originKeys(claims)) groups.set(key, [...(groups.get(key) ?? []), id]);
  return [...groups.values()].map((group) => group.sort().join('+')).sort();
}

describe('originKeys', () => {
  test('given three papers quoting SITE, then they are one voice, however that was entered', () => {
    const site = [source('bulletin', 'site')];
    expect(
      voices([
        facts('a', { chain: [source('rfi'), ...site] }),
        facts('b', { chain: [source('afp'), ...site] }),
        facts('c', { chain: [source('bbc')], via: ['site'] }),
      ]),
    ).toEqual(['a+b+c']);
  });

  test('given one paper that names JNIM and two that only quote SITE, then JNIM is the one voice', () => {
    expect(
      voices([
        facts('named', { claimantId: 'jnim', via: ['site'], chain: [source('rfi')] }),
        facts('bare', { via: ['site'], chain: [source('afp')] }),
        facts('root', { chain: [source('bbc'), source('bulletin', 'site')] }),
      ]),
    ).toEqual(['bare+named+root']);
  });

  test('given SITE passing on two groups, then each is a voice and the unnamed claim is neither', () => {
    expect(
      voices([
        facts('a', { claimantId: 'jnim', via: ['site'] }),
        facts('b', { claimantId: 'issp', via: ['site'] }),
        facts('c', { via: ['site'] }),
      ]),
    ).toEqual(['a', 'b', 'c']);
  });

  test('given one article that tells what two sides say, then there are two voices', () => {
    const chain = [source('rfi')];
    expect(
      voices([
        facts('a', { claimantId: 'jnim', chain }),
        facts('b', { claimantId: 'army', chain }),
      ]),
    ).toEqual(['a', 'b']);
  });

  test('given a claimant in two articles, then it is one voice', () => {
    expect(
      voices([
        facts('a', { claimantId: 'jnim', chain: [source('rfi')] }),
        facts('b', { claimantId: 'jnim', chain: [source('bbc')] }),
      ]),
    ).toEqual(['a+b']);
  });

  test('given a monitor named as claimant of what it passes on, then the origin lies behind it', () => {
    expect(
      voices([
        facts('a', { claimantId: 'site', isCarrier: true, via: ['jnim'] }),
        facts('b', { claimantId: 'jnim' }),
      ]),
    ).toEqual(['a+b']);
    expect(
      voices([facts('a', { claimantId: 'site', isCarrier: true }), facts('b', { via: ['site'] })]),
    ).toEqual(['a+b']);
  });

  test('given the same words of origin in any spelling, then they are one voice', () => {
    expect(
      voices([
        facts('a', { claimantId: 'jnim', originWords: 'Bulletin de SITE' }),
        facts('b', { claimantId: 'army', originWords: ' bulletin de site ' }),
        facts('c', { claimantId: 'army' }),
        facts('d', { originWords: '' }),
      ]),
    ).toEqual(['a+b+c', 'd']);
  });

  test('given claims of which nothing is known, then each stands alone', () => {
    expect(voices([facts('a'), facts('b')])).toEqual(['a', 'b']);
  });
});

describe('chainOf', () => {
  const sources = (...list: [id: string, via: string | null][]) =>
    new Map(list.map(([id, viaId]) => [id, { id, publisherActorId: null, viaId }]));
  const ids = (from: string, all: ReturnType<typeof sources>) =>
    chainOf(from, all).map(({ id }) => id);

  test('given an article on an agency on a statement, then the statement is the root', () => {
    const all = sources(['article', 'agency'], ['agency', 'statement'], ['statement', null]);
    expect(ids('article', all)).toEqual(['article', 'agency', 'statement']);
  });

  test('given sources that pass on each other, then all see one root', () => {
    const all = sources(['a', 'b'], ['b', 'c'], ['c', 'a'], ['d', 'b']);
    for (const start of ['a', 'b', 'c', 'd']) expect(ids(start, all).at(-1)).toBe('a');
  });

  test('given a source that is not there, then the chain ends', () => {
    expect(ids('a', sources(['a', 'gone']))).toEqual(['a']);
    expect(chainOf(null, sources())).toEqual([]);
  });
});

describe('areIndependent', () => {
  const own = facts('own', { claimantId: 'jnim', via: ['site'], chain: [source('rfi')] });
  const other = facts('other', { claimantId: 'residents', chain: [source('bbc')] });
  const check = (a: OriginFacts, b: OriginFacts) => areIndependent(a, b, originKeys([a, b]));

  test('given another source, claimant and way, then they are', () => {
    expect(check(own, other)).toBe(true);
  });

  test.each([
    ['the same source', { chain: [source('rfi')] }],
    ['a source that passes on the same', { chain: [source('bbc'), source('rfi')] }],
    ['the same claimant', { claimantId: 'jnim' }],
    ['the same monitor in between', { via: ['afp', 'site'] }],
    ['no source', { chain: [] }],
  ])('given %s, then they are not', (_, values) => {
    expect(check(own, { ...other, ...values })).toBe(false);
  });

  test('given the same words of origin, then they are not', () => {
    const words = { originWords: 'SITE bulletin' };
    expect(check({ ...own, ...words }, { ...other, originWords: ' site Bulletin ' })).toBe(false);
  });
});

const actor = fc.constantFrom('jnim', 'army', 'site', 'afp');
const anyFacts = fc.record({
  claimantId: fc.option(actor),
  isCarrier: fc.boolean(),
  via: fc.uniqueArray(actor, { maxLength: 2 }),
  chain: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('s1', 's2', 's3'),
      publisherActorId: fc.option(actor),
    }),
    { maxLength: 3, selector: ({ id }) => id },
  ),
  originWords: fc.option(fc.constantFrom('Bulletin', 'bulletin ', 'Radio')),
});
const anyClaims = fc
  .array(anyFacts, { minLength: 1, maxLength: 7 })
  .map((list) => list.map((one, i): OriginFacts => ({ id: `c${i}`, ...one })));

describe('given any claims', () => {
  test('then the voices do not depend on their order', () => {
    fc.assert(
      fc.property(anyClaims, fc.nat(6), (list, turn) => {
        const turned = [...list.slice(turn), ...list.slice(0, turn)].reverse();
        expect(voices(turned)).toEqual(voices(list));
      }),
    );
  });

  test('then independence is mutual, never of one voice, and never of one source', () => {
    fc.assert(
      fc.property(anyClaims, (list) => {
        const keys = originKeys(list);
        for (const a of list) {
          for (const b of list) {
            const are = areIndependent(a, b, keys);
            expect(areIndependent(b, a, keys)).toBe(are);
            if (are) expect(keys.get(a.id)).not.toBe(keys.get(b.id));
            if (are) expect(a.chain.map((s) => s.id)).not.toContain(b.chain[0]?.id);
          }
        }
      }),
    );
  });
});
