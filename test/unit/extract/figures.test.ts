import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../../shared/extract/figures.ts';

function figures(text: string, words: string) {
  const from = text.indexOf(words);
  if (from < 0) throw new Error(`no "${words}"`);
  return figuresIn(text, { from, to: from + words.length }).map(
    ({ party, outcome, qualifier, low, high }) => [party, outcome, qualifier, low, high].join(' '),
  );
}

describe('figuresIn', () => {
  it.each([
    ['JNIM said it killed 200 soldiers.', '200 soldiers', ['military killed exact 200 200']],
    [
      'Un habitant parle d’une trentaine de soldats tués.',
      'une trentaine de soldats tués',
      ['military killed about 30 30'],
    ],
    [
      'At least 12 civilians were wounded and 3 killed.',
      '12 civilians',
      ['civilian injured at-least 12 '],
    ],
    ['🚨 Le 11 mai 2025, dix civils ont été tués.', 'dix civils', ['civilian killed exact 10 10']],
    ['Nothing is said of figures here.', 'figures', []],
    ['On 11 May 2025 the town was calm.', '11 May 2025', []],
  ])('Given "%s" When "%s" is marked Then its figures are read', (text, words, expected) => {
    expect(figures(text, words)).toEqual(expected);
  });

  it('Given a bare number When marked Then only the number is taken', () => {
    expect(figures('The toll stood at 41, he said.', '41').length).toBe(1);
  });
});
