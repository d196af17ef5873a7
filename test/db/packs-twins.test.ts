/** Two laptops read one file of a data set, each by itself, and swap packs: one event is one incident. */
import { describe, expect, it } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { importPack } from '../../electron/services/import-pack.ts';
import { previewPack } from '../../electron/services/preview-pack.ts';
import { decideSame } from '../../electron/services/same-decide.ts';
import { joinAllTwins, sameTwins } from '../../electron/services/same-twins.ts';
import type { GivenValues } from '../../electron/services/transaction.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import { undoBatch } from '../../electron/services/undo-batch.ts';
import { addClaim, addNote } from '../helpers/case-builder.ts';
import { checkedLaptops } from '../helpers/checked-laptops.ts';
import { dump } from '../helpers/dump.ts';
import { numberedList, type Says, takeFile } from '../helpers/file-rows.ts';
import { bila, type Laptop, pack, recordsOf, take } from '../helpers/laptops.ts';
import { fileRows } from '../helpers/stories.ts';

const start = checkedLaptops();

const may: readonly Says[] = [
  { key: '1', stamp: 10 },
  { key: '2', stamp: 10, title: 'Raid', killed: 7 },
];
const read = ({ session }: Laptop, name: string, rows: readonly Says[]) =>
  takeFile(session, name, rows, numberedList);

/** Both laptops read the same file, each by itself; `here` first, so that its records stay. */
function bothRead(): { readonly here: Laptop; readonly there: Laptop } {
  const [here, there] = [start(), start(bila, 5)];
  for (const each of [here, there]) read(each, 'may.csv', may);
  return { here, there };
}

const live = ({ session }: Laptop, key = '1') =>
  listRecords(session.db, 'incident').filter(({ external_key }) => external_key === `UCDP:${key}`);
const idOf = (on: Laptop, key = '1') => live(on, key)[0]?.id ?? '';
const claimsOf = ({ session }: Laptop, incident: string) =>
  listRecords(session.db, 'claim').filter(({ incident_id }) => incident_id === incident);
const edit = ({ session }: Laptop, id: string, patch: GivenValues<'incident'>) =>
  act(session, { kind: 'update', title: 'x' }, (tx) => tx.update('incident', id, patch));
const counts = ({ session: { db } }: Laptop) =>
  Object.fromEntries(
    (['incident', 'claim', 'toll', 'link', 'tagging', 'source', 'actor'] as const).map((table) => [
      table,
      listRecords(db, table).length,
    ]),
  );
const once = { incident: 2, claim: 2, toll: 2, link: 2, tagging: 2, source: 1, actor: 1 };

async function swap(here: Laptop, there: Laptop): Promise<void> {
  await take(there, await pack(here, 'a'));
  await take(here, await pack(there, 'b'));
  await take(there, await pack(here, 'c'));
}

/** Previews and imports with twins left as they are. */
async function takeApart(into: Laptop, path: string) {
  const { preview } = await previewPack(into.session, path);
  const request = { conflicts: 'ours' as const, rules: [], decisions: {}, joinTwins: false };
  return importPack(into.session, { preview, ...request });
}

