import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineContext } from '../../electron/engine/context.ts';
import { caseHandlers } from '../../electron/engine/handlers/case.ts';
import { exchangeHandlers } from '../../electron/engine/handlers/exchange.ts';
import { exportHandlers } from '../../electron/engine/handlers/export.ts';
import { extractHandlers } from '../../electron/engine/handlers/extract.ts';
import { importConflictHandlers } from '../../electron/engine/handlers/import-conflicts.ts';
import { jobHandlers } from '../../electron/engine/handlers/jobs.ts';
import { keptReportHandlers } from '../../electron/engine/handlers/kept-reports.ts';
import { mapHandlers } from '../../electron/engine/handlers/map.ts';
import { networkHandlers } from '../../electron/engine/handlers/network.ts';
import { placeHandlers } from '../../electron/engine/handlers/places.ts';
import { readerHandlers } from '../../electron/engine/handlers/reader.ts';
import { readHandlers } from '../../electron/engine/handlers/reads.ts';
import { recordHandlers } from '../../electron/engine/handlers/records.ts';
import { sameHandlers } from '../../electron/engine/handlers/same.ts';
import { sourceFileHandlers } from '../../electron/engine/handlers/source-files.ts';
import { starterHandlers } from '../../electron/engine/handlers/starters.ts';
import { tableHandlers } from '../../electron/engine/handlers/tables.ts';
import { trustHandlers } from '../../electron/engine/handlers/trust.ts';
import { viewHandlers } from '../../electron/engine/handlers/views.ts';
import { answer, handlers } from '../../electron/engine/router.ts';
import { fillSample } from '../../electron/services/sample.ts';
import { type CallName, calls } from '../../shared/contract/contract.ts';
import { errorCodes } from '../../shared/contract/errors.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';

const engineCalls = Object.entries(calls)
  .filter(([, call]) => call.host === 'engine')
  .map(([name]) => name as CallName);

let held: TemporaryCase;
let context: EngineContext;
const unexpected: unknown[] = [];
const report = (error: unknown) => unexpected.push(error);

beforeAll(() => {
  held = temporaryCase({ title: 'Djibo' });
  fillSample(held.session, 'djibo');
  context = {
    session: () => held.session,
    dataDir: held.folder,
    filePath: () => {
      throw new AppError('file/token-unknown', 'No such token.');
    },
    emit: () => undefined,
  };
});
afterAll(() => held.close());

const ask = (name: string, args: unknown) => answer(context, name, args, report);

describe('the contract', () => {
  test('every call of the engine has exactly one handler', () => {
    const topics = [
      caseHandlers,
      tableHandlers,
      importConflictHandlers,
      recordHandlers,
      readHandlers,
      viewHandlers,
      mapHandlers,
      networkHandlers,
      readerHandlers,
      exchangeHandlers,
      exportHandlers,
      keptReportHandlers,
      extractHandlers,
      sourceFileHandlers,
      sameHandlers,
      starterHandlers,
      placeHandlers,
      jobHandlers,
      trustHandlers,
    ];
    const names = topics.flatMap((topic) => Object.keys(topic));
    expect(names.toSorted()).toEqual([...engineCalls].sort());
    expect(Object.keys(handlers).toSorted()).toEqual([...engineCalls].sort());
  });

  test.each(['', 'incident/drop', 'toString', '__proto__', 'case/open', 'constructor'])(
    'a name that the engine does not answer is refused: %j',
    async (name) => {
      expect(await ask(name, {})).toMatchObject({ ok: false, error: { code: 'call/unknown' } });
    },
  );
});

