/** Reads of incidents, actors, sources, places and search. Shapes are for the screen: names resolved. */
import { z } from 'zod';
import { targetTables } from '../domain/records.ts';
import { tollSummarySchema } from '../domain/toll-types.ts';
import * as v from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';
import { claimViewSchema } from './claim-view.ts';
import { noteViewSchema, passageViewSchema } from './passage-views.ts';
import {
  actorNameRecord,
  actorRecord,
  attachmentRecord,
  incidentRecord,
  linkRecord,
  passageRecord,
  placeRecord,
  sourceRecord,
} from './whole-records.ts';

export type { ClaimRef, ClaimTie, ClaimView } from './claim-view.ts';

/** One line of the incident table. */
export const incidentRowSchema = z.strictObject({
  key: z.number().int(),
  id: idSchema,
  title: z.string(),
  dateEdtf: z.string().nullable(),
  dateEarliest: z.string().nullable(),
  dateLatest: z.string().nullable(),
  dateWords: z.string().nullable(),
  place: z.string().nullable(),
  admin1: z.string().nullable(),
  admin2: z.string().nullable(),
  country: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  geoLevel: z.enum(v.geoLevels),
  radiusM: z.number().nullable(),
  eventType: z.string().nullable(),
  subEventType: z.string().nullable(),
  status: z.enum(v.incidentStatuses),
  confidence: z.enum(v.confidenceLevels).nullable(),
  review: z.enum(v.reviewStates),
  tlp: z.enum(v.tlpLabels),
  invented: z.boolean(),
  isDeleted: z.boolean(),
  actors: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      /** Shortest usable name, an acronym where there is one. */
      shortName: z.string(),
      role: z.string(),
      attribution: z.enum(v.attributions).nullable(),
    }),
  ),
  killed: tollSummarySchema.nullable(),
  injured: tollSummarySchema.nullable(),
  claimCount: z.number().int(),
  noteCount: z.number().int(),
  openQuestions: z.number().int(),
  /** Other incidents it is possibly the same as: never summed twice. */
  possiblySameAs: z.array(idSchema),
  updatedAt: z.string(),
});
export type IncidentRow = z.infer<typeof incidentRowSchema>;

/** A link seen from one of its ends. */
export const linkViewSchema = z.strictObject({
  link: linkRecord,
  /** True when the record looked at is the `from` end. */
  isFrom: z.boolean(),
  other: z.strictObject({
    table: z.enum(['incident', 'actor']),
    id: idSchema,
    name: z.string(),
    /** Actor kind or event type. */
    kind: z.string().nullable(),
    dateEdtf: z.string().nullable(),
    isDeleted: z.boolean(),
  }),
  sourceTitle: z.string().nullable(),
  claimStatement: z.string().nullable(),
  /** Words that say it: its own, else those of the claim behind it. */
  passages: z.array(passageRecord),
});
export type LinkView = z.infer<typeof linkViewSchema>;

export type NoteView = z.infer<typeof noteViewSchema>;

/** What is claimed, confirmed and unknown about an incident, by `shared/domain/known.ts`. */
export const incidentDossierSchema = z.strictObject({
  incident: incidentRecord,
  row: incidentRowSchema,
  place: placeRecord.nullable(),
  claims: z.array(claimViewSchema),
  tolls: z.array(tollSummarySchema),
  links: z.array(linkViewSchema),
  notes: z.array(noteViewSchema),
  attachments: z.array(attachmentRecord),
  tags: z.array(z.strictObject({ id: idSchema, taggingId: idSchema, name: z.string() })),
  /** Of a deleted incident the one it was merged into; of another those that were merged into it. */
  mergedInto: z.strictObject({ id: idSchema, title: z.string() }).nullable(),
  merged: z.array(z.strictObject({ id: idSchema, title: z.string() })),
});
export type IncidentDossier = z.infer<typeof incidentDossierSchema>;

export const actorRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  kind: z.enum(v.actorKinds),
  country: z.string().nullable(),
  names: z.array(
    z.strictObject({ name: z.string(), lang: z.string().nullable(), kind: z.enum(v.nameKinds) }),
  ),
  incidentCount: z.number().int(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  isDeleted: z.boolean(),
  tlp: z.enum(v.tlpLabels),
});
export type ActorRow = z.infer<typeof actorRowSchema>;

export const actorDossierSchema = z.strictObject({
  actor: actorRecord,
  names: z.array(actorNameRecord),
  relations: z.array(linkViewSchema),
  incidents: z.array(z.strictObject({ link: linkRecord, row: incidentRowSchema })),
  claims: z.array(
    z.strictObject({ view: claimViewSchema, incidentId: idSchema, incidentTitle: z.string() }),
  ),
  notes: z.array(noteViewSchema),
});
export type ActorDossier = z.infer<typeof actorDossierSchema>;

export const sourceRowSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  kind: z.enum(v.sourceKinds),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  language: z.string().nullable(),
  reliability: z.enum(v.reliabilities),
  via: z.string().nullable(),
  claimCount: z.number().int(),
  attachmentCount: z.number().int(),
  hasText: z.boolean(),
  isDeleted: z.boolean(),
  tlp: z.enum(v.tlpLabels),
});
export type SourceRow = z.infer<typeof sourceRowSchema>;

