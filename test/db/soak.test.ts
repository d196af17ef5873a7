/**
 * A long day at the desk in short: random filters, edits, imports, packs and undo, one after the other.
 * The columns answer as the tables all along, the case stays sound, memory stays flat.
 * `CAIRN_SOAK_MINUTES` makes it longer (30 was run once, see docs/performance.md).
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ColumnAnswers } from '../../electron/columns/answers.ts';
import { type OpenedReader, openReader } from '../../electron/db/open-reader.ts';
import { act } from '../../electron/services/act.ts';
import { importTable } from '../../electron/services/bulk/import-table.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { changeTogether } from '../../electron/services/bulk-change.ts';
import { checkCase } from '../../electron/services/check.ts';
import { incidentIds } from '../../electron/services/incidents.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import { answerView } from '../../electron/services/views.ts';
import type { CallArgs } from '../../shared/contract/contract.ts';
import { facetNames } from '../../shared/contract/view-calls.ts';
import { sortKeys } from '../../shared/domain/filter.ts';
import { incidentStatuses } from '../../shared/domain/vocabulary.ts';
import { acledRow, writeAcled } from '../helpers/acled-file.ts';
import { anyFilter } from '../helpers/filter-arbitraries.ts';
import { type Laptop, laptop } from '../helpers/laptops.ts';
import { fillMixed } from '../helpers/mixed-case.ts';

const minutes = Number(process.env.CAIRN_SOAK_MINUTES ?? 1);
const deeds = ['ask', 'ask', 'ask', 'edit', 'tag', 'import', 'undo', 'redo', 'undo'] as const;
/** Growth of memory from the middle third to the last that still counts as flat, in bytes. */
const mostGrowth = 96 * 1024 * 1024;

let held: Laptop;
let reader: OpenedReader;
let columns: ColumnAnswers;
let changed: string[] = [];
let isWhole = false;

beforeAll(async () => {
  // with ids as in life: counted ones would meet those of the mixed case
  held = laptop();
  fillMixed(held.session);
  held.session.changed = (_topics, ids, _revision, whole) => {
    changed.push(...ids);
    isWhole ||= whole;
  };
  reader = openReader(held.session.path);
  columns = new ColumnAnswers(reader.db, 1);
  await catchUp(true);
});
afterAll(() => {
  reader.close();
  held.close();
});

/** As the columns' own thread does after each commit. */
async function catchUp(reads = false): Promise<void> {
  const revision = reader.renew();
  if (reads || isWhole || !columns.update(changed)) {
    await columns.load(revision, async () => undefined);
  }
  changed = [];
  isWhole = false;
  reader.release();
}

const ask: fc.Arbitrary<CallArgs<'view/answer'>> = fc.record({
  filter: anyFilter,
  asker: fc.constant('list'),
  sort: fc.record({
    key: fc.constantFrom(...sortKeys),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
  from: fc.constant(0),
  count: fc.constant(50),
  facets: fc.constant([...facetNames]),
  facetSize: fc.constant(20),
});

function compare(one: CallArgs<'view/answer'>, n: number): void {
  const { session } = held;
  const tables = answerView(session, one);
  reader.renew();
  const fast = columns.answer(one, 1_000_000 + n, session.revision);
  reader.release();
  expect(fast.rows.map(({ id }) => id)).toEqual(tables.rows.map(({ id }) => id));
  expect([fast.total, fast.killed, fast.unplaced]).toEqual([
    tables.total,
    tables.killed,
    tables.unplaced,
  ]);
  const counts = (answer: typeof fast) =>
    answer.facets.map(({ name, values }) => [name, values.map(({ count }) => count)]);
  expect(counts(fast)).toEqual(counts(tables));
}

function importRows(n: number): void {
  const rows = Array.from({ length: 30 }, (_, at) =>
    // some keys come again, newer than before
    acledRow(`SOK${(n * 20 + at) % 4000}`, {
      fatalities: String(at % 7),
      timestamp: String(1_747_100_000 + n),
      notes: `On 11 May, fighters attacked post ${at} of round ${n}.`,
    }),
  );
  const path = writeAcled(join(held.folder, 'soak.csv'), rows);
  const { facts, mapping } = recogniseTable(path);
  importTable(held.session, { path, facts, mapping });
}

function carryOut(deed: (typeof deeds)[number], n: number): void {
  const { session } = held;
  const ids = incidentIds(session.db, {});
  const id = ids[(n * 7919) % ids.length] ?? '';
  switch (deed) {
    case 'edit':
      act(session, { kind: 'update', title: 'soak' }, (tx) =>
        tx.update('incident', id, {
          title: `Round ${n}`,
          status: incidentStatuses[n % incidentStatuses.length] ?? 'reported',
          date_edtf: `20${10 + (n % 15)}-0${1 + (n % 9)}`,
        }),
      );
      return;
    case 'tag':
      changeTogether(session, {
        ids: ids.slice(n % ids.length, (n % ids.length) + 25),
        change: { do: 'tag', name: `Round ${n % 40}` },
      });
      return;
    case 'import':
      importRows(n);
      return;
    case 'undo':
    case 'redo':
      try {
        if (deed === 'undo') undo(session);
        else redo(session);
      } catch {
        // nothing to take back
      }
  }
}

describe('a long day', () => {
  test(
    `${minutes} min of filters, edits, imports and undo leave the case sound and memory flat`,
    async () => {
      const end = Date.now() + minutes * 60_000;
      const asks = fc.sample(ask, 400);
      const heaps: number[] = [];
      const size = () => statSync(held.session.path).size;
      let n = 0;
      for (; Date.now() < end; n += 1) {
        const deed = deeds[(n * 31 + Math.floor(n / 9)) % deeds.length] ?? 'ask';
        const one = asks[n % asks.length];
        if (deed === 'ask' && one !== undefined) compare(one, n);
        else {
          carryOut(deed, n);
          await catchUp();
        }
        if (n % 25 === 0) {
          globalThis.gc?.();
          const { heapUsed, arrayBuffers } = process.memoryUsage();
          heaps.push(heapUsed + arrayBuffers);
        }
      }
      const third = Math.floor(heaps.length / 3);
      const least = (list: readonly number[]) => Math.min(...list);
      const growth = least(heaps.slice(-third)) - least(heaps.slice(third, 2 * third));
      console.info(
        `${n} deeds, ${held.session.revision} actions, heap ${(growth / 1e6).toFixed(1)} MB more, file ${(size() / 1e6).toFixed(1)} MB`,
      );
      expect(n).toBeGreaterThan(50);
      expect(growth).toBeLessThan(mostGrowth);
      expect(checkCase(held.session)).toEqual({ ok: true, problems: [] });
    },
    minutes * 60_000 + 120_000,
  );
});
