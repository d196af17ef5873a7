import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeFold } from '../../electron/db/gazetteer/place-fold.ts';
import { fold } from '../../electron/setup/gazetteer/fold.mjs';

describe('folding place names', () => {
  test.each([
    ['Dédougou', 'dedougou'],
    ["N'Djaména", 'ndjamena'],
    ['Gorom-Gorom', 'gorom gorom'],
    ['Fada N’Gourma', 'fada ngourma'],
    ['تُمبُكتُو', 'تمبكتو'],
    ['مدينة أغاديس', 'مدينه اغاديس'],
    ['Bɔbɔjulaso', 'bobojulaso'],
    ['  Œuvre  (x) ', 'oeuvre x'],
  ])('given %s, when folded, then it is %s', (text, folded) => {
    expect(placeFold(text)).toBe(folded);
  });

  test('given any text, when folded at build time and at query time, then both agree', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text)).toBe(placeFold(text));
        expect(placeFold(placeFold(text))).toBe(placeFold(text));
      }),
      { numRuns: 500 },
    );
  });
});
