import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isValidEdtf } from '../../../shared/domain/edtf.ts';
import { resolveDateWords } from '../../../shared/extract/resolve-date.ts';

// 13 May 2025 is a Tuesday
const published = '2025-05-13';

describe('resolveDateWords', () => {
  test.each([
    ['on Sunday morning', '2025-05-11', 'morning'],
    ['early Monday', '2025-05-12', 'early'],
    ['Tuesday at dawn', '2025-05-13', 'at dawn'],
    ['last Tuesday', '2025-05-06', null],
    ['in the early hours of Sunday', '2025-05-11', 'early hours'],
    ['overnight from Saturday to Sunday', '2025-05-10/2025-05-11', 'overnight'],
    ['three days ago', '2025-05-10', null],
    ['two weeks ago', '2025-04-29', null],
    ['yesterday evening', '2025-05-12', 'evening'],
    ['Sunday around 5:30 am', '2025-05-11', 'around 5:30 am'],
    ['last week', '[2025-05-05..2025-05-11]', null],
    ['Saturday or Sunday', '[2025-05-10,2025-05-11]', null],
    ['from Saturday to Monday', '2025-05-10/2025-05-12', null],
    ['since Sunday', '2025-05-11/..', null],
    ['before Sunday', '../2025-05-10', null],
    ['around 11 May', '2025-05-11~', null],
    ['early May 2025', '2025-05', null],
    ['mardi dernier', '2025-05-06', null],
    ['lundi dernier', '2025-05-12', null],
    ['dimanche matin', '2025-05-11', 'matin'],
    ['la nuit de samedi à dimanche', '2025-05-10/2025-05-11', 'nuit'],
    ['dans la nuit du 10 au 11 mai', '2025-05-10/2025-05-11', 'dans la nuit'],
    ['il y a trois jours', '2025-05-10', null],
    ['il y a huit jours', '2025-05-05', null],
    ['hier soir', '2025-05-12', 'soir'],
    ['dimanche vers 5 h 30', '2025-05-11', 'vers 5 h 30'],
    ['le 11 mai à l’aube', '2025-05-11', 'à l’aube'],
    ['samedi ou dimanche', '[2025-05-10,2025-05-11]', null],
    ['depuis dimanche', '2025-05-11/..', null],
    ['vers le 11 mai', '2025-05-11~', null],
    ['avant-hier', '2025-05-11', null],
  ])('%s', (words, edtf, timeWords) => {
    const found = resolveDateWords(words, published, 'en');
    expect({ edtf: found.edtf, timeWords: found.timeWords }).toEqual({ edtf, timeWords });
    expect(isValidEdtf(edtf)).toBe(true);
  });

  test.each([
    [
      'on Sunday morning',
      'Sunday before Tuesday 13 May 2025 → 11 May 2025',
      'Dimanche avant le mardi 13 mai 2025 → 11 mai 2025',
    ],
    [
      'mardi',
      'Tuesday, the day of publication → 13 May 2025',
      'Mardi, jour de la publication → 13 mai 2025',
    ],
    [
      'la nuit de samedi à dimanche',
      'The last such night before Tuesday 13 May 2025 → 10–11 May 2025',
      'La dernière nuit ainsi nommée avant le mardi 13 mai 2025 → 10–11 mai 2025',
    ],
    [
      'il y a trois jours',
      'Counted from the publication on Tuesday 13 May 2025 → Saturday 10 May 2025',
      'Compté à partir de la publication du mardi 13 mai 2025 → samedi 10 mai 2025',
    ],
    [
      'le 11 mai',
      'No year given, taken from the publication on Tuesday 13 May 2025 → Sunday 11 May 2025',
      'Année absente, déduite de la publication du mardi 13 mai 2025 → dimanche 11 mai 2025',
    ],
    [
      'Monday 11 May 2025',
      'Written out: Sunday 11 May 2025, which was no Monday',
      'Écrit en toutes lettres : dimanche 11 mai 2025, qui n’était pas un lundi',
    ],
  ])('%s says why in both languages', (words, en, fr) => {
    expect(resolveDateWords(words, published, 'en').why).toBe(en);
    expect(resolveDateWords(words, published, 'fr').why).toBe(fr);
  });

  test('given no day of publication, then relative words ask for it and written ones do not', () => {
    expect(resolveDateWords('on Sunday', null, 'en')).toMatchObject({
      edtf: null,
      needsPublished: true,
    });
    expect(resolveDateWords('11 May 2025', null, 'en')).toMatchObject({
      edtf: '2025-05-11',
      needsPublished: false,
    });
  });

  test.each(['', 'the villagers fled', 'every Sunday', 'dozens of fighters', 'chaque mardi'])(
    '%j gives no date',
    (words) => {
      expect(resolveDateWords(words, published, 'en').edtf).toBeNull();
    },
  );

  test('given any words, then it answers valid EDTF or none, in both languages', () => {
    const parts =
      'on from to or ou de du au la nuit samedi dimanche Sunday Monday morning 11 5 May mai 2025 before avant since il y a trois jours ago two weeks last dernier vers around h 30'.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 9 }), (words) => {
        for (const lang of ['en', 'fr'] as const) {
          const { edtf, why } = resolveDateWords(words.join(' '), published, lang);
          expect(edtf === null || isValidEdtf(edtf)).toBe(true);
          expect(why).not.toMatch(/undefined|NaN/);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
