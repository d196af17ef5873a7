// What the counts panel lists and what pressing a line does to the filter. Pure.
import type { Facet, FacetName } from '../../../shared/contract/view-calls.ts';
import { type Filter, filterSchema } from '../../../shared/domain/filter.ts';

export type FacetValue = Facet['values'][number];

const parts = {
  type: 'types',
  subType: 'types',
  status: 'statuses',
  actor: 'actors',
  country: 'countries',
  region: 'regions',
  grade: 'grades',
  source: 'sources',
  tag: 'tags',
} as const satisfies { readonly [F in FacetName]: keyof Filter };

/** The values of a facet that the filter asks for. */
export function chosenValues(filter: Filter, name: FacetName): readonly string[] {
  if (name === 'actor') return (filter.actors ?? []).flatMap(({ id }) => (id ? [id] : []));
  return filter[parts[name]]?.map(String) ?? [];
}

/** Whether any condition of the filter is on what the facet counts. */
export function isNarrowed(filter: Filter, name: FacetName): boolean {
  return filter[parts[name]] !== undefined;
}

/**
 * The filter after pressing a value: that value alone, or none when it was alone. With `isAdded`
 * (Ctrl or Shift) the value joins the others or leaves them. Undefined where the filter has no way to
 * ask for the value, as for incidents without a country.
 */
export function pressed(
  filter: Filter,
  name: FacetName,
  value: string,
  isAdded: boolean,
): Filter | undefined {
  if (value === 'none' && name !== 'grade') return undefined;
  const chosen = chosenValues(filter, name);
  const isChosen = chosen.includes(value);
  const others = isAdded ? chosen.filter((other) => other !== value) : [];
  const isLast = isAdded ? isChosen : isChosen && chosen.length === 1;
  const next = isLast ? others : [...others, value];
  const part = parts[name];
  const { [part]: before, ...rest } = filter;
  const values = name === 'actor' ? actorPart(before as Filter['actors'], next, isAdded) : next;
  const parsed = filterSchema.safeParse(values.length === 0 ? rest : { ...rest, [part]: values });
  return parsed.success ? parsed.data : undefined;
}

/** Actors asked for by words stay when others are added, and so does a role that was asked for. */
function actorPart(
  before: Filter['actors'],
  ids: readonly string[],
  keepsWords: boolean,
): NonNullable<Filter['actors']> {
  const known = new Map((before ?? []).flatMap((actor) => (actor.id ? [[actor.id, actor]] : [])));
  return [
    ...(keepsWords ? (before ?? []).filter(({ id }) => id === undefined) : []),
    ...ids.map((id) => known.get(id) ?? { id }),
  ];
}

/**
 * The lines of a facet: what the answer counted, then the values that were there before the facet was
 * narrowed. Those count nothing under the filter, and stay so that a second one can be added.
 */
export function facetLines(facet: Facet, remembered: readonly FacetValue[]): readonly FacetValue[] {
  const counted = new Set(facet.values.map(({ value }) => value));
  const rest = remembered.filter(({ value }) => !counted.has(value));
  return [...facet.values, ...rest.map((line) => ({ ...line, count: 0 }))];
}
