/** Who did it and to whom. Armed groups in the telling of an attack acted, unless the words say otherwise. */
import type { ActorMention } from './actor-mention.ts';
import type { ActorIndex } from './actors.ts';
import { standingOf } from './deeds.ts';
import type { Draft } from './drafts.ts';
import type { Reading, SentenceReading } from './reading.ts';
import { impliedBy, missionOf } from './role-hints.ts';
import { roleOf, type Sighting, victimGroups } from './role-shape.ts';
import { sightingOf } from './role-sightings.ts';
import type { FoundRole, RoleName } from './types.ts';
import type { Unit } from './units.ts';
import type { Voices } from './voices.ts';
import { deedVerbs, lightVerbs } from './words/deeds.ts';

const rank: Readonly<Record<RoleName, number>> = {
  perpetrator: 4,
  'suspected perpetrator': 3,
  target: 2,
  victim: 1,
  involved: 0,
};

export function rolesOf(
  draft: Draft,
  reading: Reading,
  index: ActorIndex,
  voices: Voices,
  country: string | undefined,
): readonly FoundRole[] {
  const all = draft.units.flatMap((unit) => [
    ...claimantOf(unit, reading, voices),
    ...sightingsIn(unit, reading).map((each) => asAccusation(each, unit, voices)),
  ]);
  const sightings = [...withoutWeak(all)];
  const mission = missionOf(sightings, reading);
  if (mission) sightings.push(mission);
  const isRaid = sightings.some(
    ({ role, mention }) => /perpetrator/.test(role) && mention.side !== 'state',
  );
  const hasActor = sightings.some(({ role }) => /perpetrator/.test(role));
  const roles = new Map<string, FoundRole>();
  const told = isRaid ? sightings.filter(({ isAccusation }) => isAccusation !== true) : sightings;
  for (const sighting of [...told, ...(hasActor ? [] : impliedBy(draft, reading))]) {
    const role = roleOf(isRaid ? asDefender(sighting) : sighting, reading, index, country);
    const name = (role.canonical ?? role.name).toLowerCase();
    const earlier = roles.get(name);
    const isBetter =
      !earlier ||
      rank[role.role] > rank[earlier.role] ||
      (role.role === earlier.role && role.basis === 'self-claimed');
    if (isBetter) roles.set(name, role);
  }
  return settle([...roles.values(), ...victimGroups(draft, reading)]);
}

/** Names beside an attack that the text does not join to it count only when one alone stands there. */
function withoutWeak(all: readonly Sighting[]): readonly Sighting[] {
  const sure = all.filter(({ isWeak }) => isWeak !== true);
  const weak = all.filter(({ isWeak }) => isWeak === true);
  const isTold = sure.some(({ role }) => /perpetrator/.test(role));
  const names = new Set(weak.map(({ mention }) => mention.known?.key ?? mention.start));
  const isOther = weak.some(({ mention }) =>
    sure.some((each) => each.mention.known !== undefined && each.mention.known === mention.known),
  );
  return isTold || isOther || names.size !== 1 ? sure : all;
}

/** What a group says that the army did is its accusation. */
function asAccusation(sighting: Sighting, unit: Unit, voices: Voices): Sighting {
  const { mention, role, isResponse } = sighting;
  if (mention.side !== 'state' || !/perpetrator/.test(role) || isResponse === true) return sighting;
  if (voices.at(unit, mention.start)?.speaker.kind !== 'group') return sighting;
  return { ...sighting, role: 'suspected perpetrator', basis: 'alleged', isAccusation: true };
}

/** A force that hits back at those who came is what they came for. */
function asDefender(sighting: Sighting): Sighting {
  const isState = sighting.mention.side === 'state' && sighting.role === 'perpetrator';
  return isState && sighting.isResponse === true ? { ...sighting, role: 'target' } : sighting;
}

/** Armed people without a name say nothing beside a named group, and are told once. */
function settle(roles: readonly FoundRole[]): readonly FoundRole[] {
  const isActing = ({ role }: FoundRole) => /perpetrator/.test(role);
  return roles.filter((each) => {
    if (each.kind !== 'unidentified') return true;
    const same = roles.filter((other) => isActing(other) === isActing(each));
    const isNamed = same.some(({ kind, role }) =>
      isActing(each)
        ? kind !== 'unidentified'
        : role === 'target' && (kind === 'rebel-group' || kind === 'identity-militia'),
    );
    return !isNamed && each === same.find(({ kind }) => kind === 'unidentified');
  });
}

const unclaimed =
  /\b(?:no group|no one|nobody|no claim|aucun groupe|(?:n'ont|n'a)(?: pas| pas encore| toujours pas| pas ete| pas encore ete)* revendiqu|pas (?:encore )?ete revendiqu)/;