describe('bad input', () => {
  test.each(engineCalls)('%s answers values it cannot take with input/invalid', async (name) => {
    const before = held.session.revision;
    const garbage = fc.anything({ withBigInt: true, withDate: true, withMap: true, maxDepth: 3 });
    const wrong = fc.oneof(
      garbage,
      fc.constantFrom(undefined, null, [], 'x', 7, { extra: 1 }, { id: 'x' }, { filter: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(wrong, async (args) => {
        fc.pre(!calls[name].args.safeParse(args).success);
        expect(await ask(name, args)).toMatchObject({
          ok: false,
          error: { code: 'input/invalid', details: { issues: expect.any(Array) } },
        });
      }),
      { numRuns: 60 },
    );
    expect(held.session.revision).toBe(before);
  });

  test.each(engineCalls)('%s takes no field that it does not know', async (name) => {
    expect(await ask(name, { unexpected: true })).toMatchObject({
      ok: false,
      error: { code: 'input/invalid' },
    });
  });

  test('records with generated values are taken or refused by a known code, never worse', async () => {
    const field = fc.constantFrom(
      'title',
      'summary',
      'date_edtf',
      'latitude',
      'longitude',
      'place_id',
      'targets',
      'status',
      'tlp',
      'id',
      'rev',
      '__proto__',
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.boolean(),
      fc.constantFrom(
        null,
        '2025-05',
        'confirmed',
        14,
        -0,
        Number.POSITIVE_INFINITY,
        [],
        ['market', 'market'],
      ),
      fc.array(fc.string()),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(field, value, { maxKeys: 5 }), async (values) => {
        const ops = [{ do: 'create', table: 'incident', values: { title: 'x', ...values } }];
        const envelope = await ask('record/save', { ops });
        if (!envelope.ok) expect(errorCodes).toContain(envelope.error.code);
        if (!envelope.ok) expect(envelope.error.code).toBe('input/invalid');
      }),
      { numRuns: 300 },
    );
    expect(unexpected).toEqual([]);
    expect(await ask('case/check', {})).toEqual({ ok: true, value: { ok: true, problems: [] } });
  });

  test('text with half a surrogate pair or NUL is kept or refused, and found sound', async () => {
    for (const text of ['half \ud800 pair', 'nul \u0000 inside', '\uffff', 'e\u0301']) {
      const ops = [{ do: 'create', table: 'incident', values: { title: text, summary: text } }];
      const envelope = await ask('record/save', { ops });
      if (!envelope.ok) expect(envelope.error.code).toBe('input/invalid');
    }
    expect(await ask('case/check', {})).toEqual({ ok: true, value: { ok: true, problems: [] } });
  });
});

describe('errors', () => {
  test('without a case every call about it says so', async () => {
    const none: EngineContext = {
      ...context,
      session: () => {
        throw new AppError('case/none-open', 'No case is open.');
      },
    };
    for (const name of [
      'case/state',
      'case/check',
      'case/reindex',
      'undo/state',
      'undo/undo',
      'tag/list',
    ]) {
      expect(await answer(none, name, {})).toMatchObject({
        ok: false,
        error: { code: 'case/none-open' },
      });
    }
  });

  test('a step that does not fit is named by its number and field', async () => {
    const ops = [
      { do: 'create', table: 'tag', values: { name: 'fine' } },
      { do: 'create', table: 'incident', values: { title: '', colour: 'red' } },
    ];
    const envelope = await ask('record/save', { ops });
    expect(envelope).toMatchObject({ ok: false, error: { code: 'input/invalid' } });
    if (envelope.ok) throw new Error('was taken');
    const issues = envelope.error.details?.['issues'] as { path: unknown[] }[];
    expect(issues.map(({ path }) => path)).toEqual([
      [1, 'title'],
      [1, 'colour'],
    ]);
  });

  test('a reference to nothing is named by the step that made it', async () => {
    const nowhere = '01970000-0000-7000-8000-00000000dead';
    const ops = [
      { do: 'create', table: 'tag', values: { name: 'fine' } },
      { do: 'create', table: 'incident', values: { title: 'x', place_id: nowhere } },
    ];
    expect(await ask('record/save', { ops })).toMatchObject({
      error: { details: { issues: [{ path: [1, 'place_id'] }] } },
    });
  });

  test('a record that is not there', async () => {
    const id = '01970000-0000-7000-8000-00000000dead';
    for (const name of ['incident/get', 'actor/get', 'source/get']) {
      expect(await ask(name, { id })).toMatchObject({ error: { code: 'record/not-found' } });
    }
    expect(await ask('record/get', { table: 'tag', id })).toMatchObject({
      error: { code: 'record/not-found' },
    });
    const sort = { key: 'date', direction: 'descending' };
    const answer = await ask('view/answer', { filter: {}, sort });
    const { view } = (answer as { value: { view: number } }).value;
    expect(await ask('view/locate', { view, id })).toEqual({ ok: true, value: { index: -1, id } });
  });

  test('an unexpected error says nothing of its inside', async () => {
    const broken: EngineContext = {
      ...context,
      session: () => {
        throw new Error('SELECT secret FROM /home/analyst');
      },
    };
    const envelope = await answer(broken, 'case/state', {});
    expect(JSON.stringify(envelope)).not.toContain('secret');
    expect(envelope).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});
