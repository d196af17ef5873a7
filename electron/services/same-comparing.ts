/** The comparisons of a search: which pairs meet, and what came of each. Holds the pairs found. */
import type { SamePair } from '../../shared/contract/same-calls.ts';
import { comparePrepared, mayBeSame } from '../../shared/domain/same-attack.ts';
import { inPairOrder, possiblySamePairs, settledPairs } from '../db/queries/incident-pairs.ts';
import type { SameRow } from '../db/queries/same-views.ts';
import type { Reader } from '../db/sqlite.ts';
import type { Met } from './same-bound.ts';
import type { Light } from './same-light.ts';
import { dayWindow, firstDay, type Neighbourhood } from './same-nearby.ts';

/** As much of an incident as a line shows. */
export const lineOf = ({ id, dateEdtf, place, view }: SameRow): SamePair['a'] => ({
  id,
  title: view.title,
  dateEdtf,
  place,
});

export interface Compared {
  /** By both ids; the lower stands first. */
  readonly pairs: ReadonlyMap<string, SamePair>;
  /** Incidents asked about that were compared with a choice only of those near them. */
  readonly partly: ReadonlySet<string>;
  /** Compares one with those near it. */
  readonly meet: (light: Light, met: Met) => void;
  /** Compares two unless neither is asked about or they are settled; `isSure` skips the first sieve. */
  readonly look: (a: Light, b: Light, isSure?: boolean) => void;
  /** Takes incidents by first day; `strangers` are put in between. */
  readonly alongCalendar: (
    strangers: readonly Light[],
    vague: Neighbourhood,
  ) => { readonly next: (light: Light) => void; readonly end: () => void };
}

/**
 * `asked` are the incidents asked about, all when undefined; with `isAcross` only pairs of one of them and one
 * of the others.
 */
export function comparing(
  db: Reader,
  asked: ReadonlySet<string> | undefined,
  isAcross = false,
): Compared {
  const pairs = new Map<string, SamePair>();
  const partly = new Set<string>();
  const settled = settledPairs(db);
  const linked = possiblySamePairs(db);
  const isAsked = ({ row }: Light) => asked === undefined || asked.has(row.id);

  function look(a: Light, b: Light, isSure = false): void {
    const [isOne, isOther] = [isAsked(a), isAsked(b)];
    const isOf = isAcross ? isOne !== isOther : isOne || isOther;
    if (a.row.id === b.row.id || !isOf) return;
    if (!isSure && !mayBeSame(a.prepared, b.prepared)) return;
    const key = inPairOrder(a.row.id, b.row.id).join(' ');
    if (settled.has(key) || pairs.has(key)) return;
    const score = comparePrepared(a.prepared, b.prepared);
    const isLinked = linked.has(key);
    if (score.band === 'unlikely' && !isLinked) return;
    const [first, second] = a.row.id < b.row.id ? [a, b] : [b, a];
    pairs.set(key, { a: lineOf(first.row), b: lineOf(second.row), score, isLinked });
  }

  function meet(light: Light, { lights, isWhole }: Met): void {
    for (const other of lights) look(other, light);
    if (!isWhole) partly.add(light.row.id);
  }

  return {
    pairs,
    partly,
    meet,
    look,
    alongCalendar: (strangers, vague) => {
      const waiting = [...strangers].sort((a, b) => firstDay(a) - firstDay(b));
      let next = 0;
      const [asking, others] = [dayWindow(), dayWindow()];
      const take = (light: Light) => {
        const isAsking = isAsked(light);
        const met = [
          ...(isAsking && isAcross ? [] : [asking]),
          // two that nobody asked about never meet
          ...(isAsking ? [others] : []),
        ];
        for (const window of [asking, others]) window.forget(firstDay(light));
        for (const each of [...met, vague]) meet(light, each.near(light));
        (isAsking ? asking : others).add(light);
      };
      const takeWaiting = (until: number) => {
        for (; ; next += 1) {
          const light = waiting[next];
          if (light === undefined || firstDay(light) > until) return;
          take(light);
        }
      };
      return {
        next: (light) => {
          takeWaiting(firstDay(light));
          take(light);
        },
        end: () => takeWaiting(Number.POSITIVE_INFINITY),
      };
    },
  };
}
