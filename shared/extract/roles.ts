/** Who did it and to whom. Armed groups in the telling of an attack acted, unless the words say otherwise. */
import type { ActorMention } from './actor-mention.ts';
import type { ActorIndex } from './actors.ts';
import type { Draft } from './drafts.ts';
import type { Reading, SentenceReading } from './reading.ts';
import { impliedBy, missionOf } from './role-hints.ts';
import { roleOf, type Sighting, victimGroups } from './role-shape.ts';
import type { FoundRole, RoleName } from './types.ts';
import type { Unit } from './units.ts';
import type { Voices } from './voices.ts';

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
  const sightings = draft.units.flatMap((unit) => [
    ...claimantOf(unit, reading, voices),
    ...sightingsIn(unit, reading),
  ]);
  const mission = missionOf(sightings, reading);
  if (mission) sightings.push(mission);
  const isRaid = sightings.some(
    ({ role, mention }) => /perpetrator/.test(role) && mention.side !== 'state',
  );
  const hasActor = sightings.some(({ role }) => /perpetrator/.test(role));
  const roles = new Map<string, FoundRole>();
  for (const sighting of [...sightings, ...(hasActor ? [] : impliedBy(draft, reading))]) {
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

/** A force that hits back at those who came is what they came for. */
function asDefender(sighting: Sighting): Sighting {
  const isState = sighting.mention.side === 'state' && sighting.role === 'perpetrator';
  return isState && sighting.isResponse === true ? { ...sighting, role: 'target' } : sighting;
}

/** Attackers without a name say nothing beside a named group, and are told once. */
function settle(roles: readonly FoundRole[]): readonly FoundRole[] {
  const isNamed = roles.some(
    ({ role, kind }) => /perpetrator/.test(role) && kind !== 'unidentified',
  );
  const first = roles.find(({ kind }) => kind === 'unidentified');
  return roles.filter((each) => each.kind !== 'unidentified' || (!isNamed && each === first));
}

const unclaimed =
  /\b(?:no group|no one|nobody|no claim|aucun groupe|(?:n'ont|n'a)(?: pas| pas encore| toujours pas| pas ete| pas encore ete)* revendiqu|pas (?:encore )?ete revendiqu)/;

/** The group that claims it. */
function claimantOf(unit: Unit, reading: Reading, voices: Voices): readonly Sighting[] {
  const statement = voices.groupClaim(unit);
  const actor = statement?.speaker.actor;
  if (!statement || actor?.known === undefined || actor.side !== 'group') return [];
  if (unclaimed.test(reading.document.folded(unit.sentence))) return [];
  const isBoast =
    /\b(?:its|their|our|ses|leurs|nos) (?:fighters|men|forces|combattants|mujahid\w*|moudjahid\w*|hommes)\b|\b(?:responsib\w+|inflicted|inflige)\b/.test(
      reading.document.folded(unit.sentence),
    );
  const isOwnWord =
    isBoast || statement.isClaim || unit.triggers.length > 0 || unit.casualties.length > 0;
  if (!isOwnWord || statement.isDenial) return [];
  const why = `${actor.known.name} claims it.`;
  return [{ mention: actor, role: 'perpetrator', basis: 'self-claimed', why }];
}

const blame =
  /\b(?:blamed? (?:on|the)?|blamed|attributed to|accus\w+|suspected|suspects?|presumed|believed|alleged|impute\w*|attribue\w*|soupconne\w*|presume\w*|suppose\w*|probable\w*|likely)\b/;
/** Named for what they are near or belong to, not for what they did. */
const aside =
  /\b(?:affiliated|affilie\w*|linked|lie\w*|loyal|tied|allied|allegiance|allegeance|pledged|branch|branche|faction|releve\w*|proche|ties|links|sanctuary|fight(?:ing)? against|lutte contre|guerre contre|war (?:on|against)|operations? (?:against|contre)|fief|bastion|stronghold|contre ce groupe)(?: (?:with|to|of|a|au|aux|avec|de|du|d|l|la|le|les|the|by|s|par))*$/;
const agent = /\b(?:by|par)(?: (?!against|contre)\p{L}+){0,4}$/u;
const against =
  /\b(?:against|contre|targeting|targeted|visant|vise|attacked|ambushed|raided|killed|killing|tue|tuant|attaque|stormed|overran|neutralised|neutralise|repelled|repousse|clashed with|on|sur|hit|struck|frappe)(?: (?!by|par)\p{L}+){0,3}$/u;

function sightingsIn(unit: Unit, reading: Reading): readonly Sighting[] {
  const read = reading.sentences[unit.sentence.index];
  if (!read || unit.skip !== undefined) return [];
  if (unit.triggers.length === 0 && unit.casualties.length === 0)
    return blamedIn(unit, read, reading);
  const folded = reading.document.folded(unit.sentence);
  if (
    /\b(?:active in|actifs? dans|operates? in|operent? dans)\b/.test(folded) ||
    unclaimed.test(folded)
  )
    return [];
  return read.actors
    .filter(({ start, side }) => start >= unit.start && start < unit.end && side !== 'other')
    .flatMap((mention) => sightingOf(mention, unit, read, reading) ?? []);
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

function sightingOf(
  mention: ActorMention,
  unit: Unit,
  read: SentenceReading,
  reading: Reading,
): Sighting | undefined {
  const { document } = reading;
  const { tokens } = document;
  const before = tokens
    .slice(Math.max(unit.start, mention.start - 5), mention.start)
    .map(({ word }) => word)
    .join(' ');
  const around = document.mirror.folded.slice(
    tokens[Math.max(unit.start, mention.start - 6)]?.from ?? 0,
    tokens[Math.min(unit.end, mention.end + 3) - 1]?.to ?? 0,
  );
  const quote = document
    .quote(Math.max(unit.start, mention.start - 2), Math.min(unit.end, mention.end + 2))
    .replace(/\s+/g, ' ')
    .slice(0, 80);
  const acted = `Named as the one who acts: "${quote}".`;
  const hit = `Named as what was hit: "${quote}".`;
  // "Al Qaeda-linked insurgents"
  const next = tokens[mention.end];
  const isLinked =
    next?.isGlued === true &&
    /^(?:linked|affiliated|aligned|inspired|backed|allied)$/.test(next.word);
  if (isLinked || aside.test(before)) return undefined;
  if (mention.side === 'state' && ownsUp(mention, unit, read, reading)) {
    return { mention, role: 'perpetrator', basis: 'self-claimed', why: acted };
  }
  if (isSpeaker(mention, read, reading, unit)) return undefined;
  const counted = unit.casualties.some(
    ({ start, end }) => mention.start >= start && mention.end <= end + 1,
  );
  const isBy = agent.test(before);
  const isHit = against.test(before) && !isBy;
  const verb = unit.triggers.find(({ at }) => at >= mention.end && at - mention.end <= 7);
  const isClear = verb !== undefined && isOneClause(reading, mention.end, verb.at);
  const isSuffering = isClear && verb?.isPassive === true;
  if (mention.side === 'state') {
    // "X accuse des VDP d'avoir commis ces exactions"
    if (/\b(?:accus\w+|blam\w+|impute\w*|attribue\w*)(?: \p{L}+){0,3}$/u.test(before) && !counted) {
      return { mention, role: 'suspected perpetrator', basis: 'alleged', why: acted };
    }
    if (
      counted ||
      !(isBy || (isClear && !isSuffering && !isHit && strikes(unit, mention, read, reading)))
    )
      return { mention, role: 'target', basis: 'reported', why: hit };
    const isResponse = !isBy && !unit.casualties.some(({ party }) => party !== 'militant');
    const basis = blame.test(around) ? 'alleged' : 'reported';
    return { mention, role: 'perpetrator', basis, why: acted, isResponse };
  }
  if (counted || isEmptyName(mention, document)) return undefined;
  // "dozens of terrorists, including a leader of X"
  const isAmongDead = unit.casualties.some(
    ({ party, end, measure }) =>
      party === 'militant' &&
      measure !== 'wounded' &&
      mention.start > end &&
      mention.start - end < 9 &&
      /\b(?:including|dont|among them|parmi)\b/.test(
        before +
          document.tokens
            .slice(end, mention.start)
            .map(({ word }) => ` ${word}`)
            .join(''),
      ),
  );
  if (isAmongDead) return { mention, role: 'target', basis: 'reported', why: hit };
  const isStateAct = read.actors.some(
    (other) =>
      other.side === 'state' && other.end <= mention.start && strikes(unit, other, read, reading),
  );
  if (
    isSuffering ||
    (isHit && (isStateAct || unit.casualties.some(({ party }) => party === 'militant')))
  ) {
    return { mention, role: 'target', basis: 'reported', why: hit };
  }
  const isAlleged = blame.test(around);
  const role = isAlleged && mention.side === 'group' ? 'suspected perpetrator' : 'perpetrator';
  return { mention, role, basis: isAlleged ? 'alleged' : 'reported', why: acted };
}

/** "The army said it had targeted terrorists." */
function ownsUp(
  mention: ActorMention,
  unit: Unit,
  read: SentenceReading,
  { document }: Reading,
): boolean {
  if (!read.statements.some(({ at }) => at >= mention.end && at - mention.end <= 2)) return false;
  const after = document.tokens
    .slice(mention.end, Math.min(unit.end, mention.end + 8))
    .map(({ word }) => word)
    .join(' ');
  return /^(?:\p{L}+ ){0,4}(?:it had|it has|it|they had|having|elle a|elle avait|avoir)(?: \p{L}+)? (?:targeted|struck|hit|bombed|shelled|carried|conducted|vise|frappe|mene|cible|bombarde|neutralised?|neutralized|eliminated|killed|abattu|tue|executed)\b/u.test(
    after,
  );
}

/** Soldiers whose verb has victims: an air strike, an execution, "l'armee a tue". */
function strikes(
  unit: Unit,
  mention: ActorMention,
  read: SentenceReading,
  reading: Reading,
): boolean {
  const victims = unit.casualties.some(
    ({ party, start }) =>
      start >= mention.end &&
      start - mention.end < 12 &&
      party !== 'military' &&
      party !== 'police',
  );
  const verbs = unit.triggers.filter(({ at }) => at >= mention.end - 2);
  const isStrike = verbs.some(
    ({ kind, form, isPassive, isWeak }) =>
      kind === 'air' ||
      kind === 'shelling' ||
      (kind === 'killing' && form === 'verb' && !isPassive && !isWeak),
  );
  // "troops ambushed a group of insurgents"
  const attack = verbs.find(
    ({ form, isPassive, isWeak }) => form === 'verb' && !isPassive && !isWeak,
  );
  const isHunt =
    attack !== undefined &&
    attack.at - mention.end < 6 &&
    isOneClause(reading, mention.end, attack.at) &&
    read.actors.some(
      ({ side, start }) =>
        side !== 'state' && side !== 'other' && start > attack.at && start - attack.at < 7,
    );
  return victims || isStrike || isHunt;
}

/** "the attackers": says no more than that there was an attack. */
function isEmptyName({ side, start, end }: ActorMention, document: Reading['document']): boolean {
  if (side !== 'unnamed') return false;
  const words = document.tokens
    .slice(start, end)
    .map(({ word }) => word)
    .join(' ');
  return /^(?:(?:the|les|des) )?(?:attackers?|assailants?|assaillants?|fighters|combattants|kidnappers|ravisseurs|raiders)$/.test(
    words,
  );
}

/** Nothing between the two that ends the subject. */
function isOneClause(reading: Reading, from: number, to: number): boolean {
  return !reading.document.tokens
    .slice(from, to + 1)
    .some(
      ({ gap, word }, i) =>
        /[;:.()\u2014]/.test(gap) ||
        (i > 0 && /,/.test(gap) && to - from > 5) ||
        /^(?:said|that|que|qu|told|dit|against|contre|on|sur|after|apres|when|lorsque)$/.test(word),
    );
}

function isSpeaker(
  mention: ActorMention,
  read: SentenceReading,
  reading: Reading,
  unit: Unit,
): boolean {
  const before = reading.document.tokens
    .slice(Math.max(unit.start, mention.start - 4), mention.start)
    .map(({ word }) => word)
    .join(' ');
  if (
    /\b(?:according to|selon|citing|d apres|said|told|spokesman for|spokesman of|porte parole (?:de|du)|calls? on|called on|urged|asked|appele\w*)(?: (?:the|l|le|la|les|a|un|une|de|du))*$/.test(
      before,
    )
  )
    return true;
  const spoken = read.statements.some(
    ({ at, form, speaker }) =>
      form !== 'according' &&
      (speaker.actor === mention || (at >= mention.end && at - mention.end <= 3)) &&
      !(speaker.kind === 'group'),
  );
  return spoken && mention.side !== 'unnamed';
}
