/** One name in the telling of a deed: what it did or suffered, and on what the text bases it. */
import type { ActorMention } from './actor-mention.ts';
import { standingOf } from './deeds.ts';
import type { Document } from './document.ts';
import type { Reading, SentenceReading } from './reading.ts';
import type { Sighting } from './role-shape.ts';
import type { Unit } from './units.ts';

const blame =
  /\b(?:blam\w+|attributed|accus\w+|suspected|suspects?|presumed|believed|thought|alleged|allegedly|impute\w*|attribue\w*|soupconne\w*|presume\w*|suppose\w*|probable\w*|likely|pointed|hallmarks?|signature|designe\w*|pointe du doigt|reportedly)\b/;
/** Named for what they are near or belong to, not for what they did. */
const aside =
  /\b(?:affiliated|affilie\w*|linked|lie\w*|loyal|tied|allied|allegiance|allegeance|pledged|branch|branche|releve\w*|proche|ties|links|sanctuary|fight(?:ing)? against|lutte contre|guerre contre|war (?:on|against)|operations? (?:against|contre)|fief|bastion|stronghold|contre ce groupe|former|ex|rival|opposed|offshoot|splinter|dissident\w*|unlike|rattache\w*|attache\w*|controlled|controle\w*|held|tenue?s?|influence|presence|anti)(?: (?:with|to|of|a|au|aux|avec|de|du|d|l|la|le|les|the|by|s|par|from|group|groupe))*$/;