/** The group that claims it. */
function claimantOf(unit: Unit, reading: Reading, voices: Voices): readonly Sighting[] {
  const statement = voices.groupClaim(unit);
  const actor = statement?.speaker.actor;
  if (!statement || actor?.side !== 'group') return [];
  if (unclaimed.test(reading.document.folded(unit.sentence))) return [];
  if (
    /^(?:accus|blam|condem|condam|denonc|deplor|regrett)/.test(
      reading.document.tokens[statement.at]?.word ?? '',
    )
  )
    return [];
  if (!statement.isClaim && isOfOthers(statement.at, unit, reading)) return [];
  const isBoast =
    /\b(?:its|their|our|ses|leurs|nos) (?:fighters|men|forces|combattants|mujahid\w*|moudjahid\w*|hommes)\b|\b(?:responsib\w+|inflicted|inflige)\b/.test(
      reading.document.folded(unit.sentence),
    );
  const isOwnWord =
    isBoast || statement.isClaim || unit.triggers.length > 0 || unit.casualties.length > 0;
  if (!isOwnWord || statement.isDenial) return [];
  if (
    !statement.isClaim &&
    !isBoast &&
    statement.form !== 'nominal' &&
    !tellsOwnDeed(statement.at, unit, reading)
  )
    return [];
  const why = `${statement.speaker.name} claims it.`;
  return [{ mention: actor, role: 'perpetrator', basis: 'self-claimed', why }];
}

/** "the Rapid Support Forces (RSF)": the same name again in brackets. */
function isRepeated(
  mention: ActorMention,
  before: ActorMention | undefined,
  { document }: Reading,
): boolean {
  return (
    before?.known !== undefined &&
    before.known === mention.known &&
    mention.start - before.end <= 1 &&
    (document.tokens[mention.start]?.gap ?? '').includes('(')
  );
}

/** "said it had killed", "dit avoir abattu", "we attacked": not "alleged that 200 had died". */
function tellsOwnDeed(at: number, unit: Unit, { document: { tokens } }: Reading): boolean {
  for (let i = at + 1; i < unit.end; i += 1) {
    const word = tokens[i]?.word ?? '';
    const isOwn =
      /^(?:it|they|we|he|elle|il|ils|elles|nous|its|their|our|ses|leurs|nos|avoir|having|etre)$/.test(
        word,
      );
    if (!isOwn) continue;
    const ahead = tokens.slice(i + 1, Math.min(unit.end, i + 8)).map((token) => token.word);
    if (
      ahead.some(
        (each) =>
          deedVerbs.has(each) ||
          lightVerbs.has(each) ||
          /^(?:origine|behind|responsable|intervenue?)$/.test(each),
      )
    )
      return true;
  }
  return false;
}

/** "A spokesman of the rebels said the army had killed 20 villagers": not their own deed. */
function isOfOthers(at: number, unit: Unit, reading: Reading): boolean {
  const read = reading.sentences[unit.sentence.index];
  return (read?.actors ?? []).some(
    (mention) =>
      mention.side === 'state' &&
      mention.start > at &&
      mention.start < unit.end &&
      standingOf(mention, unit, reading.document) === 'agent' &&
      !unit.casualties.some(
        ({ party, start }) => start > at && (party === 'military' || party === 'police'),
      ),
  );
}

function sightingsIn(unit: Unit, reading: Reading): readonly Sighting[] {
  const read = reading.sentences[unit.sentence.index];
  if (!read || unit.skip !== undefined) return [];
  if (unit.triggers.length === 0 && unit.casualties.length === 0)
    return [...blamedIn(unit, read, reading), ...accusedIn(unit, read, reading)];
  const folded = reading.document.folded(unit.sentence);
  if (
    /\b(?:active in|actifs? dans|operates? in|operent? dans)\b/.test(folded) ||
    unclaimed.test(folded)
  )
    return [];
  return read.actors
    .filter(
      (mention, i, all) =>
        mention.start >= unit.start &&
        mention.start < unit.end &&
        mention.side !== 'other' &&
        !isRepeated(mention, all[i - 1], reading),
    )
    .flatMap((mention) => sightingOf(mention, unit, read, reading) ?? []);
}

/** "Y, accused of it, denies". */
function accusedIn(unit: Unit, read: SentenceReading, reading: Reading): readonly Sighting[] {
  return read.actors
    .filter(({ side, start }) => side === 'group' && start >= unit.start && start < unit.end)
    .flatMap((mention) => sightingOf(mention, unit, read, reading) ?? [])
    .filter(({ role, basis }) => role === 'suspected perpetrator' && basis === 'alleged');
}

/** "The ministry attributes it to X". */
function blamedIn(unit: Unit, read: SentenceReading, reading: Reading): readonly Sighting[] {
  const folded = reading.document.folded(unit.sentence);
  if (
    !/\b(?:attributed?s? (?:it|them|the \w+) to|attributed to|attribue\w* (?:a|au|aux)|impute\w* (?:a|au|aux)|blamed? (?:it|the \w+) on|blamed|accuse[sd]?|accusent|pointed the finger)\b/.test(
      folded,
    )
  )
    return [];
  return read.actors
    .filter(
      ({ side, start, known }) =>
        side === 'group' && known && start >= unit.start && start < unit.end,
    )
    .map((mention) => ({
      mention,
      role: 'suspected perpetrator' as const,
      basis: 'alleged' as const,
      why: 'Blamed for it.',
    }));
}
