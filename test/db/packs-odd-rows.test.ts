/** Rows of files that keep the schema of a pack and lie: the case stays whole, whatever is done with them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import { writeTable } from '../../electron/files/csv-table.ts';
import { act } from '../../electron/services/act.ts';
import { checkCase } from '../../electron/services/check.ts';
import { fileRowsOf } from '../../electron/services/file-rows.ts';
import {
  decideImportConflict,
  importOrigin,
  listImportConflicts,
} from '../../electron/services/import-conflicts.ts';
import { undo } from '../../electron/services/undo.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { fileRowColumns } from '../../shared/pack/file-rows.ts';
import { fileRowPath } from '../../shared/pack/format.ts';
import { takeFile } from '../helpers/file-rows.ts';
import { bila, type Laptop, laptop, pack, take } from '../helpers/laptops.ts';
import { strangeFileRow } from '../helpers/odd-file-rows.ts';
import { asRaw, entriesOf, resealed, writeRaw } from '../helpers/pack-builder.ts';

const file = [{ key: '1', stamp: 10 }];
const later = [{ key: '1', stamp: 20, title: 'Told anew', killed: 7, actors: ['ISSP'] }];

/** What the caller is told; anything else is a bug. */
function orRefused(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

function tryAll(on: Laptop): void {
  const { session } = on;
  const ids = listRecords(session.db, 'incident').map(({ id }) => id);
  for (const id of ids) importOrigin(session.db, id);
  const { rows } = listImportConflicts(session.db, { after: null, count: 10 });
  for (const { incident, conflicts } of rows)
    for (const { table, id, unit } of conflicts)
      for (const side of ['theirs', 'ours'] as const)
        orRefused(() => decideImportConflict(session, { incident, table, id, unit, side }));
  fileRowsOf(session.db, ids);
  takeFile(session, 'later.csv', later);
  expect(checkCase(session).problems).toEqual([]);
}

it('whatever a row says, it breaks nothing and touches no other incident unasked', async () => {
  const here = laptop();
  takeFile(here.session, 'may.csv', file);
  const { db } = here.session;
  const other = act(here.session, { kind: 'create', title: 'x' }, (tx) => {
    const incident = tx.insert('incident', { title: 'Other' });
    return tx.insert('claim', { incident_id: incident.id, statement: 'Not of the file' });
  });
  const incidents = listRecords(db, 'incident').map(({ id }) => id);
  const [row] = fileRowsOf(db, incidents);
  if (row === undefined) throw new Error('the file brought no row');
  const tables = (['claim', 'toll', 'link'] as const).flatMap((table) =>
    listRecords(db, table).map(({ id }) => id),
  );
  const entries = await entriesOf(await pack(here));
  await fc.assert(
    fc.asyncProperty(strangeFileRow(row, [...tables, row.incident_id]), async (strange) => {
      const bytes = writeTable(fileRowColumns, [strange]);
      const path = writeRaw(
        here.folder,
        asRaw(resealed(new Map([...entries, [fileRowPath, bytes]]))),
      );
      const there = laptop(bila, 5);
      try {
        await take(there, path);
        expect(fileRowsOf(there.session.db, incidents)).toHaveLength(1);
        tryAll(there);
        await pack(there, 'back');
        undo(there.session);
        expect(checkCase(there.session).problems).toEqual([]);
      } finally {
        there.close();
      }
    }),
    { numRuns: 12 },
  );
  here.close();
  expect(other.incident_id).not.toBe(row.incident_id);
});
