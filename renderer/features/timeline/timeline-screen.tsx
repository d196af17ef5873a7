// Incidents of the filter over time: bars by day, week, month or year, and the period that they narrow.
import './timeline.css';
import { ChevronLeft, ChevronRight, Minus, Plus, Scale, Table2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  type Timeline,
  type TimelineAsk,
  timelineStacks,
} from '../../../shared/contract/view-calls.ts';
import { unitFor } from '../../../shared/domain/playback.ts';
import { dayNumber, dayOfNumber } from '../../../shared/domain/timeline.ts';
import {
  type Lanes as ChosenLanes,
  readLanes,
  readWindow,
} from '../../../shared/domain/view-parts.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { codeLabel, labels } from '../../../shared/text/index.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { PlayButtons } from '../../record-kit/play-controls.tsx';
import { setLayout, useLayout } from '../../state/app-store.ts';
import { getIncidents, setFilter, useIncidents } from '../../state/incidents-store.ts';
import { layoutFlag, layoutWord } from '../../state/layout.ts';
import { clearPeriod, useIsPlaying } from '../../state/playback.ts';
import { useViewPart } from '../../state/view-parts.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton, ToggleIconButton } from '../../ui/icon-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Toolbar, ToolbarSpacer } from '../../ui/toolbar.tsx';
import { useBoxSize } from '../../ui/use-box-size.ts';
import { Bars, barWords, type Measure, type Part } from './bars.tsx';
import { Comparison, PartsCompared } from './comparison.tsx';
import { FiguresTable } from './figures-table.tsx';
import { LaneChoice, Lanes } from './lanes.tsx';
import { type Bucket, bucketsIn, panned, wholeWindow, zoomed } from './time-window.ts';
import { useTimeline } from './use-timeline.ts';

const noLanes: ChosenLanes = [];
const measures = ['incidents', 'killed'] as const satisfies readonly Measure[];

/** Words for a bar: the day, the Monday of the week, the month, the year. */
function useBucketWords(unit: TimelineAsk['unit']): (bucket: Bucket) => string {
  const lang = useLang();
  const length = { day: 10, week: 10, month: 7, year: 4 }[unit];
  return ({ first }) => edtfWords(dayOfNumber(first).slice(0, length), lang);
}

