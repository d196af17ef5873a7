/** Actors and sources of one name that files made on two laptops become one when a pack comes. */
import { describe, expect, it } from 'vitest';
import { getRecord, listRecords } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import type { GivenValues } from '../../electron/services/transaction.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import { addActor, addClaim, addIncident, addNote, addSource } from '../helpers/case-builder.ts';
import { checkedLaptops } from '../helpers/checked-laptops.ts';
import { dump } from '../helpers/dump.ts';
import { type Says, takeFile } from '../helpers/file-rows.ts';
import { bila, type Laptop, pack, recordsOf, take } from '../helpers/laptops.ts';

const start = checkedLaptops();

const may: readonly Says[] = [
  { key: '1', stamp: 10 },
  { key: '2', stamp: 10, title: 'Raid' },
];

/** Both laptops read the same file, each by itself. */
function bothRead(): { readonly here: Laptop; readonly there: Laptop } {
  const [here, there] = [start(), start(bila, 5)];
  for (const each of [here, there]) takeFile(each.session, 'may.csv', may);
  return { here, there };
}

const sources = ({ session }: Laptop) => listRecords(session.db, 'source');
const ownSource = (on: Laptop) => sources(on)[0]?.id ?? '';
const update = ({ session }: Laptop, id: string, patch: GivenValues<'source'>) =>
  act(session, { kind: 'update', title: 'x' }, (tx) => tx.update('source', id, patch));

/** Packs to and fro until both have all. */
async function swap(here: Laptop, there: Laptop): Promise<void> {
  await take(there, await pack(here, 'a'));
  await take(here, await pack(there, 'b'));
  await take(there, await pack(here, 'c'));
}

describe('both laptops read one file', () => {
  it('its source, actors and tags are one after the pack, the same on both', async () => {
    const { here, there } = bothRead();
    const [first, second] = [ownSource(here), ownSource(there)].sort();
    await swap(here, there);
    for (const each of [here, there]) {
      expect(sources(each).map(({ id }) => id)).toEqual([first]);
      const { db } = each.session;
      expect(getRecord(db, 'source', second ?? '')?.deleted_at).not.toBeNull();
      expect(listRecords(db, 'actor').map(({ name }) => name)).toEqual(['JNIM']);
      expect(listRecords(db, 'tag')).toHaveLength(1);
      const [actor] = listRecords(db, 'actor');
      const links = listRecords(db, 'link');
      expect(links.every(({ from_id }) => from_id === actor?.id)).toBe(true);
      const claims = listRecords(db, 'claim');
      expect(claims.every(({ source_id }) => source_id === first)).toBe(true);
    }
    expect(recordsOf(here)).toEqual(recordsOf(there));
  });

  it('a pack crossing another makes the same of it', async () => {
    const { here, there } = bothRead();
    const [a, b] = [await pack(here, 'a'), await pack(there, 'b')];
    await take(there, a);
    await take(here, b);
    await swap(here, there);
    expect(recordsOf(here)).toEqual(recordsOf(there));
    expect(sources(here)).toHaveLength(1);
  });

  it('one undo parts them again, redo joins them', async () => {
    const { here, there } = bothRead();
    const before = dump(there.session);
    await take(there, await pack(here));
    const after = sources(there);
    expect(after).toHaveLength(1);
    undo(there.session);
    expect(dump(there.session)).toEqual(before);
    redo(there.session);
    expect(sources(there)).toEqual(after);
  });

  it('the grade, notes and label that one side gave stay', async () => {
    const { here, there } = bothRead();
    update(there, ownSource(there), { reliability: 'B', reliability_why: 'Known', tlp: 'AMBER' });
    addNote(there.session, { table: 'source', id: ownSource(there) }, { body: 'Asked them' });
    await swap(here, there);
    const [source, ...others] = sources(here);
    expect(others).toEqual([]);
    expect(source).toMatchObject({ reliability: 'B', reliability_why: 'Known', tlp: 'AMBER' });
    expect(listRecords(here.session.db, 'note').map((note) => note.target_id)).toEqual([
      source?.id,
    ]);
    expect(recordsOf(here)).toEqual(recordsOf(there));
  });

  it('two grades keep them apart until somebody has decided', async () => {
    const { here, there } = bothRead();
    update(here, ownSource(here), { reliability: 'B' });
    update(there, ownSource(there), { reliability: 'C' });
    await swap(here, there);
    expect(sources(here).map(({ reliability }) => reliability)).toEqual(['B', 'C']);
    expect(recordsOf(here)).toEqual(recordsOf(there));
    const second = sources(there).find(({ reliability }) => reliability === 'C')?.id ?? '';
    update(there, second, { reliability: 'B' });
    await swap(there, here);
    expect(sources(here).map(({ reliability }) => reliability)).toEqual(['B']);
    expect(recordsOf(here)).toEqual(recordsOf(there));
  });

  it('later work on the one that went is asked about nowhere and goes to the one that stays', async () => {
    const { here, there } = bothRead();
    const joined = await (async () => {
      await take(here, await pack(there, 'early'));
      return pack(here, 'joined');
    })();
    const incident = addIncident(there.session).id;
    const own = ownSource(there);
    const actor = listRecords(there.session.db, 'actor')[0]?.id ?? '';
    const via = [actor];
    const claim = addClaim(there.session, incident, { source_id: own, claimant_id: actor, via }).id;
    const { result } = await take(there, joined);
    expect(result.conflicting).toBe(0);
    const [kept] = sources(there);
    const [party] = listRecords(there.session.db, 'actor');
    expect(getRecord(there.session.db, 'claim', claim)).toMatchObject({
      ...{ source_id: kept?.id, claimant_id: party?.id, via: [party?.id] },
    });
    await swap(there, here);
    expect(recordsOf(here)).toEqual(recordsOf(there));
  });
});

it('two witnesses whom analysts called alike stay two', async () => {
  const [here, there] = [start(), start(bila, 5)];
  for (const each of [here, there]) {
    addSource(each.session, { title: 'Resident', kind: 'interview', text: '' });
    addActor(each.session, { name: 'Militia', kind: 'political-militia' });
  }
  await swap(here, there);
  expect(sources(here)).toHaveLength(2);
  expect(listRecords(here.session.db, 'actor')).toHaveLength(2);
});
