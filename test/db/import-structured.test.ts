/** GeoJSON, KML, STIX and MISP into a case: ours come back equal, those of others keep what they say. */
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
import { fillSample } from '../../electron/services/sample.ts';
import { undoBatch } from '../../electron/services/undo-batch.ts';
import { exportEndings } from '../../shared/export/formats.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { laptop } from '../helpers/laptops.ts';
import { fillMixed } from '../helpers/mixed-case.ts';
import { said } from '../helpers/said-of.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => {
  expect(checkCase(held.session).problems).toEqual([]);
  held.close();
});

function put(name: string, content: unknown): string {
  const path = join(held.folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const take = (path: string, into: Pick<TemporaryCase, 'session'> = held) =>
  withIncidentFile(path, {}, ({ feed, mapping }) =>
    importRows(into.session, feed(mapping, into.session.db)),
  );
const incidents = () => listRecords(held.session.db, 'incident');
const refusal = async (path: string) => {
  const before = held.session.revision;
  try {
    await take(path);
  } catch (error) {
    expect(held.session.revision).toBe(before);
    return error as { code: string; message: string; details: Record<string, unknown> };
  }
  throw new Error('was not refused');
};

describe('what Cairn wrote', () => {
  const both = (['geojson', 'kml', 'stix', 'misp'] as const).flatMap((format) => [
    [format, 'sample'] as const,
    [format, 'mixed'] as const,
  ]);
  it.each(both)('%s of the %s case comes back equal, once', async (format, which) => {
    const other = laptop();
    if (which === 'sample') fillSample(other.session, 'djibo');
    else fillMixed(other.session);
    const path = join(other.folder, `x.${exportEndings[format]}`);
    const request = { format, selection: { what: 'case' as const }, tlpMax: 'RED' as const };
    await writeExport(other.session, path, { ...request, withMark: false });
    const first = await take(path);
    expect(first).toMatchObject({ failed: 0, updated: 0, warnings: 0 });
    const [before, after] = [said(other), said(held)];
    const withSource = (all: typeof before) =>
      all.map(({ claims, ...rest }) => ({ ...rest, claims: claims.filter((each) => each.source) }));
    expect(withSource(after)).toEqual(withSource(before));
    expect(await take(path)).toMatchObject({ added: 0, unchanged: first.added, batch: null });
    // into its own case nothing comes twice
    expect(await take(path, other)).toMatchObject({ added: 0, failed: first.added });
    undoBatch(held.session, first.batch ?? '');
    expect(incidents()).toEqual([]);
    other.close();
  });
});

it('relations between actors come back with STIX: roles, certainty, days, labels and notes', async () => {
  const other = laptop();
  act(other.session, { kind: 'create', title: 'x' }, (tx) => {
    const jnim = tx.insert('actor', { name: 'JNIM', kind: 'rebel-group', country: 'ML' });
    const part = tx.insert('actor', { name: 'Katiba', kind: 'identity-militia', tlp: 'RED' });
    const chief = tx.insert('actor', { name: 'Chief', kind: 'person' });
    const { id } = tx.insert('incident', { title: 'Raid' });
    for (const { id: from_id } of [jnim, part, chief])
      tx.insert('link', { kind: 'actor-incident', from_id, to_id: id, role: 'involved' });
    const days = { date_from: '2024~', date_to: '2025-05', attribution: 'alleged' } as const;
    const ends = { kind: 'actor-actor', from_id: part.id, to_id: jnim.id } as const;
    tx.insert('link', { ...ends, role: 'splinter-of', note: 'split', tlp: 'RED', ...days });
    tx.insert('link', { ...ends, from_id: chief.id, role: 'leader-of' });
  });
  const path = join(other.folder, 'x.stix');
  const request = { format: 'stix', selection: { what: 'case' }, tlpMax: 'RED' } as const;
  await writeExport(other.session, path, { ...request, withMark: false });
  const relations = ({ session: { db } }: Pick<TemporaryCase, 'session'>) => {
    const actors = new Map(
      listRecords(db, 'actor').map(({ id, name, kind, tlp }) => [id, `${name} ${kind} ${tlp}`]),
    );
    return listRecords(db, 'link')
      .filter(({ kind }) => kind === 'actor-actor')
      .map((link) => {
        const { role, attribution, note, date_from, date_to, tlp } = link;
        return [actors.get(link.from_id), role, actors.get(link.to_id), attribution, note]
          .concat(date_from, date_to, tlp)
          .join(' | ');
      })
      .sort();
  };
  expect(await take(path)).toMatchObject({ added: 1, failed: 0, byTable: { link: 5 } });
  expect(relations(held)).toHaveLength(2);
  expect(relations(held)).toEqual(relations(other));
  expect(await take(path)).toMatchObject({ batch: null, unchanged: 1 });
  other.close();
});

describe('GeoJSON of others', () => {
  const feature = (geometry: unknown, properties: unknown, id?: unknown) => ({
    ...{ type: 'Feature', geometry, properties },
    ...(id === undefined ? {} : { id }),
  });
  const file = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

  it('every kind of geometry becomes a point with what is known of its size', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [-2, 14],
        [-1, 14],
      ],
    };
    const path = put(
      'a.geojson',
      file(
        feature({ type: 'Point', coordinates: [-1.63, 14.1, 300] }, { name: 'A', date: 'spring' }),
        feature(line, { name: 'B', date: '2025-05-11', fatalities: 3, colour: 'red' }),
        feature({ type: 'GeometryCollection', geometries: [line] }, { name: 'C', fatalities: 0 }),
        feature(null, { name: 'D', lat: '13.5', lon: '-2' }),
        feature(null, null),
      ),
    );
    const { added, failed, reasons } = await take(path);
    expect([added, failed]).toEqual([4, 1]);
    expect(reasons.map(({ code, isFailure, count }) => [code, isFailure, count])).toEqual([
      ['date-missing', false, 3],
      ['date-unreadable', true, 1],
      ['point-missing', false, 1],
    ]);
    const [b, c, d, e] = incidents();
    expect(b).toMatchObject({ title: 'B', latitude: 14, longitude: -1.5, geo_level: 'district' });
    expect(b?.date_edtf).toBe('2025-05-11');
    expect(c).toMatchObject({ longitude: -1.5 });
    expect(d).toMatchObject({ latitude: 13.5, longitude: -2 });
    expect(e).toMatchObject({ latitude: null });
    const tolls = listRecords(held.session.db, 'toll');
    expect(tolls.map(({ low, qualifier }) => [low, qualifier])).toEqual([
      [3, 'exact'],
      [null, 'none-given'],
    ]);
  });

  it('a geometry without numbers is told of', async () => {
    const nowhere = { type: 'Point', coordinates: ['no', 'no'] };
    const { added, issues } = await take(put('n.geojson', feature(nowhere, { name: 'N' })));
    expect([added, issues.map(({ code }) => code)]).toEqual([
      1,
      ['date-missing', 'coordinates-unreadable'],
    ]);
  });

  it('a bare geometry is an incident without words', async () => {
    await take(put('g.geojson', { type: 'Point', coordinates: [-1.63, 14.1] }));
    expect(incidents()).toMatchObject([{ title: 'Incident', latitude: 14.1, longitude: -1.63 }]);
  });

  it('swapped or impossible coordinates are left out by name, the rest comes in', async () => {
    const path = put(
      'b.geojson',
      file(
        feature({ type: 'Point', coordinates: [14.1, 98] }, { name: 'Swapped' }),
        feature({ type: 'Point', coordinates: [1, 2] }, { name: 'Fine' }),
        7,
      ),
    );
    const { added, failed, issues } = await take(path);
    expect([added, failed]).toEqual([1, 2]);
    const left = issues.filter(({ isFailure }) => isFailure);
    expect(left.map(({ code, value }) => [code, value])).toEqual([
      ['coordinates-range', 'Swapped'],
      ['no-incident', 'feature 3'],
    ]);
  });

  it('the same id in another version of the file is an update, in another file another event', async () => {
    const one = (name: string) => file(feature(null, { name, lat: 1, lon: 2 }, 17));
    await take(put('c.geojson', one('Before')));
    expect(await take(put('c.geojson', one('After')))).toMatchObject({ added: 0, updated: 1 });
    expect(incidents().map(({ title }) => title)).toEqual(['After']);
    expect(await take(put('d.geojson', one('Other')))).toMatchObject({ added: 1 });
  });
});

