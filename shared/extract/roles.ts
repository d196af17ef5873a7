/** Who did it and to whom, by where a name stands: before an active verb, after "by", after "against". */
import { type ActorIndex, type ActorMention, forceOf } from './actors.ts';
import type { Voices } from './claims.ts';
import type { Draft } from './drafts.ts';
import type { Reading } from './reading.ts';
import type { Basis, FoundRole, RoleName } from './types.ts';
import type { Unit } from './units.ts';
import { countryName } from './words/countries.ts';

const rank: Readonly<Record<RoleName, number>> = {
  perpetrator: 4,
  'suspected perpetrator': 3,
  target: 2,
  victim: 1,
  involved: 0,
};

interface Sighting {
  readonly mention: ActorMention;
  readonly role: RoleName;
  readonly basis: Basis;
  readonly why: string;
}

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
  const implied = sightings.some(
    ({ role, mention }) =>
      (role === 'perpetrator' || role === 'suspected perpetrator') && mention.side !== 'state',
  )
    ? []
    : impliedBy(draft, reading);
  const roles = new Map<string, FoundRole>();
  for (const sighting of [...sightings, ...implied]) {
    const role = roleOf(sighting, reading, index, country);
    const name = (role.canonical ?? role.name).toLowerCase();
    const earlier = roles.get(name);
    const isBetter =
      !earlier ||
      rank[role.role] > rank[earlier.role] ||
      (role.role === earlier.role && role.basis === 'self-claimed');
    // a name with a country beats a bare one
    if (isBetter) roles.set(name, role);
  }
  return settle([...roles.values(), ...victimGroups(draft, reading)]);
}

/** Attackers without a name say nothing where a group is named; one force is not both sides. */
function settle(roles: readonly FoundRole[]): readonly FoundRole[] {
  const isNamed = roles.some(
    ({ role, kind }) =>
      role === 'perpetrator' &&
      kind !== 'unidentified' &&
      kind !== 'state-force' &&
      kind !== 'police',
  );
  const isHostile = roles.some(
    ({ role, kind }) =>
      (role === 'perpetrator' || role === 'suspected perpetrator') &&
      kind !== 'state-force' &&
      kind !== 'police' &&
      kind !== 'external-force',
  );
  return roles.filter((each) => {
    if (each.kind === 'unidentified')
      return (
        !isNamed &&
        roles.findIndex((other) => other.kind === 'unidentified') === roles.indexOf(each)
      );
    return !(each.role === 'involved' && isHostile);
  });
}

/** The group that claims it. */
function claimantOf(unit: Unit, reading: Reading, voices: Voices): readonly Sighting[] {
  const statement = voices.groupClaim(unit);
  const actor = statement?.speaker.actor;
  if (!statement || actor?.known === undefined || actor.side !== 'group') return [];
  const folded = reading.document.folded(unit.sentence);
  if (
    /\b(?:no group|no one|nobody|aucun groupe|n'ont pas ete revendiqu|n'a pas ete revendiqu|pas revendiqu)/.test(
      folded,
    )
  )
    return [];
  const isOwnWord = statement.isClaim || unit.triggers.length > 0 || unit.casualties.length > 0;
  return isOwnWord && !statement.isDenial
    ? [
        {
          mention: actor,
          role: 'perpetrator',
          basis: 'self-claimed',
          why: `${actor.known.name} claims it.`,
        },
      ]
    : [];
}

const blame =
  /\b(?:blamed on|attributed to|accused|suspected|presumed|believed to be|impute\w*|attribue\w* (?:a|aux|au)|soupconne\w*|presume\w*|accuse\w*|probable\w*|likely)\b/;

