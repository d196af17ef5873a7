/**
 * "Same attack?" over many incidents: all pairs of a case of which one is in the scope. Walks along the
 * calendar with a window of a few days in memory, in turns of a few milliseconds, so that the engine
 * goes on answering; tells how far it is; can be ended.
 */
import type { CallResult } from '../../shared/contract/contract.ts';
import type { SamePair, SameScope } from '../../shared/contract/same-calls.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { addDays } from '../../shared/lib/days.ts';
import { possiblySamePairs } from '../db/queries/incident-pairs.ts';
import {
  countLive,
  listAlongCalendar,
  listQuotedSources,
  listSharingWords,
  listVague,
  narrowDays,
  type Walked,
  widenedDays,
} from '../db/queries/same-candidates.ts';
import { listSameRows, type SameRow, withHanging } from '../db/queries/same-views.ts';
import { column, type Reader } from '../db/sqlite.ts';
import { incidentIds } from './incidents.ts';
import { type Compared, comparing } from './same-comparing.ts';
import { type Light, lightOf } from './same-light.ts';
import { isNarrow, neighbourhood } from './same-nearby.ts';
import type { CaseSession } from './session.ts';
import { noHooks, type WorkHooks } from './work-hooks.ts';

type Found = CallResult<'same/scan'>;
type FoundPairs = Pick<Found, 'pairs' | 'likely' | 'possible' | 'partly'>;

/** Milliseconds of work before others get their turn, and rows read at once. */
const turnMs = 15;
const pageRows = 50;
const mostPairs = 2000;

type Turn = () => Promise<void>;

/** Gives way when its turn is over. Throws `call/cancelled`. */
function turns(session: CaseSession, hooks: WorkHooks): Turn {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turnMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
    if (hooks.isCancelled() || !session.db.open) {
      throw new AppError('call/cancelled', 'The search was ended before it was done.');
    }
  };
}

function idsInScope(db: Reader, scope: SameScope): ReadonlySet<string> | undefined {
  if (scope.what === 'case') return undefined;
  if (scope.what === 'filter') return new Set(incidentIds(db, scope.filter));
  const text = 'SELECT id FROM incident WHERE origin = ? AND deleted_at IS NULL';
  return new Set(column<string>(db, text, [scope.batch]));
}

/** Throws `call/cancelled` when it was asked to end or the case was closed. */
export async function scanForSame(
  session: CaseSession,
  scope: SameScope,
  hooks: WorkHooks = noHooks,
): Promise<Found> {
  const asked = idsInScope(session.db, scope);
  const total = countLive(session.db);
  let done = 0;
  const tell = (more: number) => {
    done += more;
    hooks.progress({ done, total });
  };
  const compared = comparing(session.db, asked);
  if (asked?.size !== 0) await walk(session.db, [], compared, turns(session, hooks), tell);
  return { ...answer(compared), revision: session.revision, compared: asked?.size ?? total };
}

/** Pairs of one incident that is not in the case, as those of a pack, and one that is. */
export async function scanForeign(
  session: CaseSession,
  rows: Iterable<SameRow>,
  hooks: WorkHooks = noHooks,
): Promise<FoundPairs> {
  const foreign = Array.from(rows, lightOf);
  const ids = new Set(foreign.map(({ row }) => row.id));
  const compared = comparing(session.db, ids, true);
  if (ids.size > 0) {
    const turn = turns(session, hooks);
    await walk(session.db, foreign, compared, turn, () => undefined);
  }
  return answer(compared);
}

function answer({ pairs, partly }: Pick<Compared, 'pairs' | 'partly'>): FoundPairs {
  const keyOf = (pair: SamePair) => `${pair.a.id} ${pair.b.id}`;
  const sorted = [...pairs.values()].sort(
    (x, y) => y.score.weight - x.score.weight || (keyOf(x) < keyOf(y) ? -1 : 1),
  );
  const likely = sorted.filter(({ score }) => score.band === 'likely').length;
  const possible = sorted.filter(({ score }) => score.band === 'possible').length;
  return { pairs: sorted.slice(0, mostPairs), likely, possible, partly: partly.size };
}

async function walk(
  db: Reader,
  strangers: readonly Light[],
  compared: Compared,
  turn: Turn,
  tell: (more: number) => void,
): Promise<void> {
  const vague = neighbourhood();
  const take = (light: ReturnType<typeof lightOf>) => {
    compared.meet(light, vague.near(light));
    vague.add(light);
  };
  for (const light of strangers) if (!isNarrow(light)) take(light);
  for (let after = 0; ; ) {
    const rows = withHanging(db, listVague(db, after, pageRows));
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.pk;
    for (const row of rows) {
      take(lightOf(row));
      await turn();
    }
    tell(rows.length);
  }
  const dated = strangers.filter(isNarrow);
  const along = compared.alongCalendar(dated, vague);
  // a few incidents of one month are not compared with ten years of others
  const isShort = strangers.length > 0 && dated.length === strangers.length;
  const days = isShort ? strangers.map(({ row }) => String(row.view.dateEarliest)).sort() : [];
  const from = addDays(days[0] ?? '0000-01-01', -narrowDays - widenedDays);
  const until = addDays(days.at(-1) ?? '9999-12-31', narrowDays + widenedDays);
  for (let at: Walked = { day: from, pk: 0 }; ; ) {
    const rows = withHanging(db, listAlongCalendar(db, at, pageRows));
    const last = rows.at(-1);
    if (last === undefined || String(last.view.dateEarliest) > until) {
      for (const row of rows) along.next(lightOf(row));
      break;
    }
    at = { day: String(last.view.dateEarliest), pk: last.pk };
    for (const row of rows) {
      along.next(lightOf(row));
      await turn();
    }
    tell(rows.length);
  }
  along.end();
  if (strangers.length > 0) return;
  const lookSurely = async (ids: readonly string[]) => {
    const [one, other] = withHanging(db, listSameRows(db, ids));
    if (one && other) compared.look(lightOf(one), lightOf(other), true);
    await turn();
  };
  for (const source of listQuotedSources(db)) {
    for (const { a, b } of listSharingWords(db, source)) await lookSurely([a, b]);
    await turn();
  }
  for (const key of possiblySamePairs(db)) await lookSurely(key.split(' '));
}
