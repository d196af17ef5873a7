import { describe, expect, test } from 'vitest';
import { filterUnder } from '../../../shared/domain/filter.ts';
import { coordinatesText, distanceKm, isPrecise, radiusOf } from '../../../shared/domain/geo.ts';
import { gradeText, parseGrade } from '../../../shared/domain/grade.ts';
import { compareTlp, parseTlp, tlpColours, tlpMax, tlpText } from '../../../shared/domain/tlp.ts';
import { tlpLabels } from '../../../shared/domain/vocabulary.ts';

describe('TLP 2.0', () => {
  test('given the labels, then they are ordered, written and coloured as the standard has it', () => {
    expect([...tlpLabels].sort(compareTlp)).toEqual([
      'CLEAR',
      'GREEN',
      'AMBER',
      'AMBER+STRICT',
      'RED',
    ]);
    expect(tlpLabels.map((label) => [tlpText(label), tlpColours[label]])).toEqual([
      ['TLP:CLEAR', '#FFFFFF'],
      ['TLP:GREEN', '#33FF00'],
      ['TLP:AMBER', '#FFC000'],
      ['TLP:AMBER+STRICT', '#FFC000'],
      ['TLP:RED', '#FF2B2B'],
    ]);
  });

  test('given parts, then the strictest counts', () => {
    expect(tlpMax(['GREEN', 'AMBER+STRICT', 'AMBER'])).toBe('AMBER+STRICT');
    expect(tlpMax([])).toBe('CLEAR');
  });

  test.each([
    ['tlp:amber+strict', 'AMBER+STRICT'],
    ['TLP:WHITE', 'CLEAR'],
    ['green', 'GREEN'],
    ['purple', null],
  ])('given %s, then it reads as %s', (text, label) => {
    expect(parseTlp(text)).toBe(label);
  });
});

describe('grades', () => {
  test('given no source and no judgement, then F6', () => {
    expect([gradeText(null, null), gradeText('C', 3), gradeText('A', 5)]).toEqual([
      'F6',
      'C3',
      'A5',
    ]);
  });
  test.each([
    ['c3', { reliability: 'C', credibility: 3 }],
    ['G1', null],
    ['A7', null],
    ['', null],
  ])('given %s, then %j', (text, grade) => {
    expect(parseGrade(text)).toEqual(grade);
  });
});

describe('places', () => {
  test('given a level without a radius of its own, then its default counts', () => {
    expect([radiusOf('region', null), radiusOf('near', 8000), radiusOf('unknown', null)]).toEqual([
      150_000, 8000, 0,
    ]);
    expect([isPrecise('settlement'), isPrecise('district')]).toEqual([true, false]);
  });
  test('given Djibo and Titao, then 60 km lie between them', () => {
    expect(Math.round(distanceKm(14.0994, -1.6255, 13.7667, -2.0667))).toBe(60);
    expect(coordinatesText(14.0994, -1.6255, 'en')).toBe('14.0994° N, 1.6255° W');
    expect(coordinatesText(14.0994, -1.6255, 'fr')).toBe('14,0994° N\u202f; 1,6255° O');
  });
});

test('a filter under a ceiling keeps a stricter one of its own', () => {
  expect(filterUnder({ text: 'Djibo' }, 'AMBER')).toEqual({ text: 'Djibo', tlpMax: 'AMBER' });
  expect(filterUnder({ tlpMax: 'RED' }, 'AMBER')).toEqual({ tlpMax: 'AMBER' });
  expect(filterUnder({ tlpMax: 'GREEN' }, 'AMBER')).toEqual({ tlpMax: 'GREEN' });
});
