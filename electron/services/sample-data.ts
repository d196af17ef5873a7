/**
 * Shape of the bundled samples in resources/sample. Records point to each other by short keys; all
 * other fields are those of `shared/domain/records.ts` and are checked when they are written.
 */
import { z } from 'zod';
import djibo from '../../resources/sample/djibo.json' with { type: 'json' };
import training from '../../resources/sample/training.json' with { type: 'json' };
import { tlpLabels } from '../../shared/domain/vocabulary.ts';

export type SampleName = 'djibo' | 'training';

const key = z.string().min(1);
const values = z.looseObject({});

const claimSchema = z.looseObject({
  key,
  source: key,
  claimant: key.nullable(),
  via: z.array(key),
  denied_by: key.optional(),
  superseded_by: key.optional(),
  /** Words of the source's text that say it. */
  passage: z.string().optional(),
  tolls: z.array(values),
});

const noteSchema = z.looseObject({ kind: z.string(), body: z.string() });

const incidentSchema = z.looseObject({
  key,
  place: key,
  /** An actor's part may rest on one of the incident's claims. */
  actors: z.array(z.looseObject({ actor: key, role: z.string(), claim: key.optional() })),
  claims: z.array(claimSchema),
  notes: z.array(noteSchema),
  tags: z.array(z.string()),
});

export const sampleSchema = z.strictObject({
  which: z.enum(['djibo', 'training']),
  title: z.string(),
  description: z.string(),
  tlp: z.enum(tlpLabels),
  invented: z.boolean(),
  /** Stands in the fixed ids, so that they sort as if made then. */
  baseTime: z.string(),
  tags: z.array(z.string()),
  places: z.record(key, z.looseObject({ names: z.array(values).default([]) })),
  actors: z.record(key, z.looseObject({ names: z.array(values) })),
  relations: z.array(
    z.looseObject({ from: key, role: z.string(), to: key, source: key.optional() }),
  ),
  sources: z.record(
    key,
    z.looseObject({ text: z.string(), via: key.optional(), publisher_actor: key.optional() }),
  ),
  incidents: z.array(incidentSchema),
  links: z.array(z.looseObject({ from: key, role: z.string(), to: key })),
  notes: z.array(z.looseObject({ on: z.tuple([z.enum(['source', 'actor', 'place']), key]) })),
});
export type SampleData = z.infer<typeof sampleSchema>;
export type SampleIncident = SampleData['incidents'][number];

const raw: { readonly [N in SampleName]: { readonly title: string; readonly data: unknown } } = {
  djibo: { title: djibo.title, data: djibo },
  training: { title: training.title, data: training },
};

export function readSample(which: SampleName): SampleData {
  return sampleSchema.parse(raw[which].data);
}
