import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setTransport } from '../../../../renderer/api/client.ts';
import { commandOf, runCommand } from '../../../../renderer/app/commands.ts';
import {
  rejectionsOf,
  setRejected,
} from '../../../../renderer/features/sources/suggest/rejections.ts';
import { getApp, resetApp, setApp } from '../../../../renderer/state/app-store.ts';
import {
  addLocalStep,
  clearLocalSteps,
  hasLocalStep,
} from '../../../../renderer/state/local-undo.ts';
import { fakeBridge } from '../../../helpers/fake-bridge.ts';

const settings = {
  language: 'en',
  theme: 'light',
  author: { id: '0190a1b2-0000-7000-8000-000000000001', name: 'Awa', initials: 'A' },
} as const;

function layout(stored: Record<string, unknown>) {
  setApp({ settings: { ...settings, layout: stored } });
}

beforeEach(() => {
  const bridge = fakeBridge();
  bridge.always('app/set-settings', () => ({ ...settings, layout: {} }));
  setTransport(bridge);
  resetApp();
  clearLocalSteps();
  layout({});
});
afterEach(() => {
  resetApp();
  setTransport(undefined);
});

describe('rejections', () => {
  test('given marks, then they stand with their source alone, and are taken back one by one', () => {
    setRejected('s1', ['a', 'b'], true);
    setRejected('s2', ['c'], true);
    setRejected('s1', ['a'], false);
    expect([...rejectionsOf('s1')]).toEqual(['b']);
    expect([...rejectionsOf('s2')]).toEqual(['c']);
    expect([...rejectionsOf('s3')]).toEqual([]);
  });

  test('given more sources than are kept, then the oldest go first', () => {
    for (let n = 0; n < 320; n += 1) setRejected(`s${n}`, ['a'], true);
    expect(rejectionsOf('s0').size).toBe(0);
    expect(rejectionsOf('s319').size).toBe(1);
    expect(Object.keys(getApp().settings?.layout['sources.rejected'] ?? {})).toHaveLength(300);
  });

  test.each([[null], ['text'], [[1]], [{ s1: 'a' }], [{ s1: [1, null] }]])(
    'given a stored value of another shape (%j), then nothing is rejected',
    (value) => {
      layout({ 'sources.rejected': value });
      expect(rejectionsOf('s1').size).toBe(0);
      setRejected('s1', ['a'], true);
      expect([...rejectionsOf('s1')]).toEqual(['a']);
    },
  );
});

describe('undo of what is not in the case', () => {
  test('given two steps, then undo takes the last one first and says what it was', async () => {
    const taken: string[] = [];
    addLocalStep({ undone: 'first', undo: () => taken.push('first') });
    addLocalStep({ undone: 'second', undo: () => taken.push('second') });
    expect(commandOf('undo')?.isEnabled()).toBe(true);
    await runCommand('undo');
    await runCommand('undo');
    expect(taken).toEqual(['second', 'first']);
    expect(getApp().toasts.map(({ text }) => text)).toEqual(['second', 'first']);
    expect(commandOf('undo')?.isEnabled()).toBe(false);
  });

  test('given a change of the case, then its own undo comes first again', () => {
    addLocalStep({ undone: 'x', undo: () => undefined });
    clearLocalSteps();
    expect(hasLocalStep()).toBe(false);
  });
});
