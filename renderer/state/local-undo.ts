// Steps that change nothing in the case but can be taken back like one that does, as the rejection of a
// suggestion. They are the last thing done only until the case changes.
export interface LocalStep {
  /** Said when it was taken back, in the reader's language. */
  readonly undone: string;
  readonly undo: () => void;
}

/** More than anybody takes back one by one. */
const most = 100;

let steps: readonly LocalStep[] = [];

export function addLocalStep(step: LocalStep): void {
  steps = [...steps, step].slice(-most);
}

export function hasLocalStep(): boolean {
  return steps.length > 0;
}

/** Hands over the last step, which is then no longer kept. */
export function takeLocalStep(): LocalStep | undefined {
  const last = steps.at(-1);
  steps = steps.slice(0, -1);
  return last;
}

/** The case changed: its own last action comes first from now on. */
export function clearLocalSteps(): void {
  steps = [];
}
