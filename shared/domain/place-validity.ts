// When a name of a place holds, set against the date of what happened there. Pure.
import { edtfBounds } from './edtf.ts';

export interface Validity {
  /** EDTF; null = open. */
  readonly from: string | null;
  readonly to: string | null;
}

/** `not-yet`: the name began later; `no-longer`: it ended before. */
export type AtDate = 'valid' | 'not-yet' | 'no-longer';

/**
 * Whether a name holds on a date (EDTF). Undefined while the date is not known, or when it may lie on
 * either side: nothing is claimed then.
 */
export function validityAt({ from, to }: Validity, date: string | null): AtDate | undefined {
  const day = edtfBounds(date);
  const start = edtfBounds(from);
  const end = edtfBounds(to);
  if (start.earliest !== null && day.latest !== null && day.latest < start.earliest)
    return 'not-yet';
  if (end.latest !== null && day.earliest !== null && day.earliest > end.latest) return 'no-longer';
  if (day.earliest === null || day.latest === null) return undefined;
  const begun = start.latest === null || day.earliest >= start.latest;
  const lasts = end.earliest === null || day.latest <= end.earliest;
  return begun && lasts ? 'valid' : undefined;
}
