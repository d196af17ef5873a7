/**
 * What a saved view keeps beside its filter, as JSON in `saved_view.layout`: place in the list, order of
 * the table, and the values of the page's layout that belong to the view.
 */
import { z } from 'zod';
import { sortSchema } from './filter.ts';

const viewLayoutSchema = z.object({
  /** Place in the list, lowest first. */
  order: z.number().default(0),
  sort: sortSchema.optional(),
  layout: z.record(z.string(), z.unknown()).default({}),
  /** Where each screen stood, by its name: each screen reads its own. */
  parts: z.record(z.string(), z.unknown()).default({}),
});
export type ViewLayout = z.output<typeof viewLayoutSchema>;

const kept = ['incidents.', 'counts.', 'frame.', 'timeline.', 'network.', 'map.'] as const;

/** Whether a value of the layout belongs to a view: columns, counts, timeline, network, map, panes and their sizes. */
export function isOfView(key: string): boolean {
  return kept.some((start) => key.startsWith(start));
}

const becameParts = ['network.pins', 'network.hidden', 'network.expanded'];

/** Reads the stored text; what is not understood, as of a later version, is left out. */
export function readViewLayout(text: string): ViewLayout {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const parsed = viewLayoutSchema.safeParse(value);
  if (!parsed.success) return { order: 0, layout: {}, parts: {} };
  const { layout, parts, ...rest } = parsed.data;
  const own = Object.entries(layout).filter(([key]) => isOfView(key));
  // views of before these became parts hold them among the layout
  const moved = own.filter(([key]) => becameParts.includes(key));
  return {
    ...rest,
    layout: Object.fromEntries(own.filter(([key]) => !becameParts.includes(key))),
    parts: { ...Object.fromEntries(moved), ...parts },
  };
}

export function writeViewLayout(layout: ViewLayout): string {
  return JSON.stringify(layout);
}
