import { expect, it } from 'vitest';
import { newestOnly } from '../../../renderer/state/newest-only.ts';

it('Given calls while one runs When it ends Then only the newest is asked, and answers all', async () => {
  const asked: number[] = [];
  const ends: (() => void)[] = [];
  const ask = newestOnly(async (of: number) => {
    asked.push(of);
    await new Promise<void>((end) => ends.push(end));
    return of;
  });
  const first = ask(1);
  const later = [ask(2), ask(3), ask(4)];
  expect(asked).toEqual([1]);
  ends[0]?.();
  expect(await first).toBe(1);
  await new Promise((next) => setTimeout(next, 0));
  ends[1]?.();
  expect(await Promise.all(later)).toEqual([4, 4, 4]);
  expect(asked).toEqual([1, 4]);
});

it('Given one that fails When another waits Then it is asked all the same', async () => {
  const ask = newestOnly(async (of: number) => {
    if (of === 1) throw new Error('no');
    return of;
  });
  const first = ask(1);
  const second = ask(2);
  await expect(first).rejects.toThrow('no');
  expect(await second).toBe(2);
  expect(await ask(3)).toBe(3);
});
