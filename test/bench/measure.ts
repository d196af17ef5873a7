/** Times and tables of them. Nothing here ever fails on how long something took. */

/** Sorted durations in milliseconds. */
export function measure(times: number, work: (n: number) => void): readonly number[] {
  const durations: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const start = performance.now();
    work(n);
    durations.push(performance.now() - start);
  }
  return durations.sort((a, b) => a - b);
}

/** As `measure`, of work that is waited for. */
export async function measureAsync(
  times: number,
  work: (n: number) => Promise<unknown>,
): Promise<readonly number[]> {
  const durations: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const start = performance.now();
    await work(n);
    durations.push(performance.now() - start);
  }
  return durations.sort((a, b) => a - b);
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function table(title: string, rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
  return `\n${title}\n${lines.join('\n')}\n`;
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
export const times = (value: number): string => `×${value.toFixed(1)}`;
