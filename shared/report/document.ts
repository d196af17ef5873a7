/**
 * A report as data: blocks in order, already worded in the reader's language. Screen, print page and
 * tests all read this. Inline text is plain; `marks` are the numbers of sources it rests on.
 */
import { z } from 'zod';
import { geoLevels, incidentStatuses, reportKinds, tlpLabels } from '../domain/vocabulary.ts';
import { networkBlockSchema, rangesBlockSchema, ranksBlockSchema } from './figure-blocks.ts';
import { dressSchema, plainDress } from './house-style.ts';

const run = z.strictObject({ text: z.string(), marks: z.array(z.number().int()).default([]) });

const cell = z.strictObject({
  text: z.string(),
  /** Secondary line under the text. */
  sub: z.string().optional(),
  marks: z.array(z.number().int()).default([]),
  align: z.enum(['start', 'end']).default('start'),
});

export const reportBlockSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3)]),
    text: z.string(),
  }),
  z.strictObject({
    type: z.literal('paragraph'),
    runs: z.array(run),
    tone: z.enum(['normal', 'quiet']).default('normal'),
  }),
  /** Markdown written by an analyst (summary or note); rendered without raw HTML. */
  z.strictObject({ type: z.literal('markdown'), text: z.string(), caption: z.string().nullable() }),
  z.strictObject({
    type: z.literal('facts'),
    rows: z.array(z.strictObject({ label: z.string(), runs: z.array(run) })),
  }),
  /** The three boxes: what is claimed, confirmed, unknown. */
  z.strictObject({
    type: z.literal('boxes'),
    boxes: z.array(
      z.strictObject({
        kind: z.enum(['claimed', 'confirmed', 'unknown']),
        title: z.string(),
        lines: z.array(run),
      }),
    ),
  }),
  z.strictObject({
    type: z.literal('table'),
    caption: z.string(),
    columns: z.array(
      z.strictObject({
        label: z.string(),
        width: z.number().optional(),
        align: z.enum(['start', 'end']).default('start'),
      }),
    ),
    rows: z.array(z.array(cell)),
    note: z.string().nullable(),
  }),
  z.strictObject({
    type: z.literal('map'),
    caption: z.string(),
    points: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        lon: z.number(),
        lat: z.number(),
        radiusM: z.number(),
        level: z.enum(geoLevels),
        status: z.enum(incidentStatuses),
        isMain: z.boolean(),
      }),
    ),
  }),
  z.strictObject({ type: z.literal('bullets'), items: z.array(run) }),
  /** Incidents per bin of time: surely in the bin, and shares of those whose dates span several bins. */
  z.strictObject({
    type: z.literal('bars'),
    caption: z.string(),
    /** What the two parts of a bar are. */
    sureWords: z.string(),
    spreadWords: z.string(),
    bars: z.array(z.strictObject({ label: z.string(), sure: z.number(), spread: z.number() })),
  }),
  rangesBlockSchema,
  ranksBlockSchema,
  networkBlockSchema,
  z.strictObject({
    type: z.literal('sources'),
    title: z.string(),
    items: z.array(
      z.strictObject({
        number: z.number().int(),
        title: z.string(),
        /** Publisher, kind, dates and what it passes on. */
        text: z.string(),
        url: z.string().nullable(),
        grade: z.string(),
        /** Id of the source; null in reports kept by an older version. */
        sourceId: z.string().nullable().default(null),
        /** Passages that the report's claims rest on, in the source's own words. */
        quotes: z.array(z.string()).default([]),
      }),
    ),
  }),
]);
export type ReportBlock = z.infer<typeof reportBlockSchema>;

export type ReportKind = (typeof reportKinds)[number];

export const reportDocumentSchema = z.strictObject({
  kind: z.enum(reportKinds),
  lang: z.enum(['en', 'fr']),
  title: z.string(),
  subtitle: z.string(),
  tlp: z.enum(tlpLabels),
  caseTitle: z.string(),
  author: z.string(),
  /** Absent in reports kept by an older version. */
  house: dressSchema.default(plainDress),
  /** ISO 8601 with offset; and as words with its time zone ("as of 23 Nov 2026, 15:30 UTC"). */
  asOf: z.string(),
  asOfWords: z.string(),
  /** The filter or selection in words. */
  scopeWords: z.string(),
  invented: z.boolean(),
  /** SHA-256 (hex) of the inputs: same inputs, same id. */
  inputsSha256: z.string(),
  blocks: z.array(reportBlockSchema),
  /** Sections in their order, also those left out, for whoever edits the report (`edits.ts`). */
  sections: z
    .array(
      z.strictObject({
        /** Words of its heading. */
        key: z.string(),
        isShown: z.boolean(),
        canHide: z.boolean(),
        /** Written by the analyst, not by the builder. */
        isOwn: z.boolean(),
        /** Markdown of a section that is words only; null for one with tables or figures. */
        text: z.string().nullable(),
        isEdited: z.boolean(),
      }),
    )
    .default([]),
  /** Fixed words of the page frame: header, footer, page n of m. */
  frame: z.strictObject({
    page: z.string(),
    of: z.string(),
    productId: z.string(),
    notVerified: z.string(),
    inventedWarning: z.string(),
  }),
});
export type ReportDocument = z.infer<typeof reportDocumentSchema>;
