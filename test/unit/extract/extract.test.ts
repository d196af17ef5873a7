import { describe, expect, test } from 'vitest';
import type { KnownActor } from '../../../shared/extract/types.ts';
import { lookUps, read } from './look-ups.ts';

const figures = (text: string) =>
  read(text).incidents.flatMap(({ claims }) =>
    claims.map(({ measure, value, min, max, by }) => [
      measure,
      value ?? null,
      min ?? null,
      max ?? null,
      by,
    ]),
  );

describe('figures', () => {
  test.each([
    [
      'Militants attacked Djibo and killed 12 soldiers, residents said.',
      [['killed', 12, null, null, 'residents']],
    ],
    [
      'Gunmen raided Djibo: at least 12 civilians were killed, according to the governor.',
      [['killed', 12, 12, null, 'governor']],
    ],
    [
      "L'attaque contre Djibo a fait 7 morts et 3 blessés, selon une source sécuritaire.",
      [
        ['killed', 7, null, null, 'source sécuritaire'],
        ['wounded', 3, null, null, 'source sécuritaire'],
      ],
    ],
    ['Des hommes armés ont enlevé deux enseignants à Dori.', [['abducted', 2, null, null, null]]],
    [
      'An ambush near Djibo left five policemen dead and nine missing.',
      [
        ['killed', 5, null, null, null],
        ['missing', 9, null, null, null],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  test.each([
    'Gunmen attacked Djibo with 12 motorcycles and burned 40 houses.',
    'Militants attacked Djibo at 5 a.m., 30 km from the border.',
    'Police said 15,000 people attended; militants attacked Djibo.',
  ])('counts only people who suffered: %s', (text) => {
    expect(figures(text)).toEqual([]);
  });
});

describe('incidents', () => {
  test.each([
    'Armed men could attack Djibo, the embassy warned.',
    'Since 2015 attacks in Djibo have killed thousands of people.',
    'Le festival de Djibo ouvre vendredi ; on y attend 3 000 visiteurs.',
    'Twelve people died when a bus overturned near Djibo on Sunday.',
    '',
    '   \n\n ',
  ])('nothing is found in: %s', (text) => {
    const { incidents, nothingFound } = read(text);
    expect([incidents.length, nothingFound]).toEqual([0, true]);
  });

  test('given two attacks in one sentence, each has its own place, date and figure', () => {
    const { incidents } = read(
      'Gunmen killed nine farmers in the village of Kosso on Saturday and, in a separate ambush on Sunday, shot dead three soldiers in Djibo.',
    );
    expect(
      incidents.map(({ place, date, claims }) => [
        place?.as_written,
        date,
        claims.map(({ value }) => value),
      ]),
    ).toEqual([
      ['Kosso', '2025-05-10', [9]],
      ['Djibo', '2025-05-11', [3]],
    ]);
  });

  test('given a claim without a day, the date is not later than the claim', () => {
    const { incidents } = read(
      'JNIM said on Tuesday it had killed four soldiers in an attack in Loroum province.',
    );
    expect(
      incidents.map(({ date, actors }) => [
        date,
        actors.map(({ canonical, role, basis }) => [canonical, role, basis]),
      ]),
    ).toEqual([
      [
        '[..2025-05-13]',
        [
          ['JNIM', 'perpetrator', 'self-claimed'],
          ['Burkina Faso Armed Forces', 'target', 'reported'],
        ],
      ],
    ]);
  });

  test('given no figure, the claim says so and holds no number', () => {
    const [incident] = read(
      'Militants attacked Djibo on Sunday. The army gave no figure.',
    ).incidents;
    expect(incident?.claims.map(({ status, text, value }) => [status, text, value])).toEqual([
      ['no figure', 'none given', undefined],
    ]);
  });
});

describe('places', () => {
  test('the country of the text decides between places of one name', () => {
    const country = (text: string) => read(text).incidents[0]?.place?.country;
    expect(country('Boko Haram attacked Bama in Nigeria on Sunday.')).toBe('NG');
    expect(country('Des hommes armés ont attaqué Bama, au Burkina Faso, dimanche.')).toBe('BF');
  });

  test('a village in no list is kept as written', () => {
    const place = read('Gunmen attacked the village of Tilakoro in Burkina Faso on Sunday.')
      .incidents[0]?.place;
    expect([place?.as_written, place?.canonical, place?.country]).toEqual(['Tilakoro', null, 'BF']);
  });

  test('ordinary words and names of persons are no places', () => {
    const { places } = read(
      'It was a Nice day, said Moussa Djibo, a trader. General Salif Dori agreed.',
    );
    expect(places).toEqual([]);
  });
});

describe('persons', () => {
  const person = (key: string, name: string): KnownActor => ({
    key,
    name,
    kind: 'person',
    country: null,
    names: [],
    isOwn: true,
  });

  test('a person of the case is linked by the full name only', () => {
    const lookups = lookUps([person('p1', 'Ousmane Dicko')]);
    const text = 'Militants attacked Djibo. Colonel Hamidou Dicko and General Ousmane Dicko spoke.';
    expect(read(text, '2025-05-14', lookups).persons.map(({ name, key }) => [name, key])).toEqual([
      ['Hamidou Dicko', null],
      ['Ousmane Dicko', 'p1'],
    ]);
  });

  test('given two persons of that very name in the case, none is linked', () => {
    const lookups = lookUps([person('p1', 'Ousmane Dicko'), person('p2', 'Ousmane Dicko')]);
    const { persons } = read('General Ousmane Dicko spoke.', '2025-05-14', lookups);
    expect(persons.map(({ key }) => key)).toEqual([null]);
  });
});

describe('actors', () => {
  test("the case's own name for a group comes before the starter list", () => {
    const own: KnownActor = {
      key: 'own',
      name: 'JNIM (own record)',
      kind: 'rebel-group',
      country: null,
      names: ['JNIM'],
      isOwn: true,
    };
    const { actors } = read('JNIM attacked Djibo.', '2025-05-14', lookUps([own]));
    expect(actors.map(({ key }) => key)).toEqual(['own']);
  });

  test('an unusual spelling and the acronym in brackets are the same group', () => {
    const { actors } = read(
      "Jama'a Nusrat ul-Islam wa al-Muslimin (JMIN) attacked Djibo. JMIN said so.",
    );
    expect(actors.map(({ canonical }) => canonical)).toEqual(['JNIM', 'JNIM', 'JNIM']);
  });
});
