/** Incidents as files of other formats. Files are chosen in the shell; a page only ever holds a token. */
import { z } from 'zod';
import { tlpLabels } from '../domain/vocabulary.ts';
import { exportFormats } from '../export/formats.ts';
import { engineCall } from './call.ts';
import { fileTokenSchema, selectionSchema } from './exchange-calls.ts';

const counts = z.record(z.string(), z.number().int());

export const exportCalls = {
  /** A job of its own thread. Throws `file/too-large` for more incidents than a format can hold. */
  'export/write': engineCall(
    z.strictObject({
      ...fileTokenSchema.shape,
      selection: selectionSchema,
      /** Records labelled above this are left out, and named nowhere. */
      tlpMax: z.enum(tlpLabels),
      format: z.enum(exportFormats),
      /** CSV: begin with a byte order mark, by which Excel knows UTF-8. */
      withMark: z.boolean().default(false),
    }),
    z.strictObject({
      fileName: z.string(),
      bytes: z.number().int(),
      sha256: z.string(),
      records: counts,
      leftOut: counts,
      /** Records in whose text the name of one that was left out is blacked out. */
      blackedOut: z.number().int(),
    }),
  ),
} as const;
