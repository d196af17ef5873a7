// Reads the network of the filter, and the shortest ways between two of its actors.
import { useMemo } from 'react';
import type { CallInput } from '../../../shared/contract/contract.ts';
import type { Filter } from '../../../shared/domain/filter.ts';
import { formatFilter } from '../../../shared/domain/filter-text.ts';
import { modelOf, type NetModel } from '../../../shared/network/model.ts';
import { call } from '../../api/client.ts';
import { useIncidents } from '../../state/incidents-store.ts';
import { useRead } from '../../state/use-changes.ts';
import type { Choices } from './use-choices.ts';

/** What is asked for what was chosen; `also`: actors that must be there, as those on a way. */
export function askOf(
  filter: Filter,
  choices: Choices,
  also: readonly string[],
): CallInput<'network/graph'> {
  const { mode, actors, incidents, roles, relations, expanded } = choices;
  return {
    ...{ filter, mode, actors, incidents },
    ...{ roles: [...roles], relations: [...relations] },
    ...{ expanded: [...expanded], also: [...also] },
  };
}

export function useNetwork(choices: Choices, also: readonly string[]) {
  const filter = useIncidents((state) => state.filter);
  const ask = askOf(filter, choices, also);
  const read = useRead(
    () => call('network/graph', ask),
    [JSON.stringify(ask), formatFilter(filter)],
    ['incidents', 'actors', 'links'],
  );
  const { value } = read;
  const { hidden } = choices;
  const model: NetModel | undefined = useMemo(
    () => (value === undefined ? undefined : modelOf(value, hidden)),
    [value, hidden],
  );
  return { ...read, model, filter };
}

export interface WayEnds {
  readonly from: string;
  readonly to: string;
}

export function useWays(ends: WayEnds | undefined, choices: Choices) {
  const filter = useIncidents((state) => state.filter);
  const { roles, relations } = choices;
  return useRead(
    async () =>
      ends === undefined
        ? undefined
        : call('network/paths', {
            ...{ ...ends, filter },
            ...{ roles: [...roles], relations: [...relations] },
          }),
    [ends?.from, ends?.to, formatFilter(filter), roles.join(), relations.join()],
    ['incidents', 'actors', 'links'],
  );
}
