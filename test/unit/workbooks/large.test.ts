/** A workbook takes the memory of some pieces, however large it is and whatever it holds. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRows, tableFacts } from '../../../electron/files/tabular/open-table.ts';
import { gtdSummary, gtdWideColumns, writeGtdWorkbook } from '../../helpers/gtd-workbook.ts';
import { inOwnProcess } from '../../helpers/own-process.ts';
import { temporaryFolder } from '../../helpers/pack-builder.ts';
import { xlsxOf, xlsxParts } from '../../helpers/xlsx-of.ts';

interface Told {
  readonly outcome: string;
  readonly peak: number;
}

/** Above the idle process, as for packs. */
const mostMb = 200;
const rows = 9000;

test.runIf(process.platform === 'linux')(
  'a workbook as wide as GTD, and sheets built to fill the memory',
  async () => {
    const folder = temporaryFolder();
    const path = (name: string) => join(folder, `${name}.xlsx`);
    writeGtdWorkbook(path('small'), 40);
    writeGtdWorkbook(path('gtd'), rows);
    const hostile = {
      'few cells far to the right': Array.from(
        { length: 4000 },
        (_, n) => `<row><c r="XFD${n + 1}"><v>${(n * 7919) % 99_991}</v></c></row>`,
      ).join(''),
      'a long text in every row': '<row><c t="s"><v>0</v></c></row>'.repeat(1500),
    };
    const long = Array.from({ length: 190_000 }, (_, n) => `${(n * 7919) % 99_991}`).join(' ');
    for (const [name, xml] of Object.entries(hostile))
      writeFileSync(path(name), xlsxOf(xlsxParts({ rows: xml, texts: `<si><t>${long}</t></si>` })));
    const names = ['gtd', ...Object.keys(hostile)];
    const { told } = await inOwnProcess<{ told: Told[] }>('workbook-memory', [
      ...['small', ...names].map(path),
    ]);
    expect(told.map(({ outcome }) => outcome)).toEqual([
      ...[`${rows} rows`, '3999 rows', '1499 rows'],
    ]);
    expect(told.filter(({ peak }) => !(peak < mostMb))).toEqual([]);
  },
  300_000,
);

test('its cells are those that were written, in the lines where they stand', () => {
  const file = join(temporaryFolder(), 'gtd.xlsx');
  writeGtdWorkbook(file, 3000);
  const facts = tableFacts(file);
  expect(facts).toMatchObject({ sheet: 'Data', columns: gtdWideColumns, hasHeader: true });
  const at = facts.columns.indexOf('summary');
  let line = 1;
  const done: number[] = [];
  const sha256 = readRows(file, facts, (piece, bytes) => {
    done.push(bytes);
    for (const row of piece) {
      line += 1;
      expect([row.line, row.cells[at]]).toEqual([line, gtdSummary(line - 2)]);
    }
    return true;
  });
  expect(line).toBe(3001);
  expect(sha256).toMatch(/^[\da-f]{64}$/);
  expect(done.length).toBeGreaterThan(10);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(done.at(-1)).toBe(facts.bytes);
});

test('its first rows are read without the rest', () => {
  const file = join(temporaryFolder(), 'gtd.xlsx');
  writeGtdWorkbook(file, 3000);
  let pieces = 0;
  const sha256 = readRows(file, tableFacts(file), (_, bytes) => {
    pieces += 1;
    expect(bytes).toBeLessThan(200_000);
    return false;
  });
  expect([pieces, sha256]).toEqual([1, undefined]);
});
