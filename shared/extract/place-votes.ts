/** Countries that the place names themselves speak for, where the text names no country. */
import type { Document } from './document.ts';
import type { Run } from './place-setting.ts';
import type { Lookups } from './types.ts';

export interface CountryVote {
  readonly code: string;
  readonly token: number;
  readonly weight: number;
}

/** Names looked up at most: the first ones of a text tell its country. */
const mostNames = 24;

/**
 * A name that lies in one country only speaks loudest; one that lies in many hardly speaks. Names of
 * one letter more or less do not count.
 */
export function countryVotes(
  document: Document,
  runs: readonly Run[],
  lookups: Lookups,
): readonly CountryVote[] {
  const names = new Map<string, number>();
  for (const { start, end } of runs) {
    const name = document.quote(start, end);
    if (!names.has(name) && names.size < mostNames) names.set(name, start);
  }
  const votes = [...names].flatMap(([name, token]) => {
    const found = lookups.findPlaces(name, []).filter(({ isExact }) => isExact);
    const best = new Map<string, number>();
    for (const { country, level, population } of found) {
      if (country === null) continue;
      const size = level === 'settlement' ? Math.min(1, Math.log10(population + 10) / 4) : 1;
      best.set(country, Math.max(best.get(country) ?? 0, size));
    }
    return [...best].map(([code, size]) => ({
      code,
      token,
      weight: size / best.size ** 2,
      isSure: best.size === 1 && size >= 1,
    }));
  });
  // one namesake proves nothing: two names, or one that is well known and lies nowhere else
  const total = (code: string) =>
    votes.reduce((sum, each) => sum + (each.code === code ? each.weight : 0), 0);
  const standing = votes.filter(
    ({ code, isSure }) => isSure || votes.filter((other) => other.code === code).length > 1,
  );
  const best = Math.max(0, ...standing.map(({ code }) => total(code)));
  return standing.filter(({ code }) => total(code) >= best * 0.8);
}
