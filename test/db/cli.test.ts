/** The command line against real cases: what it prints, what it leaves behind, how it refuses. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PrintJob } from '../../electron/cli/command.ts';
import { runCli } from '../../electron/cli/run-cli.ts';
import { listRecords } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { closeCase, openCase } from '../../electron/services/cases.ts';
import { setHouseStyle } from '../../electron/services/house-style.ts';
import type { RecordOf } from '../../shared/domain/records.ts';
import { noHouseStyle } from '../../shared/report/house-style.ts';
import { analyst, temporaryFolder } from '../helpers/case-builder.ts';
import { entriesOf } from '../helpers/pack-builder.ts';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const jobs: PrintJob[] = [];

async function cairn(...argv: string[]) {
  let [out, err] = ['', ''];
  const code = await runCli(argv, {
    env: { CAIRN_AUTHOR: 'Awa Traoré' },
    cwd: folder,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    print: async (job) => {
      jobs.push(job);
      return { fileName: 'x.pdf', bytes: 1, pages: 2, sha256: 'ab' };
    },
  });
  return { code, out, err };
}

async function json(...argv: string[]) {
  const { code, out } = await cairn(...argv, '--json');
  return { code, value: JSON.parse(out) };
}

it('makes a case with the sample, sends it as a pack, and the copy is equal', async () => {
  expect(await json('new', 'a.cairn', '--sample')).toMatchObject({
    code: 0,
    value: { case: at('a.cairn'), batch: null, updated: 0, failed: 0, warnings: [] },
  });
  const sent = await json('export', 'a.cairn', '--as', 'pack', '--out', 'a.cairnpack');
  expect(sent).toMatchObject({ code: 0, value: { out: at('a.cairnpack'), leftOut: {} } });
  expect((await json('new', 'b.cairn', '--title', 'Copy')).code).toBe(0);
  const dry = await json('import', 'b.cairn', 'a.cairnpack', '--dry-run');
  const done = await json('import', 'b.cairn', 'a.cairnpack');
  expect(dry.value.added).toBe(done.value.added);
  expect(done.value).toMatchObject({
    updated: 0,
    unchanged: 1,
    conflicting: 0,
    skipped: 0,
    failed: 0,
  });
  expect(done.value.batch).toMatch(/^[0-9a-f-]{36}$/);
  const again = await json('import', 'b.cairn', 'a.cairnpack');
  expect(again.value).toMatchObject({ batch: null, added: 0, updated: 0, conflicting: 0 });
  await json('export', 'b.cairn', '--as', 'pack', '--out', 'b.cairnpack');
  const [one, two] = [await entriesOf(at('a.cairnpack')), await entriesOf(at('b.cairnpack'))];
  for (const [name, bytes] of one)
    if (name.startsWith('data/')) expect(two.get(name)?.toString()).toBe(bytes.toString());
  expect(await json('check', 'b.cairn')).toEqual({ code: 0, value: { ok: true, problems: [] } });
  expect(await json('undo', 'b.cairn', '--batch', done.value.batch)).toMatchObject({
    code: 0,
    value: { undone: done.value.added, kept: 0 },
  });
  expect((await json('query', 'b.cairn')).value).toEqual({ total: 0, incidents: [] });
  const indexed = { case: at('b.cairn'), incidents: expect.any(Number) };
  expect(await json('reindex', 'b.cairn')).toMatchObject({ code: 0, value: indexed });
  expect(await json('check', 'b.cairn')).toEqual({ code: 0, value: { ok: true, problems: [] } });
});

it('queries and shows in the shapes of the design', async () => {
  const all = await json('query', 'a.cairn');
  expect(all.value.total).toBe(all.value.incidents.length);
  const found = await json('query', 'a.cairn', 'gsim', '--limit', '1');
  const [incident] = found.value.incidents;
  expect(Object.keys(incident)).toEqual(
    expect.arrayContaining([
      'id',
      'title',
      'date',
      'dateEarliest',
      'dateLatest',
      'place',
      'eventType',
      'subEventType',
      'status',
      'actors',
      'tolls',
      'batch',
    ]),
  );
  expect(Object.keys(incident.place)).toEqual([
    'name',
    'country',
    'admin1',
    'admin2',
    'lat',
    'lon',
    'level',
    'radiusM',
  ]);
  expect(Object.keys(incident.tolls.killed)).toEqual(['low', 'high', 'best', 'grade', 'noFigure']);
  const shown = (await json('show', 'a.cairn', incident.id)).value;
  expect(shown).toMatchObject({ table: 'incident', id: incident.id, title: incident.title });
  expect(shown.claims[0].tolls).toBeInstanceOf(Array);
  for (const part of ['names', 'links', 'claims', 'passages', 'notes', 'history'])
    expect(shown[part]).toBeInstanceOf(Array);
  const [passage] = shown.passages;
  const source = (await json('show', 'a.cairn', passage.source_id)).value;
  expect(source.annotations.length).toBe(source.passages.length);
  expect(source.annotations[0]).toMatchObject({
    type: 'Annotation',
    target: { selector: [{ type: 'TextQuoteSelector' }, { type: 'TextPositionSelector' }] },
  });
  const [actor] = incident.actors;
  expect((await json('show', 'a.cairn', actor.id)).value).toMatchObject({ table: 'actor' });
  expect((await cairn('show', 'a.cairn', incident.id)).out).toContain(incident.title);
  expect((await cairn('query', 'a.cairn')).out).toContain(incident.title);
});

it('writes CSV that spreadsheets do not run', async () => {
  await json('new', 'c.cairn');
  const session = openCase(at('c.cairn'), { author: analyst });
  const { act } = await import('../../electron/services/act.ts');
  act(session, { kind: 'bulk', title: 'x' }, (tx) => {
    tx.insert('incident', { title: '=1+1', latitude: 14.1, longitude: -1.63 });
    tx.insert('incident', { title: 'Secret', tlp: 'RED' });
  });
  closeCase(session);
  const { value } = await json(
    'export',
    'c.cairn',
    '--as',
    'csv',
    '--out',
    'c.csv',
    '--tlp-max',
    'amber',
  );
  expect(value).toMatchObject({ records: { incident: 1 }, leftOut: { incident: 1 } });
  const text = readFileSync(at('c.csv'), 'utf8');
  expect(text).toContain(",'=1+1,");
  expect(text).toContain(',14.1,-1.63,');
  expect(text).not.toContain('Secret');
});

it('takes a file for what its ending says', async () => {
  await json('new', 'ends.cairn');
  for (const as of ['geojson', 'csv', 'stix', 'kml']) {
    const file = `ends.${as === 'stix' ? 'json' : as}`;
    await json('export', 'a.cairn', '--as', as, '--out', file);
    const { code, value } = await json('import', 'ends.cairn', file, '--dry-run');
    expect({ as, code, added: value.added > 0 }).toEqual({ as, code: 0, added: true });
  }
  writeFileSync(at('told.txt'), 'Two were killed near Djibo.');
  const told = await json('import', 'ends.cairn', 'told.txt');
  expect(told).toMatchObject({ code: 0, value: { source: { title: 'told' }, added: 1 } });
});

it('backs a case up whole, with its hash beside it', async () => {
  const { value } = await json('backup', 'a.cairn', '--out', 'kept.cairn');
  expect(readFileSync(at('kept.cairn.sha256'), 'utf8')).toBe(`${value.sha256}  kept.cairn\n`);
  expect(await json('check', 'kept.cairn')).toEqual({ code: 0, value: { ok: true, problems: [] } });
  expect((await json('backup', 'a.cairn', '--out', 'a.cairn')).code).toBe(1);
});

it('hands a report to the printer', async () => {
  const { value } = await json('query', 'a.cairn', '--limit', '1');
  const [{ id }] = value.incidents;
  const printed = await json(
    'report',
    'a.cairn',
    '--kind',
    'brief',
    '--id',
    id,
    '--out',
    'b.pdf',
    '--tlp',
    'AMBER',
    '--lang',
    'fr',
  );
  expect(printed).toEqual({
    code: 0,
    value: { out: at('b.pdf'), bytes: 1, pages: 2, sha256: 'ab' },
  });
  expect(jobs).toEqual([
    {
      casePath: at('a.cairn'),
      out: at('b.pdf'),
      request: { kind: 'brief', incidentId: id, lang: 'fr', withMap: true, tlp: 'AMBER' },
    },
  ]);
});

it('prints a report in the language of the house, with paper, author and number of its own', async () => {
  await json('new', 'house.cairn', '--sample');
  const session = openCase(at('house.cairn'), { author: analyst });
  setHouseStyle(session, { ...noHouseStyle, lang: 'fr' });
  session.close();
  const args = ['--kind', 'list', '--out', 'l.pdf', '--page', 'letter', '--author', 'Desk'];
  await json('report', 'house.cairn', ...args, '--number', 'L-7');
  const house = { page: 'Letter', author: 'Desk', number: 'L-7' };
  expect(jobs.at(-1)?.request).toMatchObject({ lang: 'fr', house });
  await json('report', 'house.cairn', '--kind', 'list', '--out', 'l.pdf', '--lang', 'en');
  expect(jobs.at(-1)?.request).toMatchObject({ lang: 'en' });
  expect(jobs.at(-1)?.request).not.toHaveProperty('house');
  const { code, out, err } = await cairn('report', 'house.cairn', '--out', 'l.pdf', '--page', 'A5');
  expect(code).toBe(2);
  expect(out + err).toContain('letter');
});

it.each([
  [['new', 'a.cairn'], 'case/exists'],
  [['query', 'nowhere.cairn'], 'case/not-found'],
  [['query', 'foreign.cairn'], 'case/not-a-case'],
  [['query', 'a.cairn', 'nonsense:1'], 'filter/invalid'],
  [['show', 'a.cairn', '018f0000-0000-7000-8000-000000000009'], 'record/not-found'],
  [['import', 'a.cairn', 'foreign.cairn'], 'pack/not-a-pack'],
  [['import', 'a.cairn', 'nowhere'], 'file/unreadable'],
  [['import', 'a.cairn', 'a.cairn'], 'input/invalid'],
  [['undo', 'b.cairn', '--batch', '018f0000-0000-7000-8000-000000000009'], 'undo/nothing'],
  [['export', 'a.cairn', '--out', 'no/such/folder/x.cairnpack'], 'disk/unavailable'],
])('refuses %j with %s and exit 1', async (argv, code) => {
  writeFileSync(at('foreign.cairn'), 'no case');
  const refused = await json(...argv);
  expect(refused).toMatchObject({ code: 1, value: { error: { code } } });
  expect(refused.value.error.message).not.toBe('');
  const spoken = await cairn(...argv);
  expect(spoken).toMatchObject({ code: 1, out: '' });
  expect(spoken.err).toContain(code);
});

it('refuses a case that another Cairn has open', async () => {
  const session = openCase(at('a.cairn'), { author: analyst });
  expect(await json('query', 'a.cairn')).toMatchObject({
    code: 1,
    value: { error: { code: 'case/locked' } },
  });
  closeCase(session);
});

it.each([
  [[]],
  [['fly']],
  [['new']],
  [['new', 'a', 'b']],
  [['new', 'a', '--colour', 'red']],
  [['new', 'a', '--sample', '--training']],
  [['new', 'a', '--tlp', 'purple']],
  [['export', 'a.cairn']],
  [['export', 'a.cairn', '--as', 'docx', '--out', 'x']],
  [['import', 'a.cairn', 'x', '--as', 'xml']],
  [['query', 'a.cairn', '--limit', 'many']],
  [['report', 'a.cairn', '--kind', 'brief', '--out', 'x.pdf']],
  [['undo', 'a.cairn', '--batch', 'last']],
])('says how it is used for %j, exit 2', async (argv: string[]) => {
  const { code, out, err } = await cairn(...argv);
  expect(code).toBe(2);
  expect(out + err).toContain('Usage: cairn');
  expect(existsSync(at('a'))).toBe(false);
});

it('helps', async () => {
  expect((await cairn('help')).out).toContain('backup');
  expect((await cairn('help', 'export')).out).toContain('--tlp-max');
  expect((await cairn('export', '--help')).code).toBe(0);
});

it('lists what may be one attack told twice, with reasons, and warns when a pack brings one', async () => {
  await json('new', 'same.cairn', '--sample');
  expect((await cairn('same', 'same.cairn', '--filter', 'place:Djibo')).out).toContain('Nothing');
  const session = openCase(at('same.cairn'), { author: analyst });
  const [djibo] = listRecords(session.db, 'incident').filter(({ title }) =>
    /base at Djibo/.test(title),
  );
  const alike = whenAndWhere(djibo);
  const double = act(session, { kind: 'create', title: '' }, (tx) =>
    tx.insert('incident', { ...alike, title: 'Djibo' }),
  ).id;
  closeCase(session);
  const { value } = await json('same', 'same.cairn', '--id', double);
  expect(value).toMatchObject({ likely: 1, pairs: [{ a: { id: double }, b: { id: djibo?.id } }] });
  const { out } = await cairn('same', 'same.cairn');
  expect(out).toMatch(/1 likely/);
  expect(out).toMatch(/agrees: date, place, type/);
  expect((await cairn('same', 'same.cairn', '--filter', 'nonsense:1')).code).toBe(1);
  await json('export', 'same.cairn', '--as', 'pack', '--out', 'same.cairnpack');
  await json('new', 'plain.cairn', '--sample');
  expect((await cairn('import', 'plain.cairn', 'same.cairnpack')).out).toContain(
    'look like one you already have',
  );
});

/** Where and when an incident was, without what the engine computes. */
function whenAndWhere(incident: RecordOf<'incident'> | undefined) {
  if (!incident) throw new Error('the sample has no Djibo');
  const { event_type, date_edtf, place_id, latitude, longitude, geo_level } = incident;
  return { event_type, date_edtf, place_id, latitude, longitude, geo_level };
}
