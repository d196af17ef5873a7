import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineContext } from '../../electron/engine/context.ts';
import { answer } from '../../electron/engine/router.ts';
import { fillSample } from '../../electron/services/sample.ts';
import { listSources } from '../../electron/services/sources.ts';
import { calls } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { newId } from '../../shared/lib/ids.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { testDataDir } from '../helpers/gazetteer-file.ts';

let held: TemporaryCase;
let context: EngineContext;
beforeAll(() => {
  held = temporaryCase();
  fillSample(held.session, 'djibo');
  context = {
    session: () => held.session,
    dataDir: testDataDir(),
    filePath: () => {
      throw new AppError('file/token-unknown', 'No such token.');
    },
    emit: () => undefined,
  };
});
afterAll(() => held.close());

test('suggestions fit the contract, point into the text and write nothing', async () => {
  const { session } = held;
  const revision = session.revision;
  const sources = listSources(session.db, { text: '', includeDeleted: false });
  let read = 0;
  for (const { id } of sources) {
    const envelope = await answer(context, 'extract/suggest', { sourceId: id });
    if (!envelope.ok) {
      expect(envelope.error.code).toBe('input/invalid');
      continue;
    }
    read += 1;
    expect(calls['extract/suggest'].result.safeParse(envelope.value).error?.issues ?? []).toEqual(
      [],
    );
  }
  expect(read).toBeGreaterThan(0);
  expect(session.revision).toBe(revision);
});

test('a source that is not there is refused', async () => {
  const envelope = await answer(context, 'extract/suggest', { sourceId: newId() });
  expect(envelope.ok ? 'ok' : envelope.error.code).toBe('record/not-found');
});

test('names stand for actors of the case first, and the text that was read is told', async () => {
  const { db } = held.session;
  const sources = listSources(db, { text: '', includeDeleted: false });
  const source = sources.find(({ title }) => title === 'Press report on the attack on Djibo');
  const envelope = await answer(context, 'extract/suggest', { sourceId: source?.id });
  if (!envelope.ok) throw new Error(envelope.error.code);
  const { cast, language, textSha256 } = calls['extract/suggest'].result.parse(envelope.value);
  const jnim = cast.filter(({ name, names }) => [name, ...names].includes('JNIM'));
  expect(jnim.map(({ isOwn }) => isOwn)).toContain(true);
  expect(jnim[0]?.isOwn).toBe(true);
  expect(language).toBe('clear');
  expect(textSha256).toMatch(/^[0-9a-f]{64}$/);
});

test('cancelling when nothing is read does nothing', async () => {
  expect(await answer(context, 'extract/cancel', {})).toEqual({ ok: true, value: {} });
});
