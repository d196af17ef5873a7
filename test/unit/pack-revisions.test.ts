import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lineOfDescent,
  newestCommon,
  parseRevisionLine,
  pastOf,
  type Revision,
  relate,
  revisionLine,
  type Version,
} from '../../shared/pack/revisions.ts';

/** `A<B,C` is A made from B and C. The first is the version itself. */
const version = (text: string, updated_at = '1'): Version => {
  const past = text.split(' ').map((each): Revision => {
    const [rev = '', parents = ''] = each.split('<');
    return { rev, parents: parents === '' ? [] : parents.split(',') };
  });
  return { rev: past[0]?.rev ?? '', past, updated_at };
};

describe('relate', () => {
  it.each([
    ['same', version('A'), version('A<x x')],
    ['theirs-older', version('C<B B<A A'), version('B<A A')],
    ['theirs-newer', version('B<A A'), version('C<B B<A A')],
    ['diverged', version('C<B B<A A'), version('D<B B<A A')],
    ['diverged', version('C'), version('D')],
    // format 1: ours took B back to A after theirs was given away
    ['theirs-older', version('A<B B<A', '3'), version('B<A A', '2')],
    ['theirs-newer', version('B<A A', '2'), version('A<B B<A', '3')],
  ])('says %s', (expected, ours, theirs) => {
    expect(relate(ours, theirs)).toBe(expected);
  });
});

describe('newestCommon', () => {
  it('finds what both have passed through last', () => {
    expect(newestCommon(version('D<C C<B B<A A'), version('E<B B<A A'))).toEqual(['B']);
    expect(newestCommon(version('D<C C'), version('E<F F'))).toEqual([]);
  });

  it('finds both where two laptops joined the same two versions', () => {
    const past = 'B<A C<A A';
    expect(newestCommon(version(`M<B,C ${past}`), version(`N<B,C ${past}`))).toEqual(['B', 'C']);
  });

  it('finds one even in pasts that go in circles', () => {
    expect(newestCommon(version('X<A A<B B<A'), version('Y<B B<A A<B'))).toHaveLength(1);
  });
});

describe('a past', () => {
  it('comes out of its lines as it went in, parents in order', () => {
    expect(revisionLine({ rev: 'M', parents: ['b', 'a'] })).toBe('M a b');
    expect(parseRevisionLine('M a b')).toEqual({ rev: 'M', parents: ['a', 'b'] });
    expect(parseRevisionLine('A')).toEqual({ rev: 'A', parents: [] });
  });

  it('of format 1 is taken for one line', () => {
    expect(lineOfDescent('C', ['B', 'A']).map(revisionLine)).toEqual(['C B', 'B A', 'A']);
  });

  it('holds what a revision descends from and no more, whatever the order it was learnt in', () => {
    const known = version('D<C,B C<A B<A A X<A').past;
    const past = pastOf('C', known);
    expect(past.map(revisionLine)).toEqual(['C A', 'A']);
    expect(pastOf('D', known.toReversed())).toEqual(pastOf('D', known));
    expect(pastOf('unknown', known)).toEqual([{ rev: 'unknown', parents: [] }]);
  });

  /** Each revision from one or two earlier ones. */
  const dag = fc
    .array(fc.tuple(fc.nat(), fc.option(fc.nat(), { nil: undefined })), {
      minLength: 2,
      maxLength: 12,
    })
    .map((steps) =>
      steps.map(([one, other], at): Revision => {
        const parents = at === 0 ? [] : [one % at, ...(other === undefined ? [] : [other % at])];
        return { rev: `r${at}`, parents: [...new Set(parents)].map((parent) => `r${parent}`) };
      }),
    );

  it('relates two versions the same way from both sides', () => {
    fc.assert(
      fc.property(dag, fc.nat(), fc.nat(), (all, i, j) => {
        const at = (n: number): Version => {
          const rev = `r${n % all.length}`;
          return { rev, past: pastOf(rev, all), updated_at: '1' };
        };
        const mirrored = {
          same: 'same',
          diverged: 'diverged',
          'theirs-newer': 'theirs-older',
          'theirs-older': 'theirs-newer',
        };
        expect(relate(at(j), at(i))).toBe(mirrored[relate(at(i), at(j))]);
        expect(newestCommon(at(j), at(i))).toEqual(newestCommon(at(i), at(j)));
      }),
      { numRuns: 500 },
    );
  });
});
