import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  openTileArchive,
  parseOwnMap,
  parseTileAddress,
} from '../../electron/shell/tile-archive.ts';

const mapFolder = fileURLToPath(new URL('../../resources/map/', import.meta.url));

describe('tile addresses', () => {
  test('given an address of a tile, when parsed, then source and numbers come out', () => {
    expect(parseTileAddress('app://cairn/tiles/world/6/31/29.pbf')).toEqual({
      source: 'world',
      z: 6,
      x: 31,
      y: 29,
    });
  });

  test.each([
    'app://cairn/tiles/world/6/64/0.pbf',
    'app://cairn/tiles/world/6/31/029.pbf',
    'app://cairn/tiles/world/6/-1/2.pbf',
    'app://cairn/tiles/world/6/1/2.png',
    'app://cairn/tiles/world/6/1/2.pbf?x=1',
    'app://cairn/tiles/world/6/1/2.pbf#x',
    'app://cairn/tiles/other/6/1/2.pbf',
    'app://cairn/tiles/../world/6/1/2.pbf/..',
    'app://cairn/tiles/world/%36/1/2.pbf',
    'app://user@cairn/tiles/world/6/1/2.pbf',
    'app://evil/tiles/world/6/1/2.pbf',
    'https://cairn/tiles/world/6/1/2.pbf',
    'app://cairn/tiles/world/99/1/2.pbf',
    'nonsense',
  ])('given %s, when parsed, then it is refused', (address) => {
    expect(parseTileAddress(address)).toBeUndefined();
  });

  test('given any text, when parsed, then it never throws and only whole tiles come out', () => {
    fc.assert(
      fc.property(fc.string(), (tail) => {
        const tile = parseTileAddress(`app://cairn/tiles/world/${tail}`);
        return tile === undefined || (tile.x < 2 ** tile.z && tile.y < 2 ** tile.z);
      }),
    );
  });
});

describe('addresses of own maps', () => {
  const id = '0196d5a0-0000-7000-8000-000000000001';

  test('name a tile or all shapes', () => {
    expect(parseOwnMap(`app://cairn/tiles/own/${id}/3/7/1`)).toEqual({
      id,
      tile: { z: 3, x: 7, y: 1 },
    });
    expect(parseOwnMap(`app://cairn/tiles/own/${id}.geojson`)).toEqual({ id, tile: undefined });
  });

  test.each([
    `app://cairn/tiles/own/${id}/3/8/1`,
    `app://cairn/tiles/own/${id}/3/7/1?x`,
    `app://cairn/tiles/own/${id}`,
    `app://cairn/tiles/own/../${id}/3/7/1`,
    `app://cairn/tiles/own/%2e%2e/3/7/1`,
    `https://cairn/tiles/own/${id}/3/7/1`,
  ])('given %s, then it is refused', (address) => {
    expect(parseOwnMap(address)).toBeUndefined();
  });
});

describe('the bundled archives', () => {
  test('given the base map, when tiles of the Sahel are read, then they are there', async () => {
    const world = await openTileArchive(`${mapFolder}world.pmtiles`);
    const header = await world.getHeader();
    expect([header.minZoom, header.maxZoom]).toEqual([0, 6]);
    expect((await world.getZxy(6, 31, 29))?.data.byteLength).toBeGreaterThan(1000);
    expect(await world.getZxy(7, 0, 0)).toBeUndefined();
  });

  test('given the places, when a tile of Burkina Faso is read, then it is there', async () => {
    const places = await openTileArchive(`${mapFolder}places.pmtiles`);
    expect((await places.getZxy(8, 126, 117))?.data.byteLength).toBeGreaterThan(50);
  });

  test('given no such file, when opened, then the error of the file system comes through', async () => {
    await expect(openTileArchive('/nowhere/x.pmtiles')).rejects.toThrow('ENOENT');
  });
});