export const sourceDossierSchema = z.strictObject({
  source: sourceRecord,
  via: z.array(z.strictObject({ id: idSchema, title: z.string() })),
  claims: z.array(
    z.strictObject({ view: claimViewSchema, incidentId: idSchema, incidentTitle: z.string() }),
  ),
  passages: z.array(passageRecord),
  /** The same passages in the order of the text, lost ones last. */
  passageViews: z.array(passageViewSchema),
  notes: z.array(noteViewSchema),
  attachments: z.array(attachmentRecord),
});
export type SourceDossier = z.infer<typeof sourceDossierSchema>;

/** One suggestion of the gazetteer or of the case's own places. */
export const placeHitSchema = z.strictObject({
  /** Id of a place record of the case, when it is one. */
  placeId: idSchema.nullable(),
  gazetteerId: z.string().nullable(),
  name: z.string(),
  /** The name that matched when it is another one, as an alias or the new name of a province. */
  matched: z.string().nullable(),
  kind: z.string().nullable(),
  country: z.string().nullable(),
  admin1: z.string().nullable(),
  admin2: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  level: z.enum(v.geoLevels),
  radiusM: z.number().nullable(),
  population: z.number().nullable(),
  /** When the name that matched holds, and how that is at the date asked for; null = always. */
  valid: z
    .strictObject({
      from: z.string().nullable(),
      to: z.string().nullable(),
      atDate: z.enum(['valid', 'not-yet', 'no-longer']).nullable(),
    })
    .nullable(),
});
export type PlaceHit = z.infer<typeof placeHitSchema>;

export const searchHitSchema = z.strictObject({
  table: z.enum(['incident', 'actor', 'source', 'place', 'note', 'claim']),
  id: idSchema,
  title: z.string(),
  /** A short piece around the match, without marks. */
  snippet: z.string(),
  /** What to open: the record itself or what the note or claim hangs on. */
  openTable: z.enum(['incident', 'actor', 'source', 'place']),
  openId: idSchema,
  /** The words in the source's text, where the hit is a note on them. */
  passageId: idSchema.optional(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const readCalls = {
  'incident/get': engineCall(z.strictObject({ id: idSchema }), incidentDossierSchema),
  'actor/list': engineCall(
    z.strictObject({
      text: z.string().max(200).default(''),
      includeDeleted: z.boolean().default(false),
    }),
    z.array(actorRowSchema),
  ),
  'actor/get': engineCall(z.strictObject({ id: idSchema }), actorDossierSchema),
  'source/list': engineCall(
    z.strictObject({
      text: z.string().max(200).default(''),
      includeDeleted: z.boolean().default(false),
    }),
    z.array(sourceRowSchema),
  ),
  'source/get': engineCall(z.strictObject({ id: idSchema }), sourceDossierSchema),
  /** Gazetteer and own places; at least two letters. Typing errors, accents and Arabic are tolerated. */
  'place/search': engineCall(
    z.strictObject({
      text: z.string().max(200),
      country: z.string().optional(),
      lang: z.string().max(10).default('en'),
      limit: z.number().int().min(1).max(50).default(12),
      /** Date of the incident (EDTF): among places of one name, those whose name held then come first. */
      on: z.string().max(120).nullable().default(null),
    }),
    z.array(placeHitSchema),
  ),
  /** Country, region and province of a point, and the nearest known place. */
  'place/locate': engineCall(
    z.strictObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      lang: z.string().max(10).default('en'),
    }),
    z.strictObject({
      country: z.string().nullable(),
      admin1: z.string().nullable(),
      admin2: z.string().nullable(),
      nearest: z.strictObject({ hit: placeHitSchema, km: z.number() }).nullable(),
    }),
  ),
  /** Notes on one record, oldest first; those on a claim or link are in no dossier. */
  'note/list': engineCall(
    z.strictObject({ table: z.enum(targetTables), id: idSchema }),
    z.array(noteViewSchema),
  ),
  /** All tags of the case, by name, with the number of records that carry each. */
  'tag/list': engineCall(
    z.strictObject({}),
    z.array(z.strictObject({ id: idSchema, name: z.string(), count: z.number().int() })),
  ),
  /** Saved views of the case, in the analyst's order. */
  'saved-view/list': engineCall(
    z.strictObject({}),
    z.array(
      z.strictObject({
        id: idSchema,
        name: z.string(),
        /** Text form of the filter, in English. */
        filterText: z.string(),
        /** JSON, read by `shared/domain/saved-view.ts`. */
        layout: z.string(),
      }),
    ),
  ),
  /** Finds anything by its words. */
  'search/all': engineCall(
    z.strictObject({
      text: z.string().max(200),
      limit: z.number().int().min(1).max(100).default(30),
    }),
    z.array(searchHitSchema),
  ),
  /** Words for completing the filter box: actor names, places, tags, event types in use. */
  'filter/complete': engineCall(
    z.strictObject({ field: z.enum(['actor', 'place', 'tag', 'type']), text: z.string().max(200) }),
    z.array(z.strictObject({ value: z.string(), label: z.string(), count: z.number().int() })),
  ),
} as const;
