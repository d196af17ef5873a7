import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTransport } from '../../renderer/api/client.ts';
import {
  getApp,
  layoutDelay,
  notifyError,
  open,
  resetApp,
  setLayout,
  setSettings,
  startApp,
} from '../../renderer/state/app-store.ts';
import { getIncidents, resetIncidents } from '../../renderer/state/incidents-store.ts';
import { layoutFlag, layoutNumber, layoutWord } from '../../renderer/state/layout.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { type FakeBridge, fakeBridge } from '../helpers/fake-bridge.ts';

const id = '0190a1b2-0000-7000-8000-000000000001';
let bridge: FakeBridge;

async function start() {
  const settings = {
    language: 'en' as const,
    theme: 'light' as const,
    author: { id, name: 'Awa', initials: 'A' },
    layout: { screen: 'history' },
  };
  bridge.always('app/start', () => ({
    settings,
    lang: 'en',
    version: '0.1.0',
    electron: '45',
    platform: 'linux',
    hasCase: true,
  }));
  await startApp();
  return settings;
}

beforeEach(() => {
  vi.useFakeTimers();
  bridge = fakeBridge();
  setTransport(bridge);
  resetApp();
  resetIncidents();
});

afterEach(() => {
  resetApp();
  setTransport(undefined);
  vi.useRealTimers();
});

describe('start', () => {
  test('given a remembered screen, then the page starts there', async () => {
    await start();
    expect(getApp().screen).toBe('history');
  });

  test('given a shell that does not answer, then the error is kept to be shown', async () => {
    bridge.always('app/start', () => new AppError('internal', 'No.'));
    await startApp();
    expect(getApp().startError?.code).toBe('internal');
  });
});

describe('settings', () => {
  test('given a refusal, then the old settings come back and the refusal is told', async () => {
    await start();
    bridge.always('app/set-settings', () => new AppError('disk/full', 'Full.'));
    await setSettings({ theme: 'dark' });
    expect(getApp().theme).toBe('light');
    expect(getApp().toasts.map(({ error }) => error?.code)).toEqual(['disk/full']);
  });

  test('given several pane moves, then they are written once, together', async () => {
    const settings = await start();
    bridge.always('app/set-settings', ({ layout }) => ({
      ...settings,
      layout: layout ?? settings.layout,
    }));
    setLayout('a', 1);
    setLayout('b', 2);
    setLayout('a', 3);
    vi.advanceTimersByTime(layoutDelay);
    const writes = bridge.made.filter(({ name }) => name === 'app/set-settings');
    expect(writes).toEqual([
      { name: 'app/set-settings', args: { layout: { screen: 'history', a: 3, b: 2 } } },
    ]);
  });

  test('given stored values of another shape, then readers fall back', () => {
    const layout = { width: 'wide', open: 'yes', screen: 'nowhere', wide: 5000 };
    expect(layoutNumber(layout, 'width', 100, 600, 320)).toBe(320);
    expect(layoutNumber(layout, 'wide', 100, 600, 320)).toBe(600);
    expect(layoutFlag(layout, 'open', true)).toBe(true);
    expect(layoutWord(layout, 'screen', ['map', 'list'], 'list')).toBe('list');
  });
});

describe('opening records', () => {
  test('given an actor, then its screen shows it', async () => {
    await open('actor', id);
    expect([getApp().screen, getApp().recordIds.actors]).toEqual(['actors', id]);
  });

  test('given a place, then the incidents there are filtered', async () => {
    bridge.always('record/get', () => ({ name: 'Djibo' }));
    await open('place', id);
    expect(getApp().screen).toBe('incidents');
    expect(getIncidents().filter).toEqual({ places: ['Djibo'] });
  });
});

describe('messages and work', () => {
  test('given many messages, then only the last four stay', () => {
    for (let turn = 0; turn < 9; turn += 1) notifyError(new Error(`fault ${turn}`));
    expect(getApp().toasts.map(({ error }) => error?.message)).toEqual(
      [5, 6, 7, 8].map((turn) => `fault ${turn}`),
    );
  });
});
