// biome-ignore-all lint/a11y/noNoninteractiveTabindex: the bars are walked by arrow keys
// The bars of the timeline: drawn as vectors, chosen by pointer or keyboard.
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import type { Timeline } from '../../../shared/contract/view-calls.ts';
import { ticksTo } from '../../../shared/lib/ticks.ts';
import { useFormat, useText } from '../../text/index.tsx';
import type { Bucket } from './time-window.ts';

export type Measure = 'incidents' | 'killed';

export interface Part {
  readonly key: string;
  readonly label: string;
  readonly values: Float64Array;
}

interface BarsProps {
  readonly timeline: Timeline;
  readonly buckets: readonly Bucket[];
  readonly measure: Measure;
  /** What each bar is made of, from below; one part that is the whole when it is not parted. */
  readonly parts: readonly Part[];
  readonly width: number;
  readonly height: number;
  /** Bucket that is told of, and the one that a choice began with. */
  readonly cursor: number;
  readonly onCursor: (at: number) => void;
  readonly labelOf: (bucket: Bucket) => string;
  /** Whether a bucket lies in the period of the filter; all do when there is none. */
  readonly isInside: (bucket: Bucket) => boolean;
  readonly onPeriod: (from: Bucket, to: Bucket) => void;
  readonly onClear: () => void;
}

/** Room around the bars in pixels; lanes stand on the same days. */
export const plotMargins = { left: 52, right: 10, top: 10, bottom: 24 } as const;
const plot = plotMargins;
const labelWidth = 104;

