// The pairs of one question, worked through one by one: where we are, what was decided, undo of the last.
import { useEffect, useRef, useState } from 'react';
import type { CallArgs, CallResult } from '../../../shared/contract/contract.ts';
import type { SamePair, SameScope } from '../../../shared/contract/same-calls.ts';
import type { MergeChoices } from '../../../shared/domain/same-merge.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { asAppError, call } from '../../api/client.ts';
import { notifyError } from '../../state/app-store.ts';
import { getCase, undo } from '../../state/case-store.ts';
import { getIncidents, revealIncident } from '../../state/incidents-store.ts';
import { cancelJob, getJobs, runningJob } from '../../state/jobs-store.ts';
import type { SameQuestion } from '../../state/same-store.ts';

export type Decision = CallArgs<'same/decide'>['decision'];

export interface Item {
  readonly key: string;
  readonly a: string;
  readonly b: string;
  readonly pair: SamePair | undefined;
}

/** One step that can be taken back. */
interface Decided {
  readonly key: string;
  readonly decision: Decision;
  /** Of a merge: which id leads where from now on. */
  readonly lead: readonly [from: string, to: string] | undefined;
}

interface Found {
  readonly items: readonly Item[];
  readonly likely: number;
  readonly possible: number;
  readonly partly: number;
}

export interface Pairs {
  /** Absent while the search runs. */
  readonly found: Found | undefined;
  readonly error: AppError | undefined;
  readonly index: number;
  readonly current: Item | undefined;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly last: Decision | undefined;
  readonly isDeciding: boolean;
  readonly go: (index: number) => void;
  readonly decide: (decision: Decision, more?: Merge) => void;
  readonly takeBack: () => void;
  readonly again: () => void;
}

export interface Merge {
  readonly keepId?: string;
  readonly choices?: MergeChoices;
  readonly why?: string;
}

const itemOf = (a: string, b: string, pair?: SamePair): Item => ({
  key: [a, b].sort().join(' '),
  a,
  b,
  pair,
});

type Scanned = CallResult<'same/scan'>;

/** The last search: it goes on while its window is closed, and holds as long as the case is the same. */
interface Search {
  readonly key: string;
  readonly answer: Promise<Scanned>;
  /** Of the case that was searched, once that is known. */
  revision: number | undefined;
}
let last: Search | undefined;

async function scan(scope: SameScope): Promise<Scanned> {
  const { caseState } = getCase();
  const key = `${caseState?.id} ${JSON.stringify(scope)}`;
  const isSame = last?.key === key;
  const isNew = last?.revision === undefined || last.revision === caseState?.revision;
  if (last !== undefined && isSame && isNew) return last.answer;
  const before = runningJob(getJobs().jobs, 'same');
  if (before !== undefined) cancelJob(before.id);
  const mine: Search = { key, answer: call('same/scan', { scope }), revision: undefined };
  last = mine;
  try {
    const found = await mine.answer;
    mine.revision = found.revision;
    return found;
  } catch (error) {
    if (last === mine) last = undefined;
    throw error;
  }
}

async function find(question: SameQuestion): Promise<Found> {
  if (question.what === 'pair') {
    return { items: [itemOf(question.a, question.b)], likely: 0, possible: 0, partly: 0 };
  }
  if (question.what === 'scan') {
    const { pairs, ...counts } = await scan(question.scope);
    return { items: pairs.map((pair) => itemOf(pair.a.id, pair.b.id, pair)), ...counts };
  }
  const [candidates, { incident, row }] = await Promise.all([
    call('same/candidates', { id: question.id }),
    call('incident/get', { id: question.id }),
  ]);
  const a = {
    id: incident.id,
    title: incident.title,
    dateEdtf: incident.date_edtf,
    place: row.place,
  };
  const likely = candidates.filter(({ score }) => score.band === 'likely').length;
  const items = candidates.map(({ incident: b, ...rest }) => itemOf(a.id, b.id, { a, b, ...rest }));
  const possible = candidates.filter(({ score }) => score.band === 'possible').length;
  return { items, likely, possible, partly: 0 };
}

/** The incident that an id stands for after the merges of this sitting. */
function leadOf(done: readonly Decided[], id: string): string {
  return done.reduce(
    (current, { lead }) => (lead !== undefined && lead[0] === current ? lead[1] : current),
    id,
  );
}

export function usePairs(question: SameQuestion): Pairs {
  const [found, setFound] = useState<Found>();
  const [error, setError] = useState<AppError>();
  const [index, setIndex] = useState(0);
  const [done, setDone] = useState<readonly Decided[]>([]);
  const [isDeciding, setIsDeciding] = useState(false);
  const number = useRef(0);

  async function search() {
    number.current += 1;
    const mine = number.current;
    setFound(undefined);
    setError(undefined);
    setDone([]);
    setIndex(0);
    try {
      const answer = await find(question);
      if (mine === number.current) setFound(answer);
    } catch (thrown) {
      if (mine === number.current) setError(asAppError(thrown));
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: one search per question
  useEffect(() => {
    void search();
    return () => {
      number.current += 1;
    };
  }, [question]);

  const items = found?.items ?? [];
  const decisions = new Map(done.map(({ key, decision }) => [key, decision]));
  const raw = items[index];
  const led = raw && itemOf(leadOf(done, raw.a), leadOf(done, raw.b), raw.pair);
  // a merge has made the two one already
  const current = raw && led && led.a !== led.b ? { ...led, key: raw.key } : undefined;

  function next(after: readonly Decided[]): void {
    const known = new Set(after.map(({ key }) => key));
    const isOpen = ({ key, a, b }: Item) =>
      !known.has(key) && leadOf(after, a) !== leadOf(after, b);
    const later = items.findIndex((item, at) => at > index && isOpen(item));
    const any = later >= 0 ? later : items.findIndex(isOpen);
    setIndex(any >= 0 ? any : items.length);
  }

  async function decide(decision: Decision, { keepId, choices, why }: Merge = {}) {
    if (current === undefined || isDeciding) return;
    const { a, b, key } = current;
    setIsDeciding(true);
    try {
      const { keptId } = await call('same/decide', {
        a,
        b,
        decision,
        ...(keepId === undefined ? {} : { keepId }),
        ...(choices === undefined ? {} : { choices }),
        why: why ?? '',
      });
      // a screen that showed the one that is gone goes on with the one that was kept
      if (keptId !== null && getIncidents().selectedId === (keptId === a ? b : a)) {
        void revealIncident(keptId);
      }
      const lead = keptId === null ? undefined : ([keptId === a ? b : a, keptId] as const);
      const after = [...done.filter((each) => each.key !== key), { key, decision, lead }];
      setDone(after);
      if (decision !== 'open') next(after);
    } catch (thrown) {
      notifyError(thrown);
    } finally {
      setIsDeciding(false);
    }
  }

  async function takeBack() {
    const last = done.at(-1);
    if (last === undefined || isDeciding) return;
    setIsDeciding(true);
    try {
      await undo();
      setDone(done.slice(0, -1));
      setIndex(items.findIndex(({ key }) => key === last.key));
    } catch (thrown) {
      notifyError(thrown);
    } finally {
      setIsDeciding(false);
    }
  }

  return {
    found,
    error,
    index,
    current,
    decisions,
    last: done.at(-1)?.decision,
    isDeciding,
    go: (to) => setIndex(Math.max(0, Math.min(items.length - 1, to))),
    decide: (decision, more) => void decide(decision, more),
    takeBack: () => void takeBack(),
    again: () => void search(),
  };
}
