import type { ReactNode } from 'react';

/** One choice of a Select, RadioGroup, Segmented or TokenField. */
export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon?: ReactNode;
  /** Shown but not to be chosen (RadioGroup). */
  readonly isDisabled?: boolean | undefined;
}
