/**
 * Rules of STIX 2.1 (OASIS standard of 10 June 2021) for the objects that Cairn writes, as JSON Schema: our
 * own words of chapters 2 to 7. The schemas of OASIS stay outside; decision 0118 says what they were asked.
 */
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
const idOf = (types: string) => ({ type: 'string', pattern: `^(${types})--${uuid}$` });
const anyId = idOf('[a-z][a-z0-9-]+');
/** RFC 3339 in UTC with a Z; digits of the second as many as are known. */
const timestamp = {
  type: 'string',
  pattern:
    '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d{3,})?Z$',
};
/** Of versions, to the millisecond (§3.2). */
const version = { allOf: [timestamp, { pattern: '\\.\\d{3}Z$' }] };
const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', minItems: 1, items: text };
const ids = { type: 'array', minItems: 1, items: anyId };
const confidence = { type: 'integer', minimum: 0, maximum: 100 };
const extensionType = {
  enum: ['property-extension', 'toplevel-property-extension', 'new-sdo', 'new-sro', 'new-sco'],
};
const extensions = {
  type: 'object',
  minProperties: 1,
  propertyNames: { pattern: `^extension-definition--${uuid}$` },
  additionalProperties: {
    type: 'object',
    required: ['extension_type'],
    properties: { extension_type: extensionType },
    // names on _bin and _hex are kept for bytes, of which we write none
    propertyNames: { pattern: '^([a-z][a-z0-9_]{2,249}|id)$', not: { pattern: '_(bin|hex)$' } },
    additionalProperties: { type: ['string', 'number', 'boolean', 'array', 'object'] },
  },
};
const cveNumber = '^CVE-\\d{4}-(0\\d{3}|[1-9]\\d{3,})$';
const capecNumber = '^CAPEC-\\d+$';
const numbered = (name: string, pattern: string) => ({
  properties: { source_name: { const: name }, external_id: { pattern } },
  required: ['external_id'],
});
const references = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['source_name'],
    // §2.5.2: one of the three must stand beside the name
    anyOf: [{ required: ['description'] }, { required: ['url'] }, { required: ['external_id'] }],
    properties: {
      ...{ source_name: text, description: text, external_id: text },
      url: { type: 'string', format: 'uri' },
      hashes: { type: 'object' },
    },
    additionalProperties: false,
    // two names are those of catalogues: beside them stands a number of theirs, and nowhere else
    oneOf: [
      numbered('cve', cveNumber),
      numbered('capec', capecNumber),
      {
        properties: {
          source_name: { not: { enum: ['cve', 'capec'] } },
          external_id: { not: { pattern: `${cveNumber}|${capecNumber}` } },
        },
      },
    ],
  },
};

const markings = { type: 'array', minItems: 1, items: idOf('marking-definition') };

function object(
  type: string,
  properties: Readonly<Record<string, unknown>>,
  required: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
) {
  return {
    type: 'object',
    required: ['type', 'spec_version', 'id', 'created', 'modified', ...required],
    properties: {
      type: { const: type },
      spec_version: { const: '2.1' },
      id: idOf(type),
      created_by_ref: idOf('identity'),
      ...{ created: version, modified: version, revoked: { type: 'boolean' } },
      ...{ labels: texts, confidence, lang: text, external_references: references },
      ...{ object_marking_refs: markings, extensions },
      ...properties,
    },
    // no empty values, no nulls, nothing of ours outside an extension
    additionalProperties: false,
    ...more,
  };
}

/** Relations tie things, never other relations. */
const end = {
  allOf: [anyId, { not: idOf('relationship|sighting|bundle|marking-definition|language-content') }],
};

const number = (most: number) => ({ type: 'number', minimum: -most, maximum: most });

export const stixSchemas: Readonly<Record<string, object>> = {
  incident: object('incident', { name: text, description: text }, ['name']),
  'threat-actor': object(
    'threat-actor',
    {
      ...{ name: text, description: text, threat_actor_types: texts, aliases: texts },
      ...{ first_seen: timestamp, last_seen: timestamp, roles: texts, goals: texts },
    },
    ['name'],
  ),
  identity: object(
    'identity',
    {
      ...{ name: text, description: text, roles: texts, identity_class: text, sectors: texts },
      contact_information: text,
    },
    ['name'],
  ),
  location: object(
    'location',
    {
      ...{ name: text, description: text, region: text, administrative_area: text, city: text },
      country: { type: 'string', pattern: '^[A-Z]{2}$' },
      ...{
        latitude: number(90),
        longitude: number(180),
        precision: { type: 'number', minimum: 0 },
      },
    },
    [],
    {
      anyOf: [{ required: ['region'] }, { required: ['country'] }, { required: ['latitude'] }],
      dependentRequired: {
        latitude: ['longitude'],
        longitude: ['latitude'],
        precision: ['latitude', 'longitude'],
      },
    },
  ),
  report: object(
    'report',
    { name: text, description: text, report_types: texts, published: timestamp, object_refs: ids },
    ['name', 'published', 'object_refs'],
  ),
  note: object('note', { abstract: text, content: text, authors: texts, object_refs: ids }, [
    'content',
    'object_refs',
  ]),
  opinion: object(
    'opinion',
    {
      opinion: {
        enum: ['strongly-disagree', 'disagree', 'neutral', 'agree', 'strongly-agree'],
      },
      ...{ explanation: text, authors: texts, object_refs: ids },
    },
    ['opinion', 'object_refs'],
  ),
  relationship: object(
    'relationship',
    {
      relationship_type: { type: 'string', pattern: '^[a-z0-9-]+$' },
      ...{ description: text, start_time: timestamp, stop_time: timestamp },
      ...{ source_ref: end, target_ref: end },
    },
    ['relationship_type', 'source_ref', 'target_ref'],
  ),
  'extension-definition': object(
    'extension-definition',
    {
      ...{ name: text, description: text, schema: text },
      version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
      extension_types: { type: 'array', minItems: 1, items: extensionType },
    },
    ['created_by_ref', 'name', 'schema', 'version', 'extension_types'],
  ),
  'marking-definition': {
    type: 'object',
    required: ['type', 'spec_version', 'id', 'created'],
    properties: {
      type: { const: 'marking-definition' },
      spec_version: { const: '2.1' },
      id: idOf('marking-definition'),
      ...{ created: timestamp, name: text, extensions },
    },
    // §4.14: versions of a marking do not exist
    additionalProperties: false,
    anyOf: [{ required: ['definition'] }, { required: ['extensions'] }],
  },
};

/** Where a value holds null or an empty list, which STIX forbids at any depth (§2.1, §2.9). */
export function emptyParts(value: unknown, at = ''): string[] {
  if (value === null || (Array.isArray(value) && value.length === 0)) return [at];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => emptyParts(part, `${at}/${name}`));
}

export const bundleSchema = {
  type: 'object',
  required: ['type', 'id'],
  properties: {
    type: { const: 'bundle' },
    id: idOf('bundle'),
    objects: { type: 'array', minItems: 1 },
  },
  additionalProperties: false,
};
