/** Parts that grow side by side become a zip that others read, also with the fields of large ones. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import { writeParts, ZipPart } from '../../electron/files/export/zip-parts.ts';

/** What yauzl, which knows zip64, reads in it. */
function entriesIn(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (failure, zip) => {
      if (failure !== null) return reject(failure);
      const all = new Map<string, string>();
      zip.on('error', reject);
      zip.on('end', () => resolve(all));
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, async (broken, stream) => {
          if (broken !== null) return reject(broken);
          const chunks: Buffer[] = [];
          for await (const chunk of stream) chunks.push(chunk as Buffer);
          all.set(entry.fileName, Buffer.concat(chunks).toString());
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
}

it.each([
  ['plain', undefined],
  ['with the fields of large parts', 100],
])('%s: every part comes out as it was written, and no file is left', async (_, most) => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-parts-'));
  const texts: Record<string, string> = { 'a/é.xml': '', 'b.xml': '', 'empty.xml': '' };
  const parts = Object.keys(texts).map((name, at) => new ZipPart(name, join(folder, `${at}`)));
  // some pieces of each, by turns; signs of two and four bytes at their ends
  for (let n = 0; n < 6000; n += 1) {
    const part = parts[n % 2];
    const text = `${n} ${'é😀'.repeat(n % 90)}\n`;
    part?.write(text);
    texts[part?.name ?? ''] += text;
  }
  for (const part of parts) part.finish();
  expect(parts.map(({ size }) => size)).toEqual(
    Object.values(texts).map((text) => Buffer.byteLength(text)),
  );
  const path = join(folder, 'x.zip');
  writeParts(path, parts, most);
  for (const part of parts) part.remove();
  expect(readdirSync(folder)).toEqual(['x.zip']);
  const bytes = readFileSync(path);
  expect(Object.fromEntries(await entriesIn(bytes))).toEqual(texts);
  expect(bytes.includes(Buffer.from([0x50, 0x4b, 6, 6]))).toBe(most !== undefined);
});