describe('KML of others', () => {
  const kml = (inner: string) =>
    `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`;

  it('placemarks with their time span; what it links to is left alone', async () => {
    const path = put(
      'a.kml',
      kml(
        '<NetworkLink><Link><href>http://example.invalid/x.kml</href></Link></NetworkLink>' +
          '<Placemark><name>Post</name><description>Seen</description><TimeSpan><begin>2025-05-11</begin></TimeSpan><Point><coordinates>-1.6,14.1</coordinates></Point></Placemark>',
      ),
    );
    expect(await previewTable({ path })).toMatchObject({ format: 'kml', contents: { links: 1 } });
    await take(path);
    expect(incidents()).toMatchObject([
      { title: 'Post', summary: 'Seen', date_edtf: '2025-05-11', latitude: 14.1, longitude: -1.6 },
    ]);
  });

  it('broken XML, entities and other XML are refused with what is wrong', async () => {
    expect((await refusal(put('b.kml', '<kml>\n<Document>\n</kml>'))).message).toContain('line 3');
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><kml><name>&b;</name></kml>';
    expect((await refusal(put('c.kml', bomb))).details['reason']).toBe('doctype');
    expect(
      (await refusal(put('d.kml', '<?xml version="1.0"?><gpx></gpx>'))).details['reason'],
    ).toBe('not-kml');
    const deep = `<kml>${'<Folder>'.repeat(100_000)}`;
    expect((await refusal(put('e.kml', deep))).details['reason']).toBe('too-deep');
  });
});

