/** A report kept in the case: what it was asked with, as it was, and what it said of each incident. */
import { z } from 'zod';
import { reportRequestSchema } from '../contract/exchange-calls.ts';
import { incidentStatuses } from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import { reportDocumentSchema } from './document.ts';

const toldSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  /** People killed in words, as `24–200`. */
  killed: z.string(),
  status: z.enum(incidentStatuses),
});
/** What a report tells of an incident, as far as a later one is compared with it. */
export type ToldIncident = z.infer<typeof toldSchema>;

export const reportChangeSchema = z.strictObject({
  what: z.enum(['new', 'toll', 'status', 'merged', 'withdrawn', 'left']),
  incidentId: idSchema,
  title: z.string(),
  /** Of `toll` figures, of `status` codes, of `merged` the title of the kept one in `to`. */
  from: z.string(),
  to: z.string(),
});
export type ReportChange = z.infer<typeof reportChangeSchema>;

/** JSON in the field `inputs` of a record of table `report`. */
export const keptInputsSchema = z.strictObject({
  request: reportRequestSchema,
  document: reportDocumentSchema,
  incidents: z.array(toldSchema),
  /** The edition that this one replaced, and what was told differently; absent in the first. */
  correction: z
    .strictObject({
      /** Of this edition; the first is 1. */
      edition: z.number().int().min(2),
      asOfWords: z.string(),
      productId: z.string(),
      changes: z.array(reportChangeSchema),
    })
    .optional(),
});
export type Correction = NonNullable<z.infer<typeof keptInputsSchema>['correction']>;

/** What became of an incident that a report no longer holds. */
export type Fate =
  | { readonly what: 'merged'; readonly into: string }
  | { readonly what: 'withdrawn' }
  | { readonly what: 'left' };

/** What would be told differently now: gone ones first, then corrected ones, then new ones. */
export function changesSince(
  then: readonly ToldIncident[],
  now: readonly ToldIncident[],
  fateOf: (id: string) => Fate,
): ReportChange[] {
  const before = new Map(then.map((each) => [each.id, each]));
  const after = new Map(now.map((each) => [each.id, each]));
  const change = (what: ReportChange['what'], each: ToldIncident, from = '', to = '') => ({
    what,
    incidentId: each.id,
    title: each.title,
    from,
    to,
  });
  const gone = then
    .filter(({ id }) => !after.has(id))
    .map((each) => {
      const fate = fateOf(each.id);
      return change(fate.what, each, '', fate.what === 'merged' ? fate.into : '');
    });
  const corrected = now.flatMap((each) => {
    const old = before.get(each.id);
    if (old === undefined) return [];
    return [
      ...(old.killed === each.killed ? [] : [change('toll', each, old.killed, each.killed)]),
      ...(old.status === each.status ? [] : [change('status', each, old.status, each.status)]),
    ];
  });
  const added = now.filter(({ id }) => !before.has(id)).map((each) => change('new', each));
  return [...gone, ...corrected, ...added];
}
