// Reads the timeline of the filter without its period, so that what lies around it stays in sight.
import type { TimelineAsk } from '../../../shared/contract/view-calls.ts';
import { formatFilter } from '../../../shared/domain/filter-text.ts';
import { call } from '../../api/client.ts';
import { useIncidents } from '../../state/incidents-store.ts';
import { useRead } from '../../state/use-changes.ts';

/** `lanes`: ids of actors shown alone. Answers also the names of the most frequent actors, by id. */
export function useTimeline(
  unit: TimelineAsk['unit'],
  stack: TimelineAsk['stack'],
  lanes: readonly string[],
) {
  const filter = useIncidents((state) => state.filter);
  const sort = useIncidents((state) => state.sort);
  const { after: _after, before: _before, ...others } = filter;
  return useRead(
    async () => {
      const answer = await call('view/answer', {
        ...{ filter: others, sort, count: 0, asker: 'timeline' },
        timeline: { unit, stack, actorIds: [...lanes] },
        // names for the stack and for the choice of lanes
        ...{ facets: ['actor'], facetSize: 20 },
      });
      const actors = answer.facets.flatMap(({ values }) => values);
      return { timeline: answer.timeline, names: new Map(actors.map((a) => [a.value, a.label])) };
    },
    [formatFilter(others), unit, stack, lanes.join()],
    ['incidents'],
  );
}