describe('STIX of others', () => {
  const id = (type: string, n: number) => `${type}--5e57c739-391a-4eb3-b6be-7d15ca92d5e${n}`;
  it('incidents with what is tied to them; other objects are named, not lost silently', async () => {
    const path = put('a.json', {
      type: 'bundle',
      id: id('bundle', 0),
      objects: [
        { type: 'incident', id: id('incident', 1), name: 'Attack', description: 'Words' },
        { type: 'intrusion-set', id: id('intrusion-set', 2), name: 'Group', aliases: ['G', 'Grp'] },
        {
          type: 'location',
          id: id('location', 3),
          name: 'Djibo',
          country: 'BF',
          latitude: 14.1,
          longitude: -1.6,
          precision: 5000,
        },
        {
          type: 'relationship',
          id: id('relationship', 4),
          relationship_type: 'attributed-to',
          source_ref: id('incident', 1),
          target_ref: id('intrusion-set', 2),
        },
        {
          type: 'relationship',
          id: id('relationship', 5),
          relationship_type: 'located-at',
          source_ref: id('incident', 1),
          target_ref: id('location', 3),
        },
        {
          type: 'note',
          id: id('note', 6),
          content: 'Seen by many',
          object_refs: [id('incident', 1)],
        },
        { type: 'malware', id: id('malware', 7), name: 'Rat' },
        { type: 'threat-actor', id: id('threat-actor', 8), name: 'Loner' },
      ],
    });
    const { added, failed, issues } = await take(path);
    expect([added, failed]).toEqual([1, 1]);
    expect(issues.map(({ value }) => value)).toEqual(['malware Rat']);
    // a group stands for itself, whatever happened
    expect(listRecords(held.session.db, 'actor').map(({ name }) => name)).toEqual([
      'Group',
      'Loner',
    ]);
    expect(incidents()).toMatchObject([
      { title: 'Attack', country: 'BF', latitude: 14.1, geo_level: 'settlement', radius_m: 5000 },
    ]);
    const { db } = held.session;
    expect(listRecords(db, 'link')).toMatchObject([{ role: 'perpetrator' }]);
    expect(listRecords(db, 'actor_name').map(({ name }) => name)).toEqual(['G', 'Grp']);
    expect(listRecords(db, 'note')).toMatchObject([{ body: 'Seen by many' }]);
  });

  const tlp = (n: number) => [`marking-definition--${marks[n]}`];
  const marks = [
    ...['94868c89-83c2-464b-929b-a1a8aa3c8487', 'bab4a63c-aed9-4cf5-a766-dfca5abac2bb'],
    'e828b379-4e03-4974-9ac4-e53a884c97c1',
  ];
  const bundle = {
    type: 'bundle',
    id: id('bundle', 0),
    objects: [
      {
        ...{ type: 'incident', id: id('incident', 1), name: 'Raid' },
        object_marking_refs: [...tlp(1), ...tlp(2)],
      },
      {
        ...{ type: 'threat-actor', id: id('threat-actor', 2), name: 'Katiba' },
        object_marking_refs: tlp(0),
      },
      { type: 'intrusion-set', id: id('intrusion-set', 3), name: 'Front' },
      { type: 'identity', id: id('identity', 4), name: 'Chief', identity_class: 'individual' },
      { type: 'identity', id: id('identity', 5), name: 'Author of the bundle' },
      { type: 'location', id: id('location', 6), name: 'Djibo', country: 'BF' },
      ...(
        [
          ['attributed-to', 'incident', 1, 'threat-actor', 2, tlp(2)],
          ['member-of', 'threat-actor', 2, 'intrusion-set', 3, tlp(1)],
          ['attributed-to', 'threat-actor', 2, 'identity', 4, undefined],
          ['targets', 'threat-actor', 2, 'identity', 5, undefined],
        ] as const
      ).map(([relationship_type, from, a, to, b, refs], n) => ({
        ...{ type: 'relationship', id: id('relationship', n), relationship_type },
        ...{ source_ref: id(from, a), target_ref: id(to, b), start_time: '2024-03-01T00:00:00Z' },
        ...(refs === undefined ? {} : { object_marking_refs: refs }),
        description: 'as it says',
      })),
      {
        ...{ type: 'sighting', id: id('sighting', 1), sighting_of_ref: id('threat-actor', 2) },
        ...{ first_seen: '2025-05-11T08:00:00Z', last_seen: '2025-05-12T08:00:00Z', count: 3 },
        where_sighted_refs: [id('location', 6)],
      },
      { type: 'sighting', id: id('sighting', 2), sighting_of_ref: id('malware', 9) },
      {
        ...{ type: 'opinion', id: id('opinion', 1), opinion: 'disagree', explanation: 'Too far' },
        ...{ authors: ['Ada'], object_refs: [id('incident', 1)] },
      },
      {
        ...{ type: 'note', id: id('note', 1), content: 'Well armed' },
        ...{ object_refs: [id('threat-actor', 2)], object_marking_refs: tlp(2) },
      },
      { type: 'note', id: id('note', 2), content: 'Of a town', object_refs: [id('location', 6)] },
      {
        ...{ type: 'grouping', id: id('grouping', 1), name: 'May raids', context: 'suspicious' },
        ...{ description: 'One column?', object_refs: [id('incident', 1)] },
      },
    ],
  };

  it('relations, sightings and notes of actors come in; what is not taken is named', async () => {
    const first = await take(put('b.json', bundle));
    const { db } = held.session;
    const named = new Map(listRecords(db, 'actor').map(({ id: key, name }) => [key, name]));
    const ties = listRecords(db, 'link').map(({ from_id, to_id, role, note, date_from }) => [
      ...[named.get(from_id), role, named.get(to_id) ?? 'incident', note, date_from],
    ]);
    expect(ties).toEqual([
      ['Katiba', 'perpetrator', 'incident', 'as it says', null],
      ['Katiba', 'member-of', 'Front', 'as it says', '2024-03-01'],
      ['Katiba', 'related-to', 'Chief', 'attributed-to: as it says', '2024-03-01'],
    ]);
    const notes = listRecords(db, 'note').map(({ target_table, body }) => [target_table, body]);
    expect(notes).toEqual([
      ['incident', 'disagree\n\nToo far\n\n– Ada'],
      ['incident', 'One column?'],
      ['actor', 'Sighting: 2025-05-11 – 2025-05-12; × 3; Djibo'],
      ['actor', 'Well armed'],
    ]);
    expect(listRecords(db, 'tag')).toMatchObject([{ name: 'May raids' }]);
    expect(first.issues.map(({ value }) => value)).toEqual([
      'identity Author of the bundle',
      'relationship Katiba targets Author of the bundle',
      `sighting of ${id('malware', 9)}`,
      `note ${id('note', 2)}`,
    ]);
    expect(first.byTable).toMatchObject({ incident: 1, actor: 3, link: 3, note: 4 });
    const preview = await previewTable({ path: put('b.json', bundle) });
    expect(preview.contents?.byTable).toMatchObject({ actor: 3, link: 2, note: 4 });
    // nothing of it comes twice, and one undo takes all of it back
    expect(await take(put('b.json', bundle))).toMatchObject({ batch: null, unchanged: 1 });
    undoBatch(held.session, first.batch ?? '');
    for (const table of ['incident', 'actor', 'link', 'note'] as const)
      expect(listRecords(db, table), table).toEqual([]);
  });

  it('each object keeps its own label, the strictest of several', async () => {
    await take(put('b.json', bundle));
    const { db } = held.session;
    const usual = held.session.db.prepare('SELECT tlp FROM case_info').pluck().get();
    expect(incidents()).toMatchObject([{ tlp: 'RED' }]);
    expect(listRecords(db, 'actor').map(({ name, tlp: label }) => [name, label])).toEqual([
      ...[
        ['Katiba', 'CLEAR'],
        ['Front', usual],
        ['Chief', usual],
      ],
    ]);
    expect(listRecords(db, 'link').map(({ tlp: label }) => label)).toEqual(['RED', 'GREEN', usual]);
    expect(listRecords(db, 'note').map(({ tlp: label }) => label)).toEqual([
      ...['RED', 'RED', usual, 'RED'],
    ]);
  });

  it('a bundle of actors alone is one import, and nothing new the second time', async () => {
    const actors = {
      ...bundle,
      objects: bundle.objects.filter(({ type }) => type === 'threat-actor'),
    };
    const first = await take(put('c.json', actors));
    expect(first).toMatchObject({ added: 0, failed: 0, byTable: { actor: 1 } });
    expect(first.batch).not.toBeNull();
    expect(await take(put('c.json', actors))).toMatchObject({ batch: null, byTable: {} });
  });
});

