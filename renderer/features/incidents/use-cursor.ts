// The place of the keyboard in the table: which line it is on, and picking one, some or all from there.
import { useCallback, useEffect, useRef, useState } from 'react';
import { mostPicked } from '../../../shared/contract/exchange-calls.ts';
import { getApp, notify, notifyError } from '../../state/app-store.ts';
import {
  getIncidents,
  idsBetween,
  positionOf,
  readIds,
  selectMany,
  useIncidents,
} from '../../state/incidents-store.ts';
import { catalogues } from '../../text/catalogue.ts';
import { formats } from '../../text/format.ts';

export type MoveMode = 'replace' | 'extend' | 'move';

export interface Cursor {
  /** Line of the list, -1 before there is one. */
  readonly index: number;
  readonly moveTo: (index: number, mode: MoveMode) => void;
  /** Picks or drops one line and leaves the others. */
  readonly toggle: (index: number) => void;
  readonly pickAll: () => void;
}

function sayLimit(): void {
  const { lang } = getApp();
  notify({ text: catalogues[lang].incidents.mostPicked(formats[lang].number(mostPicked)) });
}

function idAt(index: number): string | undefined {
  return getIncidents().rows.get(index)?.id;
}

/** @param scrollTo brings a line into view */
export function useCursor(scrollTo: (index: number) => void): Cursor {
  const listNumber = useIncidents((state) => state.listNumber);
  const reveal = useIncidents((state) => state.reveal);
  const selectedId = useIncidents((state) => state.selectedId);
  const [index, setIndex] = useState(-1);
  const anchor = useRef(-1);
  const request = useRef(0);

  // The list is another one, or another line was selected from outside: follow it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs on a new list too
  useEffect(() => {
    const found = positionOf(selectedId);
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
      const start = mode === 'replace' ? next : anchor.current;
      const from = Math.max(Math.min(start, next), next - mostPicked + 1);
      const to = Math.min(Math.max(start, next), next + mostPicked - 1);
      const pick = (ids: readonly string[]) => {
        const id = ids[next - from];
        if (id !== undefined && mine === request.current) selectMany(ids, id);
      };
      const known = idsBetween(from, to);
      if (known.length > to - from) pick(known);
      else void readIds(from, to).then(pick).catch(notifyError);
    },
    [scrollTo],
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
    request.current += 1;
    const mine = request.current;
    void readIds(0, Math.min(total, mostPicked) - 1)
      .then((ids) => {
        const shown = current !== undefined && ids.includes(current) ? current : ids[0];
        if (mine !== request.current) return;
        selectMany(ids, shown);
        if (total > ids.length) sayLimit();
      })
      .catch(notifyError);
  }, []);

  return { index, moveTo, toggle, pickAll };
}
