/**
 * Opening a case of many incidents to its first rows, against one of 10 000; one edit with its change
 * rows, search and columns in step, against what the disk itself takes. Sizes as in scale-filters.
 */
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openColumns } from '../../electron/columns/open.ts';
import { act } from '../../electron/services/act.ts';
import { caseState } from '../../electron/services/case-state.ts';
import { closeCase, openCase } from '../../electron/services/cases.ts';
import { answerFirstPage } from '../../electron/services/views.ts';
import { viewCalls } from '../../shared/contract/view-calls.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import { analyst, temporaryFolder } from '../helpers/case-builder.ts';
import { benchSizes, largeCase } from './generate-large.ts';
import { measure, ms, percentile, table, times } from './measure.ts';

const edits = 300;
const ask = viewCalls['view/answer'].args.parse({ filter: {}, sort: defaultSort });

function copyOf(count: number): { readonly path: string; readonly drop: () => void } {
  const folder = temporaryFolder();
  const path = join(folder, 'case.cairn');
  copyFileSync(largeCase(count), path);
  return { path, drop: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Open, counts of the case, first rows: all that the engine does before a window shows rows. */
function opened(path: string): readonly number[] {
  return measure(5, () => {
    const session = openCase(path, { author: analyst });
    caseState(session);
    answerFirstPage(session, ask);
    closeCase(session);
  });
}

/** One row changed and synced in the same file system. */
function bareUpdates(): readonly number[] {
  const folder = temporaryFolder();
  const db = new Database(join(folder, 'bare.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    "CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT) STRICT; INSERT INTO t VALUES (1, '')",
  );
  const update = db.prepare('UPDATE t SET text = ? WHERE id = 1');
  const durations = measure(edits, (n) => update.run(`title ${n}`));
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return durations;
}

const line = (name: string, durations: readonly number[], reference: readonly number[]) => [
  name,
  ms(percentile(durations, 0.5)),
  ms(percentile(durations, 0.99)),
  times(percentile(durations, 0.5) / percentile(reference, 0.5)),
];

it.each(benchSizes())(
  'opens and edits %i incidents',
  async (count) => {
    const small = copyOf(10_000);
    const large = copyOf(count);
    const reference = opened(small.path);
    const opening = opened(large.path);
    let touched: readonly string[] = [];
    const session = openCase(large.path, {
      author: analyst,
      changed: (_topics, ids) => {
        touched = ids;
      },
    });
    const { reader, answers } = openColumns(large.path);
    await answers.load(reader.renew(), async () => undefined);
    reader.release();
    const step = Math.max(1, Math.floor(count / edits) - 1);
    const ids = session.db
      .prepare(`SELECT id FROM incident WHERE pk % ${step} = 0 LIMIT ${edits}`)
      .pluck()
      .all() as string[];
    const inStep: number[] = [];
    const saved: number[] = [];
    for (const [n, id] of ids.entries()) {
      const start = performance.now();
      act(session, { kind: 'update', title: 'edit' }, (tx) =>
        tx.update('incident', id, { title: `Edited ${n}`, status: 'claimed' }),
      );
      saved.push(performance.now() - start);
      reader.renew();
      expect(answers.update(touched)).toBe(true);
      reader.release();
      inStep.push(performance.now() - start);
    }
    saved.sort((a, b) => a - b);
    inStep.sort((a, b) => a - b);
    const bare = bareUpdates();
    reader.close();
    closeCase(session);
    const heads = [`${count} incidents`, 'p50', 'p99', 'to the reference'];
    console.log(
      table('Open to the first rows (reference: 10 000 incidents)', [
        heads,
        line('10 000 incidents', reference, reference),
        line('open, counts, first rows', opening, reference),
      ]),
    );
    console.log(
      table('One edit (reference: bare UPDATE + sync)', [
        heads,
        line('bare UPDATE + sync', bare, bare),
        line('edit saved', saved, bare),
        line('edit saved and columns in step', inStep, bare),
      ]),
    );
    small.drop();
    large.drop();
  },
  1_800_000,
);