describe('MISP of others', () => {
  const event = {
    ...{ uuid: '5e57c739-391a-4eb3-b6be-7d15ca92d5ed', info: 'Raid', date: '2025-05-11' },
    timestamp: '1747000000',
    Tag: [
      { name: 'tlp:amber' },
      { name: 'admiralty-scale:source-reliability="c"' },
      { name: 'raid' },
    ],
    Object: [
      {
        name: 'geolocation',
        Attribute: [
          { object_relation: 'latitude', value: '14.1' },
          { object_relation: 'longitude', value: '-1.6' },
          { object_relation: 'accuracy-radius', value: '5' },
        ],
      },
      { name: 'organization', Attribute: [{ object_relation: 'name', value: 'JNIM' }] },
      {
        name: 'intelligence-source-assessment',
        Attribute: [
          { object_relation: 'source-id', value: 'SITE' },
          { object_relation: 'information-credibility', value: '3 - Possibly true' },
        ],
      },
    ],
  };
  it.each([
    ['alone', { Event: event }],
    ['in a response', { response: [{ Event: event }] }],
    ['in a list', [{ Event: event }]],
  ])('an event %s', async (_name, content) => {
    await take(put('m.json', content));
    expect(incidents()).toMatchObject([
      { title: 'Raid', date_edtf: '2025-05-11', latitude: 14.1, radius_m: 5000 },
    ]);
    const { db } = held.session;
    expect(listRecords(db, 'source')).toMatchObject([{ title: 'SITE', reliability: 'C' }]);
    expect(listRecords(db, 'claim')).toMatchObject([{ credibility: 3 }]);
    expect(listRecords(db, 'tag')).toMatchObject([{ name: 'raid' }]);
    expect(incidents()).toMatchObject([{ tlp: 'AMBER' }]);
  });

  it('an attribute keeps a label of its own; a label that TLP does not have is kept beside', async () => {
    const marked = {
      ...event,
      Tag: [{ name: 'tlp:green' }, { name: 'tlp:purple' }],
      Attribute: [{ type: 'comment', value: 'For few', Tag: [{ name: 'tlp:amber+strict' }] }],
    };
    await take(put('m.json', { Event: marked }));
    const { db } = held.session;
    expect(incidents()).toMatchObject([{ tlp: 'GREEN' }]);
    expect(listRecords(db, 'note')).toMatchObject([{ body: 'For few', tlp: 'AMBER+STRICT' }]);
    expect(db.prepare('SELECT kept FROM imported_row').pluck().get()).toContain('tlp:purple');
  });
});

describe('hostile and mistaken files', () => {
  it.each([
    ['too-deep', '['.repeat(100_000)],
    ['not-json', '{"type":"FeatureCollection",\n"features":[{"a":NaN}]}'],
    ['script', 'var data = {"type":"FeatureCollection","features":[]};'],
    ['empty', ' \n'],
    ['not-structured', '{"type":"Topology"}'],
    ['not-structured', '[1,2]'],
  ])('%s is refused with its own sentence', async (reason, content) => {
    const { code, message, details } = await refusal(put('x.json', content));
    expect([code, details['reason'], details['fileName']]).toEqual([
      'file/unreadable',
      reason,
      'x.json',
    ]);
    expect(message).not.toBe('');
  });

  it('bytes that are not UTF-8 are refused, huge texts are cut', async () => {
    const path = join(held.folder, 'l.geojson');
    writeFileSync(path, Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]));
    expect((await refusal(path)).details['reason']).toBe('encoding');
    const big = { type: 'Feature', geometry: null, properties: { name: 'x'.repeat(3_000_000) } };
    await take(put('big.geojson', big));
    expect(incidents()[0]?.title.length).toBe(500);
  });
});
