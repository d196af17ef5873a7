/** Suggestions from the text of a source. Nothing of it enters the case by itself. */
import { z } from 'zod';
import * as v from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';

const text = z.string();
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const words = text.nullable();

/** Words of the source's text; positions in Unicode code points, `end` excluded. */
const evidence = z.strictObject({
  quote: text,
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});

const place = z.strictObject({
  as_written: text,
  canonical: words,
  country: words,
  admin1: words,
  admin2: words,
  precision: z.enum(v.geoLevels),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  key: words,
  evidence,
  why: text,
});

const actor = z.strictObject({
  name: text,
  canonical: words,
  key: words,
  kind: z.enum(v.actorKinds),
  evidence,
  why: text,
});

const role = z.strictObject({
  ...actor.shape,
  role: z.enum(['perpetrator', 'suspected perpetrator', 'target', 'victim', 'involved']),
  basis: z.enum([
    'self-claimed',
    'reported',
    'official',
    'alleged',
    'denied',
    'implied by context, not stated',
  ]),
});

const claim = z.strictObject({
  measure: z.enum([
    'killed',
    'wounded',
    'missing',
    'captured',
    'abducted',
    'arrested',
    'displaced',
    'denial',
  ]),
  outcome: z.enum(v.outcomes).nullable(),
  party: z.enum(v.parties),
  victims: text,
  value: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  qualifier: z.enum(v.qualifiers).nullable(),
  text,
  by: words,
  by_canonical: words,
  via: words,
  status: text,
  isPart: z.boolean(),
  isSuperseded: z.boolean(),
  evidence,
  why: text,
});

const incident = z.strictObject({
  id: text,
  summary: text,
  type: text,
  eventType: z.enum(v.eventTypes as [v.EventType, ...v.EventType[]]),
  subEventType: text,
  date: words,
  dateWords: words,
  dateWhy: words,
  place: place.nullable(),
  actors: list(role),
  claims: list(claim),
  evidence: list(evidence),
  why: text,
});

export const extractionSchema = z.strictObject({
  lang: z.enum(['en', 'fr']),
  published: words,
  incidents: list(incident),
  links: list(z.strictObject({ a: text, b: text, type: z.literal('possibly-same'), why: text })),
  persons: list(z.strictObject({ name: text, role: words, key: words, evidence, why: text })),
  actors: list(actor),
  places: list(place),
  dates: list(
    z.strictObject({
      date: words,
      words: text,
      use: z.enum(['event', 'report', 'future', 'background']),
      evidence,
      why: text,
    }),
  ),
  nothingFound: z.boolean(),
});

/** An actor that the suggestions name by one of its names: of the case, or of the bundled list. */
const castMember = z.strictObject({
  key: text,
  name: text,
  kind: z.enum(v.actorKinds),
  country: words,
  names: list(text),
  isOwn: z.boolean(),
});
export type CastMember = z.infer<typeof castMember>;

export const suggestionsSchema = z.strictObject({
  ...extractionSchema.shape,
  cast: list(castMember),
  /** Whether the text is English or French at all, see `shared/extract/language-signal.ts`. */
  language: z.enum(['clear', 'unsure', 'unreadable']),
  /** Of the text that was read; null where the source has none stored. */
  textSha256: words,
});
export type Suggestions = z.infer<typeof suggestionsSchema>;

export const extractCalls = {
  /**
   * "Read this for me": candidate incidents with claims, actors, places and dates, each with its words
   * and its reason. Keys are ids of the case's records, or of the starter list and the gazetteer.
   * Throws `record/not-found`, `input/invalid` (no text), `place/gazetteer-missing`, `call/cancelled`.
   */
  'extract/suggest': engineCall(z.strictObject({ sourceId: idSchema }), suggestionsSchema),
  /** Ends all reading under way; the waiting calls answer `call/cancelled`. */
  'extract/cancel': engineCall(z.strictObject({}), z.strictObject({})),
} as const;