export function TimelineScreen() {
  const text = useText();
  const t = text.timeline;
  const f = useFormat();
  const measure = useLayout((layout) =>
    layoutWord(layout, 'timeline.measure', measures, 'incidents'),
  );
  const stack = useLayout((layout) => layoutWord(layout, 'timeline.stack', timelineStacks, 'type'));
  const isCompared = useLayout((layout) => layoutFlag(layout, 'timeline.compare', false));
  const hasTable = useLayout((layout) => layoutFlag(layout, 'timeline.table', false));
  const filter = useIncidents((state) => state.filter);
  const [chosen, setChosen] = useViewPart('timeline.window', readWindow);
  const [unit, setUnit] = useState<TimelineAsk['unit']>('month');
  const [cursor, setCursor] = useState<number>();
  const [known = noLanes, setKnown] = useViewPart('timeline.lanes', readLanes);
  const lanes = useMemo(() => known.map(({ id }) => id), [known]);
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useBoxSize(box);
  const read = useTimeline(unit, stack, lanes);
  // what was drawn stays while the next answer is on its way
  const last = useRef(read.value);
  if (read.value !== undefined) last.current = read.value;
  const timeline = last.current?.timeline ?? undefined;
  const names = last.current?.names ?? new Map<string, string>();
  // the filter may no longer find them among the most frequent
  const kept = known.map(({ id, name }) => [id, names.get(id) ?? name] as const);
  const actors = new Map([...names, ...kept]);
  const words = useBucketWords(timeline?.unit ?? unit);
  const whole = timeline === undefined ? undefined : wholeWindow(timeline);
  const shown = chosen ?? whole;
  const wanted = shown === undefined ? unit : unitFor(shown);
  if (wanted !== unit) setUnit(wanted);
  const buckets = timeline === undefined || shown === undefined ? [] : bucketsIn(timeline, shown);
  const told = Math.min(cursor ?? buckets.length - 1, buckets.length - 1);
  const parts = useParts(timeline, stack, measure, names);
  const countedParts = useParts(timeline, stack, 'incidents', names);
  const countedLanes = (timeline?.lanes ?? []).map(({ key, counts }) => ({
    ...{ key, label: actors.get(key) ?? key, values: counts },
  }));
  const current = buckets[told];
  const isPlaying = useIsPlaying();

  const setLanes = (ids: readonly string[]) =>
    setKnown(ids.map((id) => ({ id, name: actors.get(id) ?? id })));
  const zoom = (factor: number, around?: number) => {
    if (shown === undefined) return;
    setCursor(undefined);
    setChosen(zoomed(shown, factor, around ?? Math.round((shown.first + shown.last) / 2)));
  };
  const setPeriod = (from: Bucket, to: Bucket) => {
    const { filter: now } = getIncidents();
    setFilter({ ...now, after: dayOfNumber(from.first), before: dayOfNumber(to.last) });
  };
  const hasPeriod = filter.after !== undefined || filter.before !== undefined;
  const isInside = ({ first, last: end }: Bucket) =>
    (filter.after === undefined || end >= dayNumber(filter.after)) &&
    (filter.before === undefined || first <= dayNumber(filter.before));
  // while the period moves, its last bar is told
  const playedTo = isPlaying ? buckets.findLastIndex(isInside) : -1;
  useEffect(() => {
    if (playedTo >= 0) setCursor(playedTo);
  }, [playedTo]);

  return (
    <section className="timeline" aria-label={t.title}>
      <h1 className="u-visually-hidden">{t.title}</h1>
      <Toolbar label={t.title}>
        <Segmented<Measure>
          {...{ label: t.measure, isLabelHidden: true, value: measure }}
          options={measures.map((value) => ({ value, label: t[value] }))}
          onChange={(next) => setLayout('timeline.measure', next)}
        />
        <Select
          {...{ label: t.stack, isLabelHidden: true, value: stack }}
          options={timelineStacks.map((value) => ({ value, label: t.stacks[value] }))}
          onChange={(next) => setLayout('timeline.stack', next)}
        />
        <LaneChoice {...{ actors, chosen: lanes, onChange: setLanes }} />
        <span className="timeline-unit">{t.units[timeline?.unit ?? unit]}</span>
        {read.isLoading ? <Spinner label={t.loading} size={12} /> : null}
        <ToolbarSpacer />
        <PlayButtons stretch={buckets.length === 0 ? undefined : shown} />
        {hasPeriod ? <Button onPress={clearPeriod}>{t.clear}</Button> : null}
        <IconButton
          {...{ label: t.earlier, isDisabled: shown === undefined }}
          icon={<ChevronLeft size={14} aria-hidden="true" />}
          onPress={() => shown && setChosen(panned(shown, -0.25))}
        />
        <IconButton
          {...{ label: t.later, isDisabled: shown === undefined }}
          icon={<ChevronRight size={14} aria-hidden="true" />}
          onPress={() => shown && setChosen(panned(shown, 0.25))}
        />
        <IconButton
          {...{ label: t.zoomIn, isDisabled: shown === undefined }}
          icon={<Plus size={14} aria-hidden="true" />}
          onPress={() => zoom(0.5, current?.first)}
        />
        <IconButton
          {...{ label: t.zoomOut, isDisabled: shown === undefined }}
          icon={<Minus size={14} aria-hidden="true" />}
          onPress={() => zoom(2, current?.first)}
        />
        <Button isDisabled={chosen === undefined} onPress={() => setChosen(undefined)}>
          {t.whole}
        </Button>
        <ToggleIconButton
          {...{ label: t.compare, isSelected: isCompared }}
          icon={<Scale size={14} aria-hidden="true" />}
          onChange={(isOn) => setLayout('timeline.compare', isOn)}
        />
        <ToggleIconButton
          {...{ label: t.showTable, isSelected: hasTable }}
          icon={<Table2 size={14} aria-hidden="true" />}
          onChange={(isOn) => setLayout('timeline.table', isOn)}
        />
      </Toolbar>
      <ErrorNotice error={read.error} />
      <div
        ref={box}
        className="timeline-body"
        onWheel={(event) => {
          if (shown === undefined) return;
          if (event.shiftKey)
            setChosen(panned(shown, Math.sign(event.deltaY + event.deltaX) * 0.1));
          else zoom(event.deltaY > 0 ? 1.25 : 0.8, current?.first);
        }}
      >
        {timeline !== undefined && buckets.length === 0 ? (
          <EmptyState
            title={t.nothing}
            actions={
              Object.keys(filter).length > 0 ? (
                <Button onPress={() => setFilter({})}>{text.incidents.empty.clearFilter}</Button>
              ) : undefined
            }
          >
            {t.nothingNext}
          </EmptyState>
        ) : null}
        {timeline !== undefined && buckets.length > 0 && width > 0 ? (
          <Bars
            {...{ timeline, buckets, measure, parts, width, height, isInside }}
            {...{ cursor: told, onCursor: setCursor, labelOf: words }}
            onPeriod={setPeriod}
            onClear={clearPeriod}
          />
        ) : null}
      </div>
      {timeline !== undefined && width > 0 ? (
        <Lanes {...{ timeline, buckets, names: actors, width, isInside }} />
      ) : null}
      {timeline !== undefined ? (
        <footer className="timeline-foot">
          {current === undefined ? null : (
            <p className="timeline-told u-tabular">
              <b>{timeline.unit === 'week' ? t.weekOf(words(current)) : words(current)}</b>
              {`: ${barWords(current, timeline, f.number, t)}`}
              <Comparison {...{ timeline, at: current.at }} />
            </p>
          )}
          <Legend parts={stack === 'none' ? [] : parts} />
          <p className="timeline-doubt">
            {t.spread}{' '}
            {timeline.undated > 0 && filter.undated === true ? (
              <span>{t.undated(f.number(timeline.undated))}</span>
            ) : null}
            {timeline.undated > 0 && filter.undated !== true ? (
              <button
                type="button"
                className="timeline-undated"
                title={t.undatedHelp}
                onClick={() => {
                  const { after: _a, before: _b, ...rest } = getIncidents().filter;
                  setFilter({ ...rest, undated: true });
                }}
              >
                {t.undated(f.number(timeline.undated))}
              </button>
            ) : null}
          </p>
        </footer>
      ) : null}
      {timeline !== undefined && current !== undefined && isCompared ? (
        <PartsCompared
          {...{ timeline, at: current.at, name: words(current), lanes: countedLanes }}
          parts={stack === 'none' ? [] : countedParts}
        />
      ) : null}
      {timeline !== undefined && hasTable ? (
        <FiguresTable {...{ timeline, buckets, labelOf: words }} />
      ) : null}
    </section>
  );
}

