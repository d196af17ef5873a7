/** Rows that an import leaves out, saved as a table of their own. */
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tableFacts } from '../../electron/files/tabular/open-table.ts';
import { saveFailedRows } from '../../electron/services/bulk/failed-rows.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { tableFeed } from '../../electron/services/bulk/table-feed.ts';
import { previewTable, workOnTable } from '../../electron/services/bulk/table-tasks.ts';
import { noHooks } from '../../electron/services/work-hooks.ts';
import { type AcledCells, acledColumns, acledRow, writeAcled } from '../helpers/acled-file.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

let folder: string;
let held: TemporaryCase;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-failed-'));
  held = temporaryCase();
});
afterEach(() => {
  held.close();
  removeFolder(folder);
});

const out = () => join(folder, 'left out.csv');
function fileOf(rows: readonly AcledCells[]) {
  const path = writeAcled(join(folder, 'sahel.csv'), rows);
  const { mapping } = recogniseTable(path);
  return { path, mapping, feed: tableFeed(path, tableFacts(path), mapping) };
}
const read = () => readFileSync(out(), 'utf8');

test('all rows that are left out are written with line, reason and cells, beyond what is listed', async () => {
  const bad = Array.from({ length: 700 }, (_, n) => acledRow(`BAD${n}`, { event_date: 'soon' }));
  const { path, mapping, feed } = fileOf([acledRow('GOOD1'), ...bad, acledRow('GOOD2')]);
  const work = { path, mapping, progress: () => undefined, isCancelled: () => false };
  const result = await workOnTable(held.session, { what: 'import', ...work });
  expect(result).toMatchObject({ added: 2, failed: 700 });
  expect(result.issues).toHaveLength(500);
  expect(result.reasons).toContainEqual({ code: 'date-unreadable', isFailure: true, count: 700 });
  const saved = await saveFailedRows(feed, out(), 'en');
  expect(saved).toMatchObject({ fileName: 'left out.csv', rows: 700 });
  expect(saved.bytes).toBe(Buffer.byteLength(read()));
  const lines = read().trimEnd().split('\r\n');
  expect(lines[0]).toBe(`\ufeffLine in the file,Why it was left out,${acledColumns.join(',')}`);
  expect(lines).toHaveLength(701);
  expect(lines[1]).toMatch(/^3,event_date: not a date,BAD0,soon,2025,1,/);
  expect(lines[1]).toContain(',14.0994,-1.6255,');
  // mended, it is a table that can be imported as it is
  const again = await previewTable({ path: out() });
  expect(again.preset).toBe('acled');
  expect(again.rows[0]?.incident).toBeNull();
});

test('reasons stand in the reader’s language; a cell that a spreadsheet would run is made safe', async () => {
  const { feed } = fileOf([
    acledRow('=1+1', { event_date: '31 June 2025', notes: '@SUM(A1)', longitude: '-1.6255' }),
  ]);
  await saveFailedRows(feed, out(), 'fr');
  expect(read()).toContain('Ligne du fichier,Raison de l’exclusion');
  expect(read()).toContain("\r\n2,event_date\u00a0: n’est pas une date,'=1+1,31 June 2025");
  expect(read()).toContain("'@SUM(A1)");
  expect(read()).toContain(',-1.6255,');
});

test('stopped half way, or with nowhere to write, it leaves no file', async () => {
  const { feed } = fileOf([acledRow('X', { event_date: 'soon' })]);
  const stopped = saveFailedRows(feed, out(), 'en', { ...noHooks, isCancelled: () => true });
  await expect(stopped).rejects.toMatchObject({ code: 'call/cancelled' });
  expect(existsSync(out())).toBe(false);
  expect(readdirSync(folder)).toEqual(['sahel.csv']);
  const nowhere = saveFailedRows(feed, join(folder, 'no', 'x.csv'), 'en');
  await expect(nowhere).rejects.toMatchObject({ code: 'disk/unavailable' });
});
