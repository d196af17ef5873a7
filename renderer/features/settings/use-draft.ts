import { useState } from 'react';

/** A form value that follows what is stored until the analyst changes it. */
export function useDraft<T extends object>(
  stored: T,
): {
  readonly draft: T;
  readonly change: (patch: Partial<T>) => void;
  readonly reset: () => void;
  readonly isChanged: boolean;
} {
  const [patch, setPatch] = useState<Partial<T>>({});
  const draft = { ...stored, ...patch };
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored);
  return {
    draft,
    change: (more) => setPatch((before) => ({ ...before, ...more })),
    reset: () => setPatch({}),
    isChanged,
  };
}
