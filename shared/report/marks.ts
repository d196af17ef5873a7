/** Numbers of sources as they are printed: `1, 3–5`. Pure. */
export function markWords(marks: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const mark of [...new Set(marks)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && mark === last.to + 1) last.to = mark;
    else runs.push({ from: mark, to: mark });
  }
  return runs
    .flatMap(({ from, to }) =>
      to - from < 2 ? (from === to ? [`${from}`] : [`${from}`, `${to}`]) : [`${from}–${to}`],
    )
    .join(', ');
}
