/** Reading a text for suggestions, in the real engine: a thread of its own with its own connection. */
import { expect, test } from 'vitest';
import { launchApp } from '../helpers/app.ts';

test('a source of the sample case is read for candidate incidents with their words', async () => {
  const run = await launchApp({ args: ['--sample'] });
  try {
    const read = await run.page.evaluate(async () => {
      interface Reply {
        readonly ok: boolean;
        readonly value: unknown;
        readonly error?: unknown;
      }
      const { call } = Reflect.get(window, 'cairn') as {
        call(name: string, args: unknown): Promise<Reply>;
      };
      const list = await call('source/list', {});
      const sources = list.value as { id: string; title: string }[];
      const source = sources.find(({ title }) => title === 'Press report on the attack on Djibo');
      const reply = await call('extract/suggest', { sourceId: source?.id });
      return { ok: reply.ok, error: reply.error, text: JSON.stringify(reply.value ?? null) };
    });
    expect({ ok: read.ok, error: read.error }).toEqual({ ok: true, error: undefined });
    expect(read.text).toContain('Djibo');
    expect(read.text).toContain('200 soldiers');
  } finally {
    await run.close();
  }
});
