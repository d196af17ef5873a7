/** An incident of a foreign file with nothing known of it yet: readers fill in what they find. Pure. */
import { disorderOf } from '../../domain/disorder-type.ts';
import { eventKind } from '../acled-codes.ts';
import { countryCode } from '../country-codes.ts';
import type { ReadIncident, ReadRow } from '../imported.ts';
import { orNull } from './loose.ts';

export const emptyRow: Omit<ReadRow, 'incident'> = {
  ...{ key: null, stamp: null, actors: [], claims: [], sources: [], notes: [], tags: [] },
  ...{ kept: {}, warnings: [] },
};

export interface Drafted {
  readonly title: string;
  readonly summary?: string;
  readonly date?: string | null;
  readonly type?: string;
  readonly subType?: string;
  readonly place?: string;
  /** As the file writes it: a name or a code. */
  readonly country?: string;
  readonly admin1?: string;
  readonly admin2?: string;
  readonly point?: readonly [number, number] | null;
  /** Metres. */
  readonly radius?: number | null;
}

export function incidentOf(draft: Drafted): ReadIncident {
  const kind = eventKind(draft.type ?? '', draft.subType ?? '', null);
  const { point = null, radius = null } = draft;
  return {
    title: draft.title === '' ? 'Incident' : draft.title,
    summary: draft.summary ?? '',
    event_type: kind.eventType,
    sub_event_type: kind.subEventType,
    disorder_type: disorderOf(kind.eventType, kind.subEventType),
    date_edtf: draft.date ?? null,
    place_words: orNull(draft.place ?? ''),
    ...pointFields(point, radius),
    geo_code: null,
    country: countryCode(draft.country ?? '') ?? null,
    admin1: orNull(draft.admin1 ?? ''),
    admin2: orNull(draft.admin2 ?? ''),
  };
}

/** How precise a point is stays unknown unless there is a radius (metres). */
export function pointFields(
  point: readonly [number, number] | null,
  radius: number | null,
): Pick<ReadIncident, 'latitude' | 'longitude' | 'geo_level' | 'radius_m'> {
  if (point === null) return { latitude: null, longitude: null, geo_level: 'unknown' };
  return {
    ...{ latitude: point[0], longitude: point[1], geo_level: levelOf(radius) },
    ...(radius === null ? {} : { radius_m: Math.min(radius, 5_000_000) }),
  };
}

function levelOf(radius: number | null): ReadIncident['geo_level'] {
  if (radius === null) return 'unknown';
  if (radius <= 1000) return 'point';
  if (radius <= 10_000) return 'settlement';
  if (radius <= 30_000) return 'near';
  if (radius <= 100_000) return 'district';
  return radius <= 300_000 ? 'region' : 'country';
}
