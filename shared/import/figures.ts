/** Numbers of people as lists spell them: `12`, `10-12`, `at least 60`, `~40`, `dozens`. Pure. */
import type { Qualifier } from '../domain/vocabulary.ts';
import { fold } from '../lib/fold.ts';

export interface Figure {
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
}

const most = 100_000_000;
const words: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(?:several|a few|some|plusieurs|quelques)$/, 'several'],
  [/^(?:dozens|des dizaines|dizaines)$/, 'dozens'],
  [/^(?:hundreds|des centaines|centaines)$/, 'hundreds'],
  [/^(?:heavy|many|lourd|lourdes|nombreux)$/, 'heavy'],
  [/^(?:unknown|inconnue?|n\/?a|nd|n\.d\.|-+|–|\?)$/, 'none-given'],
];
const least = /^(?:at least|au moins|min\.?|>=|≥|>)\s*(\d+)$|^(\d+)\s*\+$/;
const atMost = /^(?:at most|up to|au plus|jusqu'a|max\.?|<=|≤)\s*(\d+)$/;
const about = /^(?:about|around|approx\.?|circa|ca\.?|environ|~|≈)\s*(\d+)$/;
const range = /^(?:between\s+|entre\s+)?(\d+)\s*(?:-|to|a|and|et)\s*(\d+)$/;

/** Undefined for what is no number of people. Digits may be grouped by a space, a comma or a point. */
export function figureOf(text: string): Figure | undefined {
  const plain = fold(text.trim())
    .replace(/(\d)[ \u00a0\u202f.,'](?=\d{3}(?!\d))/g, '$1')
    .replace(/^(\d+)[.,]0+$/, '$1');
  const number = (digits: string | undefined) => {
    const value = Number(digits);
    return value <= most ? value : Number.NaN;
  };
  const made = (low: number, high: number, qualifier: Qualifier): Figure | undefined =>
    Number.isNaN(low) || Number.isNaN(high) ? undefined : { low, high, qualifier };
  if (/^\d+$/.test(plain)) return made(number(plain), number(plain), 'exact');
  for (const [pattern, qualifier] of words) {
    if (pattern.test(plain)) return { low: null, high: null, qualifier };
  }
  const floor = least.exec(plain);
  if (floor) {
    const low = number(floor[1] ?? floor[2]);
    return Number.isNaN(low) ? undefined : { low, high: null, qualifier: 'at-least' };
  }
  const ceiling = atMost.exec(plain);
  if (ceiling) {
    const high = number(ceiling[1]);
    return Number.isNaN(high) ? undefined : { low: null, high, qualifier: 'at-most' };
  }
  const near = about.exec(plain);
  if (near) return made(number(near[1]), number(near[1]), 'about');
  const span = range.exec(plain);
  if (!span) return undefined;
  const [a, b] = [number(span[1]), number(span[2])];
  return made(Math.min(a, b), Math.max(a, b), 'between');
}
