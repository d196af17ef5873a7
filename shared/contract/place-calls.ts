/** Places in doubt: one place of the case with its names, namesakes, two places that are one. */
import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';
import { placeHitSchema } from './read-calls.ts';
import { placeNameRecord, placeRecord } from './whole-records.ts';

export const placeDossierSchema = z.strictObject({
  place: placeRecord,
  names: z.array(placeNameRecord),
  /** Incidents there, newest first, at most 50. */
  incidents: z.array(
    z.strictObject({ id: idSchema, title: z.string(), dateEdtf: z.string().nullable() }),
  ),
  incidentCount: z.number().int(),
});
export type PlaceDossier = z.infer<typeof placeDossierSchema>;

export const placeCalls = {
  /** A place of the case, deleted or not. Throws `record/not-found`. */
  'place/get': engineCall(z.strictObject({ id: idSchema }), placeDossierSchema),
  /** All places of the case, by name, each with its other names. */
  'place/list': engineCall(
    z.strictObject({}),
    z.array(
      z.strictObject({
        id: idSchema,
        name: z.string(),
        names: z.array(z.string()),
        country: z.string().nullable(),
        admin1: z.string().nullable(),
        admin2: z.string().nullable(),
      }),
    ),
  ),
  /**
   * Places of just this name (accents and case apart) in the country, of the case and the gazetteer; a
   * name for several places is told apart by its province. Empty where the country is not known.
   */
  'place/namesakes': engineCall(
    z.strictObject({
      name: z.string().min(1).max(500),
      country: z.string().nullable(),
      lang: z.string().max(10).default('en'),
      on: z.string().max(120).nullable().default(null),
    }),
    z.array(placeHitSchema),
  ),
  /**
   * Two places of the case are one: the names of `drop` become names of `keep`, its incidents, notes,
   * passages, attachments and tags move over. One transaction, one undo. Throws `record/not-found`.
   */
  'place/merge': engineCall(
    z.strictObject({ keep: idSchema, drop: idSchema }),
    z.strictObject({ id: idSchema, incidents: z.number().int(), revision: z.number().int() }),
  ),
} as const;
