// A large table in the threads of the built app: one reads, one writes, and what they make is what one alone makes.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import { all } from '../../electron/db/sqlite.ts';
import { TableThread } from '../../electron/engine/table-thread.ts';
import { act } from '../../electron/services/act.ts';
import { importTable } from '../../electron/services/bulk/import-table.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { checkCase } from '../../electron/services/check.ts';
import { undo } from '../../electron/services/undo.ts';
import { appOut } from '../../electron/setup/lib/paths.mjs';
import { acledRow, writeAcled } from '../helpers/acled-file.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';

/** Enough for a thread of its own to read it (bytes). */
const isLarge = 2_000_000;
const rows = Array.from({ length: 300 }, (_, at) =>
  acledRow(`BFO${at}`, {
    notes: `Row ${at}: ${'shots were heard near the market. '.repeat(200)}`,
    assoc_actor_1: at % 3 === 0 ? `Village Guard ${at % 40}` : '',
    source: `Radio ${at % 25}; AFP`,
    fatalities: String(at % 4),
    latitude: at % 50 === 0 ? 'here' : '14.1',
  }),
);

let held: TemporaryCase;
let path: string;
beforeEach(() => {
  held = temporaryCase();
  path = writeAcled(join(held.folder, 'acled.csv'), rows);
});
afterEach(() => held.close());

const never = new AbortController().signal;
const thread = () => new TableThread(join(appOut, 'table-worker.cjs'));

/** What the records say, without ids and stamps. */
function contents({ session }: TemporaryCase): unknown[] {
  return all(
    session.db,
    `SELECT incident.external_key, title_key, date_earliest, killed_low, best_grade,
       count(DISTINCT link.id) AS links, count(DISTINCT claim.id) AS claims, imported_row.digest
     FROM incident JOIN link ON link.to_id = incident.id JOIN claim ON claim.incident_id = incident.id
     JOIN imported_row ON incident_pk = incident.pk GROUP BY incident.pk`,
  );
}

test('two threads make of a table what one alone makes', async () => {
  const { facts, mapping } = recogniseTable(path);
  expect(facts.bytes).toBeGreaterThan(isLarge);
  const told: number[] = [];
  const job = { signal: never, progress: ({ count }: { count?: number }) => told.push(count ?? 0) };
  const result = await thread().read(held.session, { what: 'import', path, mapping }, job);
  expect(result).toMatchObject({ rows: 300, added: 300, failed: 0, warnings: 6 });
  expect(told.length).toBeGreaterThan(0);
  expect(checkCase(held.session)).toEqual({ ok: true, problems: [] });
  const alone = temporaryCase();
  const { batch: _, ...same } = importTable(alone.session, { path, facts, mapping });
  expect(result).toMatchObject(same);
  expect(contents(held)).toEqual(contents(alone));
  alone.close();
  undo(held.session);
  expect(listRecords(held.session.db, 'incident').every((row) => row.deleted_at !== null)).toBe(
    true,
  );
});

test('one that is stopped leaves nothing, and the case is free', async () => {
  const { mapping } = recogniseTable(path);
  const stop = new AbortController();
  const job = { signal: stop.signal, progress: () => stop.abort() };
  const { revision } = held.session;
  await expect(
    thread().read(held.session, { what: 'import', path, mapping }, job),
  ).rejects.toMatchObject({ code: 'call/cancelled' });
  expect(held.session.revision).toBe(revision);
  expect(listRecords(held.session.db, 'incident')).toEqual([]);
  act(held.session, { kind: 'create', title: 'Tag' }, (tx) => tx.insert('tag', { name: 'free' }));
});

test('a file asked about again before it has answered, and then checked, is answered each time', async () => {
  const { mapping } = recogniseTable(path);
  const one = thread();
  const asked = [one.preview({ path }), one.preview({ path, mapping }), one.preview({ path })];
  const job = { signal: never, progress: () => undefined };
  const checked = one.read(held.session, { what: 'check', path, mapping }, job);
  for (const preview of await Promise.all(asked)) expect(preview.preset).toBe('acled');
  expect(await checked).toMatchObject({ rows: 300, added: 300 });
});

test.each([
  ['ends without a word', 'process.exit(0)'],
  ['breaks', 'throw new Error("broken")'],
  ['ends while it is waited for', 'setTimeout(() => process.exit(1), 700)'],
])(
  'a reading thread that %s ends the import with a message, and the case is free',
  async (_, text) => {
    // below the checkout, so that the database module is found
    const folder = mkdtempSync(join(appOut, '..', 'test', 'reading-'));
    copyFileSync(join(appOut, 'table-worker.cjs'), join(folder, 'table-worker.cjs'));
    writeFileSync(join(folder, 'reading-worker.cjs'), text);
    const { mapping } = recogniseTable(path);
    const job = { signal: never, progress: () => undefined };
    const one = new TableThread(join(folder, 'table-worker.cjs'));
    await expect(
      one.read(held.session, { what: 'import', path, mapping }, job),
    ).rejects.toMatchObject({ code: 'work/ended', details: { kind: 'reading-thread' } });
    expect(listRecords(held.session.db, 'incident')).toEqual([]);
    act(held.session, { kind: 'create', title: 'Tag' }, (tx) => tx.insert('tag', { name: 'free' }));
    rmSync(folder, { recursive: true });
  },
);
