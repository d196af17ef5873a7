/** By what incidents on the map are told apart, and the classes of each way that are not in the vocabulary. */

export const mapColourings = ['status', 'type', 'actor', 'toll'] as const;
export type MapColouring = (typeof mapColourings)[number];

/** Radius in pixels of a circle that stands for several, from so many incidents on. */
export const circleSteps = [
  [2, 12],
  [10, 14],
  [50, 17],
  [500, 20],
  [5000, 23],
  [50_000, 27],
] as const;

export function circleRadius(count: number): number {
  return circleSteps.findLast(([least]) => count >= least)?.[1] ?? circleSteps[0][1];
}

/** Category of a circle whose incidents have no majority. */
export const mixedCategory = 'mixed';
/** No type, no actor, no figure. */
export const noCategory = 'none';
/** An actor that is none of the most frequent. */
export const otherCategory = 'other';
/** Actors that get a colour of their own: the most frequent of the filter. */
export const colouredActors = 8;

/** Lowest figure of people killed of each class; the classes are named `toll:0`, `toll:1`, `toll:5` … */
export const tollSteps = [0, 1, 5, 10, 25, 100] as const;

export const tollCategories: readonly string[] = tollSteps.map((step) => `toll:${step}`);

/** Position of a figure among the classes; the figure is a whole number from 0. */
export function tollClass(killed: number): number {
  let at = 0;
  for (let step = 1; step < tollSteps.length; step += 1) {
    if (killed >= (tollSteps[step] ?? 0)) at = step;
  }
  return at;
}

/** `actor:0` for the most frequent. */
export function actorCategory(rank: number): string {
  return `actor:${rank}`;
}
