/** A function of a text that works each answer out once, as long as the texts are not too many. */
import { ownText } from './own-text.ts';

/** Beyond this many all are forgotten: a file may say something else in each of a million rows. */
const mostKept = 5000;

export function once<V>(work: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as V;
    // also the answer may be a part of the text
    const own = ownText(text);
    const made = work(own);
    if (known.size >= mostKept) known.clear();
    known.set(own, made);
    return made;
  };
}