export function Bars(props: BarsProps) {
  const { timeline, buckets, measure, parts, width, height, cursor, labelOf } = props;
  const t = useText().timeline;
  const f = useFormat();
  const hatch = useId();
  const [anchor, setAnchor] = useState<number>();
  const isDragging = useRef(false);
  const { whole } = timeline;
  const tops = measure === 'killed' ? whole.high : whole.counts;
  const highest = buckets.reduce((top, { at }) => Math.max(top, tops[at] ?? 0), 0);
  const ticks = ticksTo(Math.max(highest, 1));
  const top = ticks.at(-1) ?? 1;
  const room = { x: width - plot.left - plot.right, y: height - plot.top - plot.bottom };
  const slot = room.x / Math.max(1, buckets.length);
  const y = (value: number) => plot.top + room.y * (1 - value / top);
  const every = Math.max(1, Math.ceil(labelWidth / slot));
  const place = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = Math.floor((event.clientX - box.left - plot.left) / slot);
    return Math.min(buckets.length - 1, Math.max(0, at));
  };
  const from = Math.min(anchor ?? cursor, cursor);
  const to = Math.max(anchor ?? cursor, cursor);
  const choose = () => {
    const [first, last] = [buckets[from], buckets[to]];
    if (first !== undefined && last !== undefined) props.onPeriod(first, last);
    setAnchor(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -12, PageDown: 12 }[event.key];
    const target =
      step === undefined
        ? { Home: 0, End: buckets.length - 1 }[event.key]
        : Math.min(buckets.length - 1, Math.max(0, cursor + step));
    if (target !== undefined) {
      if (!event.shiftKey) setAnchor(undefined);
      else if (anchor === undefined) setAnchor(cursor);
      props.onCursor(target);
    } else if (event.key === 'Enter') choose();
    else if (event.key === 'Escape') {
      setAnchor(undefined);
      props.onClear();
    } else return;
    event.preventDefault();
  };
  const told = buckets[cursor];
  return (
    <div
      role="application"
      tabIndex={0}
      className="timeline-plot"
      aria-label={t.plot}
      aria-describedby={`${hatch}-told`}
      onKeyDown={onKeyDown}
    >
      <svg
        width={width}
        height={height}
        aria-hidden="true"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          isDragging.current = true;
          const at = place(event);
          setAnchor(at);
          props.onCursor(at);
        }}
        onPointerMove={(event) => {
          const at = place(event);
          if (at !== cursor) props.onCursor(at);
        }}
        onPointerUp={() => {
          if (isDragging.current) choose();
          isDragging.current = false;
        }}
        onDoubleClick={props.onClear}
      >
        <defs>
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse">
            <path d="M0 5 5 0" className="timeline-hatch" />
          </pattern>
        </defs>
        {ticks.map((value) => (
          <g key={value} className="timeline-tick">
            <line x1={plot.left} x2={width - plot.right} y1={y(value)} y2={y(value)} />
            <text x={plot.left - 6} y={y(value) + 4} textAnchor="end">
              {f.number(value)}
            </text>
          </g>
        ))}
        {anchor === undefined ? null : (
          <rect
            className="timeline-chosen"
            x={plot.left + slot * from}
            width={slot * (to - from + 1)}
            y={plot.top}
            height={room.y}
          />
        )}
        {buckets.map((bucket, index) => {
          const x = plot.left + slot * index + slot * 0.1;
          const bar = Math.max(1, slot * 0.8);
          let below = 0;
          const state = `${props.isInside(bucket) ? '' : ' is-outside'}${index === cursor ? ' is-told' : ''}`;
          return (
            <g key={bucket.first} className={`timeline-bar${state}`}>
              {parts.map((part, number) => {
                const value = part.values[bucket.at] ?? 0;
                if (value <= 0) return null;
                below += value;
                return (
                  <rect
                    key={part.key}
                    className={`timeline-part-${number % 9}`}
                    x={x}
                    width={bar}
                    y={y(below)}
                    height={Math.max(0.5, y(below - value) - y(below))}
                  />
                );
              })}
              {measure === 'killed' ? (
                <Band
                  {...{ x, bar, hatch }}
                  top={y(whole.high[bucket.at] ?? 0)}
                  bottom={y(whole.low[bucket.at] ?? 0)}
                  isOpen={(whole.open[bucket.at] ?? 0) > 0}
                />
              ) : null}
              {index % every === 0 && x + labelWidth * 0.8 < width ? (
                <text className="timeline-label" x={x} y={height - 8}>
                  {labelOf(bucket)}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
      <p id={`${hatch}-told`} className="u-visually-hidden" aria-live="polite">
        {told === undefined ? '' : `${labelOf(told)}: ${barWords(told, timeline, f.number, t)}`}
      </p>
    </div>
  );
}

/** What is between the lowest and the highest figure; an arrow where one is open. */
function Band(props: {
  readonly x: number;
  readonly bar: number;
  readonly hatch: string;
  readonly top: number;
  readonly bottom: number;
  readonly isOpen: boolean;
}) {
  const { x, bar, hatch, top, bottom, isOpen } = props;
  return (
    <>
      {bottom > top ? (
        <rect
          className="timeline-band"
          {...{ x, width: bar, y: top, height: bottom - top }}
          fill={`url(#${hatch})`}
        />
      ) : null}
      {isOpen ? (
        <path
          className="timeline-open"
          d={`M${x} ${top - 2} L${x + bar / 2} ${top - 7} L${x + bar} ${top - 2}`}
        />
      ) : null}
    </>
  );
}

/** `12 incidents, 40–65 killed` of one bar; fractions of spread dates to one place. */
export function barWords(
  { at }: Bucket,
  { whole }: Timeline,
  number: (value: number) => string,
  t: ReturnType<typeof useText>['timeline'],
): string {
  const count = rounded(whole.counts[at] ?? 0);
  const [low, high] = [rounded(whole.low[at] ?? 0), rounded(whole.high[at] ?? 0)];
  const isOpen = (whole.open[at] ?? 0) > 0;
  const range = low === high ? number(low) : `${number(low)}–${number(high)}`;
  const killed = high > 0 || isOpen ? `, ${t.killedOf(isOpen ? `≥ ${number(low)}` : range)}` : '';
  return `${t.count(number(count), count <= 1)}${killed}`;
}

/** Shares of a spread date may be small; of many incidents nobody wants a fraction. */
export function rounded(value: number): number {
  const places = value < 1 ? 100 : value < 100 ? 10 : 1;
  return Math.round(value * places) / places;
}
