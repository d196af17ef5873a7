type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/**
 * Leaves out the keys whose value is undefined. React Aria's props do not accept an explicit
 * `undefined` under exactOptionalPropertyTypes.
 */
export function defined<T extends object>(values: T): Defined<T> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}

/** Joins class names, leaving out what is empty. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false && name !== '').join(' ');
}
