/**
 * What the map shows of a view (`view-calls.ts`) beside its tiles, which the page reads from
 * `app://cairn/tiles/inc/<view>/<what>/{z}/{x}/{y}.pbf`. A view that is no longer known answers
 * `view/stale`; one of an older revision is answered as the case stands now.
 */
import { z } from 'zod';
import { mapColourings } from '../domain/map-colouring.ts';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';
import { incidentRowSchema } from './read-calls.ts';

/** West, south, east, north in degrees; west may be greater than east across the antimeridian. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

const viewNumber = z.number().int().min(1);

/** Incidents in marks and circles, told apart in one way; or squares of density. */
export const tileKinds = [...mapColourings, 'density'] as const;
export type TileKind = (typeof tileKinds)[number];

export const areaLevels = ['country', 'region', 'province'] as const;
export type AreaLevel = (typeof areaLevels)[number];

/** Incidents of one area as the case names it; empty names where none is given. */
export interface AreaGroup {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly name: string;
  readonly count: number;
  /** Lowest figures of people killed, summed up. */
  readonly killed: number;
  /** Middle of its incidents in degrees, NaN without coordinates. */
  readonly lon: number;
  readonly lat: number;
}

export const mapCalls = {
  /** How many are on the map, the box around them with their circles, and what the legend counts. */
  'map/summary': engineCall(
    z.strictObject({ view: viewNumber, by: z.enum(mapColourings) }),
    z.strictObject({
      placed: z.number().int(),
      bounds: boxSchema.nullable(),
      /** Of them, those whose point stands for an area. */
      areas: z.number().int(),
      /** As tiles name them, in the order of the legend; actors with their names. */
      categories: z.array(
        z.strictObject({ category: z.string(), label: z.string(), count: z.number().int() }),
      ),
    }),
  ),
  /** Incidents of the view inside a box, in the order of the list. */
  'map/within': engineCall(
    z.strictObject({
      view: viewNumber,
      box: boxSchema,
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(500),
    }),
    z.strictObject({ total: z.number().int(), rows: z.array(incidentRowSchema) }),
  ),
  /** Circles of precision in a box with a radius from `least` to `most` metres; equal ones once. */
  'map/halos': engineCall(
    z.strictObject({
      view: viewNumber,
      box: boxSchema,
      least: z.number().min(0),
      most: z.number().min(0),
      limit: z.number().int().min(1).max(1000).default(300),
    }),
    z.strictObject({
      lon: z.instanceof(Float64Array),
      lat: z.instanceof(Float64Array),
      radiusM: z.instanceof(Float64Array),
      /** Circles beyond the limit were left out. */
      hasMore: z.boolean(),
    }),
  ),
  /**
   * Incidents of the view by area, on the areas of the base map. `codes` name its shapes (ISO 3166-2); for
   * countries the country itself does. Provinces exist only where the base map has them.
   */
  'map/areas': engineCall(
    z.strictObject({ view: viewNumber, level: z.enum(areaLevels) }),
    z.strictObject({
      areas: z.array(
        z.strictObject({
          country: z.string(),
          codes: z.array(z.string()),
          label: z.string(),
          /** All names that the case has for it, as the filter takes them behind the country. */
          names: z.array(z.string()),
          count: z.number().int(),
          killed: z.number().int(),
        }),
      ),
      /** Incidents without a country, region or province. */
      unnamed: z.number().int(),
      /** Areas that the base map does not have, the most frequent ones, and incidents in all of them. */
      unknown: z.array(z.strictObject({ label: z.string(), count: z.number().int() })),
      unknownCount: z.number().int(),
    }),
  ),
  /** Shapes of all areas of the base map, coarse: for zooms at which its tiles do not hold them. */
  'map/area-shapes': engineCall(
    z.strictObject({}),
    z.strictObject({
      codes: z.array(z.string()),
      countries: z.array(z.string()),
      /** Rings of each area; corners of each ring; longitude and latitude of each corner. */
      rings: z.instanceof(Uint16Array),
      corners: z.instanceof(Uint32Array),
      positions: z.instanceof(Float32Array),
    }),
  ),
  /** Single incidents by their keys (as tiles name them) or ids; what is gone is left out. */
  'map/rows': engineCall(
    z.strictObject({
      keys: z.array(z.number().int().min(1)).max(500).default([]),
      ids: z.array(idSchema).max(500).default([]),
    }),
    z.strictObject({ rows: z.array(incidentRowSchema) }),
  ),
} as const;
