/** Two laptops work on one case and swap packs: joined, asked, decided, equal in the end. */
import { afterEach, describe, expect, it } from 'vitest';
import { listIncidentIds } from '../../electron/db/queries/incident-list.ts';
import { getRecord, listRecords } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { checkCase } from '../../electron/services/check.ts';
import { importPack } from '../../electron/services/import-pack.ts';
import { previewPack } from '../../electron/services/preview-pack.ts';
import { decideSame } from '../../electron/services/same-decide.ts';
import { undo } from '../../electron/services/undo.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import {
  awa,
  bila,
  dumpHash,
  fill,
  type Laptop,
  laptop,
  pack,
  recordsOf,
  take,
} from '../helpers/laptops.ts';

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

const getRecordsOf = <T extends 'tag' | 'actor_name' | 'tagging' | 'toll' | 'link'>(
  { session }: Laptop,
  table: T,
) => listRecords(session.db, table);

describe('two laptops', () => {
  async function pair() {
    const here = start();
    const ids = await fill(here);
    const there = start(bila, 5);
    await take(there, await pack(here));
    return { here, there, ids };
  }
  /** Two incidents of one attack, on both laptops. */
  async function bothHaveTwo() {
    const [here, there] = [start(), start(bila, 5)];
    const [a = '', b = ''] = act(here.session, { kind: 'create', title: 'two' }, (tx) =>
      ['Djibo', 'Attack on Djibo'].map((title) => tx.insert('incident', { title }).id),
    );
    await take(there, await pack(here));
    return { here, there, a, b };
  }
  const edit = (on: Laptop, id: string, patch: object): void => {
    act(on.session, { kind: 'update', title: 'incident' }, (tx) =>
      tx.update('incident', id, patch),
    );
  };
  const whole = ({ session }: Laptop, id: string) => getRecord(session.db, 'incident', id);
  const incident = (on: Laptop, id: string) => {
    const { origin: _, ...record } = whole(on, id) ?? {};
    return record;
  };

  it('join edits of different fields without asking, and end equal', async () => {
    const { here, there, ids } = await pair();
    edit(here, ids.incident, { title: 'Attack on Djibo', targets: ['market', 'school'] });
    edit(there, ids.incident, {
      status: 'claimed',
      targets: ['market', 'bridge', 'police-station'],
    });
    const { result } = await take(here, await pack(there, 'b'));
    expect(result).toMatchObject({ updated: 1, conflicting: 0 });
    expect(incident(here, ids.incident)).toMatchObject({
      title: 'Attack on Djibo',
      status: 'claimed',
      targets: ['bridge', 'market', 'school'],
    });
    const back = await take(there, await pack(here, 'c'));
    expect(back.result).toMatchObject({ updated: 1, conflicting: 0 });
    expect(incident(there, ids.incident)).toEqual(incident(here, ids.incident));
    const last = await take(here, await pack(there, 'd'));
    expect(last.result).toMatchObject({ updated: 0, conflicting: 0 });
  });

  it('show what an incident takes from one that was merged into it, before it takes it', async () => {
    const { here, there, a, b } = await bothHaveTwo();
    decideSame(there.session, { a, b, decision: 'same', choices: {}, why: '' });
    const isFirstKept = whole(there, a)?.deleted_at === null;
    const [stays, gone] = isFirstKept ? [a, b] : [b, a];
    edit(here, gone, { status: 'refuted' });
    const shown = async (on: Laptop, path: string) => {
      const { samples } = await previewPack(on.session, path);
      const fields = samples.filter(({ id }) => id === stays).flatMap((each) => each.fields);
      return fields.filter(({ field }) => field === 'status');
    };
    const late = { field: 'status', ours: 'reported', theirs: 'refuted', isAsked: false };
    const edited = await pack(here, 'edited');
    // the other way the merge comes, and the edit is ours
    expect(await shown(here, await pack(there, 'merged'))).toMatchObject([late]);
    expect(await shown(there, edited)).toMatchObject([late]);
    await take(there, edited);
    expect(whole(there, stays)?.status).toBe('refuted');
  });

  it('lose no word where one edits what the other has changed and merged meanwhile', async () => {
    const { here, there, a, b } = await bothHaveTwo();
    // both are one here by now, with a summary that the other has not heard of
    edit(here, a, { summary: 'The base' });
    edit(here, b, { summary: 'The base' });
    decideSame(here.session, { a, b, decision: 'same', choices: {}, why: '' });
    const isFirstKept = whole(here, a)?.deleted_at === null;
    edit(there, isFirstKept ? b : a, { time_words: 'at dawn' });
    await take(there, await pack(here, 'merged'));
    const stays = isFirstKept ? a : b;
    const told = { summary: 'The base', time_words: 'at dawn' };
    expect(incident(there, stays)).toMatchObject(told);
    await take(here, await pack(there, 'back'));
    expect(incident(here, stays)).toMatchObject(told);
  });

  it.each(['ours', 'theirs'] as const)(
    'show a real conflict, decided for %s once and for all',
    async (decision) => {
      const { here, there, ids } = await pair();
      edit(here, ids.incident, { title: 'Here' });
      edit(there, ids.incident, { title: 'There', summary: 'new' });
      const path = await pack(there, 'b');
      const { preview, result } = await take(here, path, decision);
      expect(preview.byTable['incident']).toMatchObject({ conflicting: 1, unchanged: 1 });
      expect(preview.samples.filter(({ verdict }) => verdict === 'conflicting')).toMatchObject([
        {
          id: ids.incident,
          title: 'Here',
          fields: [
            { field: 'title', ours: 'Here', theirs: 'There', isAsked: true },
            { field: 'summary', theirs: 'new', isAsked: false },
          ],
        },
      ]);
      expect(result).toMatchObject({ conflicting: 1 });
      expect(incident(here, ids.incident)).toMatchObject({
        title: decision === 'ours' ? 'Here' : 'There',
        summary: 'new',
      });
      // the same pack asks no more, and the other laptop takes the decision over
      const after = dumpHash(here);
      expect((await take(here, path)).result.batch).toBeNull();
      expect(dumpHash(here)).toBe(after);
      const back = await take(there, await pack(here, 'c'));
      expect(back.result).toMatchObject({ conflicting: 0 });
      expect(incident(there, ids.incident)).toEqual(incident(here, ids.incident));
    },
  );

  it('keep a conflict decided for ours in memory even when nothing else changes', async () => {
    const { here, there, ids } = await pair();
    edit(here, ids.incident, { title: 'Here' });
    edit(there, ids.incident, { title: 'There' });
    const path = await pack(there, 'b');
    await take(here, path, 'ours');
    const { preview } = await take(here, path);
    expect(preview.byTable['incident']).toMatchObject({ conflicting: 0 });
    // taken back, the question comes back
    undo(here.session);
    expect((await previewPack(here.session, path)).byTable['incident']).toMatchObject({
      conflicting: 1,
    });
  });

  it('decide record by record', async () => {
    const { here, there, ids } = await pair();
    for (const id of [ids.incident, ids.other]) {
      edit(here, id, { title: 'Here' });
      edit(there, id, { title: 'There' });
    }
    const preview = await previewPack(here.session, await pack(there, 'b'));
    await importPack(here.session, {
      preview: preview.preview,
      conflicts: 'ours',
      rules: [],
      decisions: { [ids.other]: 'theirs' },
    });
    expect(incident(here, ids.incident)).toMatchObject({ title: 'Here' });
    expect(incident(here, ids.other)).toMatchObject({ title: 'There' });
  });

  it('show, of one import, what it changed as well as what it brought', async () => {
    const { here, there, ids } = await pair();
    edit(there, ids.incident, { title: 'There' });
    act(there.session, { kind: 'update', title: 'claim' }, (tx) =>
      tx.update('claim', ids.claim, { statement: 'Said anew' }),
    );
    const fresh = act(there.session, { kind: 'create', title: 'incident' }, (tx) =>
      tx.insert('incident', { title: 'Fresh' }),
    );
    const { result } = await take(here, await pack(there, 'b'));
    const batch = result.batch ?? 'none';
    expect(listIncidentIds(here.session.db, { batch }, defaultSort).toSorted()).toEqual(
      [ids.incident, fresh.id].toSorted(),
    );
  });

  it('ask before a deletion takes away what the other works on', async () => {
    const { here, there, ids } = await pair();
    act(there.session, { kind: 'delete', title: 'x' }, (tx) => tx.remove('incident', ids.incident));
    edit(here, ids.incident, { title: 'Here' });
    act(here.session, { kind: 'create', title: 'note' }, (tx) =>
      tx.insert('note', { target_table: 'incident', target_id: ids.incident, body: 'mine' }),
    );
    const { preview } = await take(here, await pack(there, 'b'));
    expect(preview.byTable['incident']).toMatchObject({ conflicting: 1 });
    expect(incident(here, ids.incident)).toMatchObject({ title: 'Here', deleted_at: null });
  });

  it('ask before a deletion leaves a new note without its incident', async () => {
    const { here, there, ids } = await pair();
    act(there.session, { kind: 'delete', title: 'x' }, (tx) => tx.remove('incident', ids.incident));
    act(here.session, { kind: 'create', title: 'note' }, (tx) =>
      tx.insert('note', { target_table: 'incident', target_id: ids.incident, body: 'mine' }),
    );
    const { preview } = await take(here, await pack(there, 'b'));
    expect(preview.samples.find(({ id }) => id === ids.incident)).toMatchObject({
      verdict: 'conflicting',
      fields: [{ field: 'deleted_at', ours: null }],
    });
  });

  it('enter the same name, tag, link and toll, and keep each once, the same on both', async () => {
    const { here, there, ids } = await pair();
    const tag = getRecordsOf(here, 'tag')[0]?.id ?? '';
    for (const on of [here, there])
      act(on.session, { kind: 'bulk', title: 'alike' }, (tx) => {
        tx.insert('actor_name', { actor_id: ids.actor, name: 'GSIM' });
        tx.insert('tagging', { tag_id: tag, target_table: 'incident', target_id: ids.other });
        tx.insert('toll', { claim_id: ids.claim, party: 'civilian', low: 3, high: 3 });
        tx.insert('link', {
          kind: 'actor-incident',
          from_id: ids.actor,
          to_id: ids.other,
          role: 'perpetrator',
        });
        // said twice, not alike
        tx.insert('actor_name', { actor_id: ids.actor, name: `GSIM ${on === here}` });
      });
    const crossing = [await pack(here, 'x'), await pack(there, 'y')] as const;
    await take(there, crossing[0]);
    await take(here, crossing[1]);
    await take(there, await pack(here, 'z'));
    await take(here, await pack(there, 'zz'));
    for (const on of [here, there]) {
      const names = getRecordsOf(on, 'actor_name').map((one) => one.name);
      expect(names.filter((name) => name === 'GSIM')).toHaveLength(1);
      expect(names).toEqual(expect.arrayContaining(['GSIM true', 'GSIM false']));
      expect(getRecordsOf(on, 'tagging').filter((one) => one.target_id === ids.other)).toHaveLength(
        1,
      );
      expect(getRecordsOf(on, 'toll').filter((one) => one.party === 'civilian')).toHaveLength(1);
      expect(
        getRecordsOf(on, 'link').filter(
          (one) => one.role === 'perpetrator' && one.to_id === ids.other,
        ),
      ).toHaveLength(1);
    }
    expect(recordsOf(there)).toEqual(recordsOf(here));
    // taken back, each has what it had
    undo(here.session);
    expect(getRecordsOf(here, 'actor_name').map((one) => one.name)).not.toContain('GSIM false');
    expect(getRecordsOf(here, 'toll').filter((one) => one.party === 'civilian')).toHaveLength(1);
  });

  it('are told of new work that hangs on what one of them deleted', async () => {
    const { here, there, ids } = await pair();
    act(here.session, { kind: 'delete', title: 'x' }, (tx) => tx.remove('incident', ids.incident));
    act(there.session, { kind: 'create', title: 'note' }, (tx) =>
      tx.insert('note', { target_table: 'incident', target_id: ids.incident, body: 'theirs' }),
    );
    const { preview, result } = await take(here, await pack(there, 'b'));
    expect(preview.warnings).toEqual(['hangs-on-deleted']);
    // the note, and who wrote it
    expect(result).toMatchObject({ added: 2, conflicting: 0 });
  });
});
