// Ties the stores to the events of the engine and the shell. Called once, by main.tsx.
import type { EventPayload } from '../../shared/contract/contract.ts';
import { subscribe } from '../api/client.ts';
import {
  followSystemTheme,
  getApp,
  goTo,
  notifyError,
  openingFailed,
  setApp,
  startApp,
} from './app-store.ts';
import { caseOpened, getCase, readCase } from './case-store.ts';
import { fillingLost, fillingTold } from './filling-store.ts';
import {
  getIncidents,
  incidentsChanged,
  readList,
  resetIncidents,
  select,
} from './incidents-store.ts';
import { engineLost, jobChanged, jobsGone, readJobs } from './jobs-store.ts';
import { showViewParts } from './view-parts.ts';

/** Topics whose records show in a row of the incident table or decide whether it matches. */
const rowTopics: ReadonlySet<string> = new Set([
  'case',
  'incidents',
  'actors',
  'sources',
  'claims',
  'links',
  'notes',
  'places',
  'tags',
]);

function caseChanged({ topics }: EventPayload<'case/changed'>): void {
  void readCase();
  if (topics.some((topic) => rowTopics.has(topic))) void incidentsChanged();
}

/** The same case again, as after a restart of the engine, keeps filter and selection. */
async function opened(hasCase: boolean): Promise<void> {
  const before = getCase().caseState?.id;
  await caseOpened(hasCase);
  const isSame = hasCase && before !== undefined && getCase().caseState?.id === before;
  if (isSame) return incidentsChanged();
  void readJobs(hasCase).catch(notifyError);
  resetIncidents();
  showViewParts({});
  setApp({ recordIds: {}, recent: [], openFailure: undefined });
  if (!hasCase) return setApp({ screen: 'incidents' });
  // a pack that was waiting for a case gets its preview now
  goTo(getApp().offeredPack === undefined ? 'incidents' : 'exchange');
  await readList();
  selectFirst();
}

/** A case opens with its first incident shown, unless the analyst was quicker. */
function selectFirst(): void {
  const first = getIncidents().rows.get(0);
  if (first !== undefined && getIncidents().selectedId === undefined) select(first.id);
}

/**
 * Subscribes to everything, then reads settings and, if there is one, the case.
 * Returns the end of all subscriptions.
 */
export function startStores(): () => void {
  const ends = [
    subscribe('case/changed', caseChanged),
    subscribe('case/opened', ({ hasCase }) => void opened(hasCase)),
    subscribe('case/open-failed', (failure) =>
      openingFailed(failure, getCase().caseState !== undefined),
    ),
    subscribe('engine/state', ({ state }) => {
      setApp({ engine: state });
      if (state === 'running') return;
      engineLost();
      fillingLost();
    }),
    subscribe('columns/filling', fillingTold),
    // what waited for the columns, and the rest of a list of which only the first page was read
    subscribe('columns/ready', () => void readList()),
    subscribe('job/changed', jobChanged),
    subscribe('job/gone', ({ ids }) => jobsGone(ids)),
    subscribe('pack/offered', (offeredPack) => {
      setApp({ offeredPack });
      goTo('exchange');
    }),
    followSystemTheme(),
  ];
  void startApp().then(async () => {
    const hasCase = getApp().start?.hasCase;
    if (hasCase !== undefined) await opened(hasCase);
  });
  return () => {
    for (const end of ends) end();
  };
}
