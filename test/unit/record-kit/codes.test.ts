import { describe, expect, it } from 'vitest';
import { codesOf, scriptOf } from '../../../renderer/record-kit/codes.ts';
import { matchedName } from '../../../renderer/record-kit/record-search.ts';

describe('scriptOf', () => {
  it.each([
    ['JNIM', 'Latn'],
    ['جماعة نصرة الإسلام والمسلمين', 'Arab'],
    ['(2017) Katiba', 'Latn'],
    ['ⵜⴰⵎⴰⵛⴻⵇ', 'Tfng'],
    ['2017', null],
  ])('Given %s When asked Then it is %s', (name, script) => {
    expect(scriptOf(name)).toBe(script);
  });
});

describe('codesOf', () => {
  it('Given countries in French When listed Then real ones come sorted and odd codes do not', () => {
    const countries = codesOf('region', 'fr');
    expect(countries).toContainEqual({ code: 'BF', name: 'Burkina Faso' });
    expect(countries.map(({ code }) => code)).not.toContain('EU');
    expect(countries.length).toBeGreaterThan(230);
    expect(countries.length).toBeLessThan(260);
  });
});

describe('matchedName', () => {
  const names = ['JNIM', 'GSIM', 'جماعة نصرة الإسلام والمسلمين'];
  it.each([
    ['gsim', 'GSIM'],
    ['نصرة', 'جماعة نصرة الإسلام والمسلمين'],
    ['nusrat', undefined],
    ['', undefined],
  ])('Given %s typed When it hits Then the name shown is %s', (typed, name) => {
    expect(matchedName(typed, "Jama'at Nusrat al-Islam wal-Muslimin", names)).toBe(name);
  });
});
