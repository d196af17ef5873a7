/** Writes Mapbox vector tiles (version 2.1 of their specification): points and squares with properties. */
import { PbfWriter } from 'pbf';

/** Units along a side of a tile. */
export const tileExtent = 4096;

export type TileValue = string | number | boolean;

export interface TileFeature {
  /** A whole number above 0 that finds the record again; none for clusters. */
  readonly id?: number;
  /** One point, or the corners of a ring (clockwise on the screen), in units of the tile. */
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly properties: Readonly<Record<string, TileValue>>;
}

const moveTo = 1;
const lineTo = 2;
const closePath = 7;

const zigzag = (value: number) => (value << 1) ^ (value >> 31);

function geometryOf(points: TileFeature['points']): number[] {
  const commands: number[] = [];
  let [x, y] = [0, 0];
  points.forEach(([toX, toY], at) => {
    if (at === 0) commands.push(moveTo | (1 << 3));
    if (at === 1) commands.push(lineTo | ((points.length - 1) << 3));
    commands.push(zigzag(toX - x), zigzag(toY - y));
    [x, y] = [toX, toY];
  });
  if (points.length > 1) commands.push(closePath | (1 << 3));
  return commands;
}

function writeValue(value: TileValue, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(1, value);
  else if (typeof value === 'boolean') pbf.writeBooleanField(7, value);
  else if (!Number.isInteger(value)) pbf.writeDoubleField(3, value);
  else if (value < 0) pbf.writeSVarintField(6, value);
  else pbf.writeVarintField(5, value);
}

/** Numbers for keys or values in the order in which they come. */
class Table<T> {
  readonly items: T[] = [];
  readonly #numbers = new Map<T, number>();

  numberOf(item: T): number {
    let number = this.#numbers.get(item);
    if (number === undefined) {
      number = this.items.length;
      this.#numbers.set(item, number);
      this.items.push(item);
    }
    return number;
  }
}

function writeLayer(layer: TileLayer, pbf: PbfWriter): void {
  const keys = new Table<string>();
  const values = new Table<TileValue>();
  pbf.writeVarintField(15, 2);
  pbf.writeStringField(1, layer.name);
  for (const feature of layer.features)
    pbf.writeMessage(2, writeFeature, { feature, keys, values });
  for (const key of keys.items) pbf.writeStringField(3, key);
  for (const value of values.items) pbf.writeMessage(4, writeValue, value);
  pbf.writeVarintField(5, tileExtent);
}

function writeFeature(
  {
    feature,
    keys,
    values,
  }: { feature: TileFeature; keys: Table<string>; values: Table<TileValue> },
  pbf: PbfWriter,
): void {
  if (feature.id !== undefined) pbf.writeVarintField(1, feature.id);
  const tags = Object.entries(feature.properties).flatMap(([key, value]) => [
    keys.numberOf(key),
    values.numberOf(value),
  ]);
  pbf.writePackedVarint(2, tags);
  pbf.writeVarintField(3, feature.points.length === 1 ? 1 : 3);
  pbf.writePackedVarint(4, geometryOf(feature.points));
}

export interface TileLayer {
  readonly name: string;
  readonly features: readonly TileFeature[];
}

/** Bytes of a tile; undefined when there is nothing in it. */
export function encodeTile(layers: readonly TileLayer[]): Uint8Array<ArrayBuffer> | undefined {
  const pbf = new PbfWriter();
  let hasAny = false;
  for (const layer of layers) {
    if (layer.features.length === 0) continue;
    hasAny = true;
    pbf.writeMessage(3, writeLayer, layer);
  }
  // a copy of its own: it is handed over to another thread
  return hasAny ? Uint8Array.from(pbf.finish()) : undefined;
}
