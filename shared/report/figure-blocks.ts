/** Figures of a report as data: what is drawn, with the words that explain it. Numbers are those shown. */
import { z } from 'zod';

/** Drawn as far as this many; the caption says of how many. */
export const mostRanked = 10;
export const mostInNetwork = 24;

/** Ranges of people, a bar a line: from the lowest figure to the highest named. */
export const rangesBlockSchema = z.strictObject({
  type: z.literal('ranges'),
  caption: z.string(),
  rows: z.array(
    z.strictObject({
      label: z.string(),
      /** Small print under the label. */
      sub: z.string(),
      low: z.number().int(),
      high: z.number().int(),
      /** The highest figure is open: "or more". */
      isOpen: z.boolean(),
      /** The range in words. */
      words: z.string(),
    }),
  ),
  note: z.string().nullable(),
  /** Numbers of the sources of the figures drawn. */
  marks: z.array(z.number().int()).default([]),
});

/** Counts, a bar a line, in two parts. */
export const ranksBlockSchema = z.strictObject({
  type: z.literal('ranks'),
  caption: z.string(),
  firstWords: z.string(),
  restWords: z.string(),
  rows: z.array(
    z.strictObject({
      label: z.string(),
      first: z.number().int(),
      rest: z.number().int(),
    }),
  ),
});

export const tieStandings = ['firm', 'claimed', 'denied'] as const;
export type TieStanding = (typeof tieStandings)[number];

/** Actors and what ties them. Places lie between 0 and 1 in both directions. */
export const networkBlockSchema = z.strictObject({
  type: z.literal('network'),
  caption: z.string(),
  nodes: z.array(
    z.strictObject({
      label: z.string(),
      count: z.number().int(),
      x: z.number(),
      y: z.number(),
    }),
  ),
  edges: z.array(
    z.strictObject({
      /** Positions of nodes. */
      from: z.number().int(),
      to: z.number().int(),
      weight: z.number().int(),
      standing: z.enum(tieStandings),
    }),
  ),
  words: z.record(z.enum(tieStandings), z.string()),
});
