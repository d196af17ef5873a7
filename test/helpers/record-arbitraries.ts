/** Valid values for every field of every table, made from the schemas, for property tests. */

import fc from 'fast-check';
import { givenColumns } from '../../electron/db/tables.ts';
import { houseColumns } from '../../electron/services/house-style.ts';
import { recordDefaults } from '../../shared/contract/record-calls.ts';
import { recordSchemas, type TableName } from '../../shared/domain/records.ts';
import { tlpLabels } from '../../shared/domain/vocabulary.ts';
import { noHouseStyle } from '../../shared/report/house-style.ts';

/** Of no bytes at all. */
export const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

type Loose = Record<string, unknown>;

const words = fc.constantFrom(
  'Djibo',
  'Attaque à l’aube',
  'جماعة نصرة الإسلام',
  'Ouagadougou «nord»',
  'x',
  'a "quoted" word',
  'line\nbreak',
);
const day = fc.constantFrom('2025-05-11', '2024-01-31', '1999-12-31');
const edtf = fc.constantFrom(
  '2025-05-11',
  '2025-05',
  '2025~',
  '2025-05-01/2025-05-11',
  '../2025-05-11',
);
const hash = fc.constantFrom('0'.repeat(64), 'ab'.repeat(32));

const byName: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  date_edtf: edtf,
  active_from: edtf,
  active_to: edtf,
  valid_from: edtf,
  valid_to: edtf,
  published: edtf,
  made_on: edtf,
  date_from: edtf,
  date_to: edtf,
  accessed: day,
  country: fc.constantFrom('BF', 'ML', 'NE'),
  text_sha256: hash,
  layout: fc.constant('{}'),
  script: fc.constantFrom('Latn', 'Arab'),
  lang: fc.constantFrom('fr', 'ar'),
  name_lang: fc.constantFrom('fr', 'ar'),
  language: fc.constantFrom('fr', 'ar'),
};

/** Fields that only fit together, or name other records: left to the test. */
const leftOut = new Set([
  'latitude',
  'longitude',
  'low',
  'high',
  'start',
  'end',
  'kind',
  'role',
  'verdict',
  'sha256',
  'size',
  'target_table',
  'target_id',
  'via',
]);

function fieldValue(name: string, schema: unknown): fc.Arbitrary<unknown> {
  const type = schema as {
    def: { type: string; innerType?: unknown };
    options?: readonly string[];
    isInt?: boolean;
    minValue?: number;
    maxValue?: number;
  };
  const known = byName[name];
  if (type.def.type === 'nullable') {
    return fc.option(known ?? fieldValue(name, type.def.innerType), { nil: null, freq: 3 });
  }
  if (known) return known;
  switch (type.def.type) {
    case 'enum':
      return fc.constantFrom(...(type.options ?? []));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.uniqueArray(fc.constantFrom('convoy', 'market', 'école'), { maxLength: 3 });
    case 'number': {
      const min = Math.max(type.minValue ?? 0, 0);
      const max = Math.min(type.maxValue ?? 1000, 1000);
      return type.isInt ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
    }
    default:
      return words;
  }
}

/** Some fields of a table with new values, never an empty patch. */
export function patchOf(table: TableName): fc.Arbitrary<Loose> {
  const shape = recordSchemas[table].shape as Readonly<Record<string, unknown>>;
  const names = givenColumns[table]
    .map(({ name }) => name)
    .filter((name) => !leftOut.has(name) && !name.endsWith('_id'));
  const fields: Record<string, fc.Arbitrary<unknown>> = { tlp: fc.constantFrom(...tlpLabels) };
  for (const name of names) fields[name] = fieldValue(name, shape[name]);
  return fc.record(fields, { requiredKeys: [] }).filter((patch) => Object.keys(patch).length > 0);
}

/** Values that a new record of a table needs beside its defaults and its references. */
export function baseOf(table: TableName): Loose {
  const defaults: Loose = table in recordDefaults ? { ...recordDefaults[table as 'incident'] } : {};
  const extra: { readonly [T in TableName]?: Loose } = {
    incident: { title: 'Attack' },
    actor: { name: 'Group' },
    actor_name: { name: 'GRP' },
    place: { name: 'Djibo' },
    place_name: { name: 'Jibo' },
    source: { title: 'Report' },
    passage: { exact: 'words', start: 0, end: 5, text_sha256: '0'.repeat(64) },
    note: { body: 'A note' },
    attachment: {
      name: 'a.txt',
      media_type: 'text/plain',
      size: 0,
      sha256: emptySha256,
      captured_at: null,
      origin_words: null,
    },
    tag: { name: 'urgent' },
    incident_pair: { verdict: 'different', kept_id: null, why: '' },
    saved_view: { name: 'mine' },
    report: { kind: 'brief', title: 'Brief', inputs: '{}', inputs_sha256: '' },
    person: { name: 'Somebody', initials: null, organisation: null },
    case_info: { title: 'Case', description: '', invented: false, ...houseColumns(noHouseStyle) },
  };
  return { ...defaults, ...extra[table] };
}
