import type { Filter } from '../../../shared/domain/filter.ts';
import { call } from '../../api/client.ts';
import { useRead } from '../../state/use-changes.ts';

const newestFirst = { key: 'date', direction: 'descending' } as const;

/** Last day that an incident of the filter can have, its period set aside. */
export function useLatestDay(filter: Filter, isWanted: boolean): string | undefined {
  const { after: _after, before: _before, ...others } = filter;
  const { value } = useRead(
    async () => {
      if (!isWanted) return undefined;
      const ask = { filter: others, sort: newestFirst, count: 1, asker: 'report' };
      const [row] = (await call('view/answer', ask)).rows;
      return row?.dateLatest ?? row?.dateEarliest ?? undefined;
    },
    [JSON.stringify(others), isWanted],
    ['incidents'],
  );
  return value;
}
