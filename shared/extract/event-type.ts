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

/** Words that go with many kinds of event weigh less. */
const shares: Readonly<Partial<Record<Kind, number>>> = {
  killing: 0.4,
  arson: 0.4,
  takeover: 0.4,
  abduction: 0.8,
};

const weightOf = ([kind, score]: readonly [Kind, number]): number =>
  score + Math.min(score, kinds[kind].rank / 10);

/** "Fighters stormed a base, setting off a car bomb": the plain word that is told before the finer one. */
function plainFirst(units: readonly Unit[], finer: Kind | undefined): Kind | undefined {
  const told = units
    .flatMap(({ triggers }) => triggers)
    .find(
      ({ kind, form, isWeak }) =>
        kind === finer || ((kind === 'attack' || kind === 'clash') && form === 'verb' && !isWeak),
    );
  return told?.kind === finer ? undefined : told?.kind;
}

/** The kind that most of the words speak for; the first part of the text counts double. */
export function kindOf(units: readonly Unit[]): Kind {
  const scores = new Map<Kind, number>();
  for (const [i, unit] of units.entries()) {
    for (const { kind, isWeak, isInstrument, isMeans, form } of unit.triggers) {
      const base =
        (isMeans ? 0.2 : isWeak || isInstrument ? 0.4 : form === 'noun' ? 1.2 : 1) *
        (i === 0 ? 2 : 1);
      const share = shares[kind] ?? 1;
      scores.set(kind, (scores.get(kind) ?? 0) + base * share);
    }
  }
  // "attack" says little: a finer word that is told strongly names the event
  const finer = [...scores]
    .filter(([kind, score]) => isFiner.has(kind) && score >= 1)
    .sort((a, b) => b[1] - a[1])[0];
  const plain = (scores.get('attack') ?? 0) + (scores.get('clash') ?? 0);
  const first = plainFirst(units, finer?.[0]);
  const isTaking = finer?.[0] === 'ambush' && (scores.get('abduction') ?? 0) >= 0.3;
  const need = first === undefined ? 0.3 : finer?.[0] === 'suicide' ? 0.8 : 2;
  if (finer && !isTaking && finer[1] >= plain * need) return finer[0];
  if (finer && first) return first;
  // the finer word wins unless the others outweigh it by far
  const ranked = [...scores].sort((a, b) => weightOf(b) - weightOf(a));
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
