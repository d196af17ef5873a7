/** What files of data sets said goes with packs: the same file read elsewhere brings nothing twice. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getRecord, listRecords } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { exportPack } from '../../electron/services/export-pack.ts';
import { fileRowsOf } from '../../electron/services/file-rows.ts';
import {
  decideImportConflict,
  importOrigin,
  listImportConflicts,
} from '../../electron/services/import-conflicts.ts';
import { importPack } from '../../electron/services/import-pack.ts';
import { previewPack } from '../../electron/services/preview-pack.ts';
import { decideSame } from '../../electron/services/same-decide.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import { undoBatch } from '../../electron/services/undo-batch.ts';
import { fileRowPath } from '../../shared/pack/format.ts';
import { checkedLaptops } from '../helpers/checked-laptops.ts';
import { type Says, takeFile } from '../helpers/file-rows.ts';
import { bila, type Laptop, pack, take } from '../helpers/laptops.ts';
import { entriesOf } from '../helpers/pack-builder.ts';

const start = checkedLaptops();

const first: readonly Says[] = [
  { key: '1', stamp: 10 },
  { key: '2', stamp: 10, title: 'Raid' },
  { key: '3', stamp: 10, title: 'Mine' },
];
const idOf = ({ session }: Laptop, key: string) =>
  listRecords(session.db, 'incident').find(({ external_key }) => external_key === `OURS:${key}`)
    ?.id ?? '';
const edit = ({ session }: Laptop, id: string, patch: object) =>
  act(session, { kind: 'update', title: 'x' }, (tx) => tx.update('incident', id, patch));
const rowsOf = ({ session }: Laptop) =>
  fileRowsOf(
    session.db,
    listRecords(session.db, 'incident', { includeDeleted: true }).map(({ id }) => id),
  );
const counts = (on: Laptop) =>
  Object.fromEntries(
    (['incident', 'claim', 'toll', 'link', 'actor', 'source', 'tag', 'tagging'] as const).map(
      (table) => [table, listRecords(on.session.db, table).length],
    ),
  );

/** Awa read a file and edited one of its incidents; Bila has her pack. */
async function handedOver() {
  const [here, there] = [start(), start(bila, 5)];
  takeFile(here.session, 'may.csv', first);
  const id = idOf(here, '1');
  edit(here, id, { title: 'Ambush at the ford' });
  await take(there, await pack(here));
  return { here, there, id };
}

describe('a colleague who has the pack and reads the file', () => {
  it('gets nothing twice: the same file is unchanged', async () => {
    const { here, there } = await handedOver();
    const before = counts(there);
    expect(takeFile(there.session, 'copy of may.csv', first)).toMatchObject({
      ...{ added: 0, updated: 0, unchanged: 3, conflicting: 0, batch: null },
    });
    expect(counts(there)).toEqual(before);
    expect(rowsOf(there)).toEqual(rowsOf(here));
  });

  it('is told where the rows come from, of the file and not of the pack', async () => {
    const { here, there, id } = await handedOver();
    const { origin, cells } = importOrigin(there.session.db, id);
    expect(origin).toMatchObject({ fileName: 'may.csv', format: 'ours', line: 2 });
    expect(origin?.at).toBe(importOrigin(here.session.db, id).origin?.at);
    expect(cells).toEqual({ colour: 'red' });
  });

  it('keeps what the analyst wrote; what only the file changed is taken', async () => {
    const { there, id } = await handedOver();
    const before = counts(there);
    const later = first.map((row) => ({ ...row, stamp: 20, summary: 'By night.' }));
    expect(takeFile(there.session, 'june.csv', later)).toMatchObject({ added: 0, updated: 3 });
    expect(getRecord(there.session.db, 'incident', id)).toMatchObject({
      ...{ title: 'Ambush at the ford', summary: 'By night.' },
    });
    expect(counts(there)).toEqual(before);
    // and where both said something new, it is asked
    const again = [{ ...first[0], stamp: 30, summary: 'By night.', title: 'Ambush, revised' }];
    expect(takeFile(there.session, 'july.csv', again)).toMatchObject({ conflicting: 1 });
    expect(getRecord(there.session.db, 'incident', id)?.title).toBe('Ambush at the ford');
  });

  it('sees claims, figures and actors go on as where the file was read first', async () => {
    const { here, there } = await handedOver();
    const later = first.map((row) => ({ ...row, stamp: 20, killed: 5, actors: ['ISSP', 'Army'] }));
    for (const each of [here, there]) {
      expect(takeFile(each.session, 'june.csv', later)).toMatchObject({ updated: 3, added: 0 });
      const { db } = each.session;
      expect(listRecords(db, 'toll').map(({ low }) => low)).toEqual([5, 5, 5]);
      // who is named no more goes, where nobody touched it
      expect(listRecords(db, 'link')).toHaveLength(6);
      expect(listRecords(db, 'claim')).toHaveLength(3);
    }
  });

  it('has a figure of the analyst left alone', async () => {
    const [here, there] = [start(), start(bila, 5)];
    takeFile(here.session, 'may.csv', first);
    const [claim] = listRecords(here.session.db, 'claim');
    act(here.session, { kind: 'update', title: 'x' }, (tx) =>
      tx.insert('toll', { claim_id: claim?.id ?? '', party: 'civilian', low: 9, high: 9 }),
    );
    await take(there, await pack(here));
    for (const stamp of [20, 30]) {
      const later = first.map((row) => ({ ...row, stamp, killed: stamp }));
      takeFile(there.session, `${stamp}.csv`, later);
      expect(listRecords(there.session.db, 'toll').map(({ low }) => low)).toContain(9);
    }
  });

  it('does not get back what was put into the bin', async () => {
    const [here, there] = [start(), start(bila, 5)];
    takeFile(here.session, 'may.csv', first);
    const gone = idOf(here, '2');
    act(here.session, { kind: 'delete', title: 'x' }, (tx) => tx.remove('incident', gone));
    await take(there, await pack(here));
    expect(takeFile(there.session, 'may.csv', first)).toMatchObject({ added: 0, unchanged: 3 });
    const later = first.map((row) => ({ ...row, stamp: 20 }));
    expect(takeFile(there.session, 'june.csv', later)).toMatchObject({ added: 0, skipped: 1 });
  });
});

