import { describe, expect, test } from 'vitest';
import { isValidEdtf } from '../../../shared/domain/edtf.ts';
import { datesOf } from '../../../shared/extract/dates.ts';
import { mirrorOf } from '../../../shared/extract/mirror.ts';
import { tokensOf } from '../../../shared/extract/tokens.ts';

const read = (text: string, published: string | null, told: string | null = null) =>
  datesOf(tokensOf(mirrorOf(text)), {
    published,
    year: published === null ? null : Number(published.slice(0, 4)),
    told,
  }).map(({ edtf }) => edtf);

// 14 May 2025 is a Wednesday
describe('dates against a day of publication', () => {
  test.each([
    ['on Sunday morning', '2025-05-14', '2025-05-11'],
    ['On Wednesday', '2025-05-14', '2025-05-14'],
    ['last Wednesday', '2025-05-14', '2025-05-07'],
    ['mardi dernier', '2025-05-14', '2025-05-13'],
    ['mercredi dernier', '2025-05-14', '2025-05-07'],
    ['la nuit de samedi à dimanche', '2025-05-14', '2025-05-10/2025-05-11'],
    ['overnight from Friday to Saturday', '2025-05-14', '2025-05-09/2025-05-10'],
    ['entre jeudi et samedi', '2025-05-14', '2025-05-08/2025-05-10'],
    ['earlier this month', '2025-05-14', '2025-05'],
    ['last month', '2025-01-03', '2024-12'],
    ['last week', '2025-05-14', '[2025-05-05..2025-05-11]'],
    ['hier', '2025-01-01', '2024-12-31'],
    ['the day before yesterday', '2024-03-01', '2024-02-28'],
    ['three days ago', '2025-01-02', '2024-12-30'],
    ['il y a deux jours', '2025-03-01', '2025-02-27'],
    ['le 11 mai', '2025-05-14', '2025-05-11'],
    ['le 30 décembre', '2025-01-02', '2024-12-30'],
    ['lundi 19 août', '2019-08-22', '2019-08-19'],
    ['May 11, 2025', '2025-05-14', '2025-05-11'],
    ['Feb. 22', '2019-02-23', '2019-02-22'],
    ['22 February 2019', null, '2019-02-22'],
    ['la nuit du 7 au 8 mars', '2024-03-11', '2024-03-07/2024-03-08'],
    ['entre le 23 et le 31 mars', '2022-04-08', '2022-03-23/2022-03-31'],
    ['du 5 au 11 août 2024', null, '2024-08-05/2024-08-11'],
    ["New Year's Eve", '2020-01-02', '2019-12-31'],
    ['in March 2019', '2025-05-23', '2019-03'],
    ['en 2015', '2025-05-14', '2015'],
    ['2025-05-11', null, '2025-05-11'],
    ['11/05/2025', null, '2025-05-11'],
  ])('%s (%s)', (text, published, expected) => {
    const [found] = read(text, published);
    expect(found).toBe(expected);
    expect(isValidEdtf(expected)).toBe(true);
  });

  test('given a date told before, the next day counts from it', () => {
    expect(read('The next day', '2025-05-14', '2025-04-30')).toEqual(['2025-05-01']);
    expect(read('la veille', '2025-05-14', '2025-05-01')).toEqual(['2025-04-30']);
  });

  test('without a day of publication relative words stay words', () => {
    expect(read('on Sunday, or yesterday', null)).toEqual([null, null]);
  });

  test('what is no date gives none', () => {
    expect(
      read('The march may be 30 km long, at 5 heures GMT, resolution 2423 (2018)', '2025-05-14'),
    ).toEqual([]);
  });
});
