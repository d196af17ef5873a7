/**
 * Where the screens of a saved view stood, read from what may come from another person's pack: each reader
 * answers undefined for what it does not understand.
 */
import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { dayNumber } from './timeline.ts';

const day = z.number().int().min(dayNumber('0001-01-01')).max(dayNumber('9999-12-31'));
const windowSchema = z
  .strictObject({ first: day, last: day })
  .refine(({ first, last }) => first < last);
/** First and last day, as numbers (shared/domain/timeline.ts), both included. */
export type DayWindow = Readonly<z.infer<typeof windowSchema>>;

export function readWindow(stored: unknown): DayWindow | undefined {
  return windowSchema.safeParse(stored).data;
}

const lanesSchema = z
  .array(z.strictObject({ id: idSchema, name: z.string().max(500) }).readonly())
  .max(12)
  .readonly();
/** Actors with a lane of their own, and the names they had when they were chosen. */
export type Lanes = z.infer<typeof lanesSchema>;

export function readLanes(stored: unknown): Lanes | undefined {
  return lanesSchema.safeParse(stored).data;
}

const positionSchema = z.strictObject({
  /** Longitude and latitude of the middle. */
  center: z.tuple([z.number().min(-180).max(180), z.number().min(-85.06).max(85.06)]).readonly(),
  zoom: z.number().min(0).max(24),
});
/** Where a map stands. */
export type MapStand = Readonly<z.infer<typeof positionSchema>>;

export function readMapStand(stored: unknown): MapStand | undefined {
  return positionSchema.safeParse(stored).data;
}

/** As it is kept: to about a metre, on the globe. */
export function mapStand([lon, lat]: readonly [number, number], zoom: number): MapStand {
  const turned = ((((lon + 180) % 360) + 360) % 360) - 180;
  const rounded = (value: number, places: number) => Number(value.toFixed(places));
  const north = Math.max(-85.06, Math.min(85.06, lat));
  return { center: [rounded(turned, 5), rounded(north, 5)], zoom: rounded(zoom, 3) };
}
