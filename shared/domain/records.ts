/**
 * The records of a case: one strict schema per table, the one place that says which fields exist.
 * Migrations, change rows, packs, the contract and the forms all follow from these (a test compares
 * the columns of the database with them). Absent values are `null`, as in SQLite and JSON.
 *
 * Every record also has the bookkeeping fields of `recordMeta`, set by the engine, never by a caller.
 */
import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { colourSchema, logoSchema } from '../report/house-style.ts';
import { pageSizes } from '../report/paper.ts';
import * as v from './vocabulary.ts';

const id = idSchema;
const idOrNull = idSchema.nullable();
const shortText = z.string().max(500);
const text = shortText.nullable();
const longText = z.string().max(200_000);
const day = z
  .string()
  .regex(/^-?\d{4}-\d{2}-\d{2}$/)
  .nullable();
/** EDTF (ISO 8601-2) level 1 plus listed sets, see `edtf.ts`; null = unknown. */
const edtf = z.string().max(120).nullable();
const lat = z.number().min(-90).max(90).nullable();
const lon = z.number().min(-180).max(180).nullable();
/** ISO 3166-1 alpha-2, upper case. */
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .nullable();
/** BCP 47 language tag, as `fr` or `ar`. */
const lang = z.string().max(35).nullable();
const count = z.number().int().min(0).max(100_000_000).nullable();

export const recordMeta = z.strictObject({
  id,
  rev: z.string(),
  created_at: z.string(),
  created_by: id,
  updated_at: z.string(),
  updated_by: id,
  deleted_at: z.string().nullable(),
  tlp: z.enum(v.tlpLabels),
  /** Import batch that brought the record, null when it was entered here. */
  origin: idOrNull,
});
export type RecordMeta = z.infer<typeof recordMeta>;

export const targetTables = [
  'incident',
  'actor',
  'source',
  'claim',
  'link',
  'place',
  'passage',
] as const;
export type TargetTable = (typeof targetTables)[number];
const targetTable = z.enum(targetTables);

