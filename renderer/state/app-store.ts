// What the window shows: screen, language, theme, messages. Not what the case holds.
import { create } from 'zustand';
import type { CallResult, EventPayload } from '../../shared/contract/contract.ts';
import type { SearchHit } from '../../shared/contract/read-calls.ts';
import type { Settings } from '../../shared/contract/shell-calls.ts';
import type { AppError } from '../../shared/lib/app-error.ts';
import { newId } from '../../shared/lib/ids.ts';
import { asAppError, call } from '../api/client.ts';
import { revealIncident, setFilter, setFilterLang } from './incidents-store.ts';
import { layoutWord } from './layout.ts';

export const screens = [
  'incidents',
  'map',
  'timeline',
  'network',
  'actors',
  'sources',
  'reports',
  'exchange',
  'history',
  'settings',
] as const;
export type Screen = (typeof screens)[number];

export interface Toast {
  readonly id: string;
  readonly tone: 'done' | 'info' | 'error';
  /** Already in the reader's language; beside an error, what it is about (a file name) or empty. */
  readonly text: string;
  /** Worded by its code where it is shown. */
  readonly error: { readonly code: string; readonly message: string } | undefined;
  readonly action: { readonly label: string; readonly run: () => void } | undefined;
}

export interface AppState {
  /** Answer of `app/start`; absent until the shell has answered. */
  readonly start: CallResult<'app/start'> | undefined;
  /** Why the page could not start. */
  readonly startError: AppError | undefined;
  readonly settings: Settings | undefined;
  readonly lang: 'en' | 'fr';
  /** As shown; `system` is resolved. */
  readonly theme: 'light' | 'dark';
  readonly screen: Screen;
  /** The record looked at on each screen of lists (`actors`, `sources`, …). */
  readonly recordIds: { readonly [S in Screen]?: string };
  readonly toasts: readonly Toast[];
  readonly engine: EventPayload<'engine/state'>['state'];
  /** Opening failed outside a call, as by double click. */
  readonly openFailure: EventPayload<'case/open-failed'> | undefined;
  /** A pack to be previewed on the exchange screen. */
  readonly offeredPack: EventPayload<'pack/offered'> | undefined;
  /** Opened from the palette since the case was opened; never written anywhere. */
  readonly recent: readonly SearchHit[];
  /** The layer over the frame. */
  readonly overlay: 'palette' | 'help' | 'new-case' | 'leave' | undefined;
  /** The command that waits for an answer of the overlay `leave`. */
  readonly leaving: string | undefined;
}

const darkQuery = '(prefers-color-scheme: dark)';

const initial: AppState = {
  start: undefined,
  startError: undefined,
  settings: undefined,
  lang: 'en',
  theme: isSystemDark() ? 'dark' : 'light',
  screen: 'incidents',
  recordIds: {},
  toasts: [],
  engine: 'running',
  openFailure: undefined,
  offeredPack: undefined,
  recent: [],
  overlay: undefined,
  leaving: undefined,
};

const store = create<AppState>(() => initial);

/** Reads a part of the store: `useApp((state) => state.screen)`. */
export function useApp<T>(selector: (state: AppState) => T): T {
  return store(selector);
}

store.subscribe(({ lang }) => setFilterLang(lang));

export function getApp(): AppState {
  return store.getState();
}

export function setApp(patch: Partial<AppState>): void {
  store.setState(patch);
}

const noLayout: Settings['layout'] = {};
/** The remembered layout; read it with the helpers of `layout.ts`. */
export function useLayout<T>(selector: (layout: Settings['layout']) => T): T {
  return store((state) => selector(state.settings?.layout ?? noLayout));
}

/** Asks the shell for settings and versions. Sets `startError` when it does not answer. */
export async function startApp(): Promise<void> {
  try {
    const start = await call('app/start', {});
    const { settings, lang } = start;
    const screen = layoutWord(settings.layout, 'screen', screens, 'incidents');
    store.setState({
      start,
      settings,
      lang,
      theme: themeOf(settings),
      screen,
      startError: undefined,
    });
  } catch (error) {
    store.setState({ startError: asAppError(error) });
  }
}

function isSystemDark(): boolean {
  return globalThis.matchMedia?.(darkQuery).matches ?? false;
}

function themeOf(settings: Settings): 'light' | 'dark' {
  if (settings.theme !== 'system') return settings.theme;
  return isSystemDark() ? 'dark' : 'light';
}

/** Follows the theme of the operating system while the settings say so; returns the end of it. */
export function followSystemTheme(): () => void {
  const query = globalThis.matchMedia?.(darkQuery);
  function follow() {
    const { settings } = store.getState();
    if (settings !== undefined) store.setState({ theme: themeOf(settings) });
  }
  query?.addEventListener('change', follow);
  return () => query?.removeEventListener('change', follow);
}

