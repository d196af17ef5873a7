/** Claims of a draft: each figure with who says it, through whom, and how sure the words are. */
import type { Casualty } from './casualty-people.ts';
import type { Draft } from './drafts.ts';
import type { Reading } from './reading.ts';
import { speakerBefore } from './speech-subject.ts';
import type { FoundClaim } from './types.ts';
import type { Unit } from './units.ts';
import type { Voice, Voices } from './voices.ts';
import { countryName } from './words/countries.ts';
import { outcomeOfMeasure } from './words/outcomes.ts';

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
  const headlines = new Set<FoundClaim>();
  for (const unit of draft.units) {
    const before = claims.length;
    for (const casualty of unit.casualties.filter(
      (each) => !isAbsent(each, unit, reading) && !isCumulative(each),
    ))
      claims.push(figureClaim(casualty, unit, reading, voices));
    const absence = absenceClaim(unit, reading, voices, country);
    if (absence) claims.push(absence);
    claims.push(...denialClaims(unit, reading, voices));
    if (unit.sentence.isHeading) for (const each of claims.slice(before)) headlines.add(each);
  }
  // a headline gives again what the text says with its claimant
  const isAgain = (claim: FoundClaim) =>
    headlines.has(claim) &&
    claims.some((other) => !headlines.has(other) && isSameFigure(claim, other));
  return withoutRepeats(claims.filter((claim) => !isAgain(claim)));
}

function isSameFigure(a: FoundClaim, b: FoundClaim): boolean {
  return a.measure === b.measure && a.value !== undefined && a.value === b.value;
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
    by_canonical: voice?.speaker.actor?.known?.name ?? null,
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

/** Figures of a whole war or country belong to no single event. */
function isCumulative({ quantity, measure }: Casualty): boolean {
  const size = quantity?.low ?? quantity?.high ?? 0;
  return size > (measure === 'displaced' ? 150_000 : 5_000);
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
  const spoken = voices.spokenIn(unit.sentence);
  // "It did not say how many": the one who does not say
  const silent = spoken.find(({ at, isNegated }) => isNegated && Math.abs(at - token) <= 7);
  const own = spoken.findLast(({ at, reach }) => at <= token + 6 && reach !== 'backward');
  const subject = subjectBefore(reading, unit, token);
  const voice = voices.at(unit, token);
  const by = isOfficial
    ? country === undefined
      ? 'authorities'
      : `government of ${countryName(country)}`
    : (silent?.speaker.name ?? subject ?? own?.speaker.name ?? voice?.speaker.name ?? null);
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
    via: silent?.voice.via ?? null,
    by_canonical: null,
    status: 'no figure',
    isPart: false,
    isSuperseded: false,
    evidence,
    why: 'The source says that no figure was given: a value of its own, not zero.',
  };
}

/** "The Human Rights Commission has not published a toll": its subject, in whatever words. */
function subjectBefore(reading: Reading, unit: Unit, token: number): string | undefined {
  const context = { ...reading, dates: new Set<number>(), places: new Set<number>() };
  const word = reading.document.tokens[token - 1]?.word ?? '';
  // "Wagner admitted losses, without giving a figure": whoever speaks gives none
  const lead = reading.document.tokens[token]?.word ?? '';
  if (
    !/^(?:has|have|had|did|does|do|was|were|would|could|gave|gives?|provided|declined|refused|released|issued|offered|n|ne)$/.test(
      lead,
    )
  )
    return undefined;
  if (
    token <= unit.start ||
    /^(?:it|he|she|they|il|elle|ils|elles|who|qui|which|and|et)$/.test(word)
  )
    return undefined;
  return speakerBefore(unit.sentence, token, true, context)?.name;
}

function denialClaims(unit: Unit, reading: Reading, voices: Voices): FoundClaim[] {
  const { document } = reading;
  return voices.spokenIn(unit.sentence).flatMap((statement): FoundClaim[] => {
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
        by_canonical: statement.speaker.actor?.known?.name ?? null,
        status: 'denied',
        isPart: false,
        isSuperseded: false,
        evidence,
        why: `${statement.speaker.name} denies it.`,
      },
    ];
  });
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
    // "heavy losses" of the teller's own beside a number
    const isOnlyHeavy = claim.qualifier === 'heavy' && claim.by === null;
    if (
      isOnlyHeavy &&
      claims.some(
        (other) =>
          other !== claim && other.measure === 'killed' && other.qualifier !== 'none-given',
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
