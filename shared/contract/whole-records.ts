/** Records with their bookkeeping, as reads answer them. */
import { z } from 'zod';
import { recordMeta, recordSchemas } from '../domain/records.ts';

const withMeta = <S extends z.core.$ZodLooseShape>(schema: z.ZodObject<S, z.core.$strict>) =>
  z.strictObject({ ...schema.shape, ...recordMeta.shape });

export const incidentRecord = withMeta(recordSchemas.incident);
export const actorRecord = withMeta(recordSchemas.actor);
export const actorNameRecord = withMeta(recordSchemas.actor_name);
export const placeRecord = withMeta(recordSchemas.place);
export const placeNameRecord = withMeta(recordSchemas.place_name);
export const sourceRecord = withMeta(recordSchemas.source);
export const claimRecord = withMeta(recordSchemas.claim);
export const tollRecord = withMeta(recordSchemas.toll);
export const linkRecord = withMeta(recordSchemas.link);
export const passageRecord = withMeta(recordSchemas.passage);
export const noteRecord = withMeta(recordSchemas.note);
export const attachmentRecord = withMeta(recordSchemas.attachment);
