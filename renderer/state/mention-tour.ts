// Going through the mentions of an actor one after the other, from source to source.
import { create } from 'zustand';
import { openPassage } from './passage-request.ts';

export interface Stop {
  readonly sourceId: string;
  readonly passageId: string;
}

interface Tour {
  /** Name of what is mentioned. */
  readonly name: string;
  readonly stops: readonly Stop[];
  readonly at: number;
}

const store = create<{ readonly tour: Tour | undefined }>(() => ({ tour: undefined }));

/** Goes to one mention and remembers the others. */
export function startTour(name: string, stops: readonly Stop[], at: number): void {
  go({ name, stops, at });
}

export function stepTour(by: 1 | -1): void {
  const { tour } = store.getState();
  if (tour === undefined || tour.stops.length === 0) return;
  go({ ...tour, at: (tour.at + by + tour.stops.length) % tour.stops.length });
}

export function endTour(): void {
  store.setState({ tour: undefined });
}

export function useTour(): Tour | undefined {
  return store(({ tour }) => tour);
}

function go(tour: Tour): void {
  store.setState({ tour });
  const stop = tour.stops[tour.at];
  if (stop !== undefined) void openPassage(stop.sourceId, stop.passageId);
}
