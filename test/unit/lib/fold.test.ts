import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldedIncludes } from '../../../shared/lib/fold.ts';

describe('fold', () => {
  test.each([
    ['Sollé', 'solle'],
    ['OUAGADOUGOU', 'ouagadougou'],
    ['N’Djamena', "n'djamena"],
    ['Jama´at', "jama'at"],
    ['Boucle–du—Mouhoun', 'boucle-du-mouhoun'],
    ['Œuvre', 'oeuvre'],
    ['Straße', 'strasse'],
    ['Ɓoɗɗo Ƙasa', 'boddo kasa'],
    ['Bɛlɛdugu, Ŋɔrɔ', 'beledugu, noro'],
    ['İstanbul ı', 'istanbul i'],
    ['جَمَاعَة نُصْرَة', 'جماعه نصره'],
    ['أحمد إلى آل', 'احمد الي ال'],
    ['جمـــاعة', 'جماعه'],
    ['١٢٣', '123'],
    ['a\u200fb\u00a0c', 'ab c'],
  ])('given %s, then it reads %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('given any text, when folded twice, then nothing more changes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('given a text of Latin letters, then it reads the same beside letters of another script', () => {
    const latin = fc.string({
      unit: fc.integer({ min: 1, max: 0x17f }).map((n) => String.fromCharCode(n)),
    });
    fc.assert(
      fc.property(latin, (text) => {
        expect(`${fold(text)} 中`).toBe(fold(`${text} 中`));
      }),
      { numRuns: 5000 },
    );
  });

  test('given a name and a part typed without accents, then the part is found', () => {
    expect(foldedIncludes('جماعة نصرة الإسلام والمسلمين', 'نصره الاسلام')).toBe(true);
    expect(foldedIncludes('Réveil à Tin-Akoff', 'tin‑akoff')).toBe(true);
    expect(foldedIncludes('Djibo', 'Dori')).toBe(false);
  });
});
