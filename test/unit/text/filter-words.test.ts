import { describe, expect, test } from 'vitest';
import { parseFilter } from '../../../shared/domain/filter-text.ts';
import { filterChips, filterWords } from '../../../shared/text/filter-words.ts';

const text =
  'actor.perpetrator:JNIM place:Djibo place:Titao type:Battles status:claimed after:2025-05-01 killed>=50 tlp:AMBER has:question convoy';

describe('filterChips', () => {
  test('given a filter, then each part has a chip in words of the language', () => {
    const { filter } = parseFilter(text);
    expect(filterChips(filter, 'en').map((chip) => chip.label)).toEqual([
      'Actor: JNIM (perpetrator)',
      'Place: Djibo',
      'Place: Titao',
      'Type: Battles',
      'Status: Claimed',
      'From 1 May 2025',
      'Killed: ≥ 50',
      'At most TLP:AMBER',
      'Open question',
      'Text: convoy',
    ]);
    expect(filterChips(filter, 'fr')[0]?.label).toBe('Acteur\u00a0: JNIM (auteur)');
  });

  test('given any chip, when removed one after the other, then nothing is left', () => {
    let { filter } = parseFilter(text);
    let chip = filterChips(filter, 'en').at(0);
    for (let step = 0; chip !== undefined && step < 50; step += 1) {
      filter = chip.remove();
      chip = filterChips(filter, 'en').at(0);
    }
    expect(filter).toEqual({});
  });

  test('given one of two places, when removed, then the other stays', () => {
    const { filter } = parseFilter('place:Djibo place:Titao killed:1..5');
    const chips = filterChips(filter, 'en');
    expect(chips[0]?.remove()).toEqual({ places: ['Titao'], killedMin: 1, killedMax: 5 });
    expect(chips[2]?.remove()).toEqual({ places: ['Djibo', 'Titao'] });
  });
});

test('given a filter, then it reads as one line', () => {
  expect(
    filterWords(parseFilter('place:Djibo place:Titao country:BF after:2025-05').filter, 'en'),
  ).toBe('Place: Djibo or Titao; Country: Burkina Faso; From 1 May 2025');
  expect(filterWords({}, 'fr')).toBe('Tous les incidents du dossier');
});
