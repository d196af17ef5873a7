import { namesOf } from './cast-book.ts';
import type { Suggestion, SuggestionGroup } from './suggestion.ts';
import { type Cast, whoIs } from './who.ts';

/** Ids of the actors of the case that these suggestions name without a doubt. */
export function castOf(
  items: readonly Suggestion[],
  groups: readonly SuggestionGroup[],
  cast: Cast,
): ReadonlySet<string> {
  return new Set(
    items
      .filter(({ kind }) => kind === 'role')
      .flatMap((item) => {
        const place = groups.find(({ id }) => id === item.group)?.incident?.incident.place;
        return namesOf(item, place?.canonical ?? null);
      })
      .flatMap((named) => {
        const who = whoIs(named, cast);
        return who.kind === 'actor' ? [who.id] : [];
      }),
  );
}
