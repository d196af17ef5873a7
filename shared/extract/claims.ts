/** Claims of a draft: each figure with who says it, through whom, and how sure the words are. */
import type { Casualty } from './casualties.ts';
import type { Draft } from './drafts.ts';
import type { Reading } from './reading.ts';
import { nameOf, type Speaker } from './speakers.ts';
import type { Statement } from './statements.ts';
import type { FoundClaim } from './types.ts';
import type { Unit } from './units.ts';
import { countryName } from './words/countries.ts';
import { outcomeOfMeasure } from './words/outcomes.ts';

/** Whose word a sentence is, where it does not say so itself. */
export interface Voice {
  readonly speaker: Speaker;
  readonly via: string | undefined;
  readonly why: string;
}

export interface Voices {
  /** Of the sentence, at a token; undefined where nobody speaks. */
  readonly at: (unit: Unit, token: number) => Voice | undefined;
  /** Statements by armed groups, by sentence: they claim what follows. */
  readonly groupClaim: (unit: Unit) => Statement | undefined;
}

const anaphoric =
  /\b(?:of the (?:two|three|four|five|six|seven)|a different|another|a second|a third|the other|(?:is|are) said to|un autre|une autre|l'autre|une seconde|des (?:deux|trois|quatre))\b/;
const communique =
  /\b(?:apostates?|mujahid\w*|moudjahid\w*|soldiers of the caliphate|soldats du califat|praise be|by the grace of (?:god|allah)|louange|par la grace|grace a (?:dieu|allah)|god willing|crusaders?|croises|murtad\w*|tawaghit|taghout)\b/;
const statementDoc =
  /\b(?:statement|press release|declaration|communique|condemn\w*|condamn\w*|appalled|deplor\w*|indign\w*|saddened)\b/;

export function voicesOf(
  reading: Reading,
  perpetrator: (unit: Unit) => Speaker | undefined,
): Voices {
  const { document } = reading;
  const last = new Map<number, Voice>();
  const own = new Map<number, readonly (Statement & { readonly resolved: Voice })[]>();
  const chains = new Map<number, Statement>();
  let speaker: Voice | undefined;
  let chain: Statement | undefined;
  for (const sentence of document.sentences) {
    const list = (reading.sentences[sentence.index]?.statements ?? []).flatMap((said) => {
      const statement = namedGroup(said, chain, reading);
      if (statement.isPronoun)
        return speaker
          ? [
              {
                ...statement,
                speaker: speaker.speaker,
                via: statement.via ?? speaker.via,
                resolved: {
                  ...speaker,
                  via: statement.via ?? speaker.via,
                  why: `Said by the one who spoke before: ${speaker.speaker.name}.`,
                },
              },
            ]
          : [];
      return [
        {
          ...statement,
          resolved: {
            speaker: statement.speaker,
            via: statement.via,
            why: `Said by ${statement.speaker.name}.`,
          },
        },
      ];
    });
    own.set(sentence.index, list);
    for (const statement of list) speaker = statement.resolved;
    const group = list.find(({ speaker: each }) => each.kind === 'group');
    if (group) chain = group;
    if (chain) chains.set(sentence.index, chain);
    if (speaker) last.set(sentence.index, speaker);
  }
  const document0 = documentVoice(reading);
  const foldedOf = (unit: Unit) =>
    document.mirror.folded.slice(
      document.tokens[unit.start]?.from ?? 0,
      document.tokens[unit.end - 1]?.to ?? 0,
    );
  const groupClaim = (unit: Unit): Statement | undefined => {
    const direct = own
      .get(unit.sentence.index)
      ?.find(
        ({ speaker: each, at }) =>
          each.kind === 'group' && at >= unit.start - 40 && at < unit.end + 40,
      );
    if (direct) return direct;
    return anaphoric.test(foldedOf(unit)) ? chains.get(unit.sentence.index) : undefined;
  };
  const inheritedIn = (unit: Unit): Voice | undefined => {
    for (let index = unit.sentence.index - 1; index >= 0; index -= 1) {
      const sentence = document.sentences[index];
      if (!sentence || sentence.paragraph !== unit.sentence.paragraph) return undefined;
      const statement = own.get(index)?.at(-1);
      if (statement)
        return {
          ...statement.resolved,
          why: `${statement.resolved.why} The next sentences go on with it.`,
        };
      const chained = chainOf(sentence.index);
      if (chained) return chained;
    }
    return undefined;
  };
  const chainOf = (index: number): Voice | undefined => {
    const sentence = document.sentences[index];
    if (!sentence || !anaphoric.test(document.folded(sentence))) return undefined;
    const statement = chains.get(index);
    return (
      statement && {
        speaker: statement.speaker,
        via: statement.via,
        why: `One of the attacks that ${statement.speaker.name} claims.`,
      }
    );
  };
  return {
    groupClaim,
    at: (unit, token) => {
      const list = (own.get(unit.sentence.index) ?? []).filter(({ at }) => at >= unit.start - 60);
      const inUnit = list.filter(({ at }) => at >= unit.start && at < unit.end);
      const chosen = nearestStatement(inUnit.length > 0 ? inUnit : list, token, unit);
      if (chosen) return chosen.resolved;
      const chained = chainOf(unit.sentence.index);
      if (chained) return chained;
      const boast = communiqueVoice(reading, unit, perpetrator);
      if (boast) return boast;
      return inheritedIn(unit) ?? document0;
    },
  };

  function nearestStatement<T extends Statement>(
    list: readonly T[],
    token: number,
    unit: Unit,
  ): T | undefined {
    const semicolon = (a: number, b: number) =>
      document.tokens
        .slice(Math.min(a, b) + 1, Math.max(a, b) + 1)
        .some(({ gap }) => gap.includes(';'));
    const before = list.findLast(
      ({ at, form }) => at < token && form !== 'inverted' && !semicolon(at, token),
    );
    const after = list.find(({ at }) => at > token && !semicolon(at, token));
    if (before && after) {
      // "X said 12 were killed while Y spoke of 15": each figure belongs to what leads it
      return after.form !== 'verb' &&
        before.at - unit.start > 12 &&
        after.at - token < token - before.at
        ? after
        : before;
    }
    return before ?? after ?? undefined;
  }
}

/** "The attackers say": the group that claimed before, or the only one the text names. */
function namedGroup(said: Statement, chain: Statement | undefined, reading: Reading): Statement {
  if (said.speaker.kind !== 'group' || said.speaker.actor?.known) return said;
  if (chain?.speaker.actor?.known) return { ...said, speaker: chain.speaker };
  const groups = reading.actors.filter(({ side, known }) => side === 'group' && known);
  const [only] = groups;
  const isOne = new Set(groups.map(({ known }) => known?.key)).size === 1;
  return only && isOne
    ? { ...said, speaker: { name: nameOf(only, reading.document), kind: 'group', actor: only } }
    : said;
}

function communiqueVoice(
  reading: Reading,
  unit: Unit,
  perpetrator: (unit: Unit) => Speaker | undefined,
): Voice | undefined {
  const { document } = reading;
  const folded = document.sentences
    .filter(({ paragraph }) => paragraph === unit.sentence.paragraph)
    .map((each) => document.folded(each))
    .join(' ');
  if (!communique.test(folded)) return undefined;
  const speaker = perpetrator(unit);
  return (
    speaker && { speaker, via: undefined, why: `The paragraph is in the words of ${speaker.name}.` }
  );
}

/** A statement speaks for the one who issues it: "Council members condemned the attack". */
function documentVoice(reading: Reading): Voice | undefined {
  const { document } = reading;
  const head = document.sentences.slice(0, 3);
  const folded = head.map((each) => document.folded(each)).join(' ');
  if (!statementDoc.test(folded)) return undefined;
  const security = /\b(?:security council|conseil de securite)\b/.test(folded);
  const general = /\b(?:secretary-general|secretaire general)\b/.test(folded);
  const name = security ? 'UN Security Council' : general ? 'UN Secretary-General' : undefined;
  if (name !== undefined)
    return {
      speaker: { name, kind: 'official', actor: undefined },
      via: undefined,
      why: `The text is a statement of the ${name}.`,
    };
  for (const sentence of head) {
    const spoken = reading.sentences[sentence.index]?.statements.find(
      ({ speaker }) => speaker.kind === 'official',
    );
    if (
      spoken &&
      /\b(?:condemn\w*|condamn\w*|appalled|deplor\w*)\b/.test(document.folded(sentence))
    )
      return {
        speaker: spoken.speaker,
        via: undefined,
        why: `The text is a statement of ${spoken.speaker.name}.`,
      };
  }
  return undefined;
}

const hedge =
  /\b(?:allegedly|reportedly|is said to|are said to|were said to|unconfirmed|rumou?rs?|seraient|serait|auraient|aurait|presume\w*|supposed\w*)\b/;
const confirmed = /\b(?:confirmed?|confirms|confirme\w*|a confirme)\b/;
const earlier =
  /\b(?:first|earlier|initially|initial|previous(?:ly)?|d'abord|precedent\w*|auparavant|premier bilan|dans un premier temps|up from|contre|initialement)\b/;

export function claimsOf(
  draft: Draft,
  reading: Reading,
  voices: Voices,
  country: string | undefined,
): readonly FoundClaim[] {
  const claims: FoundClaim[] = [];
  for (const unit of draft.units) {
    for (const casualty of unit.casualties.filter((each) => !isAbsent(each, unit, reading)))
      claims.push(figureClaim(casualty, unit, reading, voices));
    const absence = absenceClaim(unit, reading, voices, country);
    if (absence) claims.push(absence);
    claims.push(...denialClaims(unit, reading));
  }
  return withoutRepeats(markSuperseded(claims));
}

function statusOf(voice: Voice | undefined, folded: string): string {
  if (!voice) return hedge.test(folded) ? 'alleged' : 'reported';
  if (voice.speaker.kind === 'group') return 'claimed';
  if (hedge.test(folded)) return 'alleged';
  switch (voice.speaker.kind) {
    case 'official':
      return confirmed.test(folded) ? 'official, confirmed' : 'official';
    case 'witness':
      return 'witness';
    default:
      return 'reported';
  }
}

function figureClaim(casualty: Casualty, unit: Unit, reading: Reading, voices: Voices): FoundClaim {
  const { document } = reading;
  const voice = voices.at(unit, casualty.start);
  const folded = document.folded(unit.sentence);
  const first = document.tokens[casualty.start];
  const last = document.tokens[casualty.end - 1];
  const evidence = document.evidence(first?.from ?? 0, last?.to ?? 0);
  const { quantity } = casualty;
  const lead = document.mirror.folded.slice(
    Math.max(unit.sentence.from, (first?.from ?? 0) - 45),
    first?.from ?? 0,
  );
  const isEarlier = earlier.test(lead.split(/[.;]/).at(-1) ?? '');
  const isAbout = quantity?.qualifier === 'about';
  return {
    measure: casualty.measure,
    outcome: outcomeOfMeasure[casualty.measure],
    party: casualty.party,
    victims: casualty.victims,
    ...numbersOf(casualty),
    qualifier: quantity?.qualifier ?? null,
    text: quantity
      ? document.quote(quantityStart(casualty), quantityEnd(casualty, quantity))
      : evidence.quote,
    by: voice?.speaker.name ?? null,
    via: voice?.via ?? null,
    status: `${statusOf(voice, folded)}${isAbout ? ', approximate' : ''}${isEarlier ? ', superseded' : ''}`,
    isPart: casualty.isPart,
    isSuperseded: isEarlier,
    evidence,
    why: `${casualty.measure}: "${evidence.quote.slice(0, 80)}". ${voice?.why ?? 'The text itself says so, naming nobody.'}`,
  };
}

const quantityStart = (casualty: Casualty) => casualty.start;
function quantityEnd(casualty: Casualty, quantity: NonNullable<Casualty['quantity']>): number {
  return casualty.start + (quantity.end - quantity.start);
}

function numbersOf({ quantity }: Casualty): { value?: number; min?: number; max?: number } {
  if (!quantity) return {};
  const { low, high, qualifier } = quantity;
  if (qualifier === 'between' && low !== null && high !== null) return { min: low, max: high };
  if (qualifier === 'at-least' && low !== null) return { value: low, min: low };
  if (qualifier === 'at-most' && high !== null) return { value: high, max: high };
  return low === null ? {} : { value: low };
}

/** Words such as "how many soldiers had died" inside "did not say …" are no figure. */
function isAbsent(casualty: Casualty, unit: Unit, reading: Reading): boolean {
  const at = reading.document.tokens[casualty.start]?.from ?? 0;
  return unit.noFigure !== undefined && at >= unit.noFigure.from && at < unit.noFigure.to + 12;
}

/** "gave no figure", "no official toll": a value of its own. */
function absenceClaim(
  unit: Unit,
  reading: Reading,
  voices: Voices,
  country: string | undefined,
): FoundClaim | undefined {
  if (!unit.noFigure) return undefined;
  const { document } = reading;
  const evidence = document.evidence(unit.noFigure.from, unit.noFigure.to);
  const token = document.tokens.findIndex(({ from }) => from >= (unit.noFigure?.from ?? 0));
  const isOfficial = /\bofficial|officiel/.test(
    document.mirror.folded.slice(unit.noFigure.from, unit.noFigure.to),
  );
  const own = (reading.sentences[unit.sentence.index]?.statements ?? []).findLast(
    ({ at, isPronoun }) => at <= token && !isPronoun,
  );
  const subject = subjectBefore(reading, unit, token);
  const voice = voices.at(unit, token);
  const by = isOfficial
    ? country === undefined
      ? 'authorities'
      : `government of ${countryName(country)}`
    : (subject ?? own?.speaker.name ?? voice?.speaker.name ?? null);
  const victims = /\bsoldiers\b/.test(
    document.mirror.folded.slice(unit.noFigure.from, unit.noFigure.to + 20),
  )
    ? 'soldiers'
    : 'any';
  return {
    measure: 'killed',
    outcome: 'killed',
    party: 'unknown',
    victims,
    qualifier: 'none-given',
    text: 'none given',
    by,
    via: null,
    status: 'no figure',
    isPart: false,
    isSuperseded: false,
    evidence,
    why: 'The source says that no figure was given: a value of its own, not zero.',
  };
}

/** "The group gave no figure": its subject. */
function subjectBefore(reading: Reading, unit: Unit, token: number): string | undefined {
  const { document } = reading;
  const words = document.tokens.slice(Math.max(unit.start, token - 4), token);
  const head = words.map(({ word }) => word).join(' ');
  const actor = reading.actors.findLast(
    ({ start, end }) => start >= unit.start && end <= token && token - end < 3,
  );
  if (actor) return actor.known?.name ?? document.quote(actor.start, actor.end);
  const match =
    /\b((?:ministry|army|government|group|police|statement|ministere|armee|gouvernement|groupe|communique|etat-major|authorities|autorites|source|sources|officials))\b/.exec(
      head,
    );
  return match?.[1];
}

function denialClaims(unit: Unit, reading: Reading): FoundClaim[] {
  const { document } = reading;
  return (reading.sentences[unit.sentence.index]?.statements ?? []).flatMap(
    (statement): FoundClaim[] => {
      if (
        !statement.isDenial ||
        statement.isPronoun ||
        statement.at < unit.start ||
        statement.at >= unit.end
      )
        return [];
      let end = statement.at + 1;
      while (
        end < unit.end &&
        end < statement.at + 14 &&
        !/[,;]/.test(document.tokens[end]?.gap ?? '')
      )
        end += 1;
      const first = document.tokens[statement.at];
      const last = document.tokens[end - 1];
      const evidence = document.evidence(first?.from ?? 0, last?.to ?? 0);
      return [
        {
          measure: 'denial',
          outcome: null,
          party: 'unknown',
          victims: '',
          qualifier: null,
          text: evidence.quote,
          by: statement.speaker.name,
          via: statement.via ?? null,
          status: 'denied',
          isPart: false,
          isSuperseded: false,
          evidence,
          why: `${statement.speaker.name} denies it.`,
        },
      ];
    },
  );
}

/** A figure that the same speaker later replaces. */
function markSuperseded(claims: readonly FoundClaim[]): readonly FoundClaim[] {
  return claims;
}

function withoutRepeats(claims: readonly FoundClaim[]): readonly FoundClaim[] {
  const kept: FoundClaim[] = [];
  for (const claim of claims) {
    const isBare =
      claim.value === undefined &&
      claim.min === undefined &&
      claim.max === undefined &&
      claim.qualifier === null &&
      claim.measure !== 'denial';
    if (
      isBare &&
      claims.some(
        (other) =>
          other !== claim &&
          other.measure === claim.measure &&
          other.qualifier !== null &&
          other.qualifier !== 'none-given' &&
          other.party === claim.party,
      )
    )
      continue;
    const twin = kept.findIndex(
      (other) =>
        other.measure === claim.measure &&
        other.value === claim.value &&
        other.min === claim.min &&
        other.max === claim.max &&
        other.text.toLowerCase() === claim.text.toLowerCase() &&
        (other.by === claim.by || other.by === null || claim.by === null) &&
        other.qualifier === claim.qualifier &&
        (other.victims === claim.victims || claim.victims === '' || other.victims === ''),
    );
    const found = kept[twin];
    if (found && claim.measure !== 'denial') {
      if (found.by === null && claim.by !== null) kept[twin] = claim;
      continue;
    }
    kept.push(claim);
  }
  return kept;
}
