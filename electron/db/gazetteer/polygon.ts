/**
 * Shapes of areas as `electron/setup/basemap/admin-file.mjs` writes them: zig-zag varints of coordinate
 * differences in 1/10 000 degree; polygons > rings (first outer, then holes) > points.
 */
const unitsPerDegree = 1e4;

/** Alternating longitude and latitude, degrees. */
export type Ring = Float64Array;
export type Shape = readonly (readonly Ring[])[];

/** Reads one block. Throws RangeError when it ends early. */
export function decodeShape(block: Uint8Array): Shape {
  let at = 0;
  const next = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = block[at];
      if (byte === undefined) throw new RangeError('The block of an area ends early.');
      at += 1;
      value += (byte & 127) * scale;
      if (byte < 128) break;
      scale *= 128;
    }
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  return Array.from({ length: next() }, () =>
    Array.from({ length: next() }, () => {
      const ring = new Float64Array(next() * 2);
      let x = 0;
      let y = 0;
      for (let i = 0; i < ring.length; i += 2) {
        x += next();
        y += next();
        ring[i] = x / unitsPerDegree;
        ring[i + 1] = y / unitsPerDegree;
      }
      return ring;
    }),
  );
}

function isInRing(ring: Ring, lon: number, lat: number): boolean {
  let inside = false;
  let x1 = ring.at(-2) ?? 0;
  let y1 = ring.at(-1) ?? 0;
  for (let i = 0; i < ring.length; i += 2) {
    const x2 = ring[i] ?? 0;
    const y2 = ring[i + 1] ?? 0;
    if (y2 > lat !== y1 > lat && lon < ((x1 - x2) * (lat - y2)) / (y1 - y2) + x2) inside = !inside;
    x1 = x2;
    y1 = y2;
  }
  return inside;
}

/** Even-odd rule; a point in a hole is outside. */
export function isInShape(shape: Shape, lon: number, lat: number): boolean {
  return shape.some(
    ([outer, ...holes]) =>
      outer !== undefined &&
      isInRing(outer, lon, lat) &&
      !holes.some((hole) => isInRing(hole, lon, lat)),
  );
}
