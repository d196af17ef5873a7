/**
 * One filter, one answer: a page of rows, the total, counts, groups and the timeline of the same
 * revision. The answer has a number, the `view`; pages and ids are asked for by it, so that all of
 * them show the same incidents. A view is kept until about thirty newer ones were asked for or
 * the case has changed; then those calls answer `view/stale` and the view is asked for anew.
 */
import { z } from 'zod';
import { filterSchema, sortSchema } from '../domain/filter.ts';
import { AppError } from '../lib/app-error.ts';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';
import { incidentRowSchema } from './read-calls.ts';

/** The refusal of a view that is gone: ask `view/answer` anew. */
export function staleView(view: number): AppError {
  return new AppError('view/stale', 'The list has changed meanwhile. Read it again.', { view });
}

export const facetNames = [
  'type',
  'subType',
  'status',
  'actor',
  'country',
  'region',
  'grade',
  'source',
  'tag',
] as const;
export type FacetName = (typeof facetNames)[number];

export const timeUnits = ['day', 'week', 'month', 'year'] as const;
export type TimeUnit = (typeof timeUnits)[number];
export const timelineStacks = ['none', 'type', 'status', 'actor'] as const;
export const groupings = ['actor', 'country', 'region', 'month'] as const;
export type Grouping = (typeof groupings)[number];

/** Sum of ranges; `high` null when one of them is open, `named` the sum of the highest named. */
export const killedSchema = z.strictObject({
  low: z.number().int(),
  high: z.number().int().nullable(),
  named: z.number().int(),
});

export const timelineAskSchema = z.strictObject({
  unit: z.enum(timeUnits),
  stack: z.enum(timelineStacks).default('none'),
  /** Lanes: incidents of each of these actors, beside the stack. */
  actorIds: z.array(idSchema).max(12).default([]),
});
export type TimelineAsk = z.output<typeof timelineAskSchema>;

/** Values per bucket of one part of a timeline; all arrays have one item per bucket. */
export const timelineSeriesSchema = z.strictObject({
  /** Code of the type or status, or id of the actor; empty for none and for the whole. */
  key: z.string(),
  /** Incidents, spread over the days of their dates. */
  counts: z.instanceof(Float64Array),
  /** People killed, lowest and highest named, spread the same way; refuted incidents give none. */
  low: z.instanceof(Float64Array),
  high: z.instanceof(Float64Array),
  /** Incidents whose highest figure is open. */
  open: z.instanceof(Float64Array),
});
export type TimelineSeries = z.infer<typeof timelineSeriesSchema>;

/**
 * Counts over time. A date in doubt is spread evenly over the days of its span; one that is open at an
 * end, missing, or longer than ten years counts under `undated`. Buckets: days, ISO weeks (from Monday),
 * months, years.
 */
export const timelineSchema = z.strictObject({
  unit: z.enum(timeUnits),
  /** First day of the first bucket; null without any dated incident. */
  start: z.string().nullable(),
  whole: timelineSeriesSchema,
  stacks: z.array(timelineSeriesSchema),
  lanes: z.array(timelineSeriesSchema),
  undated: z.number().int(),
});
export type Timeline = z.infer<typeof timelineSchema>;

export const facetSchema = z.strictObject({
  name: z.enum(facetNames),
  /** Most frequent first. `value` is what the filter takes; `none` stands for no value. */
  values: z.array(
    z.strictObject({ value: z.string(), label: z.string(), count: z.number().int() }),
  ),
  /** Values that are not listed. */
  more: z.number().int(),
});
export type Facet = z.infer<typeof facetSchema>;

export const groupSchema = z.strictObject({
  /** Id of the actor, code of the country, `BF/Sahel`, `2025-05`; empty for none. */
  key: z.string(),
  label: z.string(),
  count: z.number().int(),
  killed: killedSchema,
});
export type Group = z.infer<typeof groupSchema>;

const viewNumber = z.number().int().min(1);

export const viewCalls = {
  'view/answer': engineCall(
    z.strictObject({
      filter: filterSchema,
      sort: sortSchema,
      /** Part of the window that asks: its newer question cancels one that still waits. */
      asker: z.string().max(40).default('list'),
      /** Rows to send along: `count` from position `from`. */
      from: z.number().int().min(0).default(0),
      count: z.number().int().min(0).max(1000).default(200),
      facets: z.array(z.enum(facetNames)).max(facetNames.length).default([]),
      /** Values listed of each facet. */
      facetSize: z.number().int().min(1).max(200).default(20),
      timeline: timelineAskSchema.optional(),
      group: z.enum(groupings).optional(),
    }),
    z.strictObject({
      revision: z.number().int(),
      view: viewNumber,
      /** Who answered; the answers are the same. */
      source: z.enum(['columns', 'sql']),
      total: z.number().int(),
      /** Matching incidents without coordinates. */
      unplaced: z.number().int(),
      /** People killed over the matching incidents; those possibly the same are counted once. */
      killed: killedSchema,
      rows: z.array(incidentRowSchema),
      facets: z.array(facetSchema),
      timeline: timelineSchema.nullable(),
      /** In the order of their rows (actors: most incidents first); an incident of two actors is in both. */
      groups: z.array(groupSchema).nullable(),
    }),
  ),
  /** Rows `from` to `from + count` of a view; of one of its groups when `group` is given. */
  'view/page': engineCall(
    z.strictObject({
      view: viewNumber,
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(1000),
      group: z.strictObject({ by: z.enum(groupings), key: z.string().max(300) }).optional(),
    }),
    z.strictObject({ rows: z.array(incidentRowSchema) }),
  ),
  /** Ids of the rows from `from` up to `to`, not included. */
  'view/ids': engineCall(
    z.strictObject({
      view: viewNumber,
      from: z.number().int().min(0),
      to: z.number().int().min(0),
    }),
    z.strictObject({ ids: z.array(idSchema) }),
  ),
  /** Position of an incident in a view, -1 outside; one merged into another leads to that one. */
  'view/locate': engineCall(
    z.strictObject({ view: viewNumber, id: idSchema }),
    z.strictObject({ index: z.number().int(), id: idSchema }),
  ),
} as const;
