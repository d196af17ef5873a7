/** What is held of a pack between its preview and its import is a part of what it says, not many times as much. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importTable } from '../../electron/services/bulk/import-table.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { exportPack } from '../../electron/services/export-pack.ts';
import { dropHeldPack, previewPack } from '../../electron/services/preview-pack.ts';
import { acledRow, writeAcled } from '../helpers/acled-file.ts';
import { temporaryCase, temporaryFolder } from '../helpers/case-builder.ts';
import { heldBytes } from '../helpers/held-bytes.ts';

const folder = temporaryFolder();

/** A pack of a case with so many incidents of a file; answers how many records are in it. */
async function packOf(path: string, count: number): Promise<number> {
  const { session, close } = temporaryCase();
  const rows = Array.from({ length: count }, (_, n) =>
    acledRow(`K${n}`, {
      location: `Village ${n}`,
      notes: `Row ${n}: ${'shots were heard near the market. '.repeat(6)}`,
    }),
  );
  const csv = writeAcled(join(folder, 'acled.csv'), rows);
  const { facts, mapping } = recogniseTable(csv);
  importTable(session, { path: csv, facts, mapping });
  const request = { selection: { what: 'case' as const }, title: 'x', tlpMax: 'RED' as const };
  const { records } = await exportPack(session, path, request);
  close();
  return Object.values(records).reduce((sum, each) => sum + each, 0);
}

/** Bytes held after its preview that are gone when it is let go of. */
async function heldOf(path: string, count: number): Promise<number> {
  const { session, close } = temporaryCase();
  const preview = await previewPack(session, path);
  expect(preview.byTable['incident']?.new).toBe(count);
  const held = heldBytes();
  dropHeldPack(session);
  const bytes = held - heldBytes();
  close();
  return bytes;
}

// memory is given in large pieces, and one run in eight counts a piece too many
const patience = { timeout: 120_000, retry: 3 };

test('a record more is some hundred bytes more', patience, async () => {
  const [few, many] = [join(folder, 'few.cairnpack'), join(folder, 'many.cairnpack')];
  const records = (await packOf(many, 1500)) - (await packOf(few, 300));
  // what is learnt with the first pack is held for good
  await heldOf(few, 300);
  const perRecord = ((await heldOf(many, 1500)) - (await heldOf(few, 300))) / records;
  expect(perRecord).toBeGreaterThan(100);
  expect(perRecord).toBeLessThan(1200);
});
