/** ACLED's words and numbers of event types, actor types and precision, old and new. Pure. */
import { type ActorKind, eventTaxonomy, eventTypes, type GeoLevel } from '../domain/vocabulary.ts';

export interface EventKind {
  readonly eventType: string | null;
  readonly subEventType: string | null;
  /** Both are words of today's taxonomy, or none is given. */
  readonly isKnown: boolean;
}

/** Types of before 2019, and spellings of sub-event types that were changed since. */
const oldTypes: Readonly<Record<string, readonly [type: string, subType: string | null]>> = {
  'battle-no change of territory': ['Battles', 'Armed clash'],
  'battle-government regains territory': ['Battles', 'Government regains territory'],
  'battle-non-state actor overtakes territory': ['Battles', 'Non-state actor overtakes territory'],
  'remote violence': ['Explosions/Remote violence', null],
  'headquarters or base established': [
    'Strategic developments',
    'Headquarters or base established',
  ],
  'non-violent transfer of territory': [
    'Strategic developments',
    'Non-violent transfer of territory',
  ],
  'strategic development': ['Strategic developments', null],
};
const oldSubTypes: Readonly<Record<string, string>> = {
  'excessive force against protestors': 'Excessive force against protesters',
};

const types = new Map(eventTypes.map((type) => [type.toLowerCase(), type]));
const subTypes = new Map<string, string>(
  Object.values(eventTaxonomy)
    .flat()
    .map((subType) => [subType.toLowerCase(), subType]),
);
const typeOfSubType = new Map<string, string>(
  eventTypes.flatMap((type) => eventTaxonomy[type].map((subType) => [subType, type] as const)),
);

/** `inter1` tells riots from protests where an old file has both in one type. */
export function eventKind(type: string, subType: string, inter1: number | null): EventKind {
  const lower = type.toLowerCase();
  const lowerSub = subType.toLowerCase();
  const foundSub = subTypes.get(lowerSub) ?? oldSubTypes[lowerSub];
  const old = oldTypes[lower];
  let found: string | undefined = types.get(lower) ?? old?.[0];
  if (lower === 'riots/protests') found = inter1 === 5 ? 'Riots' : 'Protests';
  if (type === '' && foundSub !== undefined) found = typeOfSubType.get(foundSub);
  const isKnown =
    (type === '' || found !== undefined) && (subType === '' || foundSub !== undefined);
  return {
    eventType: found ?? (type === '' ? null : type.slice(0, 100)),
    subEventType: foundSub ?? (subType === '' ? (old?.[1] ?? null) : subType.slice(0, 100)),
    isKnown,
  };
}

const kinds: readonly ActorKind[] = [
  'state-force',
  'rebel-group',
  'political-militia',
  'identity-militia',
  'rioters',
  'protesters',
  'civilians',
  'external-force',
];

const interWords: Readonly<Record<string, number>> = {
  'state forces': 1,
  'rebel group': 2,
  'rebel groups': 2,
  'rebel forces': 2,
  'political militia': 3,
  'political militias': 3,
  'identity militia': 4,
  'identity militias': 4,
  rioters: 5,
  protesters: 6,
  protestors: 6,
  civilians: 7,
  'external/other forces': 8,
  'external forces': 8,
  'other forces': 8,
};

/** Code 1–8 of an actor type in words or as a number; null for none (empty or 0), undefined for no code. */
export function interCode(text: string): number | null | undefined {
  if (text === '' || text === '0') return null;
  const code = interWords[text.toLowerCase()] ?? (/^[1-8]$/.test(text) ? Number(text) : undefined);
  return code;
}

/** Kind of an actor by its code, else by what ACLED always calls such actors. */
export function actorKind(name: string, inter: number | null): ActorKind {
  if (/^Unidentified\b/i.test(name)) return 'unidentified';
  const kind = inter === null ? undefined : kinds[inter - 1];
  if (kind !== undefined) return kind;
  if (/^Civilians\b/i.test(name)) return 'civilians';
  if (/^Protesters\b/i.test(name)) return 'protesters';
  if (/^Rioters\b/i.test(name)) return 'rioters';
  if (/^Police Forces? of\b/i.test(name)) return 'police';
  if (/^Military Forces of\b/i.test(name)) return 'state-force';
  if (/^Government of\b/i.test(name)) return 'government';
  return 'other';
}

/** Level of a place by `geo_precision` (standards §3.11); null for a code that is not one. */
export function geoLevelOf(code: string): GeoLevel | null {
  if (code === '1') return 'settlement';
  if (code === '2') return 'near';
  return code === '3' ? 'region' : null;
}
