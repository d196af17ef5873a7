// Rows of the groups that are unfolded, read by page as they come into sight.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { IncidentRow } from '../../../shared/contract/read-calls.ts';
import type { Grouping } from '../../../shared/contract/view-calls.ts';
import { asAppError, call } from '../../api/client.ts';
import { notifyError } from '../../state/app-store.ts';
import { getIncidents, readList, useIncidents } from '../../state/incidents-store.ts';
import { pageSize } from '../../state/row-cache.ts';

/** Pages kept; the oldest go first. */
const mostPages = 40;

interface Page {
  readonly view: number;
  readonly rows: readonly IncidentRow[];
}

export interface GroupRows {
  readonly rowAt: (key: string, at: number) => IncidentRow | undefined;
  /** Has these positions of a group read. */
  readonly ensure: (key: string, from: number, to: number) => void;
}

/** Old rows stay until those of the list that is shown have come. */
export function useGroupRows(by: Grouping): GroupRows {
  const view = useIncidents((state) => state.view);
  const pages = useRef(new Map<string, Page>());
  const reading = useRef(new Set<string>());
  const [, redraw] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: pages of another grouping are none of these
  useEffect(() => pages.current.clear(), [by]);

  const read = useCallback(
    async (key: string, page: number) => {
      const name = `${view} ${page} ${key}`;
      if (reading.current.has(name)) return;
      reading.current.add(name);
      try {
        const { rows } = await call('view/page', {
          ...{ view, from: page * pageSize, count: pageSize, group: { by, key } },
        });
        if (view !== getIncidents().view) return;
        const place = `${page} ${key}`;
        pages.current.delete(place);
        pages.current.set(place, { view, rows });
        for (const oldest of pages.current.keys()) {
          if (pages.current.size <= mostPages) break;
          pages.current.delete(oldest);
        }
        redraw((number) => number + 1);
      } catch (thrown) {
        const error = asAppError(thrown);
        if (view !== getIncidents().view || error.code === 'call/cancelled') return;
        if (error.code === 'view/stale') void readList();
        else notifyError(error);
      } finally {
        reading.current.delete(name);
      }
    },
    [view, by],
  );

  const rowAt = useCallback(
    (key: string, at: number) =>
      pages.current.get(`${Math.floor(at / pageSize)} ${key}`)?.rows[at % pageSize],
    [],
  );
  const ensure = useCallback(
    (key: string, from: number, to: number) => {
      const last = Math.floor((to - 1) / pageSize);
      for (let page = Math.floor(from / pageSize); page <= last; page += 1) {
        if (pages.current.get(`${page} ${key}`)?.view !== view) void read(key, page);
      }
    },
    [read, view],
  );
  return { rowAt, ensure };
}
