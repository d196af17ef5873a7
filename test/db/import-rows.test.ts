import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getRecord, listRecords } from '../../electron/db/queries/records.ts';
import { all, get } from '../../electron/db/sqlite.ts';
import { act } from '../../electron/services/act.ts';
import { importRows } from '../../electron/services/bulk/import-rows.ts';
import { checkCase } from '../../electron/services/check.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import { undoBatch } from '../../electron/services/undo-batch.ts';
import type { TollSummary } from '../../shared/domain/toll-types.ts';
import {
  namedSource,
  type ReadActor,
  type ReadClaim,
  type ReadRow,
  type ReadToll,
  tollClaim,
} from '../../shared/import/imported.ts';
import type { RowFeed } from '../../shared/import/row-feed.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { ourList } from '../helpers/file-rows.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => held.close());

const hills: ReadActor = {
  ...{ name: 'Group of the Hills', kind: 'rebel-group', inter: 2, description: 'In the hills.' },
  names: [{ name: 'GoH', kind: 'acronym' }],
};
const army: ReadActor = { name: 'Army of Sahelia', kind: 'state-force', inter: 1 };
const toll = (party: 'military' | 'civilian', low: number, high = low): ReadToll => ({
  ...{ party, outcome: 'killed', low, high, words: null },
  qualifier: low === high ? 'exact' : 'between',
});
const statement: ReadClaim = {
  ...{ kind: 'toll', claimant: hills, statement: 'Fifteen soldiers fell.', value: null },
  ...{ madeOn: '2025-05-12', credibility: 5, tolls: [toll('military', 15)] },
  source: {
    ...{ title: 'Communiqué', kind: 'statement', publisher: 'Hills Media', reliability: 'D' },
    ...{ url: 'https://example.org/1', published: '2025-05-12' },
  },
};
const full: ReadRow = {
  ...{ key: '1', stamp: null, kept: { colour: 'red' }, warnings: [], tags: ['ambush'] },
  incident: {
    ...{ title: 'Ambush', summary: 'On the road.', event_type: 'Battles', disorder_type: null },
    ...{ sub_event_type: null, date_edtf: '2025-05-11', place_words: 'Djibo', country: 'BF' },
    ...{ latitude: 14.1, longitude: -1.6, geo_level: 'near', geo_code: '2', admin1: null },
    ...{ admin2: null, targets: ['convoy'], date_words: 'last Sunday', status: 'claimed' },
  },
  actors: [
    { actor: hills, role: 'perpetrator', attribution: 'claimed', note: 'By its own word.' },
    { actor: hills, role: 'claimant', attribution: null },
    { actor: army, role: 'target', attribution: null },
  ],
  claims: [
    tollClaim([toll('military', 3), toll('civilian', 2)]),
    tollClaim([{ ...toll('military', 4, 9), party: 'unknown' }]),
    statement,
  ],
  sources: [namedSource('Radio Colline')],
  notes: [{ kind: 'assessment', body: 'Likely the same column as in April.' }],
};
const plain: ReadRow = {
  ...full,
  ...{ key: '2', actors: [], claims: [], sources: [], notes: [], tags: [], kept: {} },
  incident: { ...full.incident, title: 'Shots' },
};

function feed(rows: readonly ReadRow[], bytes = 1): RowFeed {
  return {
    ...{ fileName: 'ours.json', bytes, columns: [], dataSet: ourList },
    each(take) {
      take(
        rows.map((row, at) => ({
          ...{ line: at + 1, read: { row }, digest: JSON.stringify(row), cells: [] },
        })),
        1,
      );
      return 'a'.repeat(64);
    },
  };
}
const take = (...rows: ReadRow[]) => importRows(held.session, feed(rows));
const db = () => held.session.db;
const sound = () => expect(checkCase(held.session)).toEqual({ ok: true, problems: [] });
const incident = (key = 'OURS:1') => {
  const found = listRecords(db(), 'incident').find(({ external_key }) => external_key === key);
  if (found === undefined) throw new Error(key);
  return found;
};
const killed = (): TollSummary | undefined => {
  const row = get<{ toll_json: string }>(db(), 'SELECT toll_json FROM incident WHERE id = ?', [
    incident().id,
  ]);
  return (JSON.parse(row?.toll_json ?? '[]') as TollSummary[])[0];
};
const live = <T extends Parameters<typeof listRecords>[1]>(table: T) =>
  listRecords(db(), table).filter(({ deleted_at }) => deleted_at === null);

