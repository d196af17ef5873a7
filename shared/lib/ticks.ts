/**
 * Marks of an axis from 0 to at least `top`, evenly apart by 1, 2 or 5 times a power of ten: five or
 * six of them, never closer than 1 since counts are whole. At least 0 and 1.
 */
export function ticksTo(top: number): number[] {
  const raw = Math.max(0.25, top / 4);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, [1, 2, 5, 10].map((f) => f * power).find((s) => s >= raw) ?? raw);
  return Array.from({ length: Math.max(1, Math.ceil(top / step)) + 1 }, (_, at) => at * step);
}
