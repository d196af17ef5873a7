// A bar against the one before and against the means before it, in the levels of the Trendfinder: the whole
// in one line, and each part and lane in a table.
import type { Timeline } from '../../../shared/contract/view-calls.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { type Part, rounded } from './bars.tsx';
import { type Compared, comparedSizes, comparedWith } from './time-window.ts';

/** The name of what is compared with: the month before, the mean of the last four. */
function useComparedName(unit: Timeline['unit']): (size: Compared['size']) => string {
  const t = useText().timeline;
  return (size) => (size === 1 ? t.before(unit) : t.meanOf(size, unit));
}

export function Comparison({ timeline, at }: { readonly timeline: Timeline; readonly at: number }) {
  const t = useText().timeline;
  const f = useFormat();
  const name = useComparedName(timeline.unit);
  const said = comparedWith(timeline.whole.counts, at).map(({ size, mean, level }) =>
    t.against(name(size), f.number(rounded(mean)), t.levels[level]),
  );
  return (
    <span className="timeline-trend">{said.length === 0 ? '' : ` · ${said.join(' · ')}`}</span>
  );
}

interface PartsProps {
  readonly timeline: Timeline;
  readonly at: number;
  /** Words of the bar that is compared. */
  readonly name: string;
  /** Counts of each part, in the order of the bars. */
  readonly parts: readonly Part[];
  readonly lanes: readonly Part[];
}

/** Each part and lane of one bar against its own past. Levels go by incidents, whatever the bars show. */
export function PartsCompared({ timeline, at, name, parts, lanes }: PartsProps) {
  const t = useText().timeline;
  const f = useFormat();
  const nameOf = useComparedName(timeline.unit);
  const whole = { key: 'whole', label: t.all, values: timeline.whole.counts };
  const groups = [
    { id: 'whole', rows: [whole] },
    { id: 'parts', rows: parts },
    { id: 'lanes', rows: lanes },
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled by keyboard
    <section className="timeline-table timeline-compared" aria-label={t.compare} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.part}</th>
            <th scope="col">{name}</th>
            {comparedSizes.map((size) => (
              <th key={size} scope="col">
                {nameOf(size)}
              </th>
            ))}
          </tr>
        </thead>
        {groups
          .filter(({ rows }) => rows.length > 0)
          .map(({ id, rows }) => (
            <tbody key={id} className="u-tabular">
              {rows.map(({ key, label, values }) => {
                const compared = comparedWith(values, at);
                return (
                  <tr key={key}>
                    <th scope="row">
                      <bdi>{label}</bdi>
                    </th>
                    <td>{f.number(rounded(values[at] ?? 0))}</td>
                    {comparedSizes.map((size) => (
                      <td key={size}>
                        <Against against={compared.find((one) => one.size === size)} />
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          ))}
      </table>
    </section>
  );
}

function Against({ against }: { readonly against: Compared | undefined }) {
  const t = useText().timeline;
  const f = useFormat();
  if (against === undefined) return <span className="timeline-level">{t.tooFew}</span>;
  return (
    <>
      {f.number(rounded(against.mean))}{' '}
      <span className="timeline-level" data-level={against.level}>
        {t.levels[against.level]}
      </span>
    </>
  );
}
