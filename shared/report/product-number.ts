/** Product numbers of reports: a pattern with a counter, as `{kind}-{year}-{nnn}` for S-2026-004. */
import type { ReportKind } from './document.ts';

/** First letter of a product's id and number, by kind. */
export const productLetters: { readonly [K in ReportKind]: string } = {
  brief: 'B',
  list: 'L',
  sitrep: 'S',
  profile: 'P',
  chronology: 'C',
  trend: 'T',
};

export const numberTokens = ['{kind}', '{year}', '{nnn}', '{initials}'] as const;
const counter = /\{n{1,6}\}/g;
const known = /\{(?:kind|year|initials|n{1,6})\}/g;

export type PatternProblem = 'counter' | 'token' | 'signs';

/** Undefined for a pattern that can be counted with. */
export function patternProblem(pattern: string): PatternProblem | undefined {
  if (/[{}]/.test(pattern.replace(known, ''))) return 'token';
  if (/\p{Cc}|\p{Cf}/u.test(pattern)) return 'signs';
  return pattern.match(counter)?.length === 1 ? undefined : 'counter';
}

export interface Series {
  readonly kind: ReportKind;
  readonly year: number;
  readonly initials: string;
}

/** The number of a count: `{nnn}` is at least three digits. */
export function numberAt(pattern: string, { kind, year, initials }: Series, n: number): string {
  return pattern
    .replace(counter, (token) => String(n).padStart(token.length - 2, '0'))
    .replaceAll('{kind}', productLetters[kind])
    .replaceAll('{year}', String(year))
    .replaceAll('{initials}', initials);
}

export interface NextNumber {
  readonly n: number;
  readonly number: string;
}

/** The first number after `last` that nobody has. */
export function nextNumber(
  pattern: string,
  series: Series,
  last: number,
  isTaken: (number: string) => boolean,
): NextNumber {
  for (let n = last + 1; ; n += 1) {
    const number = numberAt(pattern, series, n);
    if (!isTaken(number)) return { n, number };
  }
}
