// How far the columns of a large case are filled, while that takes long: lists beyond their first page,
// counts, map, timeline and network wait for them.
import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/contract.ts';

type Filling = EventPayload<'columns/filling'>;

const store = create<{ readonly filling: Filling | undefined }>(() => ({ filling: undefined }));

/** Undefined when nothing is being filled, or not for long. */
export function useFilling(): Filling | undefined {
  return store((state) => state.filling);
}

export function fillingTold(filling: Filling): void {
  store.setState({ filling: filling.share < 1 ? filling : undefined });
}

/** The engine is gone, and with it what it was about. */
export function fillingLost(): void {
  store.setState({ filling: undefined });
}
