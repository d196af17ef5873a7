/** Notes and passages as a screen shows them: who wrote, where it leads. */
import { z } from 'zod';
import { targetTables } from '../domain/records.ts';
import { idSchema } from '../lib/ids.ts';
import { noteRecord, passageRecord } from './whole-records.ts';

export const noteViewSchema = z.strictObject({ note: noteRecord, author: z.string() });

/** What a passage is for, as it is drawn and listed; `mark` leads nowhere yet. */
export const passageKinds = [
  'claim',
  'toll',
  'actor',
  'place',
  'date',
  'incident',
  'note',
  'link',
  'mark',
] as const;
export type PassageKind = (typeof passageKinds)[number];

/** A passage of a source with what it leads to. */
export const passageViewSchema = z.strictObject({
  passage: passageRecord,
  kind: z.enum(passageKinds),
  /** Null when it leads nowhere, or to a record that was deleted. */
  target: z
    .strictObject({
      table: z.enum(targetTables),
      id: idSchema,
      /** Name, title or statement. */
      label: z.string(),
      /** The incident that a claim or link is about, else the record itself; null where no screen shows it. */
      open: z
        .strictObject({
          table: z.enum(['incident', 'actor', 'source', 'place']),
          id: idSchema,
          label: z.string(),
        })
        .nullable(),
    })
    .nullable(),
  notes: z.array(noteViewSchema),
});
export type PassageView = z.infer<typeof passageViewSchema>;
