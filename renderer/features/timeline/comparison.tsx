// The bar against the one before and against the means before it, in the levels of the Trendfinder.
import type { Timeline } from '../../../shared/contract/view-calls.ts';
import { changeLevel } from '../../../shared/domain/period.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { rounded } from './bars.tsx';
import { meanBefore } from './time-window.ts';

export function Comparison({ timeline, at }: { readonly timeline: Timeline; readonly at: number }) {
  const t = useText().timeline;
  const f = useFormat();
  const { counts } = timeline.whole;
  const count = counts[at] ?? 0;
  const said = ([1, 4, 52] as const).flatMap((size) => {
    const mean = meanBefore(counts, at, size);
    if (mean === undefined) return [];
    const name = size === 1 ? t.before(timeline.unit) : t.meanOf(size, timeline.unit);
    const figure = f.number(rounded(mean));
    return [t.against(name, figure, t.levels[changeLevel(count, mean)])];
  });
  return (
    <span className="timeline-trend">{said.length === 0 ? '' : ` · ${said.join(' · ')}`}</span>
  );
}
