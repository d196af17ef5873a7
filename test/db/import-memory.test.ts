/** What an import keeps of each row until its end is a few bytes, whatever stands in the row. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nextKeys } from '../../electron/db/queries/bulk-writer.ts';
import { bulkIds } from '../../electron/services/bulk/bulk-ids.ts';
import { readIncidents } from '../../electron/services/bulk/read-incidents.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { tableFeed } from '../../electron/services/bulk/table-feed.ts';
import { dataSets } from '../../shared/import/data-sets.ts';
import { acledRow, writeAcled } from '../helpers/acled-file.ts';
import { temporaryCase } from '../helpers/case-builder.ts';
import { heldBytes } from '../helpers/held-bytes.ts';

/** No two rows have a place, a note or a key in common; each is of some 750 letters. */
const row = (n: number) =>
  acledRow(`A key that is longer than those of ACLED ${n}`, {
    event_date: `${1 + (n % 28)} September ${1997 + (n % 25)}`,
    location: `A village far from the market of the town ${n}`,
    admin2: `The district around the village number ${n}`,
    notes: `Row ${n}: ${'shots were heard near the market. '.repeat(10)}`,
    source: `The broadcasting house of a town ${n % 30}`,
    actor1: `A group of the hills and valleys ${n % 50}`,
    // something is said of each
    geo_precision: `about here ${n}`,
  });

test('the reading half of an import holds no row that it has given on', () => {
  const { session, folder, close } = temporaryCase();
  const rows = Array.from({ length: 12_000 }, (_, n) => row(n));
  const path = writeAcled(join(folder, 'acled.csv'), rows);
  rows.length = 0;
  const { facts, mapping } = recogniseTable(path);
  const options = {
    ...{ batch: bulkIds()(), dataSet: dataSets.acled, tlp: 'CLEAR' as const },
    ...{ invented: true, seq: 1, keys: nextKeys(session.db), newId: bulkIds() },
  };
  const told: { rows: number; bytes: number }[] = [];
  const due = [5500, 10_500];
  const progress = (at: { rows: number }) => {
    // no count of letters says how many rows a piece has
    if (at.rows < (due[told.length] ?? Number.POSITIVE_INFINITY)) return;
    told.push({ rows: at.rows, bytes: heldBytes() });
  };
  const feed = tableFeed(path, facts, mapping);
  const { account } = readIncidents(session.db, feed, options, { progress }, () => undefined);
  expect(account.counts.added).toBe(12_000);
  close();
  const [early, late] = told;
  if (early === undefined || late === undefined) throw new Error('nothing was told');
  const perRow = (late.bytes - early.bytes) / (late.rows - early.rows);
  expect(perRow).toBeLessThan(200);
});
