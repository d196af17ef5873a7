import type { wordingEn } from '../en/wording.ts';

export const wordingFr: typeof wordingEn = {
  title: 'Remarques sur la rédaction',
  count: (n) => (n === 1 ? '1 remarque sur la rédaction' : `${n} remarques sur la rédaction`),
  quoted: (words) => `« ${words} »`,
  rules: {
    'mixed-sentence': 'Probabilité et confiance dans la même phrase : dites-les en deux (ICD-203).',
    'no-basis': 'Un jugement qui ne dit pas sur quoi il repose.',
    'claim-as-fact':
      'Un chiffre revendiqué présenté comme un fait : dites de qui il vient (« revendique », « selon »).',
  },
  mixedRows: (other) =>
    `N’est pas de la même série de mots ICD-203 que « ${other} » : gardez une seule série.`,
  tollUnknown: (now) =>
    now === ''
      ? 'Aucune déclaration de cet incident ne donne ce chiffre.'
      : `Aucune déclaration ne donne ce chiffre. Les déclarations disent ${now}.`,
  tollReplaced: (now) =>
    now === ''
      ? 'La déclaration qui donnait ce chiffre a été remplacée.'
      : `La déclaration qui donnait ce chiffre a été remplacée. Elles disent maintenant ${now}.`,
};