describe('one file, two laptops', () => {
  it('the preview counts them apart, and the import makes one of two', async () => {
    const { here, there } = bothRead();
    const first = idOf(here);
    const { preview, result } = await take(there, await pack(here));
    expect(preview.twins).toEqual({ count: 2, sets: [{ name: 'UCDP', count: 2 }] });
    expect(preview.same.pairs).toEqual([]);
    expect(result).toMatchObject({ joined: 2, apart: 0, conflicting: 0 });
    expect(counts(there)).toEqual(once);
    expect(idOf(there)).toBe(first);
    expect(sameTwins(there.session)).toEqual({ count: 0, sets: [] });
  });

  it('ends equal on both, whichever pack goes first, and packs that cross', async () => {
    for (const isCrossing of [false, true]) {
      const { here, there } = bothRead();
      if (isCrossing) {
        const [a, b] = [await pack(here, 'x'), await pack(there, 'y')];
        await take(there, a);
        await take(here, b);
      }
      await swap(there, here);
      expect(counts(here)).toEqual(once);
      expect(recordsOf(here)).toEqual(recordsOf(there));
      const later = [{ key: '1', stamp: 20, killed: 5, summary: 'By night.' }];
      for (const each of [here, there]) {
        expect(read(each, 'june.csv', later)).toMatchObject({ updated: 1, added: 0 });
        expect(counts(each)).toEqual(once);
      }
      await swap(here, there);
      expect(counts(there)).toEqual(once);
      expect(recordsOf(here)).toEqual(recordsOf(there));
    }
  });

  it('one undo parts them, redo joins them, and the batch goes as a whole', async () => {
    const { here, there } = bothRead();
    const before = dump(there.session);
    const { result } = await take(there, await pack(here));
    undo(there.session);
    expect(dump(there.session)).toEqual(before);
    redo(there.session);
    expect(counts(there)).toEqual(once);
    undoBatch(there.session, result.batch ?? '');
    expect(counts(there)).toEqual(once);
    expect(read(there, 'may.csv', may)).toMatchObject({ added: 0, unchanged: 2 });
  });

  it('left apart they stand first among those that look alike, and one step joins them', async () => {
    const { here, there } = bothRead();
    const result = await takeApart(there, await pack(here));
    expect(result).toMatchObject({ joined: 0 });
    expect(counts(there)).toMatchObject({ incident: 4, claim: 4, source: 1 });
    expect(sameTwins(there.session)).toEqual({ count: 2, sets: [{ name: 'UCDP', count: 2 }] });
    const before = dump(there.session);
    expect(joinAllTwins(there.session)).toMatchObject({ joined: 2, apart: 0 });
    expect(counts(there)).toEqual(once);
    undo(there.session);
    expect(dump(there.session)).toEqual(before);
    redo(there.session);
    await swap(there, here);
    expect(recordsOf(here)).toEqual(recordsOf(there));
    expect(counts(here)).toEqual(once);
    // what the file said of them went along
    const rows = (each: Laptop) => fileRows(each).map(({ said }) => Object.keys(said).length);
    expect(rows(here)).toEqual(rows(there));
    expect(Math.min(...rows(here))).toBeGreaterThan(1);
  });

  it('a cancelled step changes nothing', async () => {
    const { here, there } = bothRead();
    const many = Array.from({ length: 250 }, (_, at) => ({ key: `${at + 10}`, stamp: 10 }));
    for (const each of [here, there]) read(each, 'many.csv', many);
    await takeApart(there, await pack(here));
    const before = dump(there.session);
    const work = { progress: () => undefined, isCancelled: () => true };
    expect(() => joinAllTwins(there.session, {}, work)).toThrow(
      expect.objectContaining({ code: 'call/cancelled' }),
    );
    expect(dump(there.session)).toEqual(before);
  });
});

