/** Which of the two languages a text is in, by its small words. */
import type { Token } from './tokens.ts';
import type { Lang } from './types.ts';

const english = new Set(
  'the and of to in was were that by on with from at has had said it they who is are for as an which after this his their have been not a'.split(
    ' ',
  ),
);
const french = new Set(
  'le la les des du une et dans qui que par sur a ont aux avec pour selon est son ses au l d qu cette ce ces il ils elle deux ete apres mais plus en un se pas'.split(
    ' ',
  ),
);

export function languageOf(tokens: readonly Token[]): Lang {
  let en = 0;
  let fr = 0;
  for (const { word } of tokens) {
    if (english.has(word)) en += 1;
    if (french.has(word)) fr += 1;
  }
  return fr > en ? 'fr' : 'en';
}
