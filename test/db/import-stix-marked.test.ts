/** Bundles of others: markings of parts, statements, other languages, and how incidents hang together. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { importRows } from '../../electron/services/bulk/import-rows.ts';
import { withIncidentFile } from '../../electron/services/bulk/incident-file.ts';
import { previewTable } from '../../electron/services/bulk/table-tasks.ts';
import { checkCase } from '../../electron/services/check.ts';
import { writeExport } from '../../electron/services/export/write-export.ts';
import { undoBatch } from '../../electron/services/undo-batch.ts';
import { tlpMarkings } from '../../shared/export/stix/common.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => {
  expect(checkCase(held.session).problems).toEqual([]);
  held.close();
});

const id = (type: string, n: number) => `${type}--5e57c739-391a-4eb3-b6be-7d15ca92d5e${n}`;
function put(name: string, objects: readonly object[]): string {
  const path = join(held.folder, name);
  writeFileSync(path, JSON.stringify({ type: 'bundle', id: id('bundle', 0), objects }));
  return path;
}
const take = (path: string, into: Pick<TemporaryCase, 'session'> = held) =>
  withIncidentFile(path, {}, ({ feed, mapping }) =>
    importRows(into.session, feed(mapping, into.session.db)),
  );
const all = <T extends 'incident' | 'actor' | 'link' | 'note'>(table: T, of = held) =>
  listRecords(of.session.db, table);

const statement = {
  ...{ type: 'marking-definition', id: id('marking-definition', 1) },
  ...{ definition_type: 'statement', definition: { statement: 'Do not name the source.' } },
};
const raid = { type: 'incident', id: id('incident', 1), name: 'Raid' };
const group = { type: 'threat-actor', id: id('threat-actor', 1), name: 'Katiba' };
const relation = (n: number, relationship_type: string, a: string, b: string, more = {}) => ({
  ...{ type: 'relationship', id: id('relationship', n), relationship_type },
  ...{ source_ref: a, target_ref: b, ...more },
});

describe('markings', () => {
  it('a part that is marked has the whole bear its label, and is named', async () => {
    const parts = [
      { selectors: ['description'], marking_ref: tlpMarkings.RED },
      { selectors: ['name'], lang: 'fr' },
    ];
    const marked = { granular_markings: parts, object_marking_refs: [tlpMarkings.GREEN] };
    const { failed, issues } = await take(
      put('a.json', [
        { ...raid, ...marked },
        { ...group, granular_markings: parts.slice(0, 1) },
      ]),
    );
    expect([all('incident')[0]?.tlp, all('actor')[0]?.tlp]).toEqual(['RED', 'RED']);
    expect([failed, issues.map(({ code, value }) => [code, value])]).toEqual([
      2,
      [
        ['part-marked', 'incident Raid: description, name'],
        ['part-marked', 'threat-actor Katiba: description'],
      ],
    ]);
  });

  it('labels under ids of others are labels', async () => {
    const own = [{ definition_type: 'tlp', definition: { tlp: 'amber' } }, { name: 'TLP:RED' }].map(
      (says, n) => ({ type: 'marking-definition', id: id('marking-definition', n), ...says }),
    );
    const { failed } = await take(
      put('a.json', [
        ...own,
        { ...raid, object_marking_refs: [id('marking-definition', 0)] },
        { ...group, granular_markings: [{ selectors: ['name'], marking_ref: own[1]?.id }] },
      ]),
    );
    expect([all('incident')[0]?.tlp, all('actor')[0]?.tlp, failed]).toEqual(['AMBER', 'RED', 1]);
  });

  it('a statement is a note of the incident and of the actor that bear it', async () => {
    const object_marking_refs = [statement.id, tlpMarkings.RED];
    const path = put('a.json', [
      statement,
      { ...raid, object_marking_refs },
      { ...group, object_marking_refs },
    ]);
    expect(await take(path)).toMatchObject({ added: 1, failed: 0 });
    expect(all('note').map(({ target_table, body, tlp }) => [target_table, body, tlp])).toEqual([
      ['incident', 'Handling: Do not name the source.', 'RED'],
      ['actor', 'Handling: Do not name the source.', 'RED'],
    ]);
    expect(await take(path)).toMatchObject({ batch: null });
  });

  it('one that has no place is named once, whatever bears it', async () => {
    const object_marking_refs = [statement.id, id('marking-definition', 9)];
    const { issues } = await take(
      put('a.json', [
        { ...raid, object_marking_refs: [statement.id] },
        { ...group, object_marking_refs: [statement.id] },
        relation(1, 'attributed-to', raid.id, group.id, { object_marking_refs }),
        ...[1, 2].map((n) => ({
          ...{ type: 'note', id: id('note', n), content: 'Seen', object_refs: [raid.id] },
          object_marking_refs,
        })),
        statement,
        { ...statement, id: id('marking-definition', 2), borne: 'by nobody' },
      ]),
    );
    expect(issues.map(({ code, line, value }) => [code, line, value])).toEqual([
      ['marking-left', 6, 'marking-definition Do not name the source.'],
      ['marking-left', 3, `marking-definition ${id('marking-definition', 9)}`],
    ]);
  });

  it('words in other languages are named with what they are of', async () => {
    const path = put('a.json', [
      raid,
      {
        ...{ type: 'language-content', id: id('language-content', 1), object_ref: raid.id },
        contents: { fr: { name: 'Raid' }, ar: { name: 'غارة' } },
      },
    ]);
    const { issues } = await take(path);
    expect(issues).toMatchObject([
      { code: 'language-left', line: 2, value: 'language-content of Raid: fr, ar' },
    ]);
    const { contents } = await previewTable({ path });
    expect(contents?.kinds).toContainEqual({ kind: 'language-content', count: 1, leftOut: 1 });
  });
});

describe('relations between incidents', () => {
  const [first, second] = [raid, { ...raid, id: id('incident', 2), name: 'Reply' }];
  const nowhere = { ...raid, id: id('incident', 3), name: 'Nowhere' };
  const objects = [
    ...[first, second, nowhere],
    relation(1, 'related-to', first.id, second.id, { description: 'same road' }),
    relation(2, 'duplicate-of', second.id, first.id, { object_marking_refs: [tlpMarkings.RED] }),
    relation(3, 'led-to', first.id, second.id, { start_time: '2025-05-11T08:00:00Z' }),
    relation(4, 'derived-from', first.id, second.id),
    relation(5, 'impacts', first.id, second.id),
    relation(6, 'related-to', first.id, nowhere.id),
    relation(7, 'located-at', nowhere.id, id('location', 1)),
    { type: 'location', id: id('location', 1), latitude: 91, longitude: 0 },
  ];

  it('come in where we have a word, once; others and those that lead nowhere are named', async () => {
    const path = put('a.json', objects);
    const { batch, issues, byTable } = await take(path);
    const names = new Map(all('incident').map((each) => [each.id, each.title]));
    const told = all('link').map(({ from_id, role, to_id, note, date_from, tlp }) =>
      [names.get(from_id), role, names.get(to_id), note, date_from, tlp].join(' | '),
    );
    const { tlp } = all('incident')[0] ?? {};
    expect(told).toEqual([
      `Raid | related-to | Reply | same road |  | ${tlp}`,
      'Reply | duplicate-of | Raid |  |  | RED',
      `Reply | follows | Raid | led-to | 2025-05-11 | ${tlp}`,
    ]);
    expect(byTable['link']).toBe(3);
    expect(issues.map(({ code, value }) => [code, value])).toEqual([
      ['coordinates-range', 'incident Nowhere'],
      ['relation-left', 'relationship Raid impacts Reply'],
      ['relation-left', 'relationship Raid related-to Nowhere'],
    ]);
    expect((await previewTable({ path })).contents?.byTable).toMatchObject({ link: 4 });
    expect(await take(path)).toMatchObject({ batch: null, unchanged: 2 });
    undoBatch(held.session, batch ?? '');
    expect(all('link')).toEqual([]);
  });

  it('of ids that mean something in the file only lead to the incidents of that file', async () => {
    const plain = JSON.parse(
      JSON.stringify(objects.slice(0, 5)).replaceAll('5e57c739-391a-4eb3-b6be-7d15ca92d5e', 'x'),
    );
    await take(put('a.json', plain));
    await take(put('b.json', plain));
    const links = all('link');
    expect(new Set(links.flatMap(({ from_id, to_id }) => [from_id, to_id])).size).toBe(4);
    expect(links).toHaveLength(4);
  });

  it('one to an incident in the bin does not come', async () => {
    const path = put('a.json', objects.slice(0, 3));
    await take(path);
    const [gone] = all('incident');
    act(held.session, { kind: 'delete', title: 'x' }, (tx) =>
      tx.remove('incident', gone?.id ?? ''),
    );
    expect(await take(put('a.json', objects.slice(0, 4)))).toMatchObject({ batch: null });
    expect(all('link')).toEqual([]);
  });

  it('come back from a bundle of ours, and not twice into the case that wrote it', async () => {
    const from = temporaryCase();
    act(from.session, { kind: 'create', title: 'x' }, (tx) => {
      const [a = '', b = ''] = ['A', 'B'].map((title) => tx.insert('incident', { title }).id);
      const ends = { kind: 'incident-incident', from_id: a, to_id: b } as const;
      const said = { attribution: 'assessed', note: 'one column', date_from: '2025~' } as const;
      tx.insert('link', { ...ends, role: 'same-campaign', ...said, tlp: 'RED' });
    });
    const path = join(from.folder, 'x.json');
    const request = { format: 'stix', selection: { what: 'case' }, tlpMax: 'RED' } as const;
    await writeExport(from.session, path, { ...request, withMark: false });
    expect(await take(path)).toMatchObject({ added: 2, failed: 0, byTable: { link: 1 } });
    expect(all('link')).toMatchObject([
      { role: 'same-campaign', attribution: 'assessed', note: 'one column', date_from: '2025~' },
    ]);
    expect(all('link')[0]?.tlp).toBe('RED');
    expect(await take(path, from)).toMatchObject({ batch: null, added: 0, failed: 2 });
    from.close();
  });
});