function sightingsIn(unit: Unit, reading: Reading): readonly Sighting[] {
  const { document } = reading;
  const { tokens } = document;
  const read = reading.sentences[unit.sentence.index];
  if (!read || unit.skip !== undefined) return [];
  if (unit.triggers.length === 0 && unit.casualties.length === 0) return [];
  const folded = document.folded(unit.sentence);
  if (/\b(?:active in|actifs? dans|operate in|operent dans|no group|aucun groupe)\b/.test(folded))
    return [];
  return read.actors
    .filter(({ start }) => start >= unit.start && start < unit.end)
    .flatMap((mention): readonly Sighting[] => {
      if (mention.side === 'other') return [];
      if (
        isSpeaker(
          mention,
          read.statements.map(({ at }) => at),
          reading,
          unit,
        )
      )
        return [];
      const before = tokens
        .slice(Math.max(unit.start, mention.start - 5), mention.start)
        .map(({ word }) => word)
        .join(' ');
      const near = document.mirror.folded.slice(
        tokens[Math.max(unit.start, mention.start - 6)]?.from ?? 0,
        tokens[Math.min(unit.end, mention.end + 3) - 1]?.to ?? 0,
      );
      const verb = unit.triggers.find(({ at }) => at >= mention.end && at - mention.end <= 7);
      const isAgent =
        /\b(?:by|par)(?: (?:the|suspected|armed|un|une|des|les|l|le|la|a|an|paramilitary|presumes?|unidentified|fighters|of|from|members|elements|combattants|de|du|d|groupe|group|jihadist|militants|militia|milice|islamist|terroristes?|rebels?|armee|army))*$/.test(
          before,
        );
      const isAgainst =
        /\b(?:against|on|contre|at|targeting|targeted|hit|visant|vise|sur|attacked|ambushed|raided|killed|killing|tue|tuant|attaque|frappe|stormed|overran|of|de|des|du|d|carrying|from|convoy|base)(?: (?:the|a|an|un|une|des|les|le|la|l|army|base|position|camp|post|convoi|convoy|patrol|patrouille|unit|barracks|apostate|military|members|men|men of|membres|elements|of|de|du|d|poste|detachement|caserne|several|some|least|at|more|than|moins|au|positions|vehicle|vehicule|soldats|soldiers))*$/.test(
          before,
        );
      const ofAttack =
        /\b(?:attack|raid|assault|ambush|strikes?|shelling|bombardment|bombing|attaque|assaut|frappes?|bombardements?|offensive) (?:by|par|of|de|des|du|d|l|la|le|the|les| )*$/.test(
          `${before} `.trimEnd(),
        );
      const isSubject =
        verb !== undefined &&
        !verb.isPassive &&
        isClear(reading, mention.end, verb.at) &&
        (verb.form === 'verb' ||
          verb.isWeak ||
          /\b(?:launched|carried out|mene|lance|conduit|perpetre)\b/.test(near));
      const isPassiveSubject =
        verb !== undefined && verb.isPassive && isClear(reading, mention.end, verb.at);
      const basis: Basis = blame.test(near) ? 'alleged' : 'reported';
      if (mention.side === 'state') {
        if (
          isAgent ||
          (isSubject && !isAgainst && isActiveForce(unit, mention)) ||
          (ofAttack && isAgent)
        )
          return [
            {
              mention,
              role: 'perpetrator',
              basis,
              why: `Named as the one who acts: "${quoteAround(reading, mention)}".`,
            },
          ];
        return [
          {
            mention,
            role: 'target',
            basis,
            why: `Named as what was hit: "${quoteAround(reading, mention)}".`,
          },
        ];
      }
      if (
        isPassiveSubject ||
        (isAgainst &&
          !isAgent &&
          !ofAttack &&
          unit.casualties.some(
            ({ party, start }) => party === 'militant' && Math.abs(start - mention.start) < 6,
          ))
      )
        return [
          {
            mention,
            role: 'target',
            basis,
            why: `Named as what was hit: "${quoteAround(reading, mention)}".`,
          },
        ];
      if (
        unit.casualties.some(
          ({ start, end, party }) =>
            mention.start >= start && mention.start < end && party === 'militant',
        )
      )
        return [];
      if (
        isAgent ||
        isSubject ||
        ofAttack ||
        /\b(?:attributed to|blamed on|attribue\w* (?:a|aux|au)|imput\w* (?:a|aux|au))\b/.test(near)
      )
        return [
          {
            mention,
            role:
              basis === 'alleged' && mention.side === 'group'
                ? 'suspected perpetrator'
                : 'perpetrator',
            basis,
            why: `Named as the one who acts: "${quoteAround(reading, mention)}".`,
          },
        ];
      return [];
    });
}

/** Soldiers whose verb has victims: an air strike, an execution, "l'armee a tue". */
function isActiveForce(unit: Unit, mention: ActorMention): boolean {
  const victims = unit.casualties.some(
    ({ party, start }) => start > mention.end && party !== 'military' && party !== 'police',
  );
  const strike = unit.triggers.some(
    ({ kind, at }) => at >= mention.end && (kind === 'air' || kind === 'shelling'),
  );
  return victims || strike;
}

/** Nothing between the two that ends the subject. */
function isClear(reading: Reading, from: number, to: number): boolean {
  return !reading.document.tokens
    .slice(from, to + 1)
    .some(
      ({ gap, word }, i) =>
        /[;:.()]/.test(gap) ||
        (i > 0 && /,/.test(gap) && to - from > 5) ||
        /^(?:said|that|que|qu|told|dit|against|contre|on|sur|after|apres|when|lorsque|was|were|est)$/.test(
          word,
        ),
    );
}

