/** What each incident counts as on the map, as a small number per row. Pure. */
import {
  actorCategory,
  type MapColouring,
  noCategory,
  otherCategory,
  tollCategories,
  tollClass,
} from '../../shared/domain/map-colouring.ts';
import { eventTypes, incidentStatuses } from '../../shared/domain/vocabulary.ts';
import { type Columns, noFigure } from './columns.ts';

export interface Categories {
  /** By number. */
  readonly names: readonly string[];
  readonly of: (row: number) => number;
}

/** `top`: keys of the most frequent actors; a row belongs to the first of them that it is tied to. */
export function categoriesFor(
  columns: Columns,
  by: MapColouring,
  top: readonly number[],
): Categories {
  const { arrays } = columns;
  switch (by) {
    case 'status':
      return { names: incidentStatuses, of: (row) => arrays.status[row] ?? 0 };
    case 'type': {
      const names = [...eventTypes, noCategory];
      const numbers = Uint8Array.from({ length: columns.types.size }, (_, code) => {
        const at = (eventTypes as readonly string[]).indexOf(columns.types.textOf(code));
        return at < 0 ? eventTypes.length : at;
      });
      return { names, of: (row) => numbers[arrays.type[row] ?? 0] ?? eventTypes.length };
    }
    case 'toll':
      return {
        names: [...tollCategories, noCategory],
        of: (row) => {
          const low = arrays.killedLow[row] ?? noFigure;
          return low === noFigure ? tollCategories.length : tollClass(low);
        },
      };
    case 'actor':
      return actorCategories(columns, top);
  }
}

function actorCategories(columns: Columns, top: readonly number[]): Categories {
  const { start, length, other, highest } = columns.ties.actor;
  const rank = new Uint8Array(highest + 1).fill(top.length);
  top.forEach((key, at) => {
    if (key <= highest) rank[key] = at;
  });
  return {
    names: [...top.map((_, at) => actorCategory(at)), otherCategory, noCategory],
    of: (row) => {
      const from = start[row] ?? 0;
      const to = from + (length[row] ?? 0);
      let best = top.length + (from === to ? 1 : 0);
      for (let at = from; at < to; at += 1) {
        const own = rank[other[at] ?? 0] ?? top.length;
        if (own < best) best = own;
      }
      return best;
    },
  };
}
