/** Packs that may not come in leave the case exactly as it was. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { act } from '../../electron/services/act.ts';
import { checkCase } from '../../electron/services/check.ts';
import { exportPack } from '../../electron/services/export-pack.ts';
import { importPack } from '../../electron/services/import-pack.ts';
import { previewPack } from '../../electron/services/preview-pack.ts';
import { awa, bila, dumpHash, fill, type Laptop, laptop, pack, take } from '../helpers/laptops.ts';
import { asRaw, entriesOf, resealed, writeRaw } from '../helpers/pack-builder.ts';

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

describe('a pack that is refused', () => {
  it('leaves the case as it was', async () => {
    const here = start();
    await fill(here);
    const there = start(bila, 5);
    await fill(there);
    const entries = await entriesOf(await pack(here));
    const before = dumpHash(there);
    const files = readdirSync(there.folder).sort();
    const csv = entries.get('data/incident.csv')?.toString() ?? '';
    const spoiled: [Map<string, Buffer>, string][] = [
      [new Map([...entries, ['../x', Buffer.from('x')]]), 'pack/unsafe-path'],
      [new Map([...entries, ['data/incident.csv', Buffer.from('x')]]), 'pack/wrong-hash'],
      [resealedWith(entries, csv.replace('Attack on', 'Attack of')), 'pack/invalid-content'],
      [resealedWith(entries, csv.replace('2025-05-11,', '2025-99-11,')), 'pack/invalid-content'],
    ];
    for (const [bad, code] of spoiled) {
      const path = writeRaw(here.folder, asRaw(bad));
      await expect(previewPack(there.session, path)).rejects.toMatchObject({ code });
    }
    expect(dumpHash(there)).toBe(before);
    expect(readdirSync(there.folder).sort()).toEqual(files);
  });

  it('because its references lead nowhere', async () => {
    const here = start();
    await fill(here);
    const entries = await entriesOf(await pack(here));
    entries.delete('data/place.csv');
    const manifest = JSON.parse(entries.get('datapackage.json')?.toString() ?? '');
    manifest.resources = manifest.resources.filter(
      ({ name }: { name: string }) => name !== 'place',
    );
    entries.set('datapackage.json', Buffer.from(JSON.stringify(manifest)));
    const path = writeRaw(here.folder, asRaw(resealed(entries)));
    const there = start(bila, 5);
    await expect(previewPack(there.session, path)).rejects.toMatchObject({
      code: 'pack/invalid-content',
      details: { reason: 'dangling' },
    });
  });

  it('because the file or the case changed since the preview', async () => {
    const here = start();
    const ids = await fill(here);
    const there = start(bila, 5);
    const path = await pack(here);
    const request = (preview: string) => ({
      preview,
      conflicts: 'ours' as const,
      rules: [],
      decisions: {},
    });
    const first = await previewPack(there.session, path);
    const second = await previewPack(there.session, path);
    await expect(importPack(there.session, request(first.preview))).rejects.toMatchObject({
      code: 'record/not-found',
    });
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('x')]));
    await expect(importPack(there.session, request(second.preview))).rejects.toMatchObject({
      code: 'pack/wrong-hash',
    });
    await take(there, await pack(here, 'good'));
    act(here.session, { kind: 'update', title: 'x' }, (tx) =>
      tx.update('actor', ids.actor, { name: 'A' }),
    );
    const third = await previewPack(there.session, await pack(here, 'next'));
    act(there.session, { kind: 'update', title: 'x' }, (tx) =>
      tx.update('actor', ids.actor, { name: 'B' }),
    );
    const before = dumpHash(there);
    await expect(importPack(there.session, request(third.preview))).rejects.toMatchObject({
      code: 'record/changed',
    });
    expect(dumpHash(there)).toBe(before);
  });

  it('because it is the open case itself', async () => {
    const here = start();
    const path = here.session.path;
    await expect(previewPack(here.session, path)).rejects.toMatchObject({ code: 'input/invalid' });
    await expect(
      exportPack(here.session, path, { selection: { what: 'case' }, title: 'x', tlpMax: 'RED' }),
    ).rejects.toMatchObject({ code: 'input/invalid' });
    expect(existsSync(path)).toBe(true);
  });

  it('because the attachment in it was exchanged under a right directory', async () => {
    const here = start();
    await fill(here);
    const entries = await entriesOf(await pack(here));
    const name = [...entries.keys()].find((path) => path.startsWith('attachments/')) ?? '';
    entries.set(name, Buffer.alloc(entries.get(name)?.length ?? 0, 1));
    const path = writeRaw(here.folder, asRaw(entries));
    const there = start(bila, 5);
    await expect(previewPack(there.session, path)).rejects.toMatchObject({
      code: 'pack/wrong-hash',
    });
  });
});

function resealedWith(
  entries: ReadonlyMap<string, Buffer>,
  incidents: string,
): Map<string, Buffer> {
  return resealed(new Map([...entries, ['data/incident.csv', Buffer.from(incidents)]]));
}