describe('what analysts did meanwhile', () => {
  it('comes along from both sides: fields, claims, figures, links, notes', async () => {
    const { here, there } = bothRead();
    edit(here, idOf(here), { title: 'Ambush at the ford', tlp: 'AMBER' });
    edit(there, idOf(there), { summary: 'Told by a driver.', status: 'confirmed' });
    addNote(there.session, { table: 'incident', id: idOf(there) }, { body: 'Asked twice' });
    addClaim(there.session, idOf(there), { statement: 'Residents: ten' }, [{ low: 10, high: 10 }]);
    const [claim] = claimsOf(there, idOf(there));
    act(there.session, { kind: 'update', title: 'x' }, (tx) => {
      tx.update('claim', claim?.id ?? '', { credibility: 2, credibility_why: 'Seen' });
      tx.insert('toll', { claim_id: claim?.id ?? '', party: 'civilian', low: 1, high: 1 });
      const [link] = listRecords(tx.db, 'link');
      tx.update('link', link?.id ?? '', { role: 'perpetrator', attribution: 'claimed' });
    });
    await swap(here, there);
    for (const each of [here, there]) {
      const [incident, ...others] = live(each);
      expect(others).toEqual([]);
      expect(incident).toMatchObject({
        ...{ title: 'Ambush at the ford', summary: 'Told by a driver.', status: 'confirmed' },
        tlp: 'AMBER',
      });
      const claims = claimsOf(each, incident?.id ?? '');
      expect(claims.map(({ credibility }) => credibility).sort()).toEqual([2, 6]);
      const links = listRecords(each.session.db, 'link').filter(
        ({ to_id }) => to_id === incident?.id,
      );
      expect(links.map(({ role }) => role)).toEqual(['perpetrator']);
      expect(
        listRecords(each.session.db, 'toll')
          .map(({ low }) => low)
          .sort(),
      ).toEqual([1, 10, 3, 7]);
      expect(listRecords(each.session.db, 'note')).toHaveLength(1);
    }
    expect(recordsOf(here)).toEqual(recordsOf(there));
  });

  it('two different titles are not joined silently: the pair waits', async () => {
    const { here, there } = bothRead();
    edit(here, idOf(here), { title: 'Ours' });
    edit(there, idOf(there), { title: 'Theirs' });
    const { result } = await take(there, await pack(here));
    expect(result).toMatchObject({ joined: 1, apart: 1 });
    expect(
      live(there)
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['Ours', 'Theirs']);
    expect(sameTwins(there.session).count).toBe(1);
    const [a = '', b = ''] = live(there).map(({ id }) => id);
    decideSame(there.session, { a, b, decision: 'different', choices: {}, why: 'Two' });
    expect(sameTwins(there.session).count).toBe(0);
  });

  it('the newer file counts, and an edit that it has overtaken is asked about', async () => {
    const { here, there } = bothRead();
    read(there, 'june.csv', [{ key: '1', stamp: 20, summary: 'June.', killed: 4 }]);
    edit(here, idOf(here, '2'), { summary: 'Ours.' });
    read(there, 'june.csv', [{ key: '2', stamp: 20, title: 'Raid', summary: 'June.', killed: 7 }]);
    await swap(here, there);
    expect(live(here)).toMatchObject([{ summary: 'June.' }]);
    expect(
      live(here, '2')
        .map(({ summary }) => summary)
        .sort(),
    ).toEqual(['June.', 'Ours.']);
    expect(recordsOf(here)).toEqual(recordsOf(there));
    const claim = claimsOf(here, idOf(here));
    expect(claim).toHaveLength(1);
    expect(read(here, 'june.csv', [{ key: '1', stamp: 20, summary: 'June.', killed: 4 }])).toEqual(
      expect.objectContaining({ unchanged: 1, updated: 0 }),
    );
  });

  it('claims of both stay, also where a later file came after them', async () => {
    const { here, there } = bothRead();
    addClaim(here.session, idOf(here), { statement: 'Here' });
    addClaim(there.session, idOf(there), { statement: 'There' });
    read(here, 'june.csv', [{ key: '1', stamp: 20, killed: 4 }]);
    read(there, 'july.csv', [{ key: '1', stamp: 30, killed: 5 }]);
    await swap(here, there);
    for (const each of [here, there]) {
      expect(live(each)).toHaveLength(1);
      const words = claimsOf(each, idOf(each)).map(({ statement }) => statement);
      expect(words.sort()).toEqual(['', 'Here', 'There']);
    }
  });

  it('work that goes on elsewhere on the one that went arrives at the one that stayed', async () => {
    const { here, there } = bothRead();
    const theirs = idOf(there);
    await take(here, await pack(there, 'early'));
    addClaim(there.session, theirs, { statement: 'Only there' });
    edit(there, theirs, { summary: 'Only there' });
    await swap(there, here);
    for (const each of [here, there]) {
      expect(live(each)).toHaveLength(1);
      const words = claimsOf(each, idOf(each)).map(({ statement }) => statement);
      expect(words.sort()).toEqual(['', 'Only there']);
      expect(live(each)[0]?.summary).toBe('Only there');
    }
    expect(recordsOf(here)).toEqual(recordsOf(there));
  });
});

describe('a later file that both read', () => {
  const june: readonly Says[] = [{ key: '1', stamp: 20, actors: ['JNIM', 'Army'], killed: 5 }];

  it('brings its new claims once', async () => {
    const [here, there] = [start(), start(bila, 5)];
    read(here, 'may.csv', may);
    const [claim] = claimsOf(here, idOf(here));
    act(here.session, { kind: 'update', title: 'x' }, (tx) =>
      tx.update('claim', claim?.id ?? '', { kind: 'other' }),
    );
    await take(there, await pack(here, 'first'));
    for (const each of [here, there]) read(each, 'june.csv', june);
    expect(claimsOf(here, idOf(here))).toHaveLength(2);
    await swap(here, there);
    for (const each of [here, there]) {
      expect(claimsOf(each, idOf(each))).toHaveLength(2);
      const july = [{ ...june[0], stamp: 30, killed: 6 }];
      expect(read(each, 'july.csv', july)).toMatchObject({ updated: 1, conflicting: 0 });
      expect(claimsOf(each, idOf(each))).toHaveLength(2);
    }
    await swap(here, there);
    expect(claimsOf(here, idOf(here))).toHaveLength(2);
    expect(recordsOf(here)).toEqual(recordsOf(there));
  });
});