/** What a force does after it or beside it. */
const besides =
  /^(?:(?:has|have|had|was|were|is|are|a|ont|est|sont|avait|etaient|se|s|also|later|immediately|then|quickly|aussitot|egalement|depuis|ete) )*(?:arriv\w+|deploy\w+|rush\w+|evacuat\w+|evacue\w*|recover\w+|cordon\w+|escort\w+|ratiss\w+|rein ?forc\w+|renforc\w+|respond\w+|interven\w+|patrol\w+|patrouill\w+|investigat\w+|enquet\w+|search\w*|combing|comb|call\w*|vow\w*|promis\w*|urg\w+|boucl\w+|quadrill\w+|secur\w+|securis\w+|dispatch\w+|mobilis\w+|ouvert une enquete|opened an? (?:investigation|inquiry)|launched an? (?:investigation|manhunt|search|inquiry)|lance une|n'?a pas|did not|has not|was not)\b/;

/** "The M23, accused by the authorities, denies it"; "blamed on the ADF" is read elsewhere. */
function isAccused({ end }: ActorMention, { tokens }: Document): boolean {
  const after = tokens.slice(end, end + 6);
  if (!/[,(]/.test(after[0]?.gap ?? '')) return false;
  return /^(?:(?:who|which|qui|a|is|are|was|were|est|sont|ete|also|also) )*(?:accused|blamed|accuses?|soupconnes?|suspected|mis en cause|designes?|pointes? du doigt)\b/.test(
    after.map(({ word }) => word).join(' '),
  );
}

interface Told {
  readonly before: string;
  readonly around: string;
  readonly acted: string;
  readonly hit: string;
}

export function sightingOf(
  mention: ActorMention,
  unit: Unit,
  read: SentenceReading,
  reading: Reading,
): Sighting | undefined {
  const { document } = reading;
  const told = toldOf(mention, unit, document);
  const next = document.tokens[mention.end];
  // "Al Qaeda-linked insurgents", "anti-Fano operation"
  const isLinked =
    (next?.isGlued === true &&
      /^(?:linked|affiliated|aligned|inspired|backed|allied|led|held|controlled)$/.test(
        next.word,
      )) ||
    (document.tokens[mention.start]?.isGlued === true &&
      document.tokens[mention.start - 1]?.word === 'anti');
  if (isLinked || aside.test(told.before)) return undefined;
  if (mention.side === 'state' && ownsUp(mention, unit, read, reading))
    return {
      mention,
      role: 'perpetrator',
      basis: 'self-claimed',
      why: told.acted,
      isResponse:
        unit.casualties.length > 0 && unit.casualties.every(({ party }) => party === 'militant'),
    };
  if (mention.side === 'group' && isAccused(mention, document))
    return { mention, role: 'suspected perpetrator', basis: 'alleged', why: 'Accused of it.' };
  if (isSpeaker(mention, read, told.before)) return undefined;
  return mention.side === 'state'
    ? stateSighting(mention, unit, told, document)
    : groupSighting(mention, unit, told, read, document);
}

function toldOf(mention: ActorMention, unit: Unit, document: Document): Told {
  const { tokens } = document;
  const quote = document
    .quote(Math.max(unit.start, mention.start - 2), Math.min(unit.end, mention.end + 2))
    .replace(/\s+/g, ' ')
    .slice(0, 80);
  return {
    before: tokens
      .slice(Math.max(unit.start, mention.start - 5), mention.start)
      .map(({ word }) => word)
      .join(' '),
    around: document.mirror.folded.slice(
      tokens[Math.max(unit.start, mention.start - 6)]?.from ?? 0,
      tokens[Math.min(unit.end, mention.end + 3) - 1]?.to ?? 0,
    ),
    acted: `Named as the one who acts: "${quote}".`,
    hit: `Named as what was hit: "${quote}".`,
  };
}

const isCounted = (mention: ActorMention, unit: Unit) =>
  unit.casualties.some(({ start, end }) => mention.start >= start && mention.end <= end + 1);

function stateSighting(
  mention: ActorMention,
  unit: Unit,
  { before, around, acted, hit }: Told,
  document: Document,
): Sighting | undefined {
  const counted = isCounted(mention, unit);
  // "X accuse des VDP d'avoir commis ces exactions"
  if (
    /\b(?:accus\w+|blam\w+|impute\w*|attribue\w*|pointing the finger at)(?: \p{L}+){0,3}$/u.test(
      before,
    ) &&
    !counted
  )
    return { mention, role: 'suspected perpetrator', basis: 'alleged', why: acted };
  const standing = counted ? 'object' : standingOf(mention, unit, document);
  if (standing === 'aside') return undefined;
  if (standing === 'agent') {
    const victims = unit.casualties.find(({ start }) => start >= mention.end) ?? unit.casualties[0];
    const isResponse = victims === undefined || victims.party === 'militant';
    const basis = blame.test(around) ? 'alleged' : 'reported';
    const isHinted =
      basis === 'alleged' && /\b(?:blam|accus|impute|attribu|suspect|soupconn)/.test(around);
    const role = isHinted ? 'suspected perpetrator' : 'perpetrator';
    return { mention, role, basis, why: acted, isResponse };
  }
  if (standing === undefined) {
    const after = document.tokens
      .slice(mention.end, Math.min(unit.end, mention.end + 7))
      .map(({ word }) => word)
      .join(' ');
    if (besides.test(after)) return undefined;
  }
  return { mention, role: 'target', basis: 'reported', why: hit };
}

function groupSighting(
  mention: ActorMention,
  unit: Unit,
  { around, acted, hit }: Told,
  read: SentenceReading,
  document: Document,
): Sighting | undefined {
  if (isEmptyName(mention, document)) return undefined;
  const target: Sighting = { mention, role: 'target', basis: 'reported', why: hit };
  if (isAmongDead(mention, unit, document)) return target;
  if (isCounted(mention, unit)) return mention.known ? target : undefined;
  const standing = standingOf(mention, unit, document);
  if (standing === 'aside') return undefined;
  if (standing === 'object') {
    const isForceNear =
      read.actors.some(({ side }) => side === 'state') ||
      unit.casualties.some(({ party }) => party === 'militant');
    return mention.side === 'unnamed' && !isForceNear ? undefined : target;
  }
  const isAlleged = blame.test(around);
  if (standing === 'agent' || standing === 'mutual' || mention.side === 'unnamed') {
    const role = isAlleged && mention.side === 'group' ? 'suspected perpetrator' : 'perpetrator';
    return { mention, role, basis: isAlleged ? 'alleged' : 'reported', why: acted };
  }
  if (isAlleged) return { mention, role: 'suspected perpetrator', basis: 'alleged', why: acted };
  return {
    mention,
    role: 'suspected perpetrator',
    basis: 'implied by context, not stated',
    why: 'Named in the telling of the attack; the text does not say that it did it.',
    isWeak: true,
  };
}

/** "dozens of terrorists, including a leader of X". */
function isAmongDead(mention: ActorMention, unit: Unit, document: Document): boolean {
  return unit.casualties.some(
    ({ party, end, measure }) =>
      party === 'militant' &&
      measure !== 'wounded' &&
      mention.start > end &&
      mention.start - end < 9 &&
      document.tokens
        .slice(end, mention.start)
        .some(({ word }) => /^(?:including|dont|among|parmi)$/.test(word)),
  );
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
    .slice(mention.end, Math.min(unit.end, mention.end + 9))
    .map(({ word }) => word)
    .join(' ');
  return /^(?:\p{L}+ ){0,4}(?:it had|it has|it|they had|its (?:forces|troops|jets|soldiers)|having|elle a|elle avait|avoir|ses (?:forces|soldats|hommes) (?:ont|avaient))(?: \p{L}+)? (?:targeted|struck|hit|bombed|shelled|carried|conducted|vise|frappe|mene|cible|bombarde|neutralised?|neutralized|neutralise|eliminated|killed|abattu|tue|executed|launched|lance|arrested|interpelle|detruit|destroyed)\b/u.test(
    after,
  );
}

/** "the attackers": says no more than that there was an attack. */
function isEmptyName({ side, start, end }: ActorMention, document: Document): boolean {
  if (side !== 'unnamed') return false;
  const words = document.tokens
    .slice(start, end)
    .map(({ word }) => word)
    .join(' ');
  return /^(?:(?:the|les|des) )?(?:attackers?|assailants?|assaillants?|fighters|combattants|kidnappers|ravisseurs|raiders)$/.test(
    words,
  );
}

function isSpeaker(mention: ActorMention, read: SentenceReading, before: string): boolean {
  if (
    /\b(?:according to|selon|citing|d apres|said|told|spokesman for|spokesman of|spokesperson for|porte parole (?:de|du)|calls? on|called on|urged|asked|appele\w*|source|sources)(?: (?:the|l|le|la|les|a|un|une|de|du|from|in|within|au sein))*$/.test(
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
  // "un haut responsable militaire, le major X, confirme": a word of who speaks
  const isInside = read.statements.some(
    ({ at, form, speaker }) =>
      form === 'verb' && speaker.actor === mention && at > mention.end && at - mention.end < 14,
  );
  return (spoken || (isInside && mention.side === 'state')) && mention.side !== 'unnamed';
}
