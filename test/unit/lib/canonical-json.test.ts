import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';

describe('canonical JSON', () => {
  test('sorts keys, writes no white space, leaves out what is undefined', () => {
    expect(canonicalJson({ b: [1, 'é', null], a: { d: true, c: undefined } })).toBe(
      '{"a":{"d":true},"b":[1,"é",null]}',
    );
  });

  test('writes numbers as ECMAScript does, and -0 as 0', () => {
    expect(canonicalJson([1e21, 0.1, -0, 14])).toBe('[1e+21,0.1,0,14]');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, () => 1, 1n, Symbol('x')])(
    'refuses what is no JSON',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  test('does not depend on the order of keys and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        const text = canonicalJson(value);
        expect(canonicalJson(turned)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
