/** Figures as the print page drew them, for files that take pictures. */
import { z } from 'zod';

export const figurePictureSchema = z.strictObject({
  /** Position of its block in the document. */
  at: z.number().int().min(0),
  /** Base64. */
  png: z.string().max(60_000_000),
  /** Of the drawing, millimetres. */
  width: z.number().positive(),
  height: z.number().positive(),
});
export type FigurePicture = z.infer<typeof figurePictureSchema>;
