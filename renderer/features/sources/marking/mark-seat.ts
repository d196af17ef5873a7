import type { Marked } from './quote.ts';

/** What every form of a marking gets. */
export interface MarkSeat {
  readonly marked: Marked;
  readonly onClose: () => void;
  /** Saved; names the incident that was made, so that the next claim starts with it. */
  readonly onDone: (made: { readonly incidentId?: string }) => void;
}
