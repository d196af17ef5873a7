import { describe, expect, test } from 'vitest';
import { mirrorOf } from '../../../shared/extract/mirror.ts';
import { quantitiesOf } from '../../../shared/extract/numerals.ts';
import { tokensOf } from '../../../shared/extract/tokens.ts';

const read = (text: string) =>
  quantitiesOf(tokensOf(mirrorOf(text)))
    .filter(({ isArticle }) => !isArticle)
    .map(({ low, high, qualifier }) => [low, high, qualifier]);

describe('quantities', () => {
  test.each([
    ['200 soldiers', [200, 200, 'exact']],
    ['1,200 people', [1200, 1200, 'exact']],
    ['1 200 personnes', [1200, 1200, 'exact']],
    ['15.000 habitants', [15000, 15000, 'exact']],
    ['1,5 million de personnes', [1_500_000, 1_500_000, 'exact']],
    ['deux cents soldats', [200, 200, 'exact']],
    ['vingt et un corps', [21, 21, 'exact']],
    ['soixante-dix-sept morts', [77, 77, 'exact']],
    ['quatre-vingt-douze morts', [92, 92, 'exact']],
    ['cent trente-six civils', [136, 136, 'exact']],
    ['mille deux cents familles', [1200, 1200, 'exact']],
    ['twenty-one bodies', [21, 21, 'exact']],
    ['a hundred and twelve people', [112, 112, 'exact']],
    ['une soixantaine de morts', [60, 60, 'about']],
    ['une dizaine de blessés', [10, 10, 'about']],
    ['about 30 of them', [30, 30, 'about']],
    ['environ 300 civils', [300, 300, 'about']],
    ['half a dozen men', [6, 6, 'about']],
    ['at least 23 soldiers', [23, null, 'at-least']],
    ['au moins dix-neuf blessés', [19, null, 'at-least']],
    ['plus de 20 militaires', [20, null, 'at-least']],
    ['no fewer than nine', [9, null, 'at-least']],
    ['up to 40 dead', [null, 40, 'at-most']],
    ['moins de dix victimes', [null, 10, 'at-most']],
    ['between 10 and 15 people', [10, 15, 'between']],
    ['entre 200 et 400 villageois', [200, 400, 'between']],
    ['10 à 15 morts', [10, 15, 'between']],
    ['10-15 dead', [10, 15, 'between']],
    ['passé de 47 à 80 morts', [80, 80, 'exact']],
    ['dozens of soldiers', [null, null, 'dozens']],
    ['plusieurs dizaines de soldats', [null, null, 'dozens']],
    ['des centaines de personnes', [null, null, 'hundreds']],
    ['de nombreux assaillants', [null, null, 'several']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});
