/** Whether what was put together is violence between people at all: armed people, their means, or victims. */
import { mainPlace } from './draft-place.ts';
import type { Reading } from './reading.ts';
import type { Unit } from './units.ts';
import type { Kind } from './words/triggers.ts';
import { armedHands } from './words/vetoes.ts';

/** Kinds whose own words name arms or a crime against people. */
const speaking = new Set<Kind>([
  'air',
  'ied',
  'suicide',
  'abduction',
  'ambush',
  'shelling',
  'clash',
  'sexual',
]);
const harm = new Set(['killed', 'wounded', 'abducted', 'missing', 'captured']);

interface Told {
  readonly units: readonly Unit[];
}

/** Those that are; beside them also an attack told by the people it displaced. */
export function convincing<Draft extends Told>(
  drafts: readonly Draft[],
  reading: Reading,
): readonly Draft[] {
  const sure = new Set(drafts.filter((draft) => isConvincing(draft, reading)));
  if (sure.size === 0) return [];
  return drafts.filter(
    (draft) =>
      sure.has(draft) ||
      draft.units.some(({ triggers, casualties, isArmed, dates }) => {
        const isHurt = casualties.some(({ measure }) => measure === 'killed');
        const isViolent = triggers.some(({ isWeak, kind }) => !isWeak || kind === 'killing');
        if (casualties.length > 0 && (isHurt || isViolent)) return true;
        // "they clashed with the army at Nyabibwe on Friday"
        return isArmed && triggers.some(({ isMeans }) => !isMeans) && dates.length > 0;
      }),
  );
}

/**
 * "Locusts attacked", "the tax authority raided", "an assault on the goal": one violent word without arms,
 * armed people or victims is a figure of speech or something else.
 */
function isConvincing(draft: Told, reading: Reading): boolean {
  return draft.units.some((unit) => {
    if (isSummary(unit)) return false;
    if (!tells(unit)) return false;
    if (armedHands.test(reading.document.folded(unit.sentence))) return true;
    if (hasActor(unit, reading)) return true;
    if (unit.triggers.some(({ kind, isWeak }) => !isWeak && speaking.has(kind))) return true;
    if (unit.casualties.some(({ measure }) => measure === 'abducted')) return true;
    const isViolent = unit.triggers.some(({ isWeak }) => !isWeak);
    return unit.casualties.some(({ measure }) => harm.has(measure)) && (isViolent || unit.isArmed);
  });
}

/** "people displaced by years of attacks", "closed over attacks": no event of its own. */
function isSummary({ triggers, casualties }: Unit): boolean {
  return (
    triggers.length > 0 &&
    triggers.every(
      ({ isPlural, form, kind }) => isPlural && form === 'noun' && kind === 'attack',
    ) &&
    casualties.every(({ measure }) => measure === 'displaced')
  );
}

const plain = new Set<Kind>(['attack', 'killing', 'ied', 'takeover', 'air', 'shelling', 'clash']);

/** Something done or suffered; not "families of people held by gunmen marched". */
function tells({ triggers, casualties }: Unit): boolean {
  return casualties.length > 0 || triggers.some(({ kind, isWeak }) => !isWeak || plain.has(kind));
}

/** Armed people; a force only where it did or suffered something: "900 policemen guard the fair". */
function hasActor(unit: Unit, reading: Reading): boolean {
  const isTold = unit.casualties.length > 0 || unit.triggers.some(({ isWeak }) => !isWeak);
  return (reading.sentences[unit.sentence.index]?.actors ?? []).some(
    ({ side, start }) =>
      (side === 'group' || side === 'unnamed' || (side === 'state' && isTold)) &&
      start >= unit.start &&
      start < unit.end,
  );
}

/** "The trial … opened. The attack left 19 dead.", "X was hit in 2019; 25 soldiers died": goes on with the past. */
export function isMoreOfMemory(units: readonly Unit[], at: number): boolean {
  const [before, unit] = [units[at - 1], units[at]];
  if (!before || !unit) return false;
  const isOneSentence = before.sentence.index === unit.sentence.index;
  const isPast =
    before.skip === 'told as memory' ||
    (isOneSentence && /^(?:old|history)$/.test(before.skip ?? ''));
  return (
    isPast &&
    (unit.isDefinite || isOneSentence) &&
    unit.sentence.paragraph === before.sentence.paragraph &&
    mainPlace(unit) === undefined &&
    !unit.dates.some(({ use, edtf }) => use === 'event' && edtf !== null)
  );
}
