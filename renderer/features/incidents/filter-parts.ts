// Changes of one part of a filter. Pure.
import type { Filter } from '../../../shared/domain/filter.ts';

/** The filter with one part set; undefined and empty lists take the part away. */
export function withPart<K extends keyof Filter>(
  filter: Filter,
  key: K,
  value: Filter[K] | undefined,
): Filter {
  const { [key]: _before, ...rest } = filter;
  const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
  return (isEmpty ? rest : { ...rest, [key]: value }) as Filter;
}

/** The list with the value added, or without it when it was there. */
export function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}