function isSpeaker(
  mention: ActorMention,
  verbs: readonly number[],
  reading: Reading,
  unit: Unit,
): boolean {
  const next = verbs.find((at) => at >= mention.end && at - mention.end <= 3);
  const before = reading.document.tokens
    .slice(Math.max(unit.start, mention.start - 4), mention.start)
    .map(({ word }) => word)
    .join(' ');
  const lead =
    /\b(?:according to|selon|citing|d apres|said|indique|told|spokesman for|porte parole de|calls? on|called on|urged|asked|appele\w*)(?: (?:the|l|le|la|les|a|un|une|de|du))*$/.test(
      before,
    );
  if (next === undefined) return lead;
  // a group that says so is the claimant, found elsewhere; a force that speaks is not what was hit
  return mention.side !== 'unnamed' || lead;
}

function quoteAround(reading: Reading, mention: ActorMention): string {
  return reading.document.quote(Math.max(0, mention.start - 2), mention.end + 2).slice(0, 80);
}

/** No name stands with the attack, but one group is spoken of in its paragraph: a hint, said as such. */
function impliedBy(draft: Draft, reading: Reading): readonly Sighting[] {
  const { document } = reading;
  const first = draft.units[0];
  if (!first) return [];
  const names = reading.actors.filter(({ side, known, start }) => {
    const sentence = document.sentences[document.sentenceOf(start)];
    if (
      side !== 'group' ||
      !known ||
      !sentence ||
      sentence.paragraph !== first.sentence.paragraph ||
      start > first.start
    )
      return false;
    return !/\b(?:no group|active in|since|depuis|past decade|aucun groupe|in recent years)\b/.test(
      document.folded(sentence),
    );
  });
  const keys = new Set(names.map(({ known }) => known?.key));
  const [only] = names;
  return keys.size === 1 && only
    ? [
        {
          mention: only,
          role: 'suspected perpetrator',
          basis: 'implied by context, not stated',
          why: 'The only armed group spoken of beside the attack; the text does not say that it did it.',
        },
      ]
    : [];
}

function roleOf(
  { mention, role, basis, why }: Sighting,
  reading: Reading,
  index: ActorIndex,
  country: string | undefined,
): FoundRole {
  const { document } = reading;
  const first = document.tokens[mention.start];
  const last = document.tokens[mention.end - 1];
  const evidence = document.evidence(first?.from ?? 0, last?.to ?? 0);
  const written = evidence.quote.replace(/\s+/g, ' ');
  if (mention.force === undefined) {
    return {
      name:
        mention.known && mention.known.names.length > 0 && written.length > 40
          ? mention.known.name
          : written,
      canonical: mention.known?.name ?? null,
      key: mention.known?.key ?? null,
      kind: mention.kind,
      role,
      basis,
      evidence,
      why: `${why} ${mention.why}`,
    };
  }
  const land = mention.country ?? country;
  const known = land === undefined ? undefined : forceOf(index, mention.force, land);
  const generic = land === undefined ? written : `${countryName(land)} ${mention.force}`;
  return {
    name: mention.country === undefined || document.lang === 'en' ? generic : written,
    canonical:
      known?.name ??
      (land === undefined
        ? null
        : `${countryName(land)} ${mention.force === 'army' ? 'Armed Forces' : mention.force}`),
    key: known?.key ?? null,
    kind: mention.kind,
    role,
    basis,
    evidence,
    why: `${why} ${mention.country === undefined && land !== undefined ? `Its country follows from the place: ${countryName(land)}.` : mention.why}`,
  };
}

/** "peacekeepers from Guinea": victims with a home of their own. */
function victimGroups(draft: Draft, reading: Reading): readonly FoundRole[] {
  return draft.units.flatMap((unit) =>
    unit.casualties.flatMap((casualty): readonly FoundRole[] => {
      if (
        !/^(?:peacekeepers|casques bleus|aid workers|humanitaires|troops) (?:from|de|du|des)|^(?:casques bleus|peacekeepers) \p{L}+$/iu.test(
          casualty.victims,
        )
      )
        return [];
      const first = reading.document.tokens[casualty.start];
      const last = reading.document.tokens[casualty.end - 1];
      return [
        {
          name: casualty.victims,
          canonical: casualty.victims,
          key: null,
          kind: 'external-force',
          role: 'victim',
          basis: 'reported',
          evidence: reading.document.evidence(first?.from ?? 0, last?.to ?? 0),
          why: 'Counted among those hurt.',
        },
      ];
    }),
  );
}
