/** `datapackage.json`: Data Package v2 (datapackage.org/standard) with our keys under `cairn`. */
import { z } from 'zod';
import { tlpLabels } from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import {
  attachmentPath,
  fileRowPath,
  fileRowTable,
  isPackTable,
  packFormat,
  packTables,
  tablePath,
} from './format.ts';

export const dataPackageProfile = 'https://datapackage.org/profiles/2.0/datapackage.json';

const sha256 = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const counts = z.record(z.string().max(40), z.number().int().min(0));

const field = z.looseObject({ name: z.string().max(100), type: z.string().max(20) });

const csvResource = z.looseObject({
  path: z.string(),
  type: z.literal('table'),
  format: z.literal('csv'),
  encoding: z.literal('utf-8'),
  bytes: z.number().int().min(0),
  hash: sha256,
  schema: z.looseObject({ fields: z.array(field).max(100) }),
});

const tableResource = csvResource
  .extend({ name: z.enum(packTables) })
  .refine(({ name, path }) => path === tablePath(name), {
    message: 'path is not that of its table',
  });

const fileRowResource = csvResource.extend({
  name: z.literal(fileRowTable),
  path: z.literal(fileRowPath),
});

const attachmentResource = z
  .looseObject({
    name: z.string().regex(/^attachment-[0-9a-f]{64}$/),
    path: z.string(),
    bytes: z.number().int().min(0),
    hash: sha256,
  })
  .refine(({ path, hash }) => path === attachmentPath(hash.slice(7)), {
    message: 'path is not that of its hash',
  });

/** What must be read before the rest can be understood, loose on purpose: newer packs have it too. */
export const packHeadSchema = z.looseObject({
  cairn: z.looseObject({ format: z.literal(packFormat), version: z.number().int().min(1) }),
});

export const manifestSchema = z.looseObject({
  $schema: z.literal(dataPackageProfile),
  name: z.string().regex(/^[a-z0-9-]{1,100}$/),
  id: z.string().max(200),
  title: z.string().min(1).max(500),
  description: z.string().max(10_000),
  created: z.string().max(60),
  resources: z
    .array(z.union([tableResource, fileRowResource, attachmentResource]))
    .min(1)
    .max(10_000),
  cairn: z.looseObject({
    format: z.literal(packFormat),
    version: z.number().int().min(1),
    case: z.looseObject({ id: idSchema, title: z.string().max(500), invented: z.boolean() }),
    /** Highest label inside, and the ceiling that was asked for. */
    tlp: z.enum(tlpLabels),
    tlpMax: z.enum(tlpLabels),
    selection: z.enum(['case', 'filter', 'incidents']),
    /** Stamp of the newest record: the state the pack shows. Packs carry no clock of their own. */
    asOf: z.string().max(60),
    author: z.looseObject({ id: idSchema, name: z.string().max(500) }),
    records: counts,
    /** Rows of files about its incidents; not before format 3. */
    fileRows: z.number().int().min(0).optional(),
    leftOut: counts,
    /** Records in whose text the name of one that was left out is blacked out; not in format 1. */
    blackedOut: z.number().int().min(0).optional(),
  }),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type Resource = Manifest['resources'][number];

/** A resource that describes a table of records. */
export function isTableResource(resource: Resource): resource is z.infer<typeof tableResource> {
  return isPackTable(resource.name);
}

/** Deepest nesting of arrays and objects in a JSON text, without parsing it. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (isInText) {
      if (char === '\\') at += 1;
      else if (char === '"') isInText = false;
    } else if (char === '"') isInText = true;
    else if (char === '{' || char === '[') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
}