function langOf(settings: Settings, system: 'en' | 'fr'): 'en' | 'fr' {
  return settings.language === 'system' ? system : settings.language;
}

function systemLang(): 'en' | 'fr' {
  return globalThis.navigator?.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** Changes settings at once on screen and keeps them; a refusal is shown and taken back. */
export async function setSettings(patch: Partial<Settings>): Promise<void> {
  const before = store.getState().settings;
  if (before === undefined) return;
  show({ ...before, ...patch });
  try {
    show(await call('app/set-settings', patch));
  } catch (error) {
    show(before);
    notifyError(error);
  }
}

function show(settings: Settings): void {
  store.setState((state) => ({
    settings: { ...settings, layout: { ...settings.layout, ...pendingLayout } },
    theme: themeOf(settings),
    lang:
      settings.language === state.settings?.language ? state.lang : langOf(settings, systemLang()),
  }));
}

/** Milliseconds of rest before a changed layout is written. */
export const layoutDelay = 400;
let layoutTimer: ReturnType<typeof setTimeout> | undefined;
let pendingLayout: Readonly<Record<string, unknown>> = {};

/** Remembers one value of the layout; written after a short rest. */
export function setLayout(key: string, value: unknown): void {
  const { settings } = store.getState();
  if (settings === undefined || settings.layout[key] === value) return;
  pendingLayout = { ...pendingLayout, [key]: value };
  store.setState({ settings: { ...settings, layout: { ...settings.layout, [key]: value } } });
  clearTimeout(layoutTimer);
  layoutTimer = setTimeout(() => {
    const layout = store.getState().settings?.layout;
    pendingLayout = {};
    // losing a pane size is not worth a message
    if (layout !== undefined) void call('app/set-settings', { layout }).catch(() => undefined);
  }, layoutDelay);
}

export function goTo(screen: Screen): void {
  store.setState({ screen, overlay: undefined });
  setLayout('screen', screen);
}

/** Whether a screen shows the incidents of the filter. */
export function showsFilter(screen: Screen): boolean {
  return (
    screen === 'incidents' || screen === 'map' || screen === 'timeline' || screen === 'network'
  );
}

/** Stays on a screen that shows the incidents of the filter, goes to the table from any other. */
export function toFilterScreen(): void {
  if (!showsFilter(store.getState().screen)) goTo('incidents');
}

/** Remembers which record a screen shows. */
export function setRecord(screen: Screen, id: string | undefined): void {
  store.setState(({ recordIds }) => {
    const { [screen]: _before, ...others } = recordIds;
    return { recordIds: id === undefined ? others : { ...others, [screen]: id } };
  });
}

export type OpenTable = 'incident' | 'actor' | 'source' | 'place';

/** Goes to the screen of a record and shows it there. A place becomes the filter. */
export async function open(table: OpenTable, id: string): Promise<void> {
  switch (table) {
    case 'incident':
      goTo(store.getState().screen === 'map' ? 'map' : 'incidents');
      await revealIncident(id);
      return;
    case 'actor':
      setRecord('actors', id);
      goTo('actors');
      return;
    case 'source':
      setRecord('sources', id);
      goTo('sources');
      return;
    case 'place': {
      const place = await call('record/get', { table: 'place', id });
      toFilterScreen();
      setFilter({ places: [String(place.name)] });
    }
  }
}

export interface ToastWish {
  readonly tone?: Toast['tone'];
  readonly text: string;
  readonly action?: Toast['action'];
}

/** Shows a short message; the frame takes it away after a while unless it is an error. */
export function notify(wish: ToastWish): void {
  addToast({ tone: wish.tone ?? 'done', text: wish.text, error: undefined, action: wish.action });
}

/** Shows why something was refused, in the reader's words by its code; not what was stopped by hand. */
export function notifyError(error: unknown): void {
  if (asAppError(error).code === 'call/cancelled') return;
  addToast({ tone: 'error', text: '', error: asAppError(error), action: undefined });
}

/** Opening failed outside a call: the welcome page says so, or a message over the open case. */
export function openingFailed(failure: EventPayload<'case/open-failed'>, hasCase: boolean): void {
  if (!hasCase) store.setState({ openFailure: failure });
  else addToast({ tone: 'error', text: failure.fileName, error: failure, action: undefined });
}

function addToast(toast: Omit<Toast, 'id'>): void {
  store.setState(({ toasts }) => ({ toasts: [...toasts.slice(-3), { ...toast, id: newId() }] }));
}

export function dismissToast(id: string): void {
  store.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

export function resetApp(): void {
  clearTimeout(layoutTimer);
  pendingLayout = {};
  store.setState(initial, true);
}
