// What a screen shows of the case and a saved view keeps beside filter and layout: where the map stands,
// the window of the timeline. It lives as long as the case is open, and screens that are hidden keep it.
import { useMemo } from 'react';
import { create } from 'zustand';

type Parts = Readonly<Record<string, unknown>>;

const store = create<{ readonly parts: Parts }>(() => ({ parts: {} }));

/** All parts now, as a saved view keeps them. */
export function viewParts(): Parts {
  return store.getState().parts;
}

/** Puts the parts of a saved view in force; screens follow. */
export function showViewParts(parts: Parts): void {
  store.setState({ parts });
}

export function setViewPart(name: string, value: unknown): void {
  store.setState(({ parts }) => {
    const { [name]: _before, ...others } = parts;
    return { parts: value === undefined ? others : { ...others, [name]: value } };
  });
}

/**
 * One part as state. What is stored may come from another person's view.
 * @param read gives undefined for what it does not understand; the same function every time
 */
export function useViewPart<T>(
  name: string,
  read: (stored: unknown) => T | undefined,
): readonly [T | undefined, (value: T | undefined) => void] {
  const stored = store((state) => state.parts[name]);
  const value = useMemo(() => read(stored), [read, stored]);
  const set = useMemo(() => (next: T | undefined) => setViewPart(name, next), [name]);
  return [value, set];
}
