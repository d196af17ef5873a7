// The thread of the columns as the engine uses it: told of commits, asked, cancelled, and when it dies.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { restoreSnapshot } from '../../electron/columns/snapshot.ts';
import { ColumnsClient, type OfferedSnapshot } from '../../electron/engine/columns-client.ts';
import type { EngineContext } from '../../electron/engine/context.ts';
import { viewHandlers } from '../../electron/engine/handlers/views.ts';
import { act } from '../../electron/services/act.ts';
import { storeSnapshot } from '../../electron/services/column-snapshot.ts';
import { incidentIds } from '../../electron/services/incidents.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { answerFirstPage, answerView } from '../../electron/services/views.ts';
import { appOut } from '../../electron/setup/lib/paths.mjs';
import { viewCalls } from '../../shared/contract/view-calls.ts';
import { defaultSort, type Filter } from '../../shared/domain/filter.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { fillMixed } from '../helpers/mixed-case.ts';

let held: TemporaryCase | undefined;
let client: ColumnsClient | undefined;
afterEach(async () => {
  await client?.stop();
  held?.close();
});

function started(workerFile: string) {
  const built = temporaryCase();
  fillMixed(built.session);
  const troubles: unknown[] = [];
  const columns = new ColumnsClient(
    {
      ...{ filling: () => undefined, ready: () => undefined, snapshot: () => undefined },
      trouble: (error) => troubles.push(error),
    },
    workerFile,
  );
  built.session.changed = (_topics, ids, revision) => columns.changed(ids, revision);
  columns.start(built.session.path);
  held = built;
  client = columns;
  return { session: built.session, columns, troubles };
}

let lastView = 500;
const args = (filter: Filter) =>
  viewCalls['view/answer'].args.parse({ filter, sort: defaultSort, facets: ['type', 'actor'] });
const asked = (filter: Filter) => {
  lastView += 1;
  return { name: 'view/answer', args: args(filter), view: lastView } as const;
};

test('answers what the tables answer, of the revision that was just written', async () => {
  const { session, columns } = started(join(appOut, 'columns-worker.cjs'));
  await columns.untilReady();
  for (let n = 0; n < 20; n += 1) {
    act(session, { kind: 'create', title: 'new' }, (tx) =>
      tx.insert('incident', { title: `New ${n}`, event_type: 'Battles' }),
    );
    const filter = n % 2 === 0 ? {} : { text: 'new' };
    const { view: _view, source, ...answer } = await columns.ask(asked(filter));
    const { view: _other, source: _tables, ...ought } = answerView(session, args(filter));
    expect(source).toBe('columns');
    expect(answer).toEqual(ought);
    expect(answer.revision).toBe(session.revision);
  }
});

test('a newer question of the same asker takes the place of one that waits', async () => {
  const { columns } = started(join(appOut, 'columns-worker.cjs'));
  await columns.untilReady();
  const first = columns.ask(asked({}));
  const second = columns.ask(asked({ countries: ['ML'] })).catch((error: unknown) => error);
  const third = columns.ask(asked({ countries: ['BF'] }));
  expect(await second).toMatchObject({ code: 'call/cancelled' });
  expect((await first).total).toBeGreaterThan((await third).total);
});

test('a thread that dies is started again, a few times, and its question is not lost', async () => {
  const built = temporaryCase();
  const log = join(built.folder, 'starts');
  const file = join(built.folder, 'dying.cjs');
  writeFileSync(
    file,
    `const { parentPort } = require('node:worker_threads');
     require('node:fs').appendFileSync(${JSON.stringify(log)}, 'x');
     parentPort.on('message', () => process.exit(1));
     parentPort.postMessage({ kind: 'ready', revision: 1, ms: 1 });`,
  );
  appendFileSync(log, '');
  const { columns } = started(file);
  for (let n = 0; n < 4; n += 1) {
    await columns.untilReady();
    await expect(columns.ask(asked({}))).rejects.toMatchObject({ code: 'view/stale' });
  }
  expect(columns.isFilling).toBe(false);
  expect(readFileSync(log, 'utf8')).toBe('xxxx');
  built.close();
});

