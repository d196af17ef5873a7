/**
 * Two incidents become one: which side's value each part of the record takes. Claims, links and notes
 * are not chosen, they all come along. Pure; the engine carries it out (services/same-merge.ts).
 */

import { radiusOf } from './geo.ts';
import type { Incident } from './records.ts';
import { compareTlp } from './tlp.ts';
import { incidentStatuses, reviewStates } from './vocabulary.ts';

/** `both` joins texts and sets. */
export const mergeSides = ['kept', 'other', 'both'] as const;
export type MergeSide = (typeof mergeSides)[number];

/** Fields that only make sense together are chosen together, under the name of the part. */
export const mergeParts = {
  title: ['title'],
  date: ['date_edtf', 'date_words'],
  time: ['time_words'],
  place: [
    'place_id',
    'place_words',
    'latitude',
    'longitude',
    'geo_level',
    'radius_m',
    'geo_code',
    'country',
    'admin1',
    'admin2',
  ],
  type: ['event_type', 'sub_event_type', 'disorder_type'],
  targets: ['targets'],
  summary: ['summary'],
  status: ['status', 'status_why'],
  confidence: ['confidence'],
  review: ['review'],
  external_key: ['external_key'],
} as const satisfies Readonly<Record<string, readonly (keyof Incident)[]>>;
export type MergePart = keyof typeof mergeParts;
export const mergePartNames = Object.keys(mergeParts) as readonly MergePart[];
/** Parts that can take what both sides say. */
export const joinedParts: ReadonlySet<MergePart> = new Set(['summary', 'targets']);

export type MergeChoices = { readonly [P in MergePart]?: MergeSide };

/** What merging reads of an incident. */
export type MergeIncident = Omit<
  Incident,
  'rev' | 'created_at' | 'created_by' | 'updated_at' | 'updated_by' | 'deleted_at' | 'origin'
>;

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Parts on which the two say different things: the only ones worth asking about. */
export function differingParts(kept: MergeIncident, other: MergeIncident): readonly MergePart[] {
  return mergePartNames.filter((part) =>
    mergeParts[part].some((field) => !isSame(kept[field], other[field])),
  );
}

function spanDays({ date_earliest, date_latest }: MergeIncident): number {
  if (date_earliest === null || date_latest === null) return Number.POSITIVE_INFINITY;
  return (Date.parse(date_latest) - Date.parse(date_earliest)) / 86_400_000;
}

/** Metres; a point that is not known reaches everywhere. */
function reach({ latitude, geo_level, radius_m }: MergeIncident): number {
  if (latitude === null || geo_level === 'unknown' || geo_level === 'country') {
    return latitude === null ? Number.POSITIVE_INFINITY : 1e9;
  }
  return radiusOf(geo_level, radius_m);
}

const hasPlace = ({ place_id, place_words }: MergeIncident) =>
  place_id !== null || place_words !== null;

function defaultSide(part: MergePart, kept: MergeIncident, other: MergeIncident): MergeSide {
  const ifEmpty = (field: keyof MergeIncident): MergeSide =>
    kept[field] === null && other[field] !== null ? 'other' : 'kept';
  switch (part) {
    case 'title':
      return 'kept';
    case 'date':
      if (kept.date_edtf === null) return other.date_edtf === null ? 'kept' : 'other';
      return other.date_edtf !== null && spanDays(other) < spanDays(kept) ? 'other' : 'kept';
    case 'place':
      if (reach(other) !== reach(kept)) return reach(other) < reach(kept) ? 'other' : 'kept';
      return !hasPlace(kept) && hasPlace(other) ? 'other' : 'kept';
    case 'type':
      if (kept.event_type !== null && kept.event_type !== other.event_type) return 'kept';
      return kept.event_type === null ? 'other' : ifEmpty('sub_event_type');
    case 'targets':
      return 'both';
    case 'summary':
      if (other.summary.trim() === '' || kept.summary.includes(other.summary.trim())) return 'kept';
      return other.summary.includes(kept.summary.trim()) ? 'other' : 'both';
    case 'status':
      // "reported" is where everything starts: whatever else was set says more
      return kept.status === incidentStatuses[0] ? 'other' : 'kept';
    case 'review':
      // what was looked at less has to be looked at again
      return reviewStates.indexOf(other.review) < reviewStates.indexOf(kept.review)
        ? 'other'
        : 'kept';
    case 'time':
      return ifEmpty('time_words');
    case 'confidence':
      return ifEmpty('confidence');
    case 'external_key':
      return ifEmpty('external_key');
  }
}

/** More exact dates and places, texts joined, nothing lost that only one side says. */
export function defaultChoices(kept: MergeIncident, other: MergeIncident): MergeChoices {
  return Object.fromEntries(
    mergePartNames.map((part) => [part, defaultSide(part, kept, other)]),
  ) as MergeChoices;
}

function joined(part: MergePart, kept: MergeIncident, other: MergeIncident) {
  if (part === 'targets') {
    return { targets: [...new Set([...kept.targets, ...other.targets])].sort() };
  }
  const texts = [kept.summary, other.summary].map((text) => text.trim()).filter((text) => text);
  return { summary: [...new Set(texts)].join('\n\n') };
}

/** Given fields of an incident without those the engine computes, and its label. */
export type MergedPatch = Partial<
  Omit<MergeIncident, 'id' | 'date_earliest' | 'date_latest' | 'invented'>
>;

/**
 * What the kept incident becomes. A part without a choice takes its default. The stricter label always
 * holds: what was told in confidence stays so.
 */
export function mergedPatch(
  kept: MergeIncident,
  other: MergeIncident,
  choices: MergeChoices,
): MergedPatch {
  const defaults = defaultChoices(kept, other);
  const patch: Record<string, unknown> = {};
  for (const part of mergePartNames) {
    const side = choices[part] ?? defaults[part];
    if (side === 'both' && joinedParts.has(part)) Object.assign(patch, joined(part, kept, other));
    const from = side === 'other' ? other : kept;
    if (side !== 'both') for (const field of mergeParts[part]) patch[field] = from[field];
  }
  const tlp = compareTlp(kept.tlp, other.tlp) >= 0 ? kept.tlp : other.tlp;
  return { ...(patch as MergedPatch), tlp };
}
