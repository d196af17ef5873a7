import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import {
  addAttachment,
  removeAttachment,
  saveAttachment,
} from '../../electron/services/attachments.ts';
import { backupCase } from '../../electron/services/backup.ts';
import { closeCase, openCase } from '../../electron/services/cases.ts';
import { checkCase } from '../../electron/services/check.ts';
import { undo } from '../../electron/services/undo.ts';
import {
  addIncident,
  analyst,
  type TemporaryCase,
  temporaryCase,
} from '../helpers/case-builder.ts';
import { sha256 } from '../helpers/pack-builder.ts';

const open: TemporaryCase[] = [];
function start() {
  const made = temporaryCase();
  open.push(made);
  const incident = addIncident(made.session);
  const target = { targetTable: 'incident', targetId: incident.id, originWords: null } as const;
  return { ...made, session: made.session, target };
}
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

it('keeps a file byte for byte with its hash, empty ones too', async () => {
  const { session, folder, target } = start();
  for (const size of [0, 1, 256 * 1024, 3_000_001]) {
    const bytes = Buffer.from(Array.from({ length: size }, (_, at) => (at * 31) % 256));
    const path = join(folder, `scan ${size}.PDF`);
    writeFileSync(path, bytes);
    const record = await addAttachment(session, path, target);
    expect(record).toMatchObject({
      name: `scan ${size}.PDF`,
      size,
      sha256: sha256(bytes),
    });
    const out = join(folder, 'out.pdf');
    expect(await saveAttachment(session, record.id, out)).toEqual({
      fileName: 'out.pdf',
      bytes: size,
    });
    expect(readFileSync(out).equals(bytes)).toBe(true);
  }
  expect(checkCase(session)).toEqual({ ok: true, problems: [] });
});

it('takes a file out and undo brings it back', async () => {
  const { session, folder, target } = start();
  const path = join(folder, 'note.txt');
  writeFileSync(path, 'text');
  const { id } = await addAttachment(session, path, target);
  removeAttachment(session, id);
  undo(session);
  await saveAttachment(session, id, join(folder, 'back.txt'));
  expect(readFileSync(join(folder, 'back.txt'), 'utf8')).toBe('text');
});

it('refuses what is too large, gone, unknown or the case itself', async () => {
  const { session, folder, path: casePath, target } = start();
  const path = join(folder, 'large.bin');
  writeFileSync(path, '');
  truncateSync(path, 200 * 1024 * 1024 + 1);
  const refused = (file: string, on = target) =>
    addAttachment(session, file, on).catch((error) => error.code);
  expect(await refused(path)).toBe('file/too-large');
  expect(await refused(join(folder, 'nowhere'))).toBe('file/unreadable');
  expect(await refused(casePath)).toBe('input/invalid');
  writeFileSync(path, 'x');
  expect(await refused(path, { ...target, targetId: session.newId() })).toBe('record/not-found');
});

it('says so when the stored content is damaged, and writes nothing', async () => {
  const { session, folder, target } = start();
  const path = join(folder, 'a.bin');
  writeFileSync(path, 'content');
  const { id } = await addAttachment(session, path, target);
  session.db.prepare("UPDATE attachment_chunk SET bytes = x'00'").run();
  writeFileSync(join(folder, 'out.bin'), 'older file');
  const saving = saveAttachment(session, id, join(folder, 'out.bin'));
  await expect(saving).rejects.toMatchObject({ code: 'case/corrupt' });
  expect(readFileSync(join(folder, 'out.bin'), 'utf8')).toBe('older file');
});

it('backs up a case that opens and says the same', async () => {
  const { session, folder } = start();
  const path = join(folder, 'kept.cairn');
  const { bytes, sha256: hash } = await backupCase(session, path);
  expect([bytes, hash]).toEqual([readFileSync(path).length, sha256(readFileSync(path))]);
  expect(readFileSync(`${path}.sha256`, 'utf8')).toBe(`${hash}  kept.cairn\n`);
  const copy = openCase(path, { author: analyst });
  expect(copy.revision).toBe(session.revision);
  expect(checkCase(copy)).toEqual({ ok: true, problems: [] });
  closeCase(copy);
});
