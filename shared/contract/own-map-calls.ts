/**
 * Base maps of the analyst's own, on this laptop: tiles (PMTiles, MBTiles) and shapes (GeoJSON) in files that
 * stay where they are. The page knows them by id, never by path; it reads
 * `app://cairn/tiles/own/<id>/{z}/{x}/{y}` and `app://cairn/tiles/own/<id>.geojson`.
 */
import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { shellCall } from './call.ts';

export const ownMapKinds = ['pmtiles', 'mbtiles', 'geojson'] as const;
export type OwnMapKind = (typeof ownMapKinds)[number];

/** What is wrong with a file that is refused, in `details.what`. */
export const mapTroubles = [
  'head',
  'directory',
  'outside',
  'packing',
  'large-tile',
  'no-picture',
  'no-database',
  'unreadable-table',
  'no-tables',
  'no-index',
  'zooms',
  'compression',
  'tiles',
  'json',
  'coordinates',
] as const;
export type MapTrouble = (typeof mapTroubles)[number];

/** What a file says of itself, after it was looked into. */
export const mapFactsSchema = z.strictObject({
  kind: z.enum(ownMapKinds),
  form: z.enum(['vector', 'raster', 'shapes']),
  name: z.string().max(200),
  bytes: z.number().int().min(0),
  /** West, south, east, north in degrees. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  minZoom: z.number().int().min(0).max(22),
  maxZoom: z.number().int().min(0).max(22),
  /** Layers of vector tiles. */
  layers: z.array(z.string().max(100)).max(100),
  /** Pixels along a side of a raster tile, 0 for others. */
  tileSize: z.number().int().min(0).max(2048),
  /** Shapes in the file; null for tiles. */
  shapes: z.number().int().nullable(),
  /** Whom the file asks to name, as plain text. */
  attribution: z.string().max(500),
});
export type MapFacts = z.infer<typeof mapFactsSchema>;

export const ownMapSchema = z.strictObject({
  ...mapFactsSchema.shape,
  id: idSchema,
  fileName: z.string(),
  isShown: z.boolean(),
  /** False when the file is not where it was, as on a drive that is not connected. */
  isThere: z.boolean(),
});
export type OwnMap = z.infer<typeof ownMapSchema>;

/** From the lowest, which is drawn first. */
const list = z.array(ownMapSchema);

export const mostOwnMaps = 20;

export const ownMapCalls = {
  'own-map/list': shellCall(z.strictObject({}), list),
  /**
   * Takes in a chosen file, on top of the others. Throws `map-file/unknown-kind`, `map-file/damaged`,
   * `map-file/unsupported`, `map-file/empty`, `file/too-large`, `file/unreadable`.
   */
  'own-map/add': shellCall(z.strictObject({ token: idSchema }), list),
  /** Shows or hides it, or moves it one place up (1) or down (-1). */
  'own-map/change': shellCall(
    z.strictObject({
      id: idSchema,
      isShown: z.boolean().optional(),
      move: z.union([z.literal(1), z.literal(-1)]).optional(),
    }),
    list,
  ),
  /** Forgets it; the file stays. */
  'own-map/remove': shellCall(z.strictObject({ id: idSchema }), list),
} as const;
