import { useState } from 'react';

type Patch<D> = Partial<D> | ((before: D) => Partial<D>);

interface Drafting<D, I> {
  readonly draft: D;
  /** What keeps the draft from being saved; told only after the first try. */
  readonly issues: I | undefined;
  /** True once the writer changed something. */
  readonly isDirty: boolean;
  /** A change by the writer. */
  readonly set: (patch: Patch<D>) => void;
  /** Fills in what was read later; not a change by the writer. */
  readonly fill: (patch: Partial<D>) => void;
  /** Tries the draft: true when it may be saved, else its issues show. */
  readonly check: () => boolean;
}

/** The state of a form: what is typed, whether anything was, what is wrong with it. */
export function useFormDraft<D extends object, I>(
  first: () => D,
  issuesOf: (draft: D) => I | undefined,
): Drafting<D, I> {
  const [draft, setDraft] = useState(first);
  const [isDirty, setIsDirty] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  return {
    draft,
    issues: wasTried ? issuesOf(draft) : undefined,
    isDirty,
    set: (patch) => {
      setIsDirty(true);
      setDraft((before) => ({
        ...before,
        ...(typeof patch === 'function' ? patch(before) : patch),
      }));
    },
    fill: (patch) => setDraft((before) => ({ ...before, ...patch })),
    check: () => {
      setWasTried(true);
      return issuesOf(draft) === undefined;
    },
  };
}
