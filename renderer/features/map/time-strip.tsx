// The period of the filter under the map: which days it shows, moved by the same buttons as the timeline.
import './time-strip.css';
import { useEffect, useRef, useState } from 'react';
import type { Timeline } from '../../../shared/contract/view-calls.ts';
import { formatFilter } from '../../../shared/domain/filter-text.ts';
import { stretchOf, unitFor } from '../../../shared/domain/playback.ts';
import {
  bucketEdges,
  dayNumber,
  dayOfNumber,
  type TimeUnit,
} from '../../../shared/domain/timeline.ts';
import { type DayWindow, readWindow } from '../../../shared/domain/view-parts.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { call } from '../../api/client.ts';
import { PlayButtons } from '../../record-kit/play-controls.tsx';
import { getIncidents, setFilter, useIncidents } from '../../state/incidents-store.ts';
import { clearPeriod, holdPlayWhile, periodOf, stopPlaying } from '../../state/playback.ts';
import { useRead } from '../../state/use-changes.ts';
import { useViewPart } from '../../state/view-parts.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { useBoxSize } from '../../ui/use-box-size.ts';
import { useKept } from './use-map.ts';

const stripHeight = 26;

/** Incidents of the filter without its period, so that what lies around it stays in sight. */
function useCounts(unit: TimeUnit): Timeline | undefined {
  const filter = useIncidents((state) => state.filter);
  const sort = useIncidents((state) => state.sort);
  const { after: _after, before: _before, ...others } = filter;
  const read = useRead(
    async () => {
      const ask = { filter: others, sort, count: 0, asker: 'map-time', timeline: { unit } };
      return (await call('view/answer', ask)).timeline ?? undefined;
    },
    [formatFilter(others), unit],
    ['incidents'],
  );
  return useKept(read.value);
}

/** The days that the timeline shows too, and the incidents on them. */
function useStretch() {
  const [chosen] = useViewPart('timeline.window', readWindow);
  const [unit, setUnit] = useState<TimeUnit>('month');
  const timeline = useCounts(unit);
  const whole = timeline && stretchOf(timeline.unit, timeline.start, timeline.whole.counts.length);
  const stretch = chosen ?? whole;
  const wanted = stretch === undefined ? unit : unitFor(stretch);
  useEffect(() => setUnit(wanted), [wanted]);
  return { timeline, stretch };
}

interface Props {
  /** Whether the map still draws what it was last told to. */
  readonly isDrawing: () => boolean;
}

export function TimeStrip({ isDrawing }: Props) {
  const t = useText().timeline;
  const lang = useLang();
  const filter = useIncidents((state) => state.filter);
  const { timeline, stretch } = useStretch();
  const latest = useRef(isDrawing);
  latest.current = isDrawing;
  // every step is seen, however slow the drawing
  useEffect(() => holdPlayWhile(() => latest.current()), []);
  const { after, before } = filter;
  const hasPeriod = after !== undefined || before !== undefined;
  const words = hasPeriod ? edtfWords(`${after ?? '..'}/${before ?? '..'}`, lang) : t.noPeriod;
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, not fields of a form
    <div className="map-time" role="group" aria-label={t.playing}>
      <PlayButtons stretch={stretch} />
      <span className="map-time-words u-tabular">{words}</span>
      {hasPeriod ? (
        <Button
          onPress={() => {
            stopPlaying();
            clearPeriod();
          }}
        >
          {t.clear}
        </Button>
      ) : null}
      {timeline !== undefined && stretch !== undefined ? (
        <Counts {...{ timeline, stretch, period: periodOf(filter) }} />
      ) : null}
    </div>
  );
}

interface CountsProps {
  readonly timeline: Timeline;
  readonly stretch: DayWindow;
  readonly period: DayWindow | undefined;
}

/** Small bars over the stretch with the period on them; a press puts the period there. */
function Counts({ timeline, stretch, period }: CountsProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useBoxSize(box);
  const days = stretch.last - stretch.first + 1;
  const x = (day: number) => Math.max(0, Math.min(width, ((day - stretch.first) / days) * width));
  const { counts } = timeline.whole;
  const start = dayNumber(timeline.start ?? '1970-01-01');
  const edges = bucketEdges(timeline.unit, start, Math.max(start, stretch.last));
  const bars = Array.from({ length: Math.min(counts.length, edges.length - 1) }, (_, at) => ({
    ...{ count: counts[at] ?? 0, first: edges[at] ?? 0, end: edges[at + 1] ?? 0 },
  })).filter(({ count, end }) => count > 0 && end > stretch.first);
  const highest = bars.reduce((top, { count }) => Math.max(top, count), 0);
  return (
    <div
      ref={box}
      className="map-time-counts"
      aria-hidden="true"
      onPointerDown={(event) => {
        const { left } = event.currentTarget.getBoundingClientRect();
        const day = stretch.first + Math.floor(((event.clientX - left) / width) * days);
        const half = period === undefined ? 0 : Math.round((period.last - period.first) / 2);
        const bar = bars.find(({ first, end }) => day >= first && day < end);
        const first = period === undefined ? bar?.first : day - half;
        if (first === undefined) return;
        const last =
          period === undefined ? (bar?.end ?? first + 1) - 1 : first + period.last - period.first;
        stopPlaying();
        setFilter({
          ...getIncidents().filter,
          ...{ after: dayOfNumber(first), before: dayOfNumber(last) },
        });
      }}
    >
      <svg width={width} height={stripHeight} aria-hidden="true">
        {period === undefined ? null : (
          <rect
            className="map-time-period"
            x={x(period.first)}
            width={Math.max(2, x(period.last + 1) - x(period.first))}
            height={stripHeight}
          />
        )}
        {bars.map(({ count, first, end }) => {
          const height = Math.max(1, ((stripHeight - 3) * count) / Math.max(1e-9, highest));
          return (
            <rect
              key={first}
              x={x(first)}
              width={Math.max(0.7, (x(end) - x(first)) * 0.85)}
              y={stripHeight - height}
              height={height}
            />
          );
        })}
      </svg>
    </div>
  );
}
