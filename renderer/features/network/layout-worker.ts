// The thread that lays a network out and measures it. One task; ended from outside.
import {
  type LayoutStep,
  type LayoutTask,
  layoutSteps,
} from '../../../shared/domain/network-layout.ts';
import { type Measures, measure } from './measures.ts';

export type FromLayout =
  | { readonly kind: 'measured'; readonly measures: Measures }
  | { readonly kind: 'step'; readonly step: LayoutStep; readonly isLast: boolean };

/** Milliseconds between two states that are told of: a large picture takes the window a while to draw. */
function pauseFor({ nodes, from }: LayoutTask): number {
  return Math.max(120, (nodes + from.length) / 10);
}

function post(message: FromLayout): void {
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
  post({ kind: 'measured', measures: measure(data) });
  const pause = pauseFor(data);
  let told = performance.now();
  let last: LayoutStep | undefined;
  for (const step of layoutSteps(data)) {
    last = step;
    if (performance.now() - told < pause) continue;
    told = performance.now();
    post({ kind: 'step', step, isLast: false });
  }
  if (last !== undefined) post({ kind: 'step', step: last, isLast: true });
});
