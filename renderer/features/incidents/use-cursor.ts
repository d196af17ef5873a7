// The place of the keyboard in the table: which line it is on, and picking one, some or all from there.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import {
  ensureRows,
  getIncidents,
  idsBetween,
  select,
  selectMany,
  useIncidents,
} from '../../state/incidents-store.ts';

/** Most that can be picked at once; the contract's limit for a selection. */
export const mostPicked = 10_000;

export type MoveMode = 'replace' | 'extend' | 'move';

export interface Cursor {
  /** Line of the list, -1 before there is one. */
  readonly index: number;
  readonly moveTo: (index: number, mode: MoveMode) => void;
  /** Picks or drops one line and leaves the others. */
  readonly toggle: (index: number) => void;
  readonly pickAll: () => void;
}

function indexOf(id: string | undefined): number {
  if (id === undefined) return -1;
  const { cache, keys } = getIncidents();
  for (const row of cache.rows.values()) if (row.id === id) return keys.indexOf(row.key);
  return -1;
}

function idAt(index: number): string | undefined {
  const { cache, keys } = getIncidents();
  return cache.rows.get(keys[index] ?? -1)?.id;
}

export interface VisibleRange {
  readonly from: number;
  readonly to: number;
}

/** Has lines read that may lie outside of what is seen, then puts the reads back to what is seen. */
async function readLines(from: number, to: number, visible: VisibleRange): Promise<void> {
  await ensureRows(from, to);
  await ensureRows(visible.from, visible.to);
}

/**
 * @param visible what is on screen, so that reads of other lines do not replace it
 * @param scrollTo brings a line into view
 */
export function useCursor(
  visible: RefObject<VisibleRange>,
  scrollTo: (index: number) => void,
): Cursor {
  const listNumber = useIncidents((state) => state.listNumber);
  const reveal = useIncidents((state) => state.reveal);
  const selectedId = useIncidents((state) => state.selectedId);
  const [index, setIndex] = useState(-1);
  const anchor = useRef(-1);
  const request = useRef(0);

  // The list is another one, or another line was selected from outside: follow it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs on a new list too
  useEffect(() => {
    const found = indexOf(selectedId);
    const last = getIncidents().total - 1;
    setIndex((before) => {
      const next = found >= 0 ? found : Math.min(before, last);
      if (anchor.current < 0 || anchor.current > last) anchor.current = next;
      return next;
    });
  }, [listNumber, selectedId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per request
  useEffect(() => {
    if (reveal === undefined) return;
    anchor.current = reveal.index;
    setIndex(reveal.index);
    scrollTo(reveal.index);
  }, [reveal]);

  const moveTo = useCallback(
    (wanted: number, mode: MoveMode) => {
      const { total } = getIncidents();
      if (total === 0) return;
      const next = Math.min(total - 1, Math.max(0, wanted));
      setIndex(next);
      scrollTo(next);
      if (mode === 'move') return;
      if (mode === 'replace' || anchor.current < 0) anchor.current = next;
      request.current += 1;
      const mine = request.current;
      const from = Math.max(Math.min(anchor.current, next), next - mostPicked + 1);
      const to = Math.min(Math.max(anchor.current, next), next + mostPicked - 1);
      const pick = () => {
        const id = idAt(next);
        if (id === undefined) return;
        if (mode === 'replace') select(id);
        else selectMany(idsBetween(from, to), id);
      };
      if (idsBetween(from, to).length > to - from) {
        pick();
        return;
      }
      void readLines(from, to + 1, visible.current).then(() => {
        if (mine === request.current) pick();
      });
    },
    [scrollTo, visible],
  );

  const toggle = useCallback((wanted: number) => {
    const id = idAt(wanted);
    if (id === undefined) return;
    const { selectedIds } = getIncidents();
    const picked = new Set(selectedIds);
    if (!picked.delete(id)) picked.add(id);
    anchor.current = wanted;
    setIndex(wanted);
    selectMany(picked, picked.has(id) ? id : [...picked].at(-1));
  }, []);

  const pickAll = useCallback(() => {
    const { total, selectedId: current } = getIncidents();
    const to = Math.min(total, mostPicked);
    request.current += 1;
    const mine = request.current;
    void readLines(0, to, visible.current).then(() => {
      if (mine === request.current) selectMany(idsBetween(0, to - 1), current ?? idAt(0));
    });
  }, [visible]);

  return { index, moveTo, toggle, pickAll };
}
