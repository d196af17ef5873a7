/** The bundled list of actors, offered where one is typed; see resources/licences/NOTICE.md. */
import { z } from 'zod';
import { actorActorRelations, actorKinds } from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';

const edtf = z.string().nullable();

const starterRelation = z.strictObject({
  /** Key of the other actor in the starter list; null when the list does not have it. */
  key: z.string().nullable(),
  name: z.string(),
  relation: z.enum(actorActorRelations),
  /** True: the chosen actor is `from` of the link ("splinter of"); false: the other one is. */
  isFrom: z.boolean(),
  since: edtf,
  source: z.enum(['own', 'ucdp']),
  /** The actor of the case that it is, under any of its names; null when it has none. */
  actorId: idSchema.nullable(),
});
export type StarterRelation = z.infer<typeof starterRelation>;

export const starterActorSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  kind: z.enum(actorKinds),
  country: z.string().nullable(),
  activeFrom: edtf,
  activeTo: edtf,
  names: z.array(z.string()),
  /** The other name that the words hit, when the main one did not. */
  matched: z.string().nullable(),
  sources: z.array(z.enum(['own', 'misp'])),
  relations: z.array(starterRelation),
});
export type StarterActor = z.infer<typeof starterActorSchema>;

export const starterCalls = {
  /**
   * Actors of the starter list whose names match, best first, at most 8. Those the case already has,
   * under any name however accented, are left out. Nothing for an empty text.
   */
  'starter/search': engineCall(
    z.strictObject({ text: z.string().max(500) }),
    z.array(starterActorSchema),
  ),
  /**
   * Puts one into the case with all its names, and the links to `relations` (names of the answer above):
   * one transaction, one undo. `add` also makes the other actor where the case lacks it. An actor that
   * the case has meanwhile is linked, never made twice. Throws `record/not-found` for an unknown key.
   */
  'starter/add': engineCall(
    z.strictObject({
      key: z.string().max(200),
      lang: z.enum(['en', 'fr']),
      relations: z.array(z.strictObject({ name: z.string().max(500), add: z.boolean() })).max(50),
    }),
    z.strictObject({ id: idSchema, name: z.string(), added: z.array(idSchema) }),
  ),
} as const;