describe('while the columns of a large case are filled', () => {
  /** The list as a large case has it then: its first rows alone. */
  function firstRows(session: CaseSession) {
    const ask = viewCalls['view/answer'].args.parse({ filter: {}, sort: defaultSort, count: 5 });
    return answerFirstPage(session, ask);
  }
  const contextOf = (session: CaseSession, columns: ColumnsClient): EngineContext => ({
    ...{ session: () => session, dataDir: '', columns },
    ...{ filePath: () => '', emit: () => undefined },
  });

  test('rows beyond the first page, ids and positions wait for them', async () => {
    const { session, columns } = started(join(appOut, 'columns-worker.cjs'));
    const { view, total } = firstRows(session);
    expect(total).toBeGreaterThan(40);
    const context = contextOf(session, columns);
    expect(columns.isFilling).toBe(true);
    const all = incidentIds(session.db, {}, defaultSort);
    const [page, ids, located] = await Promise.all([
      viewHandlers['view/page'](context, { view, from: 20, count: 10 }),
      viewHandlers['view/ids'](context, { view, from: 0, to: total }),
      viewHandlers['view/locate'](context, { view, id: all[33] ?? '' }),
    ]);
    expect(columns.isReady).toBe(true);
    expect(page.rows.map(({ id }) => id)).toEqual(all.slice(20, 30));
    expect(ids.ids).toEqual(all);
    expect(located.index).toBe(33);
  });

  test('rows of the first page are there at once', async () => {
    const { session, columns } = started(join(appOut, 'columns-worker.cjs'));
    const { view, rows } = firstRows(session);
    const page = await viewHandlers['view/page'](contextOf(session, columns), {
      ...{ view, from: 0, count: 5 },
    });
    expect(columns.isFilling).toBe(true);
    expect(page.rows).toEqual(rows);
  });

  test('a list of before an edit is read anew, and one of a case that closes is let go of', async () => {
    const { session, columns } = started(join(appOut, 'columns-worker.cjs'));
    const context = contextOf(session, columns);
    const ask = () =>
      Promise.resolve(
        viewHandlers['view/page'](context, { view: firstRows(session).view, from: 20, count: 10 }),
      ).catch((error: unknown) => error);
    const waiting = ask();
    act(session, { kind: 'create', title: 'new' }, (tx) => tx.insert('incident', { title: 'New' }));
    expect(await waiting).toMatchObject({ code: 'view/stale' });
    await columns.stop();
    columns.start(session.path);
    const closed = ask();
    await columns.stop();
    expect(await closed).toMatchObject({ code: 'view/stale' });
  });

  test('how far they are is told, and that it is over', async () => {
    const built = temporaryCase();
    const file = join(built.folder, 'slow.cjs');
    writeFileSync(
      file,
      `const { parentPort } = require('node:worker_threads');
       parentPort.postMessage({ kind: 'filling', share: 0.25, total: 1000000 });
       parentPort.postMessage({ kind: 'filling', share: 1, total: 1000000 });
       parentPort.postMessage({ kind: 'ready', revision: 1, ms: 1 });
       parentPort.on('message', () => process.exit(0));`,
    );
    const told: (readonly [number, number])[] = [];
    const columns = new ColumnsClient(
      {
        filling: (share, total) => told.push([share, total]),
        ...{ ready: () => undefined, snapshot: () => undefined, trouble: () => undefined },
      },
      file,
    );
    held = built;
    client = columns;
    columns.start(built.session.path);
    await columns.untilReady();
    expect(told).toEqual([
      [0.25, 1_000_000],
      [0.99, 1_000_000],
      [1, 0],
    ]);
  });
});

describe('the stored picture of a case with many incidents', () => {
  /** As many copies of the first incident as make a picture worth storing; no actions, no links. */
  function grow({ db }: CaseSession): void {
    const names = db.prepare("SELECT name FROM pragma_table_info('incident')").pluck().all();
    const values = names.map((name) => {
      if (name === 'pk') return '1000000 + n';
      if (name === 'id') return "printf('00000000-0000-7000-8000-%012d', n)";
      return name === 'date_earliest' ? "printf('2%03d-01-01', n % 1000)" : `"${String(name)}"`;
    });
    db.exec(`INSERT INTO incident (${names.join()})
      WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 20000)
      SELECT ${values.join()} FROM number, (SELECT * FROM incident LIMIT 1)`);
  }

  test('is read from the thread in pieces, shows what was there when it was offered, and is let go of', async () => {
    const built = temporaryCase();
    fillMixed(built.session);
    grow(built.session);
    held = built;
    const { session } = built;
    const picture = await new Promise<OfferedSnapshot>((resolve, reject) => {
      const columns = new ColumnsClient(
        { filling: () => undefined, ready: () => undefined, trouble: reject, snapshot: resolve },
        join(appOut, 'columns-worker.cjs'),
      );
      client = columns;
      session.changed = (_topics, ids, revision) => columns.changed(ids, revision);
      columns.start(session.path);
    });
    const wholeOf = async () => {
      const pieces = picture.parts.map(({ name, length }) => picture.read(name, 0, length));
      return Buffer.concat((await Promise.all(pieces)).map((bytes) => bytes ?? new Uint8Array()));
    };
    const before = await wholeOf();
    expect(before).toHaveLength(picture.parts.reduce((sum, { length }) => sum + length, 0));
    await storeSnapshot(session, picture);
    expect(restoreSnapshot(session.db)?.revision).toBe(session.revision);
    const [first] = incidentIds(session.db, {}, defaultSort);
    act(session, { kind: 'update', title: 'later' }, (tx) =>
      tx.update('incident', first ?? '', { status: 'refuted', date_edtf: '1999' }),
    );
    await client?.ask(asked({}));
    // not by expect: it would walk two million bytes
    expect(before.equals(await wholeOf())).toBe(true);
    picture.close();
    expect(await picture.read('order', 0, 4)).toBeUndefined();
    await client?.stop();
    expect(await picture.read('order', 0, 4)).toBeUndefined();
  });
});