/** What the bars are made of: by the usual order of the codes, actors as frequent as they are. */
function useParts(
  timeline: Timeline | undefined,
  stack: TimelineAsk['stack'],
  measure: Measure,
  names: ReadonlyMap<string, string>,
): readonly Part[] {
  const t = useText().timeline;
  const lang = useLang();
  if (timeline === undefined) return [];
  const l = labels(lang);
  const labelOf = (key: string): string => {
    if (stack === 'type') return key === '' ? t.noType : codeLabel(l.eventTypes, key);
    if (stack === 'status') return codeLabel(l.statuses, key);
    return key === '' ? t.other : (names.get(key) ?? key);
  };
  const series = stack === 'none' ? [timeline.whole] : timeline.stacks;
  const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
  // by incidents whatever is shown, so that a part keeps its colour
  return [...series]
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || sum(b.counts) - sum(a.counts))
    .map(({ key, counts, low }) => ({
      key,
      label: labelOf(key),
      values: measure === 'killed' ? low : counts,
    }));
}

function Legend({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <ul className="timeline-legend">
      {parts.map((part, number) => (
        <li key={part.key}>
          <svg width="12" height="12" aria-hidden="true">
            <rect width="12" height="12" className={`timeline-part-${number % 9}`} />
          </svg>
          <bdi>{part.label}</bdi>
        </li>
      ))}
    </ul>
  );
}