export const recordSchemas = {
  incident: z.strictObject({
    title: shortText.min(1),
    summary: longText,
    event_type: z.string().max(100).nullable(),
    sub_event_type: z.string().max(100).nullable(),
    disorder_type: z.enum(v.disorderTypes).nullable(),
    /** Target types, sorted, without repeats; free words are allowed beside the list. */
    targets: z.array(z.string().min(1).max(100)).max(50),
    date_edtf: edtf,
    /** Computed from `date_edtf` by the engine, never given by a caller; null = open or unknown. */
    date_earliest: day,
    date_latest: day,
    /** The date as the source words it, and the time of day, as text. */
    date_words: text,
    time_words: text,
    place_id: idOrNull,
    /** The place as the source words it. */
    place_words: text,
    latitude: lat,
    longitude: lon,
    geo_level: z.enum(v.geoLevels),
    radius_m: z.number().min(0).max(5_000_000).nullable(),
    /** Precision code of the data set it came from, kept unchanged. */
    geo_code: text,
    country,
    admin1: text,
    admin2: text,
    status: z.enum(v.incidentStatuses),
    status_why: text,
    confidence: z.enum(v.confidenceLevels).nullable(),
    review: z.enum(v.reviewStates),
    /** True for invented training material; never mixed with real cases. */
    invented: z.boolean(),
    /** `dataset:key` of an imported row; the same key again is an update. */
    external_key: text,
  }),
  actor: z.strictObject({
    name: shortText.min(1),
    name_lang: lang,
    kind: z.enum(v.actorKinds),
    country,
    active_from: edtf,
    active_to: edtf,
    inter_code: z.number().int().min(1).max(8).nullable(),
    description: longText,
  }),
  actor_name: z.strictObject({
    actor_id: id,
    name: shortText.min(1),
    lang,
    /** ISO 15924 script code, as `Latn` or `Arab`. */
    script: z.string().max(4).nullable(),
    kind: z.enum(v.nameKinds),
  }),
  place: z.strictObject({
    name: shortText.min(1),
    /** `geonames:2360615`, `area:BF-LOR`, or null for a place of the case. */
    gazetteer_id: text,
    kind: text,
    country,
    admin1: text,
    admin2: text,
    admin3: text,
    latitude: lat,
    longitude: lon,
    geo_level: z.enum(v.geoLevels),
    radius_m: z.number().min(0).max(5_000_000).nullable(),
    description: longText,
  }),
  place_name: z.strictObject({
    place_id: id,
    name: shortText.min(1),
    lang,
    valid_from: edtf,
    valid_to: edtf,
  }),
  source: z.strictObject({
    kind: z.enum(v.sourceKinds),
    title: shortText.min(1),
    publisher: text,
    /** The actor that publishes it, when it is one of the case's actors. */
    publisher_actor_id: idOrNull,
    author: text,
    /** Kept as text, never fetched. */
    url: z.string().max(4000).nullable(),
    published: edtf,
    published_earliest: day,
    published_latest: day,
    accessed: day,
    language: lang,
    reliability: z.enum(v.reliabilities),
    reliability_why: text,
    /** The source this one passes on: article -> SITE report -> statement. */
    via_source_id: idOrNull,
    text: z.string().max(5_000_000),
    /** SHA-256 (hex) of the text in UTF-8; computed by the engine. */
    text_sha256: text,
    text_version: z.number().int().min(1),
  }),
  claim: z.strictObject({
    incident_id: id,
    source_id: idOrNull,
    claimant_id: idOrNull,
    /** Actor ids the claim passed through, nearest to the claimant first. */
    via: z.array(id).max(20),
    kind: z.enum(v.claimKinds),
    statement: z.string().max(10_000),
    /** The value claimed where the kind is date (EDTF), place or attribution (words). */
    value: text,
    made_on: edtf,
    credibility: z.number().int().min(1).max(6),
    credibility_why: text,
    denied_by_id: idOrNull,
    /** Later claim that replaces this one ("60", then "200"). */
    superseded_by_id: idOrNull,
    /** Claims that share this text are of one origin and count as one. */
    origin_words: text,
  }),
  toll: z.strictObject({
    claim_id: id,
    party: z.enum(v.parties),
    outcome: z.enum(v.outcomes),
    low: count,
    high: count,
    qualifier: z.enum(v.qualifiers),
    words: text,
  }),
  claim_relation: z.strictObject({
    /** The claim that supports or contradicts, and the one it does that to. */
    from_claim_id: id,
    to_claim_id: id,
    kind: z.enum(v.claimRelationKinds),
    note: z.string().max(10_000),
  }),
  link: z.strictObject({
    kind: z.enum(['actor-incident', 'actor-actor', 'incident-incident']),
    from_id: id,
    to_id: id,
    role: z.enum([
      ...new Set([
        ...v.actorIncidentRoles,
        ...v.actorActorRelations,
        ...v.incidentIncidentRelations,
      ]),
    ] as [string, ...string[]]),
    attribution: z.enum(v.attributions).nullable(),
    confidence: z.enum(v.confidenceLevels).nullable(),
    date_from: edtf,
    date_to: edtf,
    claim_id: idOrNull,
    source_id: idOrNull,
    note: z.string().max(10_000),
  }),
  /** Two incidents an analyst has compared: not to be asked again, or merged. */
  incident_pair: z.strictObject({
    /** The lower id of both comes first. */
    a_id: id,
    b_id: id,
    verdict: z.enum(v.pairVerdicts),
    /** Of a merged pair the incident that went on; the other one is deleted and leads here. */
    kept_id: idOrNull,
    why: z.string().max(1000),
  }),
  passage: z.strictObject({
    source_id: id,
    target_table: targetTable.nullable(),
    target_id: idOrNull,
    /** W3C TextQuoteSelector and TextPositionSelector; positions in Unicode code points. */
    exact: z.string().min(1).max(20_000),
    prefix: z.string().max(500),
    suffix: z.string().max(500),
    start: z.number().int().min(0),
    end: z.number().int().min(0),
    text_sha256: z.string(),
    is_lost: z.boolean(),
  }),
  note: z.strictObject({
    target_table: targetTable,
    target_id: id,
    kind: z.enum(v.noteKinds),
    /** Markdown; raw HTML is never rendered. */
    body: longText.min(1),
    likelihood: z.enum(v.likelihoods).nullable(),
    confidence: z.enum(v.confidenceLevels).nullable(),
    is_resolved: z.boolean(),
  }),
  attachment: z.strictObject({
    target_table: targetTable,
    target_id: id,
    name: shortText.min(1),
    media_type: z.string().max(200),
    /** Bytes; the content lies in `attachment_chunk` under its SHA-256 (hex). */
    size: z.number().int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    captured_at: text,
    origin_words: text,
  }),
  tag: z.strictObject({ name: z.string().min(1).max(100), colour: text }),
  tagging: z.strictObject({ tag_id: id, target_table: targetTable, target_id: id }),
  saved_view: z.strictObject({
    name: shortText.min(1),
    filter_text: z.string(),
    layout: z.string(),
  }),
  report: z.strictObject({
    kind: z.enum(v.reportKinds),
    title: shortText,
    /** JSON of the inputs the report was built from, and its SHA-256. */
    inputs: z.string(),
    inputs_sha256: z.string(),
  }),
  person: z.strictObject({ name: shortText.min(1), initials: text, organisation: text }),
  case_info: z.strictObject({
    title: shortText.min(1),
    description: longText,
    /** True when the case holds invented training material. */
    invented: z.boolean(),
    /** House style of its reports; null where it says nothing (`shared/report/house-style.ts`). */
    house_organisation: text,
    house_author: text,
    house_number: text,
    house_page: z.enum(pageSizes).nullable(),
    house_lang: z.enum(['en', 'fr']).nullable(),
    house_accent: colourSchema.nullable(),
    house_rule: colourSchema.nullable(),
    house_logo: logoSchema.nullable(),
  }),
} as const;

export type TableName = keyof typeof recordSchemas;
export const tableNames = Object.keys(recordSchemas) as readonly TableName[];
/** Fields of a table without bookkeeping. */
export type Values<T extends TableName> = z.infer<(typeof recordSchemas)[T]>;
/** A whole record as the engine returns it. */
export type RecordOf<T extends TableName> = Values<T> & RecordMeta;

export type Incident = RecordOf<'incident'>;
export type Actor = RecordOf<'actor'>;
export type ActorName = RecordOf<'actor_name'>;
export type Place = RecordOf<'place'>;
export type Source = RecordOf<'source'>;
export type Claim = RecordOf<'claim'>;
export type Toll = RecordOf<'toll'>;
export type ClaimRelation = RecordOf<'claim_relation'>;
export type Link = RecordOf<'link'>;
export type IncidentPair = RecordOf<'incident_pair'>;
export type Passage = RecordOf<'passage'>;
export type Note = RecordOf<'note'>;
export type Attachment = RecordOf<'attachment'>;

/** Fields the engine computes; a caller's value for them is refused. */
export const computedFields: { readonly [T in TableName]?: readonly string[] } = {
  incident: ['date_earliest', 'date_latest'],
  source: ['published_earliest', 'published_latest', 'text_sha256', 'text_version'],
};
