// Strips of chosen actors under the bars, on the same days; and the panel that chooses them.
import type { Timeline } from '../../../shared/contract/view-calls.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { plotMargins, rounded } from './bars.tsx';
import type { Bucket } from './time-window.ts';

/** More would leave no room for the bars. */
export const mostLanes = 6;
const stripHeight = 24;

interface ChoiceProps {
  /** Most frequent actors of the filter, and those chosen before. */
  readonly actors: ReadonlyMap<string, string>;
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

export function LaneChoice({ actors, chosen, onChange }: ChoiceProps) {
  const t = useText().timeline;
  return (
    <PopoverButton
      {...{ label: t.lanes, title: t.lanesTitle, width: 320 }}
      isActive={chosen.length > 0}
      isDisabled={actors.size === 0}
    >
      {() => (
        <div className="timeline-lane-choice">
          <p>{t.lanesHint(mostLanes)}</p>
          {[...actors].map(([id, name]) => (
            <Checkbox
              key={id}
              isSelected={chosen.includes(id)}
              isDisabled={!chosen.includes(id) && chosen.length >= mostLanes}
              onChange={(isOn) =>
                onChange(isOn ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            >
              <bdi>{name}</bdi>
            </Checkbox>
          ))}
        </div>
      )}
    </PopoverButton>
  );
}

interface LanesProps {
  readonly timeline: Timeline;
  readonly buckets: readonly Bucket[];
  readonly names: ReadonlyMap<string, string>;
  readonly width: number;
  readonly isInside: (bucket: Bucket) => boolean;
}

export function Lanes({ timeline, buckets, names, width, isInside }: LanesProps) {
  const t = useText().timeline;
  const f = useFormat();
  if (timeline.lanes.length === 0) return null;
  const slot = (width - plotMargins.left - plotMargins.right) / Math.max(1, buckets.length);
  // one scale for all, so that they can be compared
  const top = timeline.lanes.reduce(
    (highest, { counts }) =>
      buckets.reduce((most, { at }) => Math.max(most, counts[at] ?? 0), highest),
    0,
  );
  return (
    <ul className="timeline-lanes" aria-label={t.lanesTitle}>
      {timeline.lanes.map(({ key, counts }) => {
        const sum = buckets.reduce((total, { at }) => total + (counts[at] ?? 0), 0);
        const figure = f.number(rounded(sum));
        return (
          <li key={key}>
            <p style={{ paddingInlineStart: plotMargins.left }}>
              <bdi>{names.get(key) ?? key}</bdi>{' '}
              <span className="u-tabular">{t.count(figure, sum <= 1)}</span>
            </p>
            <svg width={width} height={stripHeight} aria-hidden="true">
              {buckets.map((bucket, index) => {
                const value = counts[bucket.at] ?? 0;
                if (value <= 0) return null;
                const height = Math.max(1, (stripHeight * value) / Math.max(top, 1e-9));
                return (
                  <rect
                    key={bucket.first}
                    className={isInside(bucket) ? 'timeline-lane' : 'timeline-lane is-outside'}
                    x={plotMargins.left + slot * index + slot * 0.1}
                    width={Math.max(1, slot * 0.8)}
                    y={stripHeight - height}
                    height={height}
                  />
                );
              })}
            </svg>
          </li>
        );
      })}
    </ul>
  );
}
