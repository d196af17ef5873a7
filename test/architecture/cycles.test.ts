import { describe, expect, test } from 'vitest';
import { cycles } from './cycles.ts';

const edges = (...pairs: readonly string[]) =>
  pairs.map((pair) => ({ from: pair.charAt(0), to: pair.charAt(1) }));

describe('finding circles', () => {
  test('given imports that only go down, finds none', () => {
    expect(cycles(edges('ab', 'bc', 'ac', 'dc'))).toEqual([]);
  });

  test('given two circles, names the files of each', () => {
    expect(cycles(edges('ab', 'bc', 'ca', 'cd', 'de', 'ed'))).toEqual([
      ['d', 'e'],
      ['a', 'b', 'c'],
    ]);
  });

  test('given a file that imports itself, names it', () => {
    expect(cycles(edges('aa', 'ab'))).toEqual([['a']]);
  });
});
