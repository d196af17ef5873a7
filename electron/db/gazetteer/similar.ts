/** Names that differ from what was typed by a letter or two. */
import { distance } from 'fastest-levenshtein';
import type { Gazetteer } from './open.ts';

export interface SimilarName {
  /** Place id. */
  readonly id: number;
  /** Edits between the two names, 1 or 2. */
  readonly edits: number;
}

/** One bit per letter a–z, one for anything else: an edit changes at most two bits. */
function lettersOf(name: string): number {
  let bits = 0;
  for (let i = 0; i < name.length; i += 1) {
    const letter = name.charCodeAt(i) - 97;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

const lettersByNames = new WeakMap<readonly string[], Int32Array>();

function lettersOfAll(names: readonly string[]): Int32Array {
  const known = lettersByNames.get(names);
  if (known) return known;
  const letters = Int32Array.from(names, lettersOf);
  lettersByNames.set(names, letters);
  return letters;
}

/** Edits allowed: none for three letters, one up to six, two from seven. */
function editsAllowed(folded: string): number {
  if (folded.length < 4) return 0;
  return folded.length < 7 ? 1 : 2;
}

/**
 * Places whose folded name is close to `folded`, nearest first, then by weight. All 230 000 names are
 * looked at; the letters they are made of rule out nearly all of them (about 3 ms).
 */
export function similarNames(gazetteer: Gazetteer, folded: string, limit: number): SimilarName[] {
  const allowed = editsAllowed(folded);
  if (allowed === 0) return [];
  const names = gazetteer.names();
  const letters = lettersOfAll(names);
  const own = lettersOf(folded);
  const found: SimilarName[] = [];
  for (let i = 0; i < names.length; i += 1) {
    const name = names[i] ?? '';
    if (Math.abs(name.length - folded.length) > allowed) continue;
    if (bitCount(own ^ (letters[i] ?? 0)) > 2 * allowed) continue;
    const edits = distance(folded, name);
    if (edits > 0 && edits <= allowed) found.push({ id: i + 1, edits });
  }
  return found.sort((a, b) => a.edits - b.edits || a.id - b.id).slice(0, limit);
}
