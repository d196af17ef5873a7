import { type RefObject, useEffect, useInsertionEffect } from 'react';

/** What is drawn outside React: a map with its own canvas. */
interface Lasting {
  readonly redraw: () => void;
  readonly remove: () => void;
}

/**
 * Makes a drawing once and keeps it while its screen is put away (`Activity` ends effects then), so that
 * it stands there at once when it comes back. It is removed with its component. `make` may answer undefined, to be
 * asked again when the screen is next shown.
 */
export function useLasting<T extends Lasting>(
  held: RefObject<T | undefined>,
  make: () => T | undefined,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes is read from refs
  useEffect(() => {
    // what was on the glass may have been let go meanwhile
    if (held.current) held.current.redraw();
    else held.current = make();
  }, []);
  // unlike other effects these last while a screen is away, and end when it is gone
  useInsertionEffect(
    () => () => {
      held.current?.remove();
      held.current = undefined;
    },
    [held],
  );
}
