// Has the worker lay the network out: places and measures as they come, with progress and a stop.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LayoutTask } from '../../../shared/domain/network-layout.ts';
import { startOf } from '../../../shared/domain/network-layout.ts';
import type { Places } from '../../../shared/network/graph-files.ts';
import { type NetModel, sizeOf } from '../../../shared/network/model.ts';
import { startLocalJob } from '../../state/jobs-store.ts';
import type { FromLayout } from './layout-worker.ts';
import workerUrl from './layout-worker.ts?worker&url';
import type { Measures } from './measures.ts';

/** A layout that takes longer than this is listed as a job. */
const longMs = 800;

export type Pins = Readonly<Record<string, readonly [number, number]>>;

export interface LayoutJob {
  /** The model that places and measures belong to. */
  readonly model: NetModel | undefined;
  readonly places: Places | undefined;
  readonly measures: Measures | undefined;
  /** 0 to 1 while the worker is at it. */
  readonly progress: number | undefined;
  /** Leaves the nodes where they are now. */
  readonly stop: () => void;
}

interface State {
  readonly model: NetModel | undefined;
  readonly places: Places | undefined;
  readonly measures: Measures | undefined;
  readonly progress: number | undefined;
}

const nothing: State = {
  ...{ model: undefined, places: undefined, measures: undefined, progress: undefined },
};

/** Nodes that were drawn before start where they were when `keeps`; pinned ones do not move. */
export function taskOf(
  model: NetModel,
  pins: Pins,
  before: ReadonlyMap<string, readonly [number, number]>,
): LayoutTask {
  const { nodes, edges } = model;
  const most = nodes.reduce((high, node) => Math.max(high, node.count), 1);
  const start = nodes.map(({ id }) => {
    const place = pins[id] ?? before.get(id);
    return place === undefined ? startOf(id) : { x: place[0], y: place[1] };
  });
  return {
    nodes: nodes.length,
    from: Uint32Array.from(edges, ({ from }) => from),
    to: Uint32Array.from(edges, ({ to }) => to),
    // a hundred incidents pull harder than one, but not a hundred times
    weights: Float32Array.from(edges, ({ weight }) => 1 + Math.log2(Math.max(1, weight))),
    x: Float32Array.from(start, ({ x }) => x),
    y: Float32Array.from(start, ({ y }) => y),
    sizes: Float32Array.from(nodes, (node) => sizeOf(node, most)),
    fixed: Uint8Array.from(nodes, ({ id }) => (pins[id] === undefined ? 0 : 1)),
  };
}

/** Writes the places of pinned nodes over those of a layout. */
function keepPinned(model: NetModel, { x, y }: Places, pins: Pins): void {
  for (const [id, place] of Object.entries(pins)) {
    const at = model.at.get(id);
    if (at === undefined) continue;
    [x[at], y[at]] = place;
  }
}

/**
 * Lays out whenever the model changes, or `round` does. `question` names the filter and choices: as
 * long as it stays the same, nodes that were there keep their places and new ones join them.
 */
export function useLayoutJob(
  model: NetModel | undefined,
  pins: Pins,
  question: string,
  round: number,
): LayoutJob {
  const [state, setState] = useState<State>(nothing);
  /** Leaves the nodes where they are: a layout that is stopped is one that is done. */
  const stopping = useRef<() => void>(() => undefined);
  const before = useRef(new Map<string, readonly [number, number]>());
  const asked = useRef('');
  const latestPins = useRef(pins);
  latestPins.current = pins;

  useEffect(() => {
    if (model === undefined) return undefined;
    const name = `${question} ${round}`;
    if (asked.current !== name) before.current = new Map();
    asked.current = name;
    const own = new Worker(new URL(workerUrl, document.baseURI), { type: 'module' });
    const task = taskOf(model, latestPins.current, before.current);
    setState({ model, places: { x: task.x, y: task.y }, measures: undefined, progress: 0 });
    const job = startLocalJob({
      ...{ kind: 'layout', unit: 'steps', listedAfterMs: longMs },
      cancel: () => stopping.current(),
    });
    own.addEventListener('message', ({ data }: MessageEvent<FromLayout>) => {
      if (data.kind === 'measured') {
        setState((now) => ({ ...now, measures: data.measures }));
        return;
      }
      const { x, y, done, total } = data.step;
      // the hand may have pinned more since the layout began
      keepPinned(model, { x, y }, latestPins.current);
      model.nodes.forEach(({ id }, at) => {
        before.current.set(id, [x[at] ?? 0, y[at] ?? 0]);
      });
      const progress = data.isLast ? undefined : done / total;
      setState((now) => ({ ...now, places: { x, y }, progress }));
      job.progress({ done, total });
      if (!data.isLast) return;
      own.terminate();
      job.done();
    });
    stopping.current = () => {
      own.terminate();
      job.done();
      setState((now) => ({ ...now, progress: undefined }));
    };
    own.postMessage(task);
    return () => {
      own.terminate();
      job.dropped();
    };
  }, [model, question, round]);

  // a node that was dragged stands there from now on, also when it is let go and in what is exported
  const { places } = state;
  useEffect(() => {
    if (state.model === undefined || places === undefined) return;
    keepPinned(state.model, places, pins);
    for (const [id, place] of Object.entries(pins)) before.current.set(id, place);
  }, [state.model, places, pins]);

  const stop = useCallback(() => stopping.current(), []);
  return { ...state, stop };
}
