// Map tiles from columns: nothing is lost or counted twice, whatever the tile, the filter or the change.
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import { Columns } from '../../electron/columns/columns.ts';
import { categoriesFor } from '../../electron/columns/map-categories.ts';
import { CellLevels } from '../../electron/columns/tile-cells.ts';
import {
  curveOf,
  latitudeOf,
  longitudeOf,
  mercatorX,
  mercatorY,
  type TileAddress,
  TileIndex,
} from '../../electron/columns/tile-index.ts';
import { densityFeatures, incidentFeatures, type TileInput } from '../../electron/columns/tiles.ts';
import { encodeTile, type TileFeature, tileExtent } from '../../electron/columns/vector-tile.ts';
import type { ColumnTuple } from '../../electron/db/queries/column-rows.ts';
import { circleRadius, tollClass, tollSteps } from '../../shared/domain/map-colouring.ts';
import { incidentStatuses } from '../../shared/domain/vocabulary.ts';

interface Spot {
  readonly lon: number;
  readonly lat: number;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly status?: string;
  readonly level?: string;
}

function tupleOf(key: number, { lon, lat, ...spot }: Spot): ColumnTuple {
  const { low = null, high = null } = spot;
  const given = low === null && high === null ? 0 : 1;
  return [
    ...([key, null, null, null, null, spot.status ?? 'reported', null, null, null] as const),
    ...([given, low, high, null, null, 'clear', 0, lat, lon, null] as const),
    spot.level ?? 'settlement',
  ];
}

function inputOf(spots: readonly Spot[], mask?: Uint8Array, changed: readonly number[] = []) {
  const columns = new Columns();
  for (const [at, each] of spots.entries()) columns.put(tupleOf(at + 1, each));
  const index = new TileIndex(columns);
  index.changed(changed);
  return inputFrom(columns, index, mask ?? new Uint8Array(columns.count).fill(1));
}

function inputFrom(columns: Columns, index: TileIndex, mask: Uint8Array): TileInput {
  const categories = categoriesFor(columns, 'status', []);
  return {
    ...{ columns, index, categories, cells: { within: () => undefined } },
    selected: index.masked(mask),
    changed: index.changedWithin(mask),
    category: Uint8Array.from(index.row, (row) => categories.of(row)),
  };
}

const numberOf = ({ properties }: TileFeature): number => Number(properties['n'] ?? 1);
const total = (features: readonly TileFeature[]): number =>
  features.reduce((sum, feature) => sum + numberOf(feature), 0);

function allTiles(z: number): TileAddress[] {
  const side = Array.from({ length: 2 ** z }, (_, at) => at);
  return side.flatMap((x) => side.map((y) => ({ z, x, y })));
}

const spot = fc.record({
  lon: fc.oneof(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.constantFrom(-180, 180, 0, -2.1, 90),
  ),
  lat: fc.oneof(
    fc.double({ min: -85, max: 85, noNaN: true }),
    fc.constantFrom(-85, 85, 0, 14, 66.5),
  ),
  low: fc.option(fc.nat(200)),
  status: fc.constantFrom(...incidentStatuses),
});

describe('the index', () => {
  test('goes back from Mercator to degrees within a metre', () => {
    fc.assert(
      fc.property(spot, ({ lon, lat }) => {
        expect(longitudeOf(mercatorX(lon))).toBeCloseTo(lon, 5);
        expect(latitudeOf(mercatorY(lat))).toBeCloseTo(lat, 5);
      }),
    );
  });

  test('the curve takes each cell once', () => {
    const seen = new Set<number>();
    for (let x = 0; x < 64; x += 1) for (let y = 0; y < 64; y += 1) seen.add(curveOf(x, y));
    expect(seen.size).toBe(64 * 64);
    expect(Math.max(...seen)).toBe(64 * 64 - 1);
    expect(curveOf(0xffff, 0xffff)).toBe(0xffff_ffff);
  });
});

