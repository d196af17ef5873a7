/** Records made in bulk travel in packs as others do, and an import that is killed leaves nothing. */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, describe, expect, it } from 'vitest';
import { getRecord, listRecords } from '../../electron/db/queries/records.ts';
import { value } from '../../electron/db/sqlite.ts';
import { act } from '../../electron/services/act.ts';
import { importTable } from '../../electron/services/bulk/import-table.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { closeCase, createCase, openCase } from '../../electron/services/cases.ts';
import { checkCase } from '../../electron/services/check.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import { appOut } from '../../electron/setup/lib/paths.mjs';
import type { TableName } from '../../shared/domain/records.ts';
import { acledRow, writeAcled } from '../helpers/acled-file.ts';
import { analyst, temporaryFolder } from '../helpers/case-builder.ts';
import { awa, bila, type Laptop, laptop, pack, take } from '../helpers/laptops.ts';

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

function importRows(on: Laptop, count: number): void {
  const rows = Array.from({ length: count }, (_, n) =>
    acledRow(`BFO${n}`, { tags: `tag ${n % 3}` }),
  );
  const path = writeAcled(join(on.folder, 'acled.csv'), rows);
  const { facts, mapping } = recogniseTable(path);
  expect(importTable(on.session, { path, facts, mapping }).added).toBe(count);
}

function only(on: Laptop, key: string) {
  const found = listRecords(on.session.db, 'incident').find(
    ({ external_key }) => external_key === `ACLED:${key}`,
  );
  return found as NonNullable<typeof found>;
}

/** Records but for the batch that brought them here. */
function contents(on: Laptop, table: TableName) {
  return listRecords(on.session.db, table)
    .map(({ origin: _, ...record }) => record)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const edit = (on: Laptop, id: string, patch: object): void => {
  act(on.session, { kind: 'update', title: 'incident' }, (tx) => tx.update('incident', id, patch));
};

describe('packs of an import', () => {
  it('make the other case equal', async () => {
    const here = start();
    importRows(here, 20);
    const there = start(bila, 5);
    const { result } = await take(there, await pack(here));
    expect(result.failed).toBe(0);
    for (const table of ['incident', 'claim', 'toll', 'link', 'actor', 'source'] as const) {
      expect(contents(there, table)).toEqual(contents(here, table));
    }
    // and back: nothing new
    const again = await take(here, await pack(there, 'b'));
    expect(again.result).toMatchObject({ added: 0, updated: 0, conflicting: 0 });
  });

  it('join edits of both sides of a record made in bulk', async () => {
    const here = start();
    importRows(here, 5);
    const there = start(bila, 5);
    await take(there, await pack(here));
    const { id } = only(here, 'BFO2');
    edit(here, id, { title: 'Here' });
    edit(there, id, { status: 'confirmed' });
    const { result } = await take(here, await pack(there, 'b'));
    expect(result).toMatchObject({ updated: 1, conflicting: 0 });
    expect(getRecord(here.session.db, 'incident', id)).toMatchObject({
      title: 'Here',
      status: 'confirmed',
    });
  });

  it('leave out what was taken back before anybody had it', async () => {
    const here = start();
    importRows(here, 3);
    undo(here.session);
    const there = start(bila, 5);
    await take(there, await pack(here));
    expect(listRecords(there.session.db, 'incident', { includeDeleted: true })).toEqual([]);
  });

  it('say that an import was taken back to those who have it, also when it is brought back', async () => {
    const here = start();
    importRows(here, 3);
    const first = await pack(here);
    const there = start(bila, 5);
    await take(there, first);
    undo(here.session);
    await take(there, await pack(here, 'b'));
    expect(listRecords(there.session.db, 'incident')).toEqual([]);
    expect((await take(here, first)).result).toMatchObject({ added: 0, updated: 0 });
    redo(here.session);
    await take(there, await pack(here, 'c'));
    expect(contents(there, 'incident')).toEqual(contents(here, 'incident'));
    expect(contents(there, 'incident')).toHaveLength(3);
  });

  it('does not make twice what a colleague’s pack brought with the same key', async () => {
    const here = start();
    importRows(here, 3);
    const there = start(bila, 5);
    await take(there, await pack(here));
    const csv = writeAcled(join(there.folder, 'same.csv'), [
      acledRow('BFO0', { tags: 'tag 0' }),
      acledRow('BFO9'),
    ]);
    const { facts, mapping } = recogniseTable(csv);
    const result = importTable(there.session, { path: csv, facts, mapping });
    expect(result).toMatchObject({ added: 1, unchanged: 1 });
    expect(listRecords(there.session.db, 'incident')).toHaveLength(4);
  });
});

describe('an import that is killed', () => {
  it.each([
    ['in one thread', []],
    ['in two', [join(appOut, 'table-worker.cjs')]],
  ])('leaves nothing, whenever that is, %s', { timeout: 300_000 }, async (_, workers) => {
    const folder = temporaryFolder();
    const name = `import-writer-${process.pid}.cjs`;
    const outDir = join(process.cwd(), 'out', 'test');
    const external = [
      'better-sqlite3',
      ...builtinModules,
      ...builtinModules.map((each) => `node:${each}`),
    ];
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      ssr: { noExternal: true, external },
      build: {
        ssr: 'test/helpers/import-writer.ts',
        outDir,
        emptyOutDir: false,
        target: 'node20',
        minify: false,
        rollupOptions: {
          external,
          output: { format: 'cjs', entryFileNames: name, codeSplitting: false },
        },
      },
    });
    const csv = writeAcled(
      join(folder, 'acled.csv'),
      Array.from({ length: 1500 }, (__, n) =>
        acledRow(`BFO${n}`, { notes: `Row ${n}: ${'shots near the market. '.repeat(70)}` }),
      ),
    );
    // enough for a thread of its own to read it
    expect(statSync(csv).size).toBeGreaterThan(2_000_000);
    const path = join(folder, 'case.cairn');
    closeCase(createCase(path, { title: 'Crash' }, { author: analyst }));
    for (let round = 0; round < 4; round += 1) {
      const child = spawn(process.execPath, [join(outDir, name), path, csv, ...workers], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const closed = new Promise((resolve) => child.once('close', resolve));
      let pieces = 0;
      child.stdout.on('data', (text: Buffer) => {
        pieces += text.length;
        if (pieces > round) child.kill('SIGKILL');
      });
      await closed;
      const session = openCase(path, { author: analyst, waitMs: 5000 });
      const count = value<number>(session.db, 'SELECT count(*) FROM incident') ?? -1;
      expect([0, 1500]).toContain(count);
      expect(checkCase(session)).toEqual({ ok: true, problems: [] });
      closeCase(session);
    }
  });
});
