/** What the wording checker says about a text. */
export const wordingEn = {
  title: 'Warnings about the wording',
  count: (n: number) =>
    n === 1 ? '1 warning about the wording' : `${n} warnings about the wording`,
  quoted: (words: string) => `“${words}”`,
  rules: {
    'mixed-sentence': 'Likelihood and confidence in one sentence: say them in two (ICD-203).',
    'no-basis': 'A judgement that does not say on what it rests.',
    'claim-as-fact':
      'A claimed figure told as a fact: say whose it is (“claimed”, “according to”).',
  },
  mixedRows: (other: string) =>
    `Belongs to the other row of ICD-203 words than “${other}”: keep to one row.`,
  tollUnknown: (now: string) =>
    now === ''
      ? 'No claim of this incident gives such a figure.'
      : `No claim gives this figure. The claims say ${now}.`,
  tollReplaced: (now: string) =>
    now === ''
      ? 'The claim that gave this figure was replaced.'
      : `The claim that gave this figure was replaced. The claims now say ${now}.`,
};
