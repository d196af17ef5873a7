// Which labels of a picture are written: none over another. Pure.

export interface LabelBox {
  /** Left and right end, and the middle of its height. */
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  /** The higher goes first: a label that would cover one that stands is left out. */
  readonly rank: number;
}

/** Labels of one height that can stand together, those of highest rank first; equal ones in their order. */
export function labelsApart<T extends LabelBox>(labels: readonly T[], height: number): T[] {
  const standing: T[] = [];
  for (const own of labels.toSorted((a, b) => b.rank - a.rank)) {
    const isCovered = standing.some(
      (other) =>
        Math.abs(other.middle - own.middle) < height &&
        other.left < own.right &&
        own.left < other.right,
    );
    if (!isCovered) standing.push(own);
  }
  return standing;
}
