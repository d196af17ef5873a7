/**
 * One edit at 10 000 incidents against what the disk itself takes (one UPDATE and its sync in the same
 * process), and opening a case to its first rows at 10 000 incidents against 100.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { listIncidentKeys } from '../../electron/db/queries/incident-list.ts';
import { listIncidentRows } from '../../electron/db/queries/incident-rows.ts';
import { act } from '../../electron/services/act.ts';
import { closeCase, createCase, openCase } from '../../electron/services/cases.ts';
import { exportPack } from '../../electron/services/export-pack.ts';
import { importPack } from '../../electron/services/import-pack.ts';
import { previewPack } from '../../electron/services/preview-pack.ts';
import { undo } from '../../electron/services/undo.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import { analyst, temporaryFolder } from '../helpers/case-builder.ts';
import { generateCase } from './generate.ts';
import { measure, ms, percentile, table, times } from './measure.ts';

const edits = 300;
const options = { author: analyst };
let large = '';

/** The least that a durable write costs here: one row, one commit, synced as the case is. */
function bareUpdates(): readonly number[] {
  const db = new Database(join(temporaryFolder(), 'bare.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT) STRICT');
  db.prepare("INSERT INTO t VALUES (1, '')").run();
  const update = db.prepare('UPDATE t SET text = ? WHERE id = 1');
  const durations = measure(edits, (n) => update.run(`title ${n}`));
  db.close();
  return durations;
}

it('edits at 10 000 incidents', () => {
  large = generateCase(10_000);
  const session = openCase(large, options);
  const { keys } = listIncidentKeys(session.db, {}, defaultSort);
  const ids = listIncidentRows(session.db, [...keys.slice(0, edits)]).map(({ id }) => id);
  const bare = bareUpdates();
  const edited = measure(edits, (n) =>
    act(session, { kind: 'update', title: 'edit' }, (tx) =>
      tx.update('incident', ids[n] ?? '', { title: `Edited ${n}` }),
    ),
  );
  const undone = measure(50, () => undo(session));
  const listed = measure(20, () => listIncidentKeys(session.db, {}, defaultSort));
  const searched = measure(20, () =>
    listIncidentKeys(session.db, { text: 'bridge market' }, defaultSort),
  );
  closeCase(session);
  const row = (name: string, durations: readonly number[]) => [
    name,
    ms(percentile(durations, 0.5)),
    ms(percentile(durations, 0.99)),
    times(percentile(durations, 0.5) / percentile(bare, 0.5)),
  ];
  const rows = [
    ['10 000 incidents', 'p50', 'p99', 'to the bare update'],
    row('bare UPDATE + sync', bare),
    row('one edit', edited),
    row('one undo', undone),
    row('list all', listed),
    row('list by words', searched),
  ];
  console.log(table('One edit', rows));
  expect(edited).toHaveLength(edits);
});

it('opens to the first rows', () => {
  const small = generateCase(100);
  const opened = (path: string): readonly number[] =>
    Array.from({ length: 10 }, () => {
      const start = performance.now();
      const session = openCase(path, options);
      const { keys } = listIncidentKeys(session.db, {}, defaultSort);
      const rows = listIncidentRows(session.db, [...keys.slice(0, 60)]);
      const duration = performance.now() - start;
      closeCase(session);
      expect(rows).toHaveLength(60);
      return duration;
    }).sort((a, b) => a - b);
  const [few, many] = [opened(small), opened(large)];
  const ratio = percentile(many, 0.5) / percentile(few, 0.5);
  console.log(
    table('Open a case to its first 60 rows', [
      ['incidents', 'p50', 'worst', 'ratio'],
      ['100', ms(percentile(few, 0.5)), ms(percentile(few, 1)), ''],
      ['10 000', ms(percentile(many, 0.5)), ms(percentile(many, 1)), times(ratio)],
    ]),
  );
});

it('sends 10 000 incidents in a pack', async () => {
  const path = join(temporaryFolder(), 'bench.cairnpack');
  const from = openCase(large, options);
  const into = createCase(join(temporaryFolder(), 'into.cairn'), { title: 'Into' }, options);
  const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
    const start = performance.now();
    const result = await work();
    return [result, performance.now() - start];
  };
  const request = { selection: { what: 'case' as const }, title: 'Bench', tlpMax: 'RED' as const };
  const [written, exportMs] = await timed(() => exportPack(from, path, request));
  const [preview, previewMs] = await timed(() => previewPack(into, path));
  const [result, importMs] = await timed(() =>
    importPack(into, { preview: preview.preview, conflicts: 'ours', rules: [], decisions: {} }),
  );
  const [again, againMs] = await timed(() => previewPack(into, path));
  closeCase(from);
  closeCase(into);
  const perSecond = (durationMs: number) =>
    `${Math.round(result.added / (durationMs / 1000))} records/s`;
  console.log(
    table(`A pack of ${result.added} records, ${(written.bytes / 1e6).toFixed(1)} MB`, [
      ['export', ms(exportMs), perSecond(exportMs)],
      ['preview', ms(previewMs), perSecond(previewMs)],
      ['import', ms(importMs), perSecond(importMs)],
      ['preview again', ms(againMs), perSecond(againMs)],
    ]),
  );
  expect(again.byTable['incident']).toMatchObject({ new: 0, unchanged: 10_000 });
});
