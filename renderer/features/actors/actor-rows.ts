// Order and wording of the rows of the actor list. Pure.
import type { ActorRow } from '../../../shared/contract/read-calls.ts';
import type { ActorKind } from '../../../shared/domain/vocabulary.ts';

export type ActorColumn = 'name' | 'otherNames' | 'kind' | 'country' | 'incidents' | 'period';

export interface ActorSort {
  readonly column: ActorColumn;
  readonly direction: 'ascending' | 'descending';
}

/** Names other than the main one, acronyms first, in the order they were given. */
export function otherNames(
  row: Pick<ActorRow, 'name' | 'names'>,
): readonly ActorRow['names'][number][] {
  return row.names
    .filter(({ name }) => name !== row.name)
    .toSorted((a, b) => Number(b.kind === 'acronym') - Number(a.kind === 'acronym'));
}

/** Sorts by a column; equal rows by name. Rows without a value come last, whatever the direction. */
export function sortActors(
  rows: readonly ActorRow[],
  sort: ActorSort,
  lang: string,
  kinds: Readonly<Record<ActorKind, string>>,
): readonly ActorRow[] {
  const collator = new Intl.Collator(lang, { sensitivity: 'base', numeric: true });
  const sign = sort.direction === 'descending' ? -1 : 1;
  const key = (row: ActorRow): string | number | null => {
    switch (sort.column) {
      case 'kind':
        return kinds[row.kind];
      case 'country':
        return row.country;
      case 'incidents':
        return row.incidentCount;
      case 'period':
        return row.firstDay;
      default:
        return row.name;
    }
  };
  return rows.toSorted((a, b) => {
    const left = key(a);
    const right = key(b);
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
      return collator.compare(a.name, b.name);
    }
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : collator.compare(String(left), String(right));
    return order * sign || collator.compare(a.name, b.name);
  });
}
