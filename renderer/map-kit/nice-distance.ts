/** The largest 1, 2 or 5 times a power of ten that is not above `metres`. */
export function niceDistance(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  const factor = metres / power;
  return power * (factor >= 5 ? 5 : factor >= 2 ? 2 : 1);
}