describe('tiles', () => {
  test('of every zoom hold each incident of the filter once', () => {
    fc.assert(
      fc.property(
        fc.array(spot, { minLength: 1, maxLength: 60 }),
        fc.infiniteStream(fc.boolean()),
        fc.subarray([...Array(60).keys()]),
        (spots, matches, some) => {
          const mask = Uint8Array.from(spots, () => Number(matches.next().value));
          const wanted = mask.reduce((sum, each) => sum + each, 0);
          const input = inputOf(
            spots,
            mask,
            some.filter((row) => row < spots.length),
          );
          for (const z of [0, 1, 3]) {
            const counts = allTiles(z).map((tile) => total(incidentFeatures(input, tile)));
            expect(counts.reduce((a, b) => a + b, 0)).toBe(wanted);
            const squares = allTiles(z).map((tile) => total(densityFeatures(input, tile)));
            expect(squares.reduce((a, b) => a + b, 0)).toBe(wanted);
          }
          // the deepest tile around one of them has it
          spots.forEach(({ lon, lat }, at) => {
            if (mask[at] !== 1) return;
            const width = 2 ** (32 - 13);
            const tile = {
              z: 13,
              x: Math.floor(mercatorX(lon) / width),
              y: Math.floor(mercatorY(lat) / width),
            };
            expect(total(incidentFeatures(input, tile))).toBeGreaterThan(0);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('of many incidents are the same whether squares or rows are added up', () => {
    const spots = Array.from({ length: 25_000 }, (_, at): Spot => {
      // towns with several spots each, and some that lie alone
      const town = at % 900;
      const [lon, lat] = [((town * 37) % 340) - 170, ((town * 23) % 150) - 75];
      return {
        ...{ lon: lon + (at % 7) * 0.0004, lat: lat + (at % 3) * 0.0003 },
        ...(at % 4 === 0 ? {} : { low: at % 50, high: at % 5 === 0 ? null : (at % 50) + 3 }),
        status: incidentStatuses[at % incidentStatuses.length] ?? 'reported',
      };
    });
    const mask = Uint8Array.from(spots, (_, at) => Number(at % 6 !== 1));
    const input = inputOf(spots, mask, [5, 6, 7, 20_000]);
    const { index, selected, category, categories } = input;
    const count = categories.names.length;
    const levels = () => new CellLevels({ index, selected, category, categories: count });
    expect([0, 8, 9, 16, 17].map((zoom) => levels().within(zoom)?.zoom)).toEqual([
      ...[8, 8, 12, 16, undefined],
    ]);
    const middle = index.x.length >> 1;
    const [x = 0, y = 0] = [index.x[middle], index.y[middle]];
    const zooms = [0, 1, 2, 3, 5, 7, 9, 11, 12, 14];
    // squares are made of finer ones that are there already, or of rows
    const [nearer, farther] = [levels(), levels()];
    for (const z of zooms.toReversed()) nearer.within(z + 5);
    for (const z of zooms) {
      const width = 2 ** (32 - z);
      const tile = { z, x: Math.floor(x / width), y: Math.floor(y / width) };
      const byPlace = (features: readonly TileFeature[]) =>
        features.map((each) => JSON.stringify(each)).toSorted();
      for (const features of [incidentFeatures, densityFeatures]) {
        for (const cells of [nearer, farther]) {
          const summed = byPlace(features({ ...input, cells }, tile));
          expect(summed).toEqual(byPlace(features(input, tile)));
        }
      }
      expect(incidentFeatures(input, tile).length).toBeGreaterThan(0);
    }
  });

  test('what changed counts as it is now, at its new place', () => {
    const columns = new Columns();
    const spots: Spot[] = [
      { lon: -1.6, lat: 14.1, low: 5 },
      { lon: 20, lat: 20 },
    ];
    for (const [at, each] of spots.entries()) columns.put(tupleOf(at + 1, each));
    const index = new TileIndex(columns);
    const moved = columns.put(tupleOf(1, { lon: 100, lat: 30, low: 9 }));
    const added = columns.put(tupleOf(3, { lon: -60, lat: -10 }));
    expect(index.changed([moved, added])).toBe(true);
    const input = inputFrom(columns, index, new Uint8Array(3).fill(1));
    const north = incidentFeatures(input, { z: 1, x: 1, y: 0 });
    expect(north.map(({ id }) => id).toSorted()).toEqual([1, 2]);
    expect(incidentFeatures(input, { z: 1, x: 0, y: 0 })).toEqual([]);
    expect(incidentFeatures(input, { z: 1, x: 0, y: 1 }).map(({ id }) => id)).toEqual([3]);
  });

  test('a circle has the sums of its incidents and the box they lie in', () => {
    const input = inputOf([
      { lon: -1.62, lat: 14.1, low: 5, high: 9, status: 'confirmed' },
      { lon: -1.61, lat: 14.11, low: 100, high: null, status: 'confirmed' },
      { lon: -1.6, lat: 14.1, status: 'claimed' },
      { lon: -1.6, lat: 14.1, low: 1000, high: 1000, status: 'refuted' },
      { lon: -1.6, lat: 14.1, low: 1, high: 1, status: 'confirmed' },
    ]);
    const [circle, ...others] = incidentFeatures(input, { z: 3, x: 3, y: 3 });
    expect(others).toEqual([]);
    expect(circle?.properties).toMatchObject({ n: 5, c: 'confirmed', k: 106, kh: 110, ko: true });
    expect(circle?.properties['west']).toBeCloseTo(-1.62, 5);
    expect(circle?.properties['north']).toBeCloseTo(14.11, 5);
  });

  test('without a majority a circle is mixed; a single mark keeps its key and its level', () => {
    const two = inputOf([
      { lon: 1, lat: 1, status: 'claimed' },
      { lon: 1, lat: 1, status: 'refuted' },
    ]);
    expect(incidentFeatures(two, { z: 0, x: 0, y: 0 })[0]?.properties['c']).toBe('mixed');
    const one = inputOf([{ lon: 1, lat: 1, level: 'region' }]);
    const [mark] = incidentFeatures(one, { z: 0, x: 0, y: 0 });
    expect(mark).toMatchObject({ id: 1, properties: { c: 'reported', h: true } });
  });

  test('circles of a tile keep clear of its edge unless they stand on one spot', () => {
    const west = Array.from({ length: 30 }, (_, at) => ({ lon: 0.2 + at * 0.02, lat: 10 }));
    const [circle] = incidentFeatures(inputOf(west), { z: 3, x: 4, y: 3 });
    expect(circle?.points[0]?.[0]).toBeGreaterThanOrEqual((circleRadius(30) + 2) * 8);
    const spotted = west.map(() => ({ lon: 0.2, lat: 10 }));
    const [still] = incidentFeatures(inputOf(spotted), { z: 3, x: 4, y: 3 });
    expect(still?.points[0]?.[0]).toBeLessThan(40);
  });

  test('circles of a tile never cover one another, nor hide a single mark', () => {
    const degrees = fc.double({ min: 1, max: 34, noNaN: true });
    const town = fc.record({ lon: degrees, lat: degrees, n: fc.constantFrom(1, 1, 9, 60, 600) });
    fc.assert(
      fc.property(fc.array(town, { minLength: 40, maxLength: 90 }), fc.nat(2), (towns, zoom) => {
        const spots = towns.flatMap(({ n, ...place }) => Array<Spot>(n).fill(place));
        const input = inputOf(spots);
        const half = (n: number) => (n === 1 ? 6 : circleRadius(n) + 2) * 8;
        for (const tile of allTiles(zoom + 2)) {
          const marks = incidentFeatures(input, tile).map((each) => {
            const [x, y] = each.points[0] ?? [0, 0];
            return { x, y, half: half(numberOf(each)) };
          });
          marks.forEach((one, at) => {
            for (const other of marks.slice(0, at)) {
              const apart = Math.hypot(one.x - other.x, one.y - other.y);
              expect(apart).toBeGreaterThanOrEqual(one.half + other.half);
            }
          });
        }
      }),
      { numRuns: 25 },
    );
  });

  test('classes of tolls begin at their steps', () => {
    expect([0, 1, 4, 5, 9, 10, 24, 25, 99, 100, 5000].map(tollClass)).toEqual([
      0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
    ]);
    expect(tollSteps.map((step) => tollClass(step))).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('the encoded tile', () => {
  interface Read {
    keys: string[];
    values: unknown[];
    features: { id?: number; tags: number[]; geometry: number[]; type: number }[];
    name: string;
    extent: number;
    version: number;
  }

  function readLayer(pbf: PbfReader): Read {
    const layer: Read = {
      ...{ keys: [], values: [], features: [], name: '', extent: 0, version: 0 },
    };
    pbf.readMessage((tag, into: Read, reader) => {
      if (tag === 15) into.version = reader.readVarint();
      else if (tag === 1) into.name = reader.readString();
      else if (tag === 5) into.extent = reader.readVarint();
      else if (tag === 3) into.keys.push(reader.readString());
      else if (tag === 4) {
        reader.readMessage((kind, values: unknown[], own) => {
          if (kind === 1) values.push(own.readString());
          else if (kind === 3) values.push(own.readDouble());
          else if (kind === 5) values.push(own.readVarint());
          else if (kind === 6) values.push(own.readSVarint());
          else if (kind === 7) values.push(own.readBoolean());
        }, into.values);
      } else if (tag === 2) {
        const feature: Read['features'][number] = { tags: [], geometry: [], type: 0 };
        reader.readMessage((part, own: typeof feature, deep) => {
          if (part === 1) own.id = deep.readVarint();
          else if (part === 2) deep.readPackedVarint(own.tags);
          else if (part === 3) own.type = deep.readVarint();
          else if (part === 4) deep.readPackedVarint(own.geometry);
        }, feature);
        into.features.push(feature);
      }
    }, layer);
    return layer;
  }

  test('says what the features say', () => {
    const properties = { n: 3, c: 'claimed', ko: false, west: -1.625, low: -7 };
    const bytes = encodeTile([
      {
        name: 'incidents',
        features: [
          { id: 12, points: [[5, 4000]], properties },
          {
            points: [
              [0, 0],
              [64, 0],
              [64, 64],
              [0, 64],
            ],
            properties: { n: 3 },
          },
        ],
      },
      { name: 'empty', features: [] },
    ]);
    const layers: Read[] = [];
    new PbfReader(bytes ?? new Uint8Array()).readFields((tag, into, pbf) => {
      if (tag === 3) into.push(readLayer(pbf));
    }, layers);
    expect(layers).toHaveLength(1);
    const [layer] = layers;
    expect(layer).toMatchObject({ name: 'incidents', extent: tileExtent, version: 2 });
    const [point, square] = layer?.features ?? [];
    const told = Object.fromEntries(
      Array.from({ length: (point?.tags.length ?? 0) / 2 }, (_, at) => [
        layer?.keys[point?.tags[2 * at] ?? -1],
        layer?.values[point?.tags[2 * at + 1] ?? -1],
      ]),
    );
    expect(told).toEqual(properties);
    expect(point).toMatchObject({ id: 12, type: 1, geometry: [9, 10, 8000] });
    expect(square).toMatchObject({ type: 3 });
    expect(square?.geometry).toEqual([9, 0, 0, 26, 128, 0, 0, 128, 127, 0, 15]);
  });

  test('is nothing when there is nothing in it', () => {
    expect(encodeTile([{ name: 'incidents', features: [] }])).toBeUndefined();
  });
});
