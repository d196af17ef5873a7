import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choiceFromEdtf,
  type DateChoice,
  edtfFromChoice,
} from '../../../shared/domain/date-choice.ts';
import { isValidEdtf } from '../../../shared/domain/edtf.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';

const examples: readonly (readonly [DateChoice, string | null, string, string])[] = [
  [{ kind: 'exact', day: '2025-05-11' }, '2025-05-11', '11 May 2025', '11 mai 2025'],
  [
    { kind: 'exact', day: '2025-05-01', isDoubtful: true },
    '2025-05-01?',
    '1 May 2025?',
    '1er mai 2025\u202f?',
  ],
  [{ kind: 'about', day: '2025-05-11' }, '2025-05-11~', 'c. 11 May 2025', 'vers le 11 mai 2025'],
  [{ kind: 'about', day: '2025-05' }, '2025-05~', 'c. May 2025', 'vers mai 2025'],
  [
    { kind: 'between', from: '2025-05-11', to: '2025-05-13' },
    '2025-05-11/2025-05-13',
    '11–13 May 2025',
    '11–13 mai 2025',
  ],
  [
    { kind: 'between', from: '2025-04-30', to: '2025-05-02' },
    '2025-04-30/2025-05-02',
    '30 April – 2 May 2025',
    '30 avril – 2 mai 2025',
  ],
  [
    { kind: 'between', from: '2024-12-31', to: '2025-01-01' },
    '2024-12-31/2025-01-01',
    '31 December 2024 – 1 January 2025',
    '31 décembre 2024 – 1er janvier 2025',
  ],
  [
    { kind: 'between', from: '2025-05', to: '2025-06' },
    '2025-05/2025-06',
    'May–June 2025',
    'mai–juin 2025',
  ],
  [{ kind: 'month', month: '2025-05' }, '2025-05', 'May 2025', 'mai 2025'],
  [{ kind: 'year', year: '2025' }, '2025', '2025', '2025'],
  [
    { kind: 'before', day: '2025-05-13' },
    '../2025-05-13',
    'on or before 13 May 2025',
    'au plus tard le 13 mai 2025',
  ],
  [
    { kind: 'before', day: '2025-05' },
    '../2025-05',
    'on or before May 2025',
    'au plus tard en mai 2025',
  ],
  [
    { kind: 'after', day: '2025-05-13' },
    '2025-05-13/..',
    'on or after 13 May 2025',
    'au plus tôt le 13 mai 2025',
  ],
  [
    { kind: 'one-of', days: ['2025-05-11', '2025-05-12'] },
    '[2025-05-11,2025-05-12]',
    '11 or 12 May 2025',
    '11 ou 12 mai 2025',
  ],
  [{ kind: 'unknown' }, null, 'no date', 'sans date'],
  [{ kind: 'expert', edtf: '2025-21' }, '2025-21', 'spring 2025', 'printemps 2025'],
  [{ kind: 'expert', edtf: '2025-05-1X' }, '2025-05-1X', '10–19 May 2025', '10–19 mai 2025'],
  [{ kind: 'expert', edtf: '201X' }, '201X', '2010s', 'années 2010'],
  [
    { kind: 'expert', edtf: '/2025-05-13' },
    '/2025-05-13',
    'until 13 May 2025, start unknown',
    'jusqu’au 13 mai 2025, début inconnu',
  ],
  [{ kind: 'expert', edtf: 'soon' }, 'soon', 'soon', 'soon'],
];

describe('date choices', () => {
  test.each(examples)(
    'given %j, then its EDTF is %s and it reads "%s" and "%s"',
    (choice, edtf, en, fr) => {
      expect(edtfFromChoice(choice)).toBe(edtf);
      expect(choiceFromEdtf(edtf)).toEqual(choice);
      expect([edtfWords(edtf, 'en'), edtfWords(edtf, 'fr')]).toEqual([en, fr]);
    },
  );

  test('given any valid EDTF, when turned into a choice and back, then it says the same', () => {
    const day = fc.constantFrom(
      '2025-05-11',
      '2025-05',
      '2025',
      '2024-02-29',
      '20XX',
      '2025-22',
      '2025-1X',
    );
    const mark = fc.constantFrom('', '?', '~', '%');
    const end = fc.oneof(
      fc.constant('..'),
      fc.constant(''),
      fc.tuple(day, mark).map((p) => p.join('')),
    );
    const text = fc.oneof(
      fc.tuple(day, mark).map((parts) => parts.join('')),
      fc.tuple(end, end).map((parts) => parts.join('/')),
    );
    fc.assert(
      fc.property(text.filter(isValidEdtf), (edtf) => {
        const back = edtfFromChoice(choiceFromEdtf(edtf));
        // a run of one day is that day
        const [from, to] = edtf.split('/');
        expect(back).toBe(
          from === to && from !== undefined && /^[\d-]+$/.test(from) && !from.endsWith('-22')
            ? from
            : edtf,
        );
        expect(edtfWords(edtf, 'fr')).not.toMatch(/undefined|NaN/);
        expect(edtfWords(edtf, 'en')).not.toMatch(/undefined|NaN/);
      }),
    );
  });
});
