import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTransport } from '../../renderer/api/client.ts';
import { commandOf, commands, runCommand } from '../../renderer/app/commands.ts';
import { matchingCommands, offeredCommands } from '../../renderer/app/palette-items.ts';
import { matchesShortcut, shortcutWords } from '../../renderer/app/shortcuts.ts';
import { commandForKey } from '../../renderer/app/use-keys.ts';
import { getApp, resetApp, setApp } from '../../renderer/state/app-store.ts';
import { readCase, resetCaseStore } from '../../renderer/state/case-store.ts';
import { onRequest } from '../../renderer/state/requests.ts';
import { catalogues } from '../../renderer/text/catalogue.ts';
import { type FakeBridge, fakeBridge } from '../helpers/fake-bridge.ts';

const press = (key: string, more: Partial<Parameters<typeof matchesShortcut>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});
const free = { isText: false, isInDialog: false };
const typing = { isText: true, isInDialog: false };

let bridge: FakeBridge;

async function openCase(isReadOnly = false) {
  bridge.always('case/state', () => ({
    id: '0190a1b2-0000-7000-8000-000000000001',
    title: 'Djibo',
    description: '',
    tlp: 'AMBER',
    invented: false,
    fileName: 'Djibo.cairn',
    isReadOnly,
    revision: 1,
    counts: { incidents: 0, actors: 0, sources: 0, claims: 0, notes: 0, places: 0 },
  }));
  bridge.always('undo/state', () => ({
    undo: { kind: 'update', title: 'Attack at Djibo' },
    redo: null,
  }));
  await readCase();
}

beforeEach(() => {
  bridge = fakeBridge();
  setTransport(bridge);
  resetApp();
  resetCaseStore();
});

afterEach(() => setTransport(undefined));

describe('shortcuts', () => {
  test('given letters, then modifiers must agree and Command counts as Ctrl', () => {
    expect(matchesShortcut(press('k', { ctrlKey: true }), 'Ctrl+K')).toBe(true);
    expect(matchesShortcut(press('k', { metaKey: true }), 'Ctrl+K')).toBe(true);
    expect(matchesShortcut(press('k'), 'Ctrl+K')).toBe(false);
    expect(matchesShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'Ctrl+Z')).toBe(false);
    expect(matchesShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Z')).toBe(
      true,
    );
  });

  test('given a French keyboard, then digits go by their place', () => {
    expect(matchesShortcut(press('&', { code: 'Digit1', altKey: true }), 'Alt+1')).toBe(true);
    expect(matchesShortcut(press('1', { code: 'Digit1' }), 'Alt+1')).toBe(false);
  });

  test('given `?`, then it counts with and without Shift', () => {
    expect(matchesShortcut(press('?', { shiftKey: true }), '?')).toBe(true);
    expect(matchesShortcut(press('?'), '?')).toBe(true);
  });

  test('given French, then Shift is written Maj', () => {
    expect(shortcutWords('Ctrl+Shift+Z', catalogues.fr.app.shortcutKeys)).toBe('Ctrl+Maj+Z');
  });

  test('given all commands, then no two share keys or ids', () => {
    const keys = commands.flatMap(({ shortcut }) => (shortcut === undefined ? [] : [shortcut]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  });
});

describe('keys in their place', () => {
  test('given a text field, then undo stays with the field and Ctrl+K does not', () => {
    expect(commandForKey(press('z', { ctrlKey: true }), typing)).toBeUndefined();
    expect(commandForKey(press('z', { ctrlKey: true }), free)?.id).toBe('undo');
    expect(commandForKey(press('k', { ctrlKey: true }), typing)?.id).toBe('find');
    expect(commandForKey(press('?'), typing)).toBeUndefined();
    expect(commandForKey(press('?'), free)?.id).toBe('show-shortcuts');
  });

  test('given a dialog, then no command of the frame is taken', () => {
    const place = { isText: false, isInDialog: true };
    expect(commandForKey(press('i', { ctrlKey: true }), place)).toBeUndefined();
  });
});

describe('commands', () => {
  test('given no case, then only commands that need none are offered', () => {
    const { app } = catalogues.en;
    const offered = offeredCommands(commands, app.commands, app.groups).map(({ id }) => id);
    expect(offered).toEqual([
      'show-settings',
      'new-case',
      'open-case',
      'open-sample',
      'open-training',
      'toggle-theme',
      'lang-fr',
      'show-shortcuts',
    ]);
  });

  test('given a case that is read only, then nothing that writes can be run', async () => {
    await openCase(true);
    const writing = ['new-incident', 'undo', 'delete', 'import-pack', 'new-actor', 'new-source'];
    expect(writing.filter((id) => commandOf(id)?.isEnabled())).toEqual([]);
  });

  test('given the actors screen, when a new incident is asked for, then its screen takes it', async () => {
    await openCase();
    setApp({ screen: 'actors' });
    const made = vi.fn();
    const end = onRequest('new-incident', made);
    await runCommand('new-incident');
    end();
    expect(getApp().screen).toBe('incidents');
    expect(made).toHaveBeenCalledOnce();
  });

  test('given a request before its screen is there, then it is handed over when it comes', async () => {
    await openCase();
    await runCommand('export-pack');
    const taken = vi.fn();
    onRequest('export-pack', taken)();
    expect(taken).toHaveBeenCalledOnce();
    expect(getApp().screen).toBe('exchange');
  });

  test('given undo, then what was undone is told', async () => {
    await openCase();
    bridge.always('undo/undo', () => ({ kind: 'update', title: 'Attack at Djibo' }));
    await runCommand('undo');
    expect(getApp().toasts.map(({ text }) => text)).toEqual(['Undone: Changed “Attack at Djibo”']);
  });
});

describe('the palette', () => {
  test('given words without accents or case, then commands are found by their beginnings', () => {
    const { app } = catalogues.fr;
    const all = offeredCommands(commands, app.commands, app.groups);
    expect(matchingCommands('reglages', all).map(({ id }) => id)).toEqual(['show-settings']);
    expect(matchingCommands('>nouv dos', all).map(({ id }) => id)).toEqual(['new-case']);
    expect(matchingCommands('>', all)).toEqual(all);
  });
});
