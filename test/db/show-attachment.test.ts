import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { addAttachment, removeAttachment } from '../../electron/services/attachments.ts';
import { attachmentPart, attachmentText } from '../../electron/services/show-attachment.ts';
import { addIncident, type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';

const open: TemporaryCase[] = [];
function start() {
  const made = temporaryCase();
  open.push(made);
  const { session, folder } = made;
  const incident = addIncident(session);
  const add = (path: string) =>
    addAttachment(session, path, {
      targetTable: 'incident',
      targetId: incident.id,
      originWords: null,
    });
  return { session, folder, add };
}
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  Buffer.from(Array.from({ length: 700_000 }, (_, at) => at % 251)),
]);

it('gives any part of a picture, across the pieces it is kept in', async () => {
  const { session, folder, add } = start();
  const path = join(folder, 'photo.txt');
  writeFileSync(path, png);
  const { id } = await add(path);
  for (const [from, length] of [
    [0, 10],
    [262_140, 10],
    [262_144, 262_144],
    [100, 600_000],
    [png.length - 5, 100],
    [png.length, 5],
  ] as const) {
    const part = attachmentPart(session, id, from, length);
    expect(part).toMatchObject({ mediaType: 'image/png', size: png.length });
    expect(Buffer.from(part.bytes).equals(png.subarray(from, from + length))).toBe(true);
  }
});

it('shows nothing that only says it is a picture, and nothing that was removed', async () => {
  const { session, folder, add } = start();
  const svg = join(folder, 'drawing.png');
  writeFileSync(svg, '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const drawing = await add(svg);
  expect(() => attachmentPart(session, drawing.id, 0, 1)).toThrow(
    expect.objectContaining({ code: 'input/invalid' }),
  );
  const path = join(folder, 'x.png');
  writeFileSync(path, png);
  const { id } = await add(path);
  removeAttachment(session, id);
  expect(() => attachmentPart(session, id, 0, 1)).toThrow(
    expect.objectContaining({ code: 'record/not-found' }),
  );
});

it('reads the text of a stored PDF, from the bytes in the case', async () => {
  const { session, folder, add } = start();
  const path = join(folder, 'report.pdf');
  copyFileSync(new URL('../fixtures/reading/french.pdf', import.meta.url).pathname, path);
  const { id } = await add(path);
  expect(await attachmentText(session, id)).toMatchObject({
    notice: null,
    pages: 1,
    text: expect.stringContaining('chef-lieu de la province du Soum') as unknown,
  });
});
