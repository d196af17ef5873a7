/** The tiles of a screen on a map: three by two around a place. */
import { mercatorX, mercatorY, worldSize } from '../../electron/columns/tile-index.ts';

export interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** Addresses of the tiles of a screen: three by two. */
export function screenAt({ lon, lat }: Place, z: number) {
  const side = 2 ** z;
  const [x, y] = [mercatorX(lon), mercatorY(lat)].map((at) => Math.floor((at / worldSize) * side));
  const tiles = new Map<string, { x: number; y: number; z: number }>();
  for (const right of [-1, 0, 1]) {
    for (const down of [0, 1]) {
      const tile = {
        ...{ z, x: ((x ?? 0) + right + side) % side },
        y: Math.min(side - 1, (y ?? 0) + down),
      };
      tiles.set(`${tile.x} ${tile.y}`, tile);
    }
  }
  return [...tiles.values()];
}