describe('differences that wait', () => {
  async function waiting() {
    const made = await handedOver();
    const later = [{ ...first[0], stamp: 20, title: 'Ambush, revised' }];
    expect(takeFile(made.here.session, 'june.csv', later)).toMatchObject({ conflicting: 1 });
    return { ...made, later };
  }
  const listed = ({ session }: Laptop) =>
    listImportConflicts(session.db, { after: null, count: 10 }).rows;

  it('wait for the colleague too, and a decision on one laptop is one on both', async () => {
    const { here, there, id, later } = await waiting();
    const { preview } = await take(there, await pack(here, 'b'));
    expect(preview.byTable['imported_row']).toMatchObject({ changed: 1, unchanged: 2 });
    expect(listed(there)[0]?.conflicts[0]?.fields).toMatchObject([{ theirs: 'Ambush, revised' }]);
    expect(takeFile(there.session, 'june.csv', later)).toMatchObject({ unchanged: 1 });
    const title = { incident: id, table: 'incident', id, unit: 'title' } as const;
    decideImportConflict(there.session, { ...title, side: 'ours' });
    await take(here, await pack(there, 'c'));
    expect(listed(here)).toEqual([]);
    expect(rowsOf(here)).toEqual(rowsOf(there));
    // what was decided stays so, until the file says something new
    const same = [{ ...first[0], stamp: 30, title: 'Ambush, revised', summary: 'Now told.' }];
    expect(takeFile(here.session, 'july.csv', same)).toMatchObject({ updated: 1, conflicting: 0 });
    const news = [{ ...first[0], stamp: 40, title: 'Ambush, third' }];
    expect(takeFile(here.session, 'august.csv', news)).toMatchObject({ conflicting: 1 });
  });

  it('a pack that brings nothing but rows is news once, and one undo takes them back', async () => {
    const { here, there } = await waiting();
    const path = await pack(here, 'b');
    const { batch } = (await take(there, path)).result;
    expect(batch).not.toBeNull();
    expect((await take(there, path)).result.batch).toBeNull();
    undo(there.session);
    expect(listed(there)).toEqual([]);
    redo(there.session);
    expect(listed(there)).toHaveLength(1);
    undoBatch(there.session, batch ?? '');
    expect(listed(there)).toEqual([]);
    expect((await take(there, path)).preview.byTable['imported_row']).toMatchObject({ changed: 1 });
    expect(listed(there)).toHaveLength(1);
  });
});

