/** Where pages end, for the preview. Pure: the print engine breaks by itself, by the same rules. */

/** A piece that is not torn, in pixels from the top of the body. */
export interface Atom {
  readonly top: number;
  readonly bottom: number;
  /** A heading or table head stays with what follows. */
  readonly isHead: boolean;
}

/**
 * Offsets at which pages begin, the first 0. A page is full when an atom would pass its end; heads at
 * the end of a page go to the next one. An atom higher than a page is cut.
 * @param height of the body and @param pageHeight of the room on a page, in pixels
 */
export function pageStarts(atoms: readonly Atom[], height: number, pageHeight: number): number[] {
  const starts = [0];
  if (!(pageHeight > 0)) return starts;
  let start = 0;
  for (let index = 0; index < atoms.length; index += 1) {
    const atom = atoms[index];
    if (atom === undefined || atom.bottom - start <= pageHeight) continue;
    let first = index;
    while (first > 0 && atoms[first - 1]?.isHead === true && (atoms[first - 1]?.top ?? 0) > start) {
      first -= 1;
    }
    const next = atoms[first]?.top ?? start;
    if (next > start) {
      start = next;
      starts.push(start);
    }
    // even without what stands before it the heads leave too little room
    if (atom.bottom - start > pageHeight && atom.top > start) {
      start = atom.top;
      starts.push(start);
    }
    // taller than a page: it goes on over the next ones
    while (atom.bottom - start > pageHeight && atom.bottom - atom.top > pageHeight) {
      start += pageHeight;
      starts.push(start);
    }
  }
  while (height - start > pageHeight + 1) {
    start += pageHeight;
    starts.push(start);
  }
  return starts;
}
