/** What stays here is not named in what goes: names in free text are blacked out, and come home whole. */
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { getRecord } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { checkCase } from '../../electron/services/check.ts';
import { exportPack } from '../../electron/services/export-pack.ts';
import { awa, bila, dumpHash, type Laptop, laptop, pack, take } from '../helpers/laptops.ts';
import { entriesOf } from '../helpers/pack-builder.ts';

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

const text =
  '𝐒aid by INFORMANT Zoulou at dawn. Nobody else was there, said Ada.\nZoulouland is near.';

function talkative() {
  const here = start();
  const ids = act(here.session, { kind: 'bulk', title: 'all' }, (tx) => {
    const red = { tlp: 'RED' as const };
    tx.insert('actor', { name: 'Informant Zoulou', kind: 'person', ...red });
    const cell = tx.insert('actor', { name: 'خلية الظل', ...red });
    tx.insert('actor', { name: 'Ada', kind: 'person', ...red });
    tx.insert('place', { name: 'Djibo', ...red });
    tx.insert('place', { name: 'Djibo' });
    const incident = tx.insert('incident', {
      title: 'Djibo: Adama and Ada were seen',
      summary: `Told by informant zoulou; see ${cell.id}; وخلية الظل`,
      targets: ['market', 'informant Zoulou'],
    });
    const source = tx.insert('source', { title: 'Talk', text });
    const at = [...text].join('').indexOf('Nobody');
    const start = [...text.slice(0, at)].length;
    const passage = tx.insert('passage', {
      source_id: source.id,
      exact: 'Nobody else was there, said Ada',
      prefix: 'Zoulou at dawn. ',
      suffix: '.',
      start,
      end: start + 'Nobody else was there, said Ada'.length,
      text_sha256: source.text_sha256 ?? '',
    });
    return { incident: incident.id, source: source.id, passage: passage.id, cell: cell.id };
  });
  return { here, ids };
}

const secrets = (cell: string) => ['informant zoulou', 'خلية الظل', cell, 'said ada.', 'zoulou at'];

describe('free text under a ceiling', () => {
  it('names nothing that was left out, sign for sign black', async () => {
    const { here, ids } = talkative();
    const path = join(here.folder, 'green.cairnpack');
    const { blackedOut, leftOut } = await exportPack(here.session, path, {
      selection: { what: 'case' },
      title: 'Green',
      tlpMax: 'GREEN',
    });
    expect([blackedOut, leftOut]).toEqual([3, { actor: 3, place: 1 }]);
    for (const [name, bytes] of await entriesOf(path))
      for (const word of secrets(ids.cell))
        expect(bytes.toString().toLowerCase().includes(word), `${word} in ${name}`).toBe(false);
    const there = start(bila, 5);
    await take(there, path);
    const { db } = there.session;
    expect(getRecord(db, 'incident', ids.incident)).toMatchObject({
      // a place that goes has that name too, and Adama is another word
      title: 'Djibo: Adama and ███ were seen',
      targets: ['market', '████████████████'],
    });
    // code points: the passage stands at its words still
    const passage = getRecord(db, 'passage', ids.passage);
    const source = getRecord(db, 'source', ids.source);
    expect(source?.text).toBe(
      '𝐒aid by ████████████████ at dawn. Nobody else was there, said ███.\nZoulouland is near.',
    );
    expect(passage).toMatchObject({
      exact: 'Nobody else was there, said ███',
      prefix: '██████ at dawn. ',
      is_lost: false,
      text_sha256: source?.text_sha256,
    });
    expect([...(source?.text ?? '')].slice(passage?.start, passage?.end).join('')).toBe(
      passage?.exact,
    );
  });

  it('comes home whole, edited or not', async () => {
    const { here, ids } = talkative();
    const there = start(bila, 5);
    await take(there, await pack(here, 'green', 'GREEN'));
    const before = dumpHash(here);
    expect((await take(here, await pack(there, 'home'))).result.batch).toBeNull();
    expect(dumpHash(here)).toBe(before);
    act(there.session, { kind: 'update', title: 'x' }, (tx) => {
      tx.update('incident', ids.incident, { status: 'claimed' });
      tx.update('source', ids.source, { publisher: 'Radio' });
    });
    const held = getRecord(here.session.db, 'incident', ids.incident);
    const { result } = await take(here, await pack(there, 'home2'));
    expect(result).toMatchObject({ updated: 2, conflicting: 0 });
    expect(getRecord(here.session.db, 'incident', ids.incident)).toMatchObject({
      status: 'claimed',
      title: held?.title,
      summary: held?.summary,
      targets: held?.targets,
    });
    expect(getRecord(here.session.db, 'source', ids.source)).toMatchObject({
      publisher: 'Radio',
      text,
    });
  });

  it('names nothing either that was not even chosen', async () => {
    const { here, ids } = talkative();
    const path = join(here.folder, 'one.cairnpack');
    await exportPack(here.session, path, {
      selection: { what: 'incidents', ids: [ids.incident] },
      title: 'One',
      tlpMax: 'GREEN',
    });
    for (const bytes of (await entriesOf(path)).values())
      for (const word of secrets(ids.cell))
        expect(bytes.toString().toLowerCase().includes(word)).toBe(false);
  });

  it('is left as it is when nothing stays behind', async () => {
    const { here } = talkative();
    const path = join(here.folder, 'red.cairnpack');
    const selection = { what: 'case' } as const;
    const request = { selection, title: 'Red', tlpMax: 'RED' } as const;
    expect(await exportPack(here.session, path, request)).toMatchObject({
      blackedOut: 0,
      leftOut: {},
    });
  });
});
