/**
 * The one filter. Table, map, counts, export and report are all driven by a value of this type.
 * Its text form (`actor:JNIM place:Djibo after:2025-05-01 killed>=50 "police station"`) is parsed
 * and written by `filter-text.ts`.
 */
import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { compareTlp } from './tlp.ts';
import * as v from './vocabulary.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const words = z.string().min(1).max(200);

export const filterSchema = z.strictObject({
  /** Free words, all of which must match (prefix, accents folded); quoted parts are phrases. */
  text: z.string().max(1000).optional(),
  /** Period with overlap semantics: an incident matches when its span touches it; both days included. */
  after: day.optional(),
  before: day.optional(),
  /** True: only incidents without any date. */
  undated: z.boolean().optional(),
  /** Actor by words (any of its names, accents folded) or by id, optionally in one role; all must match. */
  actors: z
    .array(
      z.strictObject({
        words: words.optional(),
        id: idSchema.optional(),
        role: z.enum(v.actorIncidentRoles).optional(),
      }),
    )
    .max(20)
    .optional(),
  /** Place words: matches place name, words of the source, admin1, admin2 or country; any may match. */
  places: z.array(words).max(50).optional(),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(250)
    .optional(),
  /** First-level areas as `BF/Sahel` (country code, name as the case has it), any may match. */
  regions: z
    .array(z.string().regex(/^[A-Z]{2}\/.{1,150}$/u))
    .max(100)
    .optional(),
  /** Second-level areas as `BF/Soum` (country code, name in any region of it), any may match. */
  provinces: z
    .array(z.string().regex(/^[A-Z]{2}\/.{1,150}$/u))
    .max(100)
    .optional(),
  /** Event or sub-event types, any may match. */
  types: z.array(z.string().max(100)).max(50).optional(),
  targets: z.array(z.string().max(100)).max(50).optional(),
  statuses: z.array(z.enum(v.incidentStatuses)).optional(),
  /** Computed toll of people killed: an incident matches when its range reaches the bound. */
  killedMin: z.number().int().min(0).optional(),
  killedMax: z.number().int().min(0).optional(),
  /** Best credibility among its claims is at least this good (1 best, 5 worst; 6 never matches). */
  credibilityAtLeast: z.number().int().min(1).max(5).optional(),
  /** Best grade among its claims (`C3`), or `none` where no claim is graded; any may match. */
  grades: z
    .array(z.string().regex(/^(?:[A-F][1-6]|none)$/))
    .max(37)
    .optional(),
  /** Ids of sources, any of which one of its claims rests on. */
  sources: z.array(idSchema).max(50).optional(),
  tags: z.array(words).max(50).optional(),
  /** Records labelled at most this. */
  tlpMax: z.enum(v.tlpLabels).optional(),
  /** Import batch id: what it brought and what it changed. */
  batch: idSchema.optional(),
  /** West, south, east, north in degrees; west may be greater than east across the antimeridian. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  near: z
    .strictObject({
      lat: z.number().min(-90).max(90),
      lon: z.number().min(-180).max(180),
      km: z.number().positive().max(20_000),
    })
    .optional(),
  /** Ring of longitude and latitude in degrees, closed by itself; what lies on its edge may go either way. */
  polygon: z
    .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
    .min(3)
    .max(500)
    .optional(),
  /** True: has an unresolved note of kind question. */
  openQuestion: z.boolean().optional(),
  /** True: the bin, that is deleted incidents only. */
  deleted: z.boolean().optional(),
});

export type Filter = z.infer<typeof filterSchema>;
export const emptyFilter: Filter = {};

/** The filter without incidents labelled above `ceiling`. */
export function filterUnder(filter: Filter, ceiling: v.TlpLabel): Filter {
  const { tlpMax } = filter;
  return tlpMax !== undefined && compareTlp(tlpMax, ceiling) < 0
    ? filter
    : { ...filter, tlpMax: ceiling };
}

export const sortKeys = [
  'date',
  'title',
  'place',
  'type',
  'killed',
  'injured',
  'actors',
  'notes',
  'status',
  'review',
  'tlp',
  'grade',
  'updated',
  'created',
] as const;
export const sortSchema = z.strictObject({
  key: z.enum(sortKeys),
  direction: z.enum(['ascending', 'descending']),
});
export type Sort = z.infer<typeof sortSchema>;
export const defaultSort: Sort = { key: 'date', direction: 'descending' };
