/** Packs through real cases: there and back, twice, undone, under a ceiling, refused. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { getRecord, listRecords } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { saveAttachment } from '../../electron/services/attachments.ts';
import { listBatches } from '../../electron/services/batches.ts';
import { checkCase } from '../../electron/services/check.ts';
import { exportPack } from '../../electron/services/export-pack.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import { undoBatch } from '../../electron/services/undo-batch.ts';
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
import { entriesOf, sha256 } from '../helpers/pack-builder.ts';

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

async function tablesOf(path: string): Promise<Record<string, string>> {
  const entries = await entriesOf(path);
  return Object.fromEntries(
    [...entries]
      .filter(([name]) => name.startsWith('data/') || name.startsWith('attachments/'))
      .map(([name, bytes]) => [name, name.startsWith('data/') ? bytes.toString() : sha256(bytes)]),
  );
}

const blns: readonly string[] = JSON.parse(readFileSync('test/fixtures/strings/blns.json', 'utf8'));

describe('a pack', () => {
  it.each([
    ['another analyst', bila],
    ['the same analyst', awa],
  ])('goes into the empty case of %s and comes out equal', async (_, author) => {
    const here = start();
    await fill(here, blns);
    const there = start(author, 5);
    const path = await pack(here);
    const { result } = await take(there, path);
    const again = await pack(there);
    expect(await tablesOf(again)).toEqual(await tablesOf(path));
    const [ours, theirs] = [recordsOf(here), recordsOf(there)];
    if (author === awa) expect(theirs).toEqual(ours);
    else expect({ ...theirs, person: null }).toEqual({ ...ours, person: null });
    expect(result).toMatchObject({ updated: 0, conflicting: 0, failed: 0 });
    expect(result.added).toBeGreaterThan(20);
  });

  it('has the same bytes whenever the same records are written', async () => {
    const here = start();
    await fill(here);
    const [one, two] = [await pack(here, 'one'), await pack(here, 'two')];
    expect(sha256(readFileSync(one))).toBe(sha256(readFileSync(two)));
    expect(readdirSync(here.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('changes nothing when it is imported again', async () => {
    const here = start();
    await fill(here);
    const there = start(bila, 5);
    const path = await pack(here);
    await take(there, path);
    const before = dumpHash(there);
    const { preview, result } = await take(there, path);
    expect(preview.seenBefore).toBe(true);
    expect(
      Object.values(preview.byTable).every((counts) => counts.new + counts.changed === 0),
    ).toBe(true);
    expect(result).toMatchObject({ batch: null, added: 0, updated: 0, conflicting: 0 });
    expect(dumpHash(there)).toBe(before);
    // nor does the pack of our own case
    const own = dumpHash(here);
    expect((await take(here, path)).result.batch).toBeNull();
    expect(dumpHash(here)).toBe(own);
  });

  it('is one batch and one undo, and can be taken in again after it', async () => {
    const here = start();
    await fill(here);
    const there = start(bila, 5);
    const path = await pack(here);
    const { result } = await take(there, path);
    expect(listBatches(there.session.db)).toMatchObject([
      { id: result.batch, format: 'pack', fileName: 'a.cairnpack', isUndone: false },
    ]);
    undo(there.session);
    expect(listRecords(there.session.db, 'incident')).toEqual([]);
    expect(listBatches(there.session.db)).toMatchObject([{ isUndone: true }]);
    redo(there.session);
    expect(listRecords(there.session.db, 'incident')).toHaveLength(2);
    undoBatch(there.session, result.batch ?? '');
    expect(listRecords(there.session.db, 'incident')).toEqual([]);
    const second = await take(there, path);
    expect(second.preview.byTable['incident']).toMatchObject({ new: 2 });
    expect(listRecords(there.session.db, 'incident')).toHaveLength(2);
    expect({ ...recordsOf(there), person: null }).toEqual({ ...recordsOf(here), person: null });
  });

  it('carries attachments byte for byte', async () => {
    const here = start();
    await fill(here);
    const there = start(bila, 5);
    await take(there, await pack(here));
    const [record] = listRecords(there.session.db, 'attachment');
    const out = join(there.folder, 'out.png');
    expect(record).toMatchObject({ name: 'photo.png', media_type: 'image/png', size: 700_000 });
    expect(await saveAttachment(there.session, record?.id ?? '', out)).toEqual({
      fileName: 'out.png',
      bytes: 700_000,
    });
    expect(readFileSync(out).equals(readFileSync(join(here.folder, 'photo.png')))).toBe(true);
  });

  it('of chosen incidents brings what they need and no other incident', async () => {
    const here = start();
    const { incident } = await fill(here);
    const path = join(here.folder, 'one.cairnpack');
    const { records, leftOut } = await exportPack(here.session, path, {
      selection: { what: 'incidents', ids: [incident] },
      title: 'One',
      tlpMax: 'RED',
    });
    expect(records).toEqual({
      actor: 2,
      actor_name: 1,
      attachment: 1,
      claim: 2,
      claim_relation: 1,
      incident: 1,
      link: 2,
      note: 2,
      passage: 1,
      person: 1,
      place: 1,
      place_name: 1,
      source: 2,
      tag: 1,
      tagging: 1,
      toll: 2,
    });
    expect(leftOut).toEqual({});
    const there = start(bila, 5);
    const { result } = await take(there, path);
    expect(result.batch).not.toBeNull();
    expect(listRecords(there.session.db, 'incident').map(({ id }) => id)).toEqual([incident]);
  });

  it('carries a deletion', async () => {
    const here = start();
    const { note } = await fill(here);
    const there = start(bila, 5);
    await take(there, await pack(here));
    act(here.session, { kind: 'delete', title: 'note' }, (tx) => tx.remove('note', note));
    const { result } = await take(there, await pack(here, 'b'));
    expect(result).toMatchObject({ added: 0, updated: 1, conflicting: 0 });
    expect(getRecord(there.session.db, 'note', note)?.deleted_at).not.toBeNull();
  });
});

describe('a ceiling', () => {
  const secrets = [
    'Informant Zoulou',
    'Ferme du Nord',
    'Rapport Vautour',
    'Puits Caché',
    'Cellule Ombre',
  ];

  async function withSecrets(): Promise<Laptop & { ids: Awaited<ReturnType<typeof fill>> }> {
    const here = start();
    const ids = await fill(here);
    act(here.session, { kind: 'bulk', title: 'secrets' }, (tx) => {
      const red = { tlp: 'RED' as const };
      const informant = tx.insert('actor', { name: 'Informant Zoulou', kind: 'person', ...red });
      const place = tx.insert('place', { name: 'Puits Caché', ...red });
      const source = tx.insert('source', {
        title: 'Rapport Vautour',
        text: 'Ferme du Nord',
        ...red,
      });
      const cell = tx.insert('actor', { name: 'Cellule Ombre', ...red });
      tx.update('incident', ids.incident, { place_id: place.id });
      tx.update('claim', ids.claim, {
        source_id: source.id,
        claimant_id: informant.id,
        via: [cell.id, ids.actor],
      });
      tx.update('source', ids.source, { via_source_id: source.id });
      const link = {
        kind: 'actor-incident' as const,
        from_id: informant.id,
        to_id: ids.incident,
        role: 'speaker',
        note: 'Ferme du Nord',
      };
      tx.insert('link', link);
      tx.insert('actor_name', { actor_id: cell.id, name: 'Cellule Ombre bis' });
      tx.insert('note', { target_table: 'source', target_id: source.id, body: 'Ferme du Nord' });
      tx.insert('note', {
        target_table: 'incident',
        target_id: ids.incident,
        body: secrets.join(),
        ...red,
      });
      tx.insert('saved_view', { name: 'x', filter_text: 'actor:"Informant Zoulou"', layout: '{}' });
    });
    return { ...here, ids };
  }

  it('leaves nothing behind that leads to what is above it', async () => {
    const here = await withSecrets();
    const path = join(here.folder, 'green.cairnpack');
    const { leftOut } = await exportPack(here.session, path, {
      selection: { what: 'case' },
      title: 'Green',
      tlpMax: 'GREEN',
    });
    expect(leftOut).toEqual({
      actor: 2,
      actor_name: 1,
      link: 1,
      note: 2,
      place: 1,
      saved_view: 2,
      source: 1,
    });
    const entries = await entriesOf(path);
    const red = listRecords(here.session.db, 'actor').filter(({ tlp }) => tlp === 'RED');
    for (const bytes of entries.values())
      for (const word of [...secrets, ...red.map(({ id }) => id)])
        expect(bytes.includes(word)).toBe(false);
    expect(entries.get('README.md')?.toString()).toContain('10 records were left out');
    const there = start(bila, 5);
    const { result } = await take(there, path);
    expect(result.failed).toBe(0);
    expect(getRecord(there.session.db, 'claim', here.ids.claim)).toMatchObject({
      source_id: null,
      claimant_id: null,
      via: [here.ids.actor],
    });
  });

  it('takes nothing away from us when the pack comes home, edited or not', async () => {
    const here = await withSecrets();
    const there = start(bila, 5);
    await take(there, await pack(here, 'green', 'GREEN'));
    const before = dumpHash(here);
    expect((await take(here, await pack(there, 'home', 'GREEN'))).result.batch).toBeNull();
    expect(dumpHash(here)).toBe(before);
    act(there.session, { kind: 'update', title: 'claim' }, (tx) =>
      tx.update('claim', here.ids.claim, { statement: '210 soldiers' }),
    );
    const held = getRecord(here.session.db, 'claim', here.ids.claim);
    const { result } = await take(here, await pack(there, 'home2', 'GREEN'));
    expect(result).toMatchObject({ updated: 1, conflicting: 0 });
    expect(getRecord(here.session.db, 'claim', here.ids.claim)).toMatchObject({
      statement: '210 soldiers',
      source_id: held?.source_id,
      claimant_id: held?.claimant_id,
      via: held?.via,
    });
  });
});
