import { z } from 'zod';
import { type TableName, tableNames } from '../domain/records.ts';
import {
  actorIncidentRoles,
  attributions,
  incidentStatuses,
  reviewStates,
  tlpLabels,
} from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';

/** Tables whose records a page may write directly; the rest change only as part of a service. */
export const editableTables = [
  'incident',
  'actor',
  'actor_name',
  'place',
  'place_name',
  'source',
  'claim',
  'toll',
  'claim_relation',
  'link',
  'passage',
  'note',
  'tag',
  'tagging',
  'saved_view',
  'report',
] as const satisfies readonly TableName[];
export type EditableTable = (typeof editableTables)[number];

const table = z.enum(editableTables);
const loose = z.record(z.string(), z.unknown());

/**
 * One step of a save. `values` and `patch` are parsed with the table's own schema in the engine, which
 * answers `input/invalid` with `details.issues: [{path: [opIndex, field], message}]`.
 * A create may bring its own new id so that later steps of the same save can point to it. Fields left
 * out of `values` take the table's defaults. `tlp` may stand in values and patch.
 */
export const opSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('create'), table, id: idSchema.optional(), values: loose }),
  z.strictObject({
    do: z.literal('update'),
    table,
    id: idSchema,
    patch: loose,
    /** The `rev` the form was opened on; another one now stored answers `record/changed`. */
    rev: z.string().optional(),
  }),
  /** Sets the tombstone; claims, tolls, links, notes and names that hang on it go with it. */
  z.strictObject({ do: z.literal('delete'), table, id: idSchema }),
  z.strictObject({ do: z.literal('restore'), table, id: idSchema }),
]);
export type Op = z.infer<typeof opSchema>;

/** Incidents that one step changes at most; many are changed in a thread. */
export const mostChanged = 100_000;

/** One change to each of many incidents. */
export const bulkChangeSchema = z.union([
  z.strictObject({
    do: z.literal('set'),
    field: z.literal('status'),
    value: z.enum(incidentStatuses),
  }),
  z.strictObject({ do: z.literal('set'), field: z.literal('review'), value: z.enum(reviewStates) }),
  z.strictObject({ do: z.literal('set'), field: z.literal('tlp'), value: z.enum(tlpLabels) }),
  /** A tag of that name is made when the case has none; capitals and accents make no difference. */
  z.strictObject({ do: z.literal('tag'), name: z.string().trim().min(1).max(100) }),
  z.strictObject({
    do: z.literal('link'),
    actorId: idSchema,
    role: z.enum(actorIncidentRoles),
    attribution: z.enum(attributions).nullable(),
  }),
  z.strictObject({ do: z.literal('delete') }),
  z.strictObject({ do: z.literal('restore') }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;

export const recordCalls = {
  /**
   * The same change to many incidents: one transaction, one entry of history, one undo. Of many a job,
   * beside which nothing else is written (`case/busy`): throws `call/cancelled` after `job/cancel`.
   */
  'incident/bulk': engineCall(
    z.strictObject({ ids: z.array(idSchema).min(1).max(mostChanged), change: bulkChangeSchema }),
    /** Those that were so already do not count. */
    z.strictObject({ changed: z.number().int(), revision: z.number().int() }),
  ),
  /** Carries out all steps in one transaction, one entry of history, one undo. */
  'record/save': engineCall(
    z.strictObject({
      ops: z.array(opSchema).min(1).max(5000),
      /** The analyst's reason, kept in history. */
      why: z.string().max(1000).optional(),
    }),
    z.strictObject({ ids: z.array(idSchema), revision: z.number().int() }),
  ),
  /** One whole record with its bookkeeping, deleted or not. Throws `record/not-found`. */
  'record/get': engineCall(
    z.strictObject({ table: z.enum(tableNames as [TableName, ...TableName[]]), id: idSchema }),
    loose,
  ),
} as const;

/** Default values of a new record, so that forms and services start from the same place. */
export const recordDefaults: { readonly [T in EditableTable]: Readonly<Record<string, unknown>> } =
  {
    incident: {
      title: '',
      summary: '',
      event_type: null,
      sub_event_type: null,
      disorder_type: null,
      targets: [],
      date_edtf: null,
      date_words: null,
      time_words: null,
      place_id: null,
      place_words: null,
      latitude: null,
      longitude: null,
      geo_level: 'unknown',
      radius_m: null,
      geo_code: null,
      country: null,
      admin1: null,
      admin2: null,
      status: 'reported',
      status_why: null,
      confidence: null,
      review: 'draft',
      invented: false,
      external_key: null,
    },
    actor: {
      name: '',
      name_lang: null,
      kind: 'other',
      country: null,
      active_from: null,
      active_to: null,
      inter_code: null,
      description: '',
    },
    actor_name: { name: '', lang: null, script: null, kind: 'alias' },
    place: {
      name: '',
      gazetteer_id: null,
      kind: null,
      country: null,
      admin1: null,
      admin2: null,
      admin3: null,
      latitude: null,
      longitude: null,
      geo_level: 'settlement',
      radius_m: null,
      description: '',
    },
    place_name: { name: '', lang: null, valid_from: null, valid_to: null },
    source: {
      kind: 'article',
      title: '',
      publisher: null,
      publisher_actor_id: null,
      author: null,
      url: null,
      published: null,
      accessed: null,
      language: null,
      reliability: 'F',
      reliability_why: null,
      via_source_id: null,
      text: '',
    },
    claim: {
      source_id: null,
      claimant_id: null,
      via: [],
      kind: 'toll',
      statement: '',
      value: null,
      made_on: null,
      credibility: 6,
      credibility_why: null,
      denied_by_id: null,
      superseded_by_id: null,
      origin_words: null,
    },
    toll: {
      party: 'unknown',
      outcome: 'killed',
      low: null,
      high: null,
      qualifier: 'exact',
      words: null,
    },
    claim_relation: { note: '' },
    link: {
      attribution: null,
      confidence: null,
      date_from: null,
      date_to: null,
      claim_id: null,
      source_id: null,
      note: '',
    },
    passage: { target_table: null, target_id: null, prefix: '', suffix: '', is_lost: false },
    note: { kind: 'comment', body: '', likelihood: null, confidence: null, is_resolved: false },
    tag: { name: '', colour: null },
    tagging: {},
    saved_view: { name: '', filter_text: '', layout: '{}' },
    report: { kind: 'list', title: '', inputs: '{}', inputs_sha256: '' },
  };