describe('rows of any format', () => {
  test('bring actors with roles and names, claims of others, notes, sources with all that is known', () => {
    const result = take(full, plain);
    expect(result).toMatchObject({ added: 2, byTable: { actor_name: 1, note: 1, claim: 5 } });
    expect(incident()).toMatchObject({
      ...{ targets: ['convoy'], date_words: 'last Sunday', status: 'claimed', geo_code: '2' },
    });
    const goH = live('actor').find(({ name }) => name === hills.name);
    expect(goH?.description).toBe('In the hills.');
    expect(live('link').map(({ role, attribution, note }) => [role, attribution, note])).toEqual([
      ['perpetrator', 'claimed', 'By its own word.'],
      ['claimant', null, ''],
      ['target', null, ''],
    ]);
    const told = live('claim').find(({ claimant_id }) => claimant_id !== null);
    expect(told).toMatchObject({
      ...{ claimant_id: goH?.id, statement: statement.statement, credibility: 5 },
      made_on: '2025-05-12',
    });
    expect(getRecord(db(), 'source', String(told?.source_id))).toMatchObject({
      ...{ title: 'Communiqué', kind: 'statement', publisher: 'Hills Media', reliability: 'D' },
      ...{ url: 'https://example.org/1', published: '2025-05-12' },
      published_earliest: '2025-05-12',
    });
    expect(killed()).toMatchObject({ low: 4, high: 15, counted: 2, claims: 3 });
    sound();
  });

  test('are undone, brought back and taken back as a batch', () => {
    const { batch } = take(full, plain);
    undo(held.session);
    expect(live('note')).toEqual([]);
    sound();
    redo(held.session);
    expect(live('actor_name')).toHaveLength(1);
    sound();
    undoBatch(held.session, String(batch));
    expect(live('claim')).toEqual([]);
    sound();
  });

  test('know an actor by any of its names, and a source by all that is known of it', () => {
    take(full);
    const again: ReadRow = {
      ...full,
      key: '3',
      actors: [{ actor: { ...army, name: 'goh' }, role: 'involved', attribution: null }],
    };
    const other = {
      ...again,
      key: '4',
      claims: [{ ...statement, source: { ...namedSource('Communiqué'), published: '2025-06' } }],
    };
    take(again, other);
    expect(live('actor')).toHaveLength(2);
    expect(live('source').filter(({ title }) => title === 'Communiqué')).toHaveLength(2);
    sound();
  });
});

describe('a newer row', () => {
  test('changes figures and words claim by claim, adds and takes out', () => {
    take(full);
    const result = take({
      ...full,
      actors: [{ actor: hills, role: 'involved', attribution: null }],
      claims: [
        tollClaim([toll('military', 5)]),
        tollClaim([{ ...toll('military', 4, 9), party: 'unknown' }]),
        { ...statement, statement: 'Sixteen fell.', tolls: [toll('military', 16)] },
      ],
      notes: [{ kind: 'comment', body: 'More.' }],
    });
    expect(result).toMatchObject({ updated: 1, conflicting: 0 });
    expect(live('claim')).toHaveLength(4);
    expect(live('toll').map(({ party, low }) => [party, low])).toEqual([
      ['military', 5],
      ['unknown', 4],
      ['military', 16],
    ]);
    expect(live('link').map(({ role }) => role)).toEqual(['involved']);
    expect(live('note')).toHaveLength(2);
    expect(live('claim').map(({ statement: words }) => words)).toContain('Sixteen fell.');
    sound();
  });

  test('leaves alone what the analyst made of a figure, a role or a claim', () => {
    take(full);
    const [own] = live('toll');
    const [, , target] = live('link');
    const told = live('claim').find(({ claimant_id }) => claimant_id !== null);
    act(held.session, { kind: 'update', title: 'x' }, (tx) => {
      tx.update('toll', String(own?.id), { party: 'police' });
      tx.update('link', String(target?.id), { role: 'victim' });
      tx.remove('claim', String(told?.id));
    });
    const result = take({
      ...full,
      claims: [
        tollClaim([toll('military', 7), toll('civilian', 2)]),
        tollClaim([{ ...toll('military', 4, 9), party: 'unknown' }]),
        { ...statement, statement: 'Sixteen fell.' },
      ],
    });
    expect(result).toMatchObject({ updated: 1, conflicting: 0 });
    expect(live('toll').map(({ party, low }) => [party, low])).toContainEqual(['police', 7]);
    expect(live('link').map(({ role }) => role)).toEqual(['perpetrator', 'claimant', 'victim']);
    expect(live('claim').some(({ statement: words }) => words !== '')).toBe(false);
    sound();
  });

  test('that fill a case from nothing leave every index and rule as it was', () => {
    const shape = () => all(db(), 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name');
    const before = shape();
    const words = all(db(), 'SELECT * FROM incident_fts_config');
    const many = Array.from({ length: 150 }, (_, at) => ({ ...full, key: String(at) }));
    importRows(held.session, feed(many, 5_000_000));
    expect(shape()).toEqual(before);
    expect(all(db(), 'SELECT * FROM incident_fts_config')).toEqual(expect.arrayContaining(words));
    expect(() => db().exec("UPDATE incident SET geo_level = 'nowhere'")).toThrow('CHECK');
    sound();
  });

  test('that break off leave every index and rule as it was', () => {
    const shape = () => all(db(), 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name');
    const before = shape();
    const broken = { ...feed([full], 5_000_000) };
    const each: RowFeed['each'] = (rows) => {
      feed([full]).each(rows);
      throw new Error('the disk is gone');
    };
    expect(() => importRows(held.session, { ...broken, each })).toThrow('the disk is gone');
    expect(shape()).toEqual(before);
    expect(listRecords(db(), 'incident')).toEqual([]);
    act(held.session, { kind: 'create', title: 'One' }, (tx) =>
      tx.insert('incident', { title: 'One' }),
    );
    expect(() => db().exec("UPDATE incident SET geo_level = 'nowhere'")).toThrow('CHECK');
  });
});
