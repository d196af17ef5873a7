/** The description of a pack keeps the rules of Data Package v2 (datapackage.org/standard). */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writePack } from '../../electron/files/pack-writer.ts';
import { fileRowTable } from '../../shared/pack/format.ts';
import { isTableResource, manifestSchema } from '../../shared/pack/manifest.ts';
import {
  entriesOf,
  goodContent,
  packContent,
  sha256,
  temporaryFolder,
} from '../helpers/pack-builder.ts';

const folder = temporaryFolder();
const fieldTypes = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'list', 'any'];

async function describePack(content = goodContent()) {
  const path = join(folder, 'x.cairnpack');
  await writePack(path, content);
  const entries = await entriesOf(path);
  return { entries, text: entries.get('datapackage.json')?.toString() ?? '' };
}

it('names and describes every file as the standard asks', async () => {
  const { entries, text } = await describePack();
  const manifest = manifestSchema.parse(JSON.parse(text));
  expect(manifest.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
  expect(manifest.name).toMatch(/^[a-z0-9-]+$/);
  expect(new Date(manifest.created).toISOString()).toBe(manifest.created);
  const names = manifest.resources.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const resource of manifest.resources) {
    expect(resource.name).toMatch(/^[a-z0-9._-]+$/);
    expect(resource.path).toMatch(/^(?!\.)[^/\\:]+(?:\/(?!\.)[^/\\:]+)*$/);
    const bytes = entries.get(resource.path) ?? Buffer.alloc(0);
    expect([resource.bytes, resource.hash]).toEqual([bytes.length, `sha256:${sha256(bytes)}`]);
    if (!isTableResource(resource) && resource.name !== fileRowTable) continue;
    const schema = resource.schema as unknown as {
      fields: { name: string; type: string }[];
      primaryKey: string[];
      foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
    };
    const fields = schema.fields.map(({ name }) => name);
    expect(bytes.toString().split('\r\n')[0]).toBe(fields.join(','));
    expect(schema.fields.filter(({ type }) => !fieldTypes.includes(type))).toEqual([]);
    expect(schema.primaryKey).toEqual([isTableResource(resource) ? 'id' : 'incident_id']);
    for (const { fields: own, reference } of schema.foreignKeys ?? []) {
      expect(fields).toEqual(expect.arrayContaining(own));
      expect(['', ...names]).toContain(reference.resource);
    }
  }
  const columns = manifest.resources.find(({ name }) => name === fileRowTable)?.['schema'];
  expect(columns).toMatchObject({
    fields: [
      { name: 'incident_id', constraints: { required: true, unique: true } },
      ...[{}, {}, {}, { type: 'integer' }, {}, {}, { type: 'object' }, {}, { type: 'array' }, {}],
    ],
    foreignKeys: [{ reference: { resource: 'incident' } }],
  });
  expect(entries.get('README.md')?.toString()).toContain('`data/imported_row.csv` | 1 |');
});

it('holds a table even when there is nothing to tell', async () => {
  const { text } = await describePack(packContent(new Map()));
  expect(JSON.parse(text).resources).toMatchObject([{ name: 'incident', type: 'table' }]);
});

it('says what is required and which words are allowed', async () => {
  const { text } = await describePack();
  const incident = JSON.parse(text).resources.find(
    ({ name }: { name: string }) => name === 'incident',
  );
  const fields = new Map(
    incident.schema.fields.map((field: { name: string }) => [field.name, field]),
  );
  expect(fields.get('id')).toEqual({
    name: 'id',
    type: 'string',
    constraints: { required: true, unique: true },
  });
  expect(fields.get('summary')).toEqual({ name: 'summary', type: 'string' });
  expect(fields.get('longitude')).toEqual({ name: 'longitude', type: 'number' });
  expect(fields.get('tlp')).toMatchObject({
    constraints: { required: true, enum: ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] },
  });
});
