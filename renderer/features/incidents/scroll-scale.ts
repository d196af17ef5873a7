// A list longer than a browser lets an element be (about 33 million pixels, fewer on some screens) is
// scrolled in a shorter one: small steps move the list by the same pixels, long ones in proportion. Pure.

/** Pixels that an element is high at most. */
export const tallest = 8_000_000;

export interface ScrollScale {
  /** Pixels of the whole list. */
  readonly listHeight: number;
  /** Pixels of the element that is scrolled. */
  readonly height: number;
  /** Pixels of it that are in sight. */
  readonly sight: number;
}

export function scrollScale(count: number, rowHeight: number, sight: number): ScrollScale {
  const listHeight = count * rowHeight;
  return { listHeight, height: Math.min(listHeight, tallest), sight };
}

/** Pixels of the list for one of the element, at least 1. */
function ratio({ listHeight, height, sight }: ScrollScale): number {
  return height <= sight || listHeight <= height ? 1 : (listHeight - sight) / (height - sight);
}

/** Where the list stands when the element is scrolled to `top`; both in pixels from the top. */
export function listTop(scale: ScrollScale, top: number): number {
  return within(scale, top * ratio(scale));
}

/** Where the element is scrolled to while the list stands at `top`. */
export function scrollTop(scale: ScrollScale, top: number): number {
  return within(scale, top) / ratio(scale);
}

/** A place of the list that it can stand at. */
export function within({ listHeight, sight }: ScrollScale, top: number): number {
  return Math.min(Math.max(0, listHeight - sight), Math.max(0, top));
}

/**
 * Where the list stands after the element moved. A step shorter than what is in sight (the wheel, an
 * arrow) moves the list by as much; a longer one (the bar) leads to the same part of the list.
 */
export function listTopAfter(
  scale: ScrollScale,
  before: { readonly list: number; readonly scroll: number },
  scroll: number,
): number {
  const step = scroll - before.scroll;
  const isEdge = scroll <= 0 || scroll >= scale.height - scale.sight;
  if (ratio(scale) === 1 || isEdge || Math.abs(step) > scale.sight) return listTop(scale, scroll);
  return within(scale, before.list + step);
}