describe('both laptops read files', () => {
  it('the newer file counts on both, whichever way the pack goes', async () => {
    const { here, there } = await handedOver();
    takeFile(here.session, 'june.csv', [{ ...first[1], stamp: 20, summary: 'June.' }]);
    const july = [{ ...first[1], stamp: 30, summary: 'July.', title: 'Raid' }];
    takeFile(there.session, 'july.csv', july);
    await take(here, await pack(there, 'b'), 'theirs');
    await take(there, await pack(here, 'c'), 'ours');
    expect(rowsOf(here)).toEqual(rowsOf(there));
    for (const each of [here, there]) {
      expect(takeFile(each.session, 'july.csv', july)).toMatchObject({ unchanged: 1 });
      expect(getRecord(each.session.db, 'incident', idOf(each, '2'))?.summary).toBe('July.');
    }
  });

  it('two incidents of one key are shown as alike; merged, the next file goes on with the kept one', async () => {
    const [here, there] = [start(), start(bila, 5)];
    for (const each of [here, there]) takeFile(each.session, 'may.csv', first.slice(0, 1));
    const [a, b] = [idOf(here, '1'), idOf(there, '1')];
    const { preview } = await take(there, await pack(here));
    expect(preview.same.pairs).toMatchObject([{ a: { id: a }, b: { id: b } }]);
    const both = [{ ...first[0], stamp: 20, summary: 'One of them.' }];
    expect(takeFile(there.session, 'june.csv', both)).toMatchObject({ updated: 1, added: 0 });
    decideSame(there.session, { a, b, decision: 'same', choices: {}, why: 'one key' });
    const [kept] = listRecords(there.session.db, 'incident');
    const next = [{ ...first[0], stamp: 30, summary: 'Goes on.' }];
    const { skipped, added } = takeFile(there.session, 'july.csv', next);
    expect([skipped, added]).toEqual([0, 0]);
    expect(listRecords(there.session.db, 'incident')).toHaveLength(1);
    await take(here, await pack(there, 'b'));
    expect(takeFile(here.session, 'july.csv', next)).toMatchObject({ unchanged: 1 });
    expect(listRecords(here.session.db, 'incident').map(({ id }) => id)).toEqual([kept?.id]);
  });
});

describe('under a ceiling', () => {
  it('names nothing that stays, and tells nobody who guesses whether he is right', async () => {
    const [here, there] = [start(), start(bila, 5)];
    const told: readonly Says[] = [
      { key: '1', colour: 'as Informant Zoulou said', summary: 'Seen by informant zoulou.' },
      { key: '2', title: 'Raid' },
      { key: '3', title: 'Kept back' },
    ];
    takeFile(here.session, 'list of Informant Zoulou.csv', told);
    const { db } = here.session;
    act(here.session, { kind: 'update', title: 'x' }, (tx) => {
      tx.insert('actor', { name: 'Informant Zoulou', kind: 'person', tlp: 'RED' });
      tx.update('incident', idOf(here, '1'), { summary: 'Ours.' });
      tx.update('incident', idOf(here, '3'), { tlp: 'RED' });
    });
    takeFile(here.session, 'list of Informant Zoulou.csv', [
      { ...told[0], summary: 'Informant Zoulou again.' },
    ]);
    const [red] = listRecords(db, 'claim').filter(
      ({ incident_id }) => incident_id === idOf(here, '2'),
    );
    act(here.session, { kind: 'update', title: 'x' }, (tx) =>
      tx.update('claim', red?.id ?? '', { tlp: 'RED' }),
    );
    const path = join(here.folder, 'green.cairnpack');
    const request = { selection: { what: 'case' as const }, title: 'Green' };
    await exportPack(here.session, path, { ...request, tlpMax: 'GREEN' });
    const entries = await entriesOf(path);
    const secrets = ['zoulou', 'kept back', idOf(here, '3'), red?.id ?? '?'];
    for (const [name, bytes] of entries)
      for (const secret of secrets)
        expect(bytes.toString().toLowerCase().includes(secret), `${secret} in ${name}`).toBe(false);
    expect(entries.get(fileRowPath)?.toString()).not.toContain(
      JSON.stringify(told[0]).replaceAll('"', '""'),
    );
    const { result } = await take(there, path);
    expect(result.byTable['imported_row']).toEqual({ added: 2 });
    // who has the file gets its words; nothing comes twice
    expect(takeFile(there.session, 'list.csv', told)).toMatchObject({ added: 1, failed: 0 });
    expect(listRecords(there.session.db, 'incident')).toHaveLength(3);
  });
});

it('a pack without rows stays one that older Cairns read, and one with rows says so', async () => {
  const here = start();
  act(here.session, { kind: 'create', title: 'x' }, (tx) => tx.insert('incident', { title: 'x' }));
  const version = async (path: string) =>
    JSON.parse((await entriesOf(path)).get('datapackage.json')?.toString() ?? '').cairn.version;
  expect(await version(await pack(here, 'a'))).toBe(2);
  takeFile(here.session, 'may.csv', first);
  expect(await version(await pack(here, 'b'))).toBe(3);
});

it('the preview of rows is not held to once a file was read in between', async () => {
  const { here, there } = await handedOver();
  takeFile(here.session, 'june.csv', [{ ...first[1], stamp: 20, summary: 'June.' }]);
  const { preview } = await previewPack(there.session, await pack(here, 'b'));
  takeFile(there.session, 'june.csv', [{ ...first[1], stamp: 20, summary: 'June.' }]);
  const request = { preview, conflicts: 'ours' as const, rules: [], decisions: {} };
  await expect(importPack(there.session, request)).rejects.toMatchObject({
    code: 'record/changed',
  });
});
