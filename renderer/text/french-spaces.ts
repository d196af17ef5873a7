// French sets a space before marks of two parts; it must not break at the end of a line. Catalogues are
// written with plain spaces and get the right ones here, once.

/** No-break spaces before `: ; ! ?` and inside guillemets. */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ ([:»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0');
}

/** A catalogue with all its strings, also those its functions give, set the French way. */
export function withFrenchSpaces<T>(value: T): T {
  return map(value) as T;
}

function map(value: unknown): unknown {
  if (typeof value === 'string') return frenchSpaces(value);
  if (typeof value === 'function') {
    return (...args: readonly unknown[]) => map(value(...args));
  }
  if (Array.isArray(value)) return value.map(map);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, map(inner)]));
  }
  return value;
}
