/** A map of a report as it was drawn, on its way between the pages that show and print it. */
import { z } from 'zod';

const png = z.string().max(60_000_000);
const box = {
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
};

export const drawnMapSchema = z.strictObject({
  /** Base64, at print resolution. */
  png,
  metresPerMm: z.number().positive(),
  /** The small map of its surroundings; millimetres from the upper left corner of the large one. */
  inset: z.strictObject({ ...box, png, box: z.strictObject(box) }).nullable(),
});
export type DrawnMap = z.infer<typeof drawnMapSchema>;

/** All that a map is drawn from, as text: the same key, the same picture. */
export const drawnMapKeySchema = z.string().min(1).max(5_000_000);
