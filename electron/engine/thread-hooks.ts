/** What a thread tells its engine while it works, and how it hears that it is to stop. */

/** A message for every record of a million would be a million. */
const tellEveryMs = 150;

/** The flag that the engine sets; `stop` is shared memory of one 32-bit number. */
export function stopFlag(stop: SharedArrayBuffer): () => boolean {
  const flag = new Int32Array(stop);
  return () => Atomics.load(flag, 0) === 1;
}

/** Passes on a few messages a second, and each that begins a new phase. */
export function tellSometimes<T extends { readonly phase?: unknown }>(
  tell: (progress: T) => void,
): (progress: T) => void {
  let told = Number.NEGATIVE_INFINITY;
  let phase: unknown;
  return (progress) => {
    const now = performance.now();
    if (progress.phase === phase && now - told < tellEveryMs) return;
    told = now;
    phase = progress.phase;
    tell(progress);
  };
}
