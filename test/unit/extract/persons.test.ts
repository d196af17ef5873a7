import { describe, expect, test } from 'vitest';
import { read } from './look-ups.ts';

const attack = 'Gunmen attacked Djibo on Sunday, killing 12 people.';
const names = (text: string) =>
  read(`${attack} ${text}`).persons.map(({ name, role }) => [name, role]);

describe('persons', () => {
  test.each([
    ['The mayor, Kadré Zongo, spoke.', [['Kadré Zongo', 'mayor']]],
    ["Borno's governor, Zulu Tarfa, spoke.", [['Zulu Tarfa', 'governor']]],
    ['Tarba Dembo, 45, lost his shop.', [['Tarba Dembo', null]]],
    ['Aminata Sidwaya lost her shop.', [['Aminata Sidwaya', null]]],
    ['Tarba Dembo, tanneur à Dori, témoigne.', [['Tarba Dembo', 'tanneur à Dori']]],
    [
      '« Il a fui », sourit Tarba Dembo, président du club.',
      [['Tarba Dembo', 'président du club']],
    ],
    [
      'Le ministre de la Communication, Tarba Dembo, a lu le texte.',
      [['Tarba Dembo', 'ministre de la Communication']],
    ],
    ['General de division Tarba Dembo spoke.', [['Tarba Dembo', 'General de division']]],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test.each([
    'The chairman of the Bokkos Cultural Council spoke.',
    'The victims were taken to CHU Souro Sanou.',
    'The Sudan Doctors Network said so.',
    'Fishermen from Baga and Doron Baga said so.',
    'New York, 13 June.',
    'Le préfet du Mayo-Tsanaga a confirmé.',
  ])('no person in: %s', (text) => {
    expect(names(text)).toEqual([]);
  });

  test('a byline is no person of the text', () => {
    expect(read(`By Abdi Warsame and Helen Moore\n\n${attack}`).persons).toEqual([]);
  });

  test('given no incident, people with no office are left alone', () => {
    expect(read('Aminata Dicko opened a bakery in Dori.').persons).toEqual([]);
  });
});
