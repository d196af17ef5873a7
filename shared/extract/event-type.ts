/** Type of an event from its words, in plain words and in ACLED's taxonomy. */
import type { EventType } from '../domain/vocabulary.ts';
import type { FoundClaim, FoundRole } from './types.ts';
import type { Unit } from './units.ts';
import { acledOfKind, type Kind, kinds } from './words/triggers.ts';

const isFiner: ReadonlySet<Kind> = new Set([
  'air',
  'ied',
  'shelling',
  'suicide',
  'grenade',
  'ambush',
]);

/** The kind that most of the words speak for; the first part of the text counts double. */
export function kindOf(units: readonly Unit[]): Kind {
  const scores = new Map<Kind, number>();
  for (const [i, unit] of units.entries()) {
    for (const { kind, isWeak, isInstrument, form } of unit.triggers) {
      const base = (isWeak || isInstrument ? 0.4 : form === 'noun' ? 1.2 : 1) * (i === 0 ? 2 : 1);
      const share = kind === 'killing' || kind === 'arson' || kind === 'takeover' ? 0.4 : 1;
      scores.set(kind, (scores.get(kind) ?? 0) + base * share);
    }
  }
  // "attack" says little: a finer word that is told strongly names the event
  const finer = [...scores]
    .filter(([kind, score]) => isFiner.has(kind) && score >= 1)
    .sort((a, b) => b[1] - a[1])[0];
  const plain = (scores.get('attack') ?? 0) + (scores.get('clash') ?? 0);
  if (finer && finer[1] >= plain * 0.3) return finer[0];
  // the finer word wins unless the others outweigh it by far
  const ranked = [...scores].sort(
    (a, b) => b[1] + kinds[b[0]].rank / 10 - (a[1] + kinds[a[0]].rank / 10),
  );
  return ranked[0]?.[0] ?? 'killing';
}

export function typeOf(
  kind: Kind,
  actors: readonly FoundRole[],
  claims: readonly FoundClaim[],
): { readonly type: string; readonly eventType: EventType; readonly subEventType: string } {
  const told = new Set(claims.map(({ measure }) => measure));
  const isTaking = told.has('abducted') && !told.has('killed') && !told.has('wounded');
  if (isTaking && kind !== 'abduction') return typeOf('abduction', actors, claims);
  const [eventType, subEventType] = acledOfKind[kind];
  const { type } = kinds[kind];
  if (kind !== 'attack' && kind !== 'ambush' && kind !== 'killing')
    return { type, eventType, subEventType };
  const isForce = actors.some(
    ({ role, kind: of }) =>
      (role === 'target' || role === 'victim') &&
      (of === 'state-force' ||
        of === 'police' ||
        of === 'external-force' ||
        of === 'rebel-group' ||
        of === 'political-militia'),
  );
  const isCivil = claims.some(({ party }) => party === 'civilian');
  const named = kind === 'killing' ? 'armed attack' : type;
  return isForce && !(kind === 'killing' && isCivil)
    ? { type: named, eventType: 'Battles', subEventType: 'Armed clash' }
    : { type: named, eventType: 'Violence against civilians', subEventType: 'Attack' };
}
