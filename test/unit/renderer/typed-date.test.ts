import { describe, expect, it } from 'vitest';
import { parseTypedDate } from '../../../renderer/record-kit/typed-date.ts';

describe('parseTypedDate', () => {
  it.each([
    ['11 May 2025', '2025-05-11'],
    ['11 mai 2025', '2025-05-11'],
    ['le 1er août 2025', '2025-08-01'],
    ['11/5/2025', '2025-05-11'],
    ['11.05.2025', '2025-05-11'],
    ['2025-05-11', '2025-05-11'],
    ['2025-5-1', '2025-05-01'],
    ['May 11, 2025', '2025-05-11'],
    ['the 3rd of June 2024', '2024-06-03'],
  ])('given %j when read as a day then gives %s', (typed, expected) => {
    expect(parseTypedDate(typed)).toBe(expected);
  });

  it.each([['31 April 2025'], ['29 Feb 2025'], ['May 2025'], ['2025'], ['11 Foo 2025'], ['']])(
    'given %j when a day is needed then gives nothing',
    (typed) => {
      expect(parseTypedDate(typed)).toBeUndefined();
    },
  );

  it.each([
    ['mai 2025', '2025-05'],
    ['2025-05', '2025-05'],
    ['5/2025', '2025-05'],
    ['févr. 2024', '2024-02'],
  ])('given %j when a month is enough then gives %s', (typed, expected) => {
    expect(parseTypedDate(typed, 'month')).toBe(expected);
  });

  it('given a year when a year is enough then gives it', () => {
    expect(parseTypedDate('2025', 'year')).toBe('2025');
    expect(parseTypedDate('2025', 'month')).toBeUndefined();
  });
});
