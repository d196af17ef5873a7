import { describe, expect, it } from 'vitest';
import { keyOf, listedActors, listedRelations } from '../../electron/services/starter-actors.ts';
import { edtfBounds, isValidEdtf } from '../../shared/domain/edtf.ts';
import { nameTraits } from '../../shared/domain/starter-names.ts';

describe('what kind of name it is', () => {
  it.each([
    ['GSIM', null, 'Latn', 'acronym'],
    ['FAMa', null, 'Latn', 'acronym'],
    ['CSP-PSD', null, 'Latn', 'acronym'],
    ['M23', null, 'Latn', 'acronym'],
    ['Fano', null, 'Latn', 'alias'],
    ['جماعة نصرة الإسلام والمسلمين', 'ar', 'Arab', 'alias'],
    ["Jama'at Nusrat al-Islam wal-Muslimin", 'ar', 'Latn', 'transliteration'],
    ['Groupe de soutien à l’islam et aux musulmans', 'fr', 'Latn', 'alias'],
    ['Group for the Support of Islam and Muslims', 'en', 'Latn', 'alias'],
  ] as const)('%s', (name, lang, script, kind) => {
    expect(nameTraits(name)).toEqual({ lang, script, kind });
  });

  it('spellings of one name have one key', () => {
    const spellings = ["Jama'at al-Tawhid", 'JAMA’AT AL TAWHID', 'jamaat al–tawhid'];
    expect(new Set(spellings.map(keyOf)).size).toBe(1);
  });
});

describe('the starter list', () => {
  it('has dates that can be read, none ending before it begins', () => {
    const wrong = listedActors.filter(({ activeFrom, activeTo }) => {
      const given = [activeFrom, activeTo].filter((date) => date !== null);
      if (!given.every(isValidEdtf)) return true;
      const [start, end] = [edtfBounds(activeFrom).earliest, edtfBounds(activeTo).latest];
      return start !== null && end !== null && end < start;
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
    expect(listedActors.filter(({ activeFrom }) => activeFrom !== null).length).toBeGreaterThan(60);
  });

  it('relates listed actors by our own account, and names where each relation is from', () => {
    const names = new Set(listedActors.map(({ name }) => name));
    const own = listedRelations.filter(({ source }) => source === 'own');
    expect(own.filter(({ from, to }) => !names.has(from) || !names.has(to))).toEqual([]);
    expect(listedRelations).toContainEqual({
      from: 'Al-Qaeda in the Islamic Maghreb',
      to: 'GIA',
      relation: 'splinter-of',
      since: null,
      source: 'ucdp',
    });
  });
});
