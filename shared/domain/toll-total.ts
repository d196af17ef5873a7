/** Totals over many incidents, in which one attack told twice counts once. */
import type { Span } from './toll.ts';

export interface TotalledIncident {
  readonly id: string;
  /** Its range for one outcome; null without a figure. */
  readonly span: Span | null;
  /** Incidents it is possibly the same as, or a duplicate of; one direction is enough. */
  readonly possiblySameAs: readonly string[];
  /** A refuted incident did not happen as told: it stays in lists and leaves totals. */
  readonly isRefuted?: boolean;
}

export interface TollTotal extends Span {
  /** Sum of the highest figures named; the same as `high` unless that is open. */
  readonly named: number;
  /** Attacks with a figure, after those possibly the same are taken as one. */
  readonly counted: number;
  /** Incidents left out because another one, possibly the same, stands for them. */
  readonly merged: number;
  /** Attacks without any figure; the total says nothing about them. */
  readonly withoutFigure: number;
}

/**
 * Sum of ranges. Incidents joined by "possibly the same" (also through a third one) give one figure:
 * from the lowest low to the highest high among them. Open when any of the figures is open.
 */
export function sumTolls(incidents: readonly TotalledIncident[]): TollTotal {
  const standing = incidents.filter((incident) => incident.isRefuted !== true);
  const groups = groupSame(standing);
  let low = 0;
  let high: number | null = 0;
  let named = 0;
  let counted = 0;
  let withoutFigure = 0;
  for (const group of groups) {
    const span = widest(group);
    if (span === null) {
      withoutFigure += 1;
      continue;
    }
    counted += 1;
    low += span.low;
    named += span.high ?? span.low;
    high = high === null || span.high === null ? null : high + span.high;
  }
  return { low, high, named, counted, merged: standing.length - groups.length, withoutFigure };
}

function widest(group: readonly TotalledIncident[]): Span | null {
  let found: { low: number; high: number | null } | null = null;
  for (const { span } of group) {
    if (span === null) continue;
    if (found === null) found = { ...span };
    else {
      found.low = Math.min(found.low, span.low);
      found.high =
        found.high === null || span.high === null ? null : Math.max(found.high, span.high);
    }
  }
  return found;
}

/** Connected groups of incidents, by union of their links; links to incidents not listed are ignored. */
export function groupSame<T extends Pick<TotalledIncident, 'id' | 'possiblySameAs'>>(
  incidents: readonly T[],
): T[][] {
  const index = new Map(incidents.map((incident, position) => [incident.id, position]));
  const parent = Int32Array.from(incidents, (_, position) => position);
  const rootOf = (position: number): number => {
    let root = position;
    while (parent[root] !== root) root = parent[root] ?? root;
    let walk = position;
    while (parent[walk] !== root) {
      const next = parent[walk] ?? root;
      parent[walk] = root;
      walk = next;
    }
    return root;
  };
  incidents.forEach((incident, position) => {
    for (const other of incident.possiblySameAs) {
      const otherPosition = index.get(other);
      if (otherPosition !== undefined) parent[rootOf(otherPosition)] = rootOf(position);
    }
  });
  const groups = new Map<number, T[]>();
  incidents.forEach((incident, position) => {
    const root = rootOf(position);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [incident]);
    else group.push(incident);
  });
  return [...groups.values()];
}
