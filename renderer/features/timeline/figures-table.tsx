// The bars as figures, for those who read them by ear or want them in a list.
import type { Timeline } from '../../../shared/contract/view-calls.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { rounded } from './bars.tsx';
import type { Bucket } from './time-window.ts';

interface FiguresProps {
  readonly timeline: Timeline;
  readonly buckets: readonly Bucket[];
  readonly labelOf: (bucket: Bucket) => string;
}

export function FiguresTable({ timeline, buckets, labelOf }: FiguresProps) {
  const t = useText().timeline;
  const f = useFormat();
  const { counts, low, high, open } = timeline.whole;
  const one = (values: Float64Array, at: number) => f.number(rounded(values[at] ?? 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled by keyboard
    <section className="timeline-table" aria-label={t.showTable} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.bucket}</th>
            <th scope="col">{t.incidents}</th>
            <th scope="col">{t.low}</th>
            <th scope="col">{t.high}</th>
            <th scope="col">{t.open}</th>
          </tr>
        </thead>
        <tbody className="u-tabular">
          {buckets
            .filter(({ at }) => (counts[at] ?? 0) > 0)
            .map((bucket) => (
              <tr key={bucket.first}>
                <th scope="row">{labelOf(bucket)}</th>
                <td>{one(counts, bucket.at)}</td>
                <td>{one(low, bucket.at)}</td>
                <td>{one(high, bucket.at)}</td>
                <td>{one(open, bucket.at)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
