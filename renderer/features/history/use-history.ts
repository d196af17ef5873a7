import { useCallback, useEffect, useRef, useState } from 'react';
import type { HistoryEntry } from '../../../shared/contract/case-calls.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { asAppError, call } from '../../api/client.ts';
import { useCaseChange } from '../../state/use-changes.ts';

const page = 100;

interface Pages {
  readonly entries: readonly HistoryEntry[];
  readonly hasMore: boolean;
  readonly isRead: boolean;
  readonly error: AppError | undefined;
}

const nothing: Pages = { entries: [], hasMore: false, isRead: false, error: undefined };

/** The history of the case or of one record, newest first, by pages; read again after every change. */
export function useHistory(
  recordId: string | undefined,
): Pages & { readonly loadMore: () => void; readonly reload: () => void } {
  const [pages, setPages] = useState(nothing);
  const number = useRef(0);
  const shown = useRef(0);
  shown.current = pages.entries.length;
  const of = recordId === undefined ? 'case' : recordId;

  const read = useCallback(
    async (beforeSeq: number | undefined, limit: number) => {
      number.current += 1;
      const mine = number.current;
      try {
        const { entries, hasMore } = await call('history/list', {
          limit,
          ...(of === 'case' ? {} : { recordId: of }),
          ...(beforeSeq === undefined ? {} : { beforeSeq }),
        });
        if (mine !== number.current) return;
        setPages((before) => ({
          entries: beforeSeq === undefined ? entries : [...before.entries, ...entries],
          hasMore,
          isRead: true,
          error: undefined,
        }));
      } catch (error) {
        if (mine !== number.current) return;
        setPages((before) => ({ ...before, isRead: true, error: asAppError(error) }));
      }
    },
    [of],
  );
  const reload = useCallback(
    () => void read(undefined, Math.min(500, Math.max(page, shown.current))),
    [read],
  );
  useEffect(() => {
    reload();
    return () => {
      number.current += 1;
    };
  }, [reload]);
  useCaseChange(reload);
  const last = pages.entries.at(-1)?.seq;
  return { ...pages, reload, loadMore: () => void read(last, page) };
}
