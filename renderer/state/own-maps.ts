// The analyst's own base maps: one list for all maps of the window, kept by the shell.
import { useMemo } from 'react';
import { create } from 'zustand';
import type { CallInput } from '../../shared/contract/contract.ts';
import type { OwnMap } from '../../shared/contract/own-map-calls.ts';
import { call } from '../api/client.ts';

const store = create<{ readonly maps: readonly OwnMap[]; readonly isRead: boolean }>(() => ({
  maps: [],
  isRead: false,
}));

/** From the lowest, which is drawn first. */
export function useOwnMaps(): readonly OwnMap[] {
  return store((state) => state.maps);
}

const drawn = (maps: readonly OwnMap[]) =>
  maps.filter(({ isShown, isThere }) => isShown && isThere);

/** Those that are drawn. */
export function shownMaps(): readonly OwnMap[] {
  return drawn(store.getState().maps);
}

export function useShownMaps(): readonly OwnMap[] {
  const maps = store((state) => state.maps);
  return useMemo(() => drawn(maps), [maps]);
}

/** Calls the listener when the list changes; returns the end of it. The list is read the first time. */
export function followOwnMaps(listener: () => void): () => void {
  if (!store.getState().isRead) void readOwnMaps();
  return store.subscribe(listener);
}

/** Reads the list, which also looks whether the files are there. */
export async function readOwnMaps(): Promise<void> {
  try {
    store.setState({ maps: await call('own-map/list', {}), isRead: true });
  } catch {
    // without a list the built-in map is drawn alone; it is read again when a map is made
  }
}

/** Asks for a file and takes it in; false when the dialog was closed. Throws as `own-map/add`. */
export async function addOwnMap(): Promise<boolean> {
  const chosen = await call('file/choose', { purpose: 'map-file' });
  if (chosen.cancelled) return false;
  store.setState({ maps: await call('own-map/add', { token: chosen.token }), isRead: true });
  return true;
}

export async function changeOwnMap(change: CallInput<'own-map/change'>): Promise<void> {
  store.setState({ maps: await call('own-map/change', change) });
}

export async function removeOwnMap(id: string): Promise<void> {
  store.setState({ maps: await call('own-map/remove', { id }) });
}
