/** Who says it, through whom, who did it to whom: one case for each rule. */
import { describe, expect, test } from 'vitest';
import { read } from './look-ups.ts';

const claims = (text: string) => read(text).incidents.flatMap((each) => each.claims);
const said = (text: string) =>
  claims(text).map(({ measure, value, by, via }) => [measure, value ?? null, by, via]);
const roles = (text: string) =>
  read(text)
    .incidents.flatMap((each) => each.actors)
    .map(({ role, canonical, name, basis }) => [role, canonical ?? name, basis]);

describe('who says it', () => {
  test.each([
    [
      'Militants attacked Djibo on Sunday, killing 12 soldiers, the UN human rights office said.',
      [['killed', 12, 'UN human rights office', null]],
    ],
    [
      "L'attaque de Djibo a fait 12 morts, a indiqué lundi à l'AFP le gouverneur.",
      [['killed', 12, 'gouverneur', 'AFP']],
    ],
    [
      "Deux soldats ont été tués dans l'attaque de Djibo. C'est ce qu'a annoncé le colonel Salif Bah, porte-parole de l'armée.",
      [['killed', 2, "colonel Salif Bah, porte-parole de l'armée", null]],
    ],
    [
      "L'attaque de Djibo a été revendiquée par le Jnim. L'organisation dit avoir tué 30 soldats.",
      [['killed', 30, 'Jnim', null]],
    ],
    [
      'Militants attacked Djibo on Sunday. Elders told a different story: a bomb fell, they said, killing five herders.',
      [['killed', 5, 'Elders', null]],
    ],
    [
      'Militants attacked Djibo on Sunday. Officials dismissed claims by JNIM that it killed 40 soldiers, saying two had died.',
      [
        ['killed', 40, 'JNIM', null],
        ['killed', 2, 'Officials', null],
        ['denial', null, 'Officials', null],
      ],
    ],
    [
      'Militants attacked Djibo on Sunday. State television quoted the mayor as saying nine traders were killed.',
      [['killed', 9, 'mayor', null]],
    ],
    [
      'Militants attacked Djibo on Sunday. A resident reached by AFP said six farmers were killed.',
      [['killed', 6, 'resident', 'AFP']],
    ],
    [
      'Militants attacked Djibo. A statement attributed to JNIM and published by the website Kiema said it killed four soldiers.',
      [['killed', 4, 'JNIM', 'Kiema']],
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('figures', () => {
  test.each([
    'Onze Volontaires pour la défense de la patrie (VDP) et deux civils ont été tués dimanche à Djibo.',
    'Eleven Volunteers for the Defence of the Homeland (VDP) and two civilians were killed on Sunday in Djibo.',
  ])('a name in full may end with its acronym in brackets: %s', (text) => {
    expect(claims(text).map(({ measure, value }) => [measure, value])).toEqual([
      ['killed', 11],
      ['killed', 2],
    ]);
  });

  const figures = (text: string) =>
    claims(text).map(({ measure, value, max, party, isPart, qualifier }) => [
      measure,
      value ?? null,
      max ?? null,
      party,
      isPart,
      qualifier,
    ]);
  test.each([
    [
      'Militants attacked Djibo, killing three soldiers and wounding two.',
      [
        ['killed', 3, null, 'military', false, 'exact'],
        ['wounded', 2, null, 'military', false, 'exact'],
      ],
    ],
    [
      'Djibo a été attaquée : seize personnes, dont quatre femmes et un enfant, ont été tuées.',
      [
        ['killed', 16, null, 'unknown', false, 'exact'],
        ['killed', 4, null, 'civilian', true, 'exact'],
        ['killed', 1, null, 'civilian', true, 'exact'],
      ],
    ],
    [
      'In the raid on Djibo one peacekeeper lost his life and two others sustained injuries.',
      [
        ['killed', 1, null, 'military', false, 'exact'],
        ['wounded', 2, null, 'military', false, 'exact'],
      ],
    ],
    [
      "L'attaque de Djibo : le bilan est de un (01) mort et trois (03) blessés.",
      [
        ['killed', 1, null, 'unknown', false, 'exact'],
        ['wounded', 3, null, 'unknown', false, 'exact'],
      ],
    ],
    [
      'Militants attacked Djibo; 400 morts au moins.',
      [['killed', 400, null, 'unknown', false, 'at-least']],
    ],
    [
      'Militants killed or wounded 20 soldiers in an attack on Djibo.',
      [['killed', 20, 20, 'military', false, 'at-most']],
    ],
    [
      'The attack on Djibo killed nine dissidents of a movement.',
      [['killed', 9, null, 'militant', false, 'exact']],
    ],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  test.each([
    'The army gave no figure.',
    'The army did not say how many soldiers were hurt.',
    'The army has not published a toll.',
    "L'armée n'a pas voulu donner de bilan.",
    "L'armée n'a avancé aucun chiffre.",
    'The army gave no word on its own losses.',
  ])('no figure is given: %s', (text) => {
    expect(claims(`Militants attacked Djibo on Sunday. ${text}`)).toMatchObject([
      { status: 'no figure', qualifier: 'none-given' },
    ]);
  });
});

describe('who did it to whom', () => {
  test.each([
    [
      'The army bombarded an al Shabaab hideout near Djibo in Burkina Faso on Sunday.',
      [
        ['perpetrator', 'Burkina Faso Armed Forces', 'reported'],
        ['target', 'Al-Shabaab', 'reported'],
      ],
    ],
    ['Djibo was attacked on Sunday. No group has claimed it, and JNIM denied any role.', []],
    [
      'Members of the Gran Salam gang opened fire on traders in Djibo on Sunday.',
      [['perpetrator', 'Gran Salam gang', 'reported']],
    ],
    [
      'Gunmen killed ten villagers in Djibo on Sunday. JNIM, accused by residents, denied it.',
      [['suspected perpetrator', 'JNIM', 'alleged']],
    ],
    [
      'JNIM fighters attacked Djibo on Sunday. A JNIM spokesman said soldiers had killed two herders.',
      [['perpetrator', 'JNIM', 'reported']],
    ],
  ])('%s', (text, expected) => {
    expect(roles(text).filter(([role]) => role !== 'victim')).toEqual(expected);
  });
});
