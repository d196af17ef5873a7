/** What was taken back stays taken back, whoever still carries it; what others wrote is not undone by us. */
import { afterEach, describe, expect, it } from 'vitest';
import { getRecord } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { checkCase } from '../../electron/services/check.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import { undoBatch } from '../../electron/services/undo-batch.ts';
import { awa, bila, fill, type Laptop, laptop, pack, take } from '../helpers/laptops.ts';

const open: Laptop[] = [];
function start(author = awa, startsAt = 0): Laptop {
  const made = laptop(author, startsAt);
  open.push(made);
  return made;
}
afterEach(() => {
  for (const each of open.splice(0)) {
    expect(checkCase(each.session).problems).toEqual([]);
    each.close();
  }
});

async function pair() {
  const here = start();
  const ids = await fill(here);
  const there = start(bila, 5);
  await take(there, await pack(here));
  return { here, there, ids };
}

function edit(on: Laptop, id: string, patch: object): void {
  act(on.session, { kind: 'update', title: 'incident' }, (tx) => tx.update('incident', id, patch));
}
function note(on: Laptop, incident: string): string {
  const values = { target_table: 'incident' as const, target_id: incident, body: 'slip' };
  return act(on.session, { kind: 'create', title: 'note' }, (tx) => tx.insert('note', values)).id;
}
const titleOf = (on: Laptop, id: string) => getRecord(on.session.db, 'incident', id)?.title;
const isLive = (on: Laptop, table: 'note' | 'incident', id: string) =>
  getRecord(on.session.db, table, id)?.deleted_at === null;

describe('an edit that was taken back', () => {
  it('does not come back with the pack of one who took it over, and goes there too', async () => {
    const { here, there, ids } = await pair();
    edit(here, ids.incident, { title: 'A slip' });
    await take(there, await pack(here, 'b'));
    expect(titleOf(there, ids.incident)).toBe('A slip');
    undo(here.session);
    const back = await take(here, await pack(there, 'c'));
    expect(back.preview.byTable['incident']).toMatchObject({ older: 1, changed: 0 });
    expect(titleOf(here, ids.incident)).toBe('Attack on the Djibo base');
    const { preview } = await take(there, await pack(here, 'd'));
    expect(preview.samples.find(({ verdict }) => verdict === 'changed')).toMatchObject({
      id: ids.incident,
      fields: [{ field: 'title', ours: 'A slip', theirs: 'Attack on the Djibo base' }],
    });
    expect(titleOf(there, ids.incident)).toBe('Attack on the Djibo base');
    // brought back by redo, it travels again
    redo(here.session);
    await take(there, await pack(here, 'e'));
    expect(titleOf(there, ids.incident)).toBe('A slip');
  });

  it('stays away where the other went on working on the record', async () => {
    const { here, there, ids } = await pair();
    edit(here, ids.incident, { title: 'A slip' });
    await take(there, await pack(here, 'b'));
    undo(here.session);
    edit(there, ids.incident, { summary: 'more' });
    const { result } = await take(here, await pack(there, 'c'));
    expect(result).toMatchObject({ updated: 1, conflicting: 0 });
    expect(getRecord(here.session.db, 'incident', ids.incident)).toMatchObject({
      title: 'Attack on the Djibo base',
      summary: 'more',
    });
  });
});

describe('a record whose making was taken back', () => {
  it('leaves others too when a pack had carried it', async () => {
    const { here, there, ids } = await pair();
    const slip = note(here, ids.incident);
    await take(there, await pack(here, 'b'));
    undo(here.session);
    await take(here, await pack(there, 'c'));
    expect(isLive(here, 'note', slip)).toBe(false);
    await take(there, await pack(here, 'd'));
    expect(isLive(there, 'note', slip)).toBe(false);
  });

  it('is asked about where the other went on working on it', async () => {
    const { here, there, ids } = await pair();
    const slip = note(here, ids.incident);
    await take(there, await pack(here, 'b'));
    undo(here.session);
    act(there.session, { kind: 'update', title: 'note' }, (tx) =>
      tx.update('note', slip, { body: 'no slip at all' }),
    );
    const { preview } = await take(there, await pack(here, 'c'));
    expect(preview.byTable['note']).toMatchObject({ conflicting: 1 });
    expect(isLive(there, 'note', slip)).toBe(true);
  });

  it('never leaves the laptop when no pack had carried it', async () => {
    const { here, ids } = await pair();
    const slip = note(here, ids.incident);
    undo(here.session);
    const third = start(bila, 9);
    await take(third, await pack(here, 'b'));
    expect(getRecord(third.session.db, 'note', slip)).toBeUndefined();
  });
});

describe('an import that was taken back', () => {
  it('takes nothing away from those who wrote it, and may come again', async () => {
    const { here, there, ids } = await pair();
    edit(there, ids.incident, { title: 'Theirs' });
    const fresh = note(there, ids.incident);
    const path = await pack(there, 'b');
    const { result } = await take(here, path);
    undoBatch(here.session, result.batch ?? '');
    expect([titleOf(here, ids.incident), isLive(here, 'note', fresh)]).toEqual([
      'Attack on the Djibo base',
      false,
    ]);
    await take(there, await pack(here, 'c'));
    expect([titleOf(there, ids.incident), isLive(there, 'note', fresh)]).toEqual(['Theirs', true]);
    const again = await take(here, path);
    expect(again.preview.byTable['note']).toMatchObject({ new: 1 });
    expect([titleOf(here, ids.incident), isLive(here, 'note', fresh)]).toEqual(['Theirs', true]);
    // once more by Ctrl+Z, there and back
    undo(here.session);
    expect(titleOf(here, ids.incident)).toBe('Attack on the Djibo base');
    redo(here.session);
    expect([titleOf(here, ids.incident), isLive(here, 'note', fresh)]).toEqual(['Theirs', true]);
  });
});
