/** Values of records as callers give them: defaults, parsing, rules across fields, computed fields. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { recordDefaults } from '../../shared/contract/record-calls.ts';
import { edtfBounds, isValidEdtf } from '../../shared/domain/edtf.ts';
import {
  computedFields,
  recordSchemas,
  type TableName,
  tableNames,
} from '../../shared/domain/records.ts';
import {
  actorActorRelations,
  actorIncidentRoles,
  incidentIncidentRelations,
  tlpLabels,
} from '../../shared/domain/vocabulary.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { isWellFormed, wellFormed } from '../../shared/lib/well-formed.ts';

type Values = Readonly<Record<string, unknown>>;
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const schemas = new Map<TableName, z.ZodObject>(
  tableNames.map((table) => {
    const computed = Object.fromEntries((computedFields[table] ?? []).map((name) => [name, true]));
    const whole: z.ZodObject = recordSchemas[table];
    return [table, whole.omit(computed as never).extend({ tlp: z.enum(tlpLabels) })];
  }),
);

/** Made once: building a schema costs more than parsing with it. */
const patchSchemas = new Map<TableName, z.ZodObject>(
  [...schemas].map(([table, schema]) => [table, schema.partial()]),
);

function patchSchemaOf(table: TableName): z.ZodObject {
  return patchSchemas.get(table) ?? schemaOf(table).partial();
}

function schemaOf(table: TableName): z.ZodObject {
  const schema = schemas.get(table);
  if (!schema) throw new Error(`no schema of ${table}`);
  return schema;
}

export function invalid(table: TableName, id: string | undefined, issues: readonly Issue[]) {
  const [first] = issues;
  const where = first ? ` (${first.path.join('.')}: ${first.message})` : '';
  return new AppError('input/invalid', `These values do not fit a record of ${table}${where}.`, {
    table,
    ...(id === undefined ? {} : { id }),
    issues,
  });
}

function parse(table: TableName, id: string | undefined, schema: z.ZodObject, values: Values) {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data as Record<string, unknown>;
  const issues = parsed.error.issues.flatMap((issue): Issue[] =>
    // an unknown field is named at its own place, so that a form can show it
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [key], message: 'unknown field' }))
      : [{ path: issue.path.map(String), message: issue.message }],
  );
  throw invalid(table, id, issues);
}

const edtfFields: { readonly [T in TableName]?: readonly string[] } = {
  incident: ['date_edtf'],
  actor: ['active_from', 'active_to'],
  place_name: ['valid_from', 'valid_to'],
  source: ['published'],
  claim: ['made_on'],
  link: ['date_from', 'date_to'],
};

const rolesOf: Readonly<Record<string, readonly string[]>> = {
  'actor-incident': actorIncidentRoles,
  'actor-actor': actorActorRelations,
  'incident-incident': incidentIncidentRelations,
};

/** Rules between fields, which a schema of single fields cannot say. */
function ruleIssues(table: TableName, id: string, values: Values): Issue[] {
  const issues: Issue[] = [];
  const add = (field: string, message: string) => issues.push({ path: [field], message });
  for (const field of edtfFields[table] ?? []) {
    const text = values[field];
    if (typeof text === 'string' && !isValidEdtf(text)) add(field, 'not a date (EDTF)');
  }
  if ('latitude' in values && (values.latitude === null) !== (values.longitude === null)) {
    add(values.latitude === null ? 'latitude' : 'longitude', 'latitude and longitude go together');
  }
  if (table === 'toll' && isOver(values.low, values.high)) add('high', 'lower than the low figure');
  if (table === 'passage' && isOver(values.start, values.end)) add('end', 'before the start');
  if (table === 'link') {
    if (!rolesOf[String(values.kind)]?.includes(String(values.role))) {
      add('role', 'not a role of this kind of link');
    }
    if (values.from_id === values.to_id) add('to_id', 'a record cannot be linked to itself');
  }
  if (table === 'claim_relation' && values.from_claim_id === values.to_claim_id) {
    add('to_claim_id', 'a claim does not support or contradict itself');
  }
  if (table === 'incident_pair') {
    if (String(values.a_id) >= String(values.b_id)) add('b_id', 'the higher id stands second');
    const isKept = values.kept_id === values.a_id || values.kept_id === values.b_id;
    if (values.verdict === 'same' ? !isKept : values.kept_id !== null)
      add('kept_id', 'one of the two when they are the same, else empty');
  }
  if (table === 'source' && values.via_source_id === id) add('via_source_id', 'this very source');
  if (table === 'claim' && values.superseded_by_id === id)
    add('superseded_by_id', 'this very claim');
  return issues;
}

function isOver(low: unknown, high: unknown): boolean {
  return typeof low === 'number' && typeof high === 'number' && low > high;
}

function checkRules(table: TableName, id: string, values: Values): void {
  const issues = ruleIssues(table, id, values);
  if (issues.length > 0) throw invalid(table, id, issues);
}

/** Own fields and `tlp` of a new record. Throws `input/invalid`. */
export function parseNew(
  table: TableName,
  id: string,
  values: Values,
  tlp: string,
): Record<string, unknown> {
  const defaults: Values = table in recordDefaults ? recordDefaults[table as 'incident'] : {};
  const parsed = parse(table, id, schemaOf(table), { ...defaults, tlp, ...values });
  const tidied = tidy(table, parsed);
  checkRules(table, id, tidied);
  return tidied;
}

/** The fields of a patch laid over the record they change. Throws `input/invalid`. */
export function parsePatch(table: TableName, current: Values, patch: Values): Values {
  const id = String(current.id);
  const parsed = parse(table, id, patchSchemaOf(table), patch);
  const tidied = tidy(table, parsed);
  const merged = { ...current, ...tidied };
  checkRules(table, id, merged);
  return merged;
}

/** Checks a whole record from elsewhere; its computed fields are left for `withComputed`. */
export function checkWhole(table: TableName, record: Values): void {
  const id = String(record.id);
  const own: Record<string, unknown> = {};
  const schema = schemaOf(table);
  for (const name of Object.keys(schema.shape)) own[name] = record[name];
  parse(table, id, schema, own);
  for (const [field, value] of Object.entries(own)) {
    if (typeof value !== 'string' || isWellFormed(value)) continue;
    throw invalid(table, id, [{ path: [field], message: 'not Unicode text' }]);
  }
  checkRules(table, id, own);
}

function tidyValue(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value);
  return Array.isArray(value) ? value.map(tidyValue) : value;
}

/** What a caller may leave untidy: broken characters, order and repeats of sets. */
function tidy(table: TableName, values: Record<string, unknown>): Record<string, unknown> {
  const tidied = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, tidyValue(value)]),
  );
  if (table !== 'incident' || !Array.isArray(tidied.targets)) return tidied;
  return { ...tidied, targets: [...new Set(tidied.targets as string[])].sort() };
}

/** Of a text in UTF-8, or of bytes. */
export function sha256Hex(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Fills the fields that follow from others. `before` is the version that this one replaces. */
export function withComputed(table: TableName, values: Values, before?: Values): Values {
  if (table === 'incident') {
    const { earliest, latest } = edtfBounds(values.date_edtf as string | null);
    return { ...values, date_earliest: earliest, date_latest: latest };
  }
  if (table === 'source') {
    const { earliest, latest } = edtfBounds(values.published as string | null);
    const text = String(values.text);
    const version = Number(before?.text_version ?? 0);
    return {
      ...values,
      published_earliest: earliest,
      published_latest: latest,
      text_sha256: text === '' ? null : sha256Hex(text),
      text_version: before?.text === text ? version : version + 1,
    };
  }
  return values;
}
