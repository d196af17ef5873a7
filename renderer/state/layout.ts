// What the page remembers between starts: pane sizes, columns, the last screen. A loose record in the
// settings, so every reader says what it takes for granted when the stored value is of another shape.

/** The number stored under `key`, within `low` and `high`, else `otherwise`. */
export function layoutNumber(
  layout: Readonly<Record<string, unknown>>,
  key: string,
  low: number,
  high: number,
  otherwise: number,
): number {
  const value = layout[key];
  if (typeof value !== 'number' || !Number.isFinite(value)) return otherwise;
  return Math.min(high, Math.max(low, value));
}

export function layoutFlag(
  layout: Readonly<Record<string, unknown>>,
  key: string,
  otherwise: boolean,
): boolean {
  const value = layout[key];
  return typeof value === 'boolean' ? value : otherwise;
}

/** The stored word when it is one of `allowed`, else `otherwise`. */
export function layoutWord<W extends string>(
  layout: Readonly<Record<string, unknown>>,
  key: string,
  allowed: readonly W[],
  otherwise: W,
): W {
  const value = layout[key];
  return allowed.find((word) => word === value) ?? otherwise;
}
