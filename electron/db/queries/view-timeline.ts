/** Counts over time straight from the tables. */
import type { Timeline, TimelineAsk, TimelineSeries } from '../../../shared/contract/view-calls.ts';
import type { Filter } from '../../../shared/domain/filter.ts';
import {
  BucketScale,
  dayNumber,
  dayOfNumber,
  isSpreadable,
  SeriesSum,
} from '../../../shared/domain/timeline.ts';
import { sql } from '../sql.ts';
import { type Reader, tuples } from '../sqlite.ts';
import { filterCondition } from './incident-filter.ts';
import { listFacet } from './view-facets.ts';

type Line = readonly [
  id: string,
  earliest: string | null,
  latest: string | null,
  type: string | null,
  status: string,
  given: number,
  low: number | null,
  high: number | null,
];

/** Actors that have a colour of their own when stacked. */
export const stackedActors = 8;

/** Incident -> its actors, for those asked about. */
function actorsOfIncidents(db: Reader, filter: Filter, actorIds: readonly string[]) {
  const { text, values } = sql`SELECT DISTINCT link.to_id, link.from_id FROM link
    JOIN incident ON incident.id = link.to_id
    WHERE link.kind = 'actor-incident' AND link.deleted_at IS NULL
      AND link.from_id IN (SELECT value FROM json_each(${JSON.stringify(actorIds)}))
      AND ${filterCondition(filter)}`;
  const found = new Map<string, Set<string>>();
  for (const [incident, actor] of tuples<readonly [string, string]>(db, text, values)) {
    const set = found.get(incident) ?? new Set();
    found.set(incident, set.add(actor));
  }
  return found;
}

/** The timeline of a filter; see `timelineSchema`. */
export function readTimeline(db: Reader, filter: Filter, ask: TimelineAsk): Timeline {
  const { text, values } = sql`SELECT incident.id, incident.date_earliest, incident.date_latest,
      incident.event_type, incident.status, incident.killed_given, incident.killed_low,
      incident.killed_high
    FROM incident WHERE ${filterCondition(filter)}`;
  const lines = tuples<Line>(db, text, values);
  const dated = lines.flatMap((line) => {
    const [, earliest, latest] = line;
    if (earliest === null || latest === null) return [];
    const [first, last] = [dayNumber(earliest), dayNumber(latest)];
    return isSpreadable(first, last) ? [{ line, first, last }] : [];
  });
  const undated = lines.length - dated.length;
  if (dated.length === 0) {
    const none = new Float64Array();
    const whole = { key: '', counts: none, low: none, high: none, open: none };
    return { unit: ask.unit, start: null, whole, stacks: [], lanes: [], undated };
  }
  const firstDay = dated.reduce((day, { first }) => Math.min(day, first), dated[0]?.first ?? 0);
  const lastDay = dated.reduce((day, { last }) => Math.max(day, last), dated[0]?.last ?? 0);
  const scale = new BucketScale(ask.unit, firstDay, lastDay);
  const top =
    ask.stack === 'actor'
      ? listFacet(db, 'actor', filter, stackedActors).values.map(({ value }) => value)
      : [];
  const ofIncident = actorsOfIncidents(db, filter, [...top, ...ask.actorIds]);

  const whole = new SeriesSum(scale);
  const stacks = new Map<string, SeriesSum>();
  const lanes = new Map(ask.actorIds.map((id) => [id, new SeriesSum(scale)]));
  for (const { line, first, last } of dated) {
    const [id, , , type, status, given, low, high] = line;
    const isTold = given === 1 && status !== 'refuted';
    const add = (sum: SeriesSum) =>
      sum.add(
        first,
        last,
        isTold ? (low ?? 0) : 0,
        isTold ? (high ?? low ?? 0) : 0,
        isTold && high === null,
      );
    add(whole);
    const actors = ofIncident.get(id);
    if (ask.stack !== 'none') {
      const key =
        ask.stack === 'type'
          ? (type ?? '')
          : ask.stack === 'status'
            ? status
            : (top.find((actor) => actors?.has(actor)) ?? '');
      let sum = stacks.get(key);
      if (sum === undefined) {
        sum = new SeriesSum(scale);
        stacks.set(key, sum);
      }
      add(sum);
    }
    for (const actor of actors ?? []) {
      const lane = lanes.get(actor);
      if (lane !== undefined) add(lane);
    }
  }
  const series = ([key, sum]: readonly [string, SeriesSum]): TimelineSeries => ({
    key,
    ...sum.values(),
  });
  return {
    unit: ask.unit,
    start: dayOfNumber(scale.first),
    whole: series(['', whole]),
    stacks: [...stacks].map(series).sort((a, b) => (a.key < b.key ? -1 : 1)),
    lanes: [...lanes].map(series),
    undated,
  };
}
