import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  circledIds,
  closesCircle,
  replacedIds,
  type Superseding,
} from '../../../shared/domain/superseding.ts';

const claim = (id: string, supersededById: string | null = null): Superseding => ({
  id,
  supersededById,
});
const list = (ids: ReadonlySet<string>) => [...ids].sort();

describe('replacedIds', () => {
  test('given "60", then "120", then "200", then the first two are replaced', () => {
    expect(list(replacedIds([claim('60', '120'), claim('120', '200'), claim('200')]))).toEqual([
      '120',
      '60',
    ]);
  });

  test('given a later claim of another incident, then the earlier one is replaced', () => {
    expect(list(replacedIds([claim('a', 'elsewhere')]))).toEqual(['a']);
  });

  test('given a circle, then none of it is replaced and what leads into it is', () => {
    const claims = [claim('a', 'b'), claim('b', 'c'), claim('c', 'a'), claim('d', 'a')];
    expect(list(circledIds(claims))).toEqual(['a', 'b', 'c']);
    expect(list(replacedIds(claims))).toEqual(['d']);
  });

  test('given a claim said to replace itself, then it stands', () => {
    expect(list(replacedIds([claim('a', 'a')]))).toEqual([]);
  });
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const claims = fc
  .array(fc.option(fc.constantFrom(...ids), { freq: 3 }), { minLength: 6, maxLength: 6 })
  .map((laters) => ids.map((id, i) => claim(id, laters[i] ?? null)));

describe('given any claims', () => {
  test('then order does not matter, and somebody always stands', () => {
    fc.assert(
      fc.property(claims, fc.nat(5), (all, turn) => {
        const turned = [...all.slice(turn), ...all.slice(0, turn)].reverse();
        expect(list(replacedIds(turned))).toEqual(list(replacedIds(all)));
        expect(replacedIds(all).size).toBeLessThan(all.length);
      }),
    );
  });

  test('then a new superseding makes a circle exactly when it was foretold', () => {
    fc.assert(
      fc.property(claims, fc.constantFrom(...ids), fc.constantFrom(...ids), (all, early, late) => {
        const free = all.map((c) => (c.id === early ? claim(early) : c));
        const after = free.map((c) => (c.id === early ? claim(early, late) : c));
        expect(closesCircle(free, early, late)).toBe(circledIds(after).has(early));
      }),
    );
  });
});
