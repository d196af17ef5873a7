/** Conflicts are asked field by field, all of them, and answered one by one, by kind or in own words. */
import { afterEach, describe, expect, it } from 'vitest';
import { getRecord } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { checkCase } from '../../electron/services/check.ts';
import { type ImportRequest, importPack } from '../../electron/services/import-pack.ts';
import { packConflicts, previewPack } from '../../electron/services/preview-pack.ts';
import { awa, bila, type Laptop, laptop, pack, take } from '../helpers/laptops.ts';

const open: Laptop[] = [];
afterEach(() => {
  for (const each of open.splice(0)) {
    expect(checkCase(each.session).problems).toEqual([]);
    each.close();
  }
});

/** `count` incidents on two laptops, with another title and place on each. */
async function disagreement(count: number) {
  const here = laptop(awa);
  const there = laptop(bila, 5);
  open.push(here, there);
  const ids = act(here.session, { kind: 'bulk', title: 'all' }, (tx) =>
    Array.from({ length: count }, (_, at) => tx.insert('incident', { title: `I ${at}` }).id),
  );
  await take(there, await pack(here));
  for (const [on, title, place] of [
    [here, 'Ours', 10],
    [there, 'Theirs', 20],
  ] as const)
    act(on.session, { kind: 'bulk', title }, (tx) => {
      for (const id of ids)
        tx.update('incident', id, { title, latitude: place, longitude: place, geo_level: 'point' });
    });
  const path = await pack(there, 'b');
  const preview = await previewPack(here.session, path);
  const run = (answers: Partial<ImportRequest>) =>
    importPack(here.session, {
      preview: preview.preview,
      conflicts: 'ours',
      rules: [],
      decisions: {},
      ...answers,
    });
  const held = (at: number) => getRecord(here.session.db, 'incident', ids[at] ?? '');
  return { here, there, ids, preview, run, held, path };
}

describe('conflicts', () => {
  it('are all shown, page by page, with who wrote what and when', async () => {
    const { here, preview } = await disagreement(620);
    expect(preview.conflictKinds).toEqual([
      { table: 'incident', unit: 'place_id', count: 620 },
      { table: 'incident', unit: 'title', count: 620 },
    ]);
    const first = preview.samples.filter(({ verdict }) => verdict === 'conflicting');
    const seen = new Set(first.map(({ id }) => id));
    for (let from = first.length; ; ) {
      const page = packConflicts(here.session, { preview: preview.preview, from, count: 200 });
      expect(page.total).toBe(620);
      for (const { id } of page.rows) seen.add(id);
      from += page.rows.length;
      if (page.rows.length === 0) break;
    }
    expect(seen.size).toBe(620);
    expect(first[0]).toMatchObject({
      ourWriter: { name: 'Awa' },
      theirWriter: { name: 'Bila' },
      fields: expect.arrayContaining([
        { field: 'title', unit: 'title', ours: 'Ours', theirs: 'Theirs', isAsked: true },
        { field: 'longitude', unit: 'place_id', ours: 10, theirs: 20, isAsked: true },
      ]),
    });
  });

  it('are answered field by field, places never mixed', async () => {
    const { ids, run, held } = await disagreement(1);
    await run({ decisions: { [ids[0] ?? '']: { title: 'theirs', place_id: 'ours' } } });
    expect(held(0)).toMatchObject({ title: 'Theirs', latitude: 10, longitude: 10 });
  });

  it('are answered in own words, which the other laptop takes over unasked', async () => {
    const { here, there, ids, run, held } = await disagreement(1);
    const id = ids[0] ?? '';
    await run({ decisions: { [id]: { title: { values: { title: 'Both', summary: 'x' } } } } });
    expect(held(0)).toMatchObject({ title: 'Both', summary: '', latitude: 10 });
    const { preview } = await take(there, await pack(here, 'c'));
    expect(preview.byTable['incident']).toMatchObject({ conflicting: 0, changed: 1 });
    expect(getRecord(there.session.db, 'incident', id)).toMatchObject({
      title: 'Both',
      latitude: 10,
    });
  });

  it('refuses own words that break a rule, and leaves the case as it was', async () => {
    const { ids, run, held } = await disagreement(1);
    const decisions = { [ids[0] ?? '']: { title: { values: { title: '' } } } };
    await expect(run({ decisions })).rejects.toMatchObject({ code: 'input/invalid' });
    expect(held(0)).toMatchObject({ title: 'Ours' });
    await run({});
    expect(held(0)).toMatchObject({ title: 'Ours' });
  });

  it('are answered by kind, where no single answer was given', async () => {
    const { ids, run, held } = await disagreement(3);
    await run({
      rules: [{ table: 'incident', unit: 'title', side: 'theirs' }],
      decisions: { [ids[1] ?? '']: { title: 'ours' }, [ids[2] ?? '']: 'theirs' },
    });
    expect([0, 1, 2].map((at) => [held(at)?.title, held(at)?.latitude])).toEqual([
      ['Theirs', 10],
      ['Ours', 10],
      ['Theirs', 20],
    ]);
  });

  it('are asked once: the same pack brings nothing after that', async () => {
    const { here, run, path } = await disagreement(2);
    await run({ rules: [{ table: 'incident', unit: 'title', side: 'theirs' }] });
    const { preview, result } = await take(here, path);
    expect(preview.conflictKinds).toEqual([]);
    expect(result.batch).toBeNull();
  });
});
