/** One pass over a text: everything named in it, before anything is put together. */

import { parseEdtf } from '../domain/edtf.ts';
import type { ActorMention } from './actor-mention.ts';
import { type ActorIndex, actorMentions } from './actors.ts';
import { casualtiesOf } from './casualties.ts';
import type { Casualty, Counted } from './casualty-people.ts';
import { type CountryContext, countryContext, countryMentions } from './countries.ts';
import type { Anchor, DateMention } from './date-parts.ts';
import { datesOf } from './dates.ts';
import { type Document, readDocument } from './document.ts';
import { type PersonMention, personMentions } from './persons.ts';
import { countryVotes } from './place-votes.ts';
import { namesOfPlaces, type PlaceMention, placeMentions } from './places.ts';
import { type Statement, statementsOf } from './statements.ts';
import type { Token } from './tokens.ts';
import { airWar, type TriggerHit, triggersOf } from './triggers.ts';
import type { ExtractInput, FoundDate, Lookups } from './types.ts';

/** What a sentence counts that gives no figure: "the number of victims was revised upwards". */
const tollWords =
  /\b(?:death toll|toll|bilan|victimes|morts|massacre|tuerie|dead|victims|killed|killings|tues)\b/;

export interface PlacedDate extends DateMention {
  /** Token positions in the document. */
  readonly from: number;
  readonly to: number;
  readonly use: FoundDate['use'];
}

export interface SentenceReading {
  readonly dates: readonly PlacedDate[];
  readonly casualties: readonly Casualty[];
  readonly statements: readonly Statement[];
  readonly triggers: readonly TriggerHit[];
  readonly places: readonly PlaceMention[];
  readonly actors: readonly ActorMention[];
}

export interface Reading {
  readonly document: Document;
  readonly context: CountryContext;
  readonly actors: readonly ActorMention[];
  readonly persons: readonly PersonMention[];
  readonly places: readonly PlaceMention[];
  readonly sentences: readonly SentenceReading[];
}

function anchorOf(published: string | null): Anchor {
  if (published === null || published === '') return { published: null, year: null, told: null };
  const parsed = parseEdtf(published);
  if (!parsed.ok || parsed.value.kind !== 'date')
    return { published: null, year: null, told: null };
  const { date } = parsed.value;
  const isExact = date.precision === 'day' && !date.isApproximate && !date.isUncertain;
  return {
    published: isExact ? date.first : null,
    year: /^\d{4}$/.test(date.year) ? Number(date.year) : null,
    told: null,
  };
}

const positions = (
  spans: readonly { readonly start: number; readonly end: number }[],
): Set<number> =>
  new Set(
    spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
  );

export function readText(input: ExtractInput, index: ActorIndex, lookups: Lookups): Reading {
  const document = readDocument(input);
  const countries = countryMentions(document);
  const actors = actorMentions(document, index, countries);
  const actorTokens = positions(
    actors.filter(({ known, side }) => known !== undefined || side === 'unnamed'),
  );
  const countryTokens = positions(countries.filter(({ form }) => form !== 'capital'));
  const persons = personMentions(document, new Set([...actorTokens, ...countryTokens]));
  const personTokens = positions(persons);
  const weights = actors.flatMap(({ country, start, side }) =>
    country !== undefined && (side === 'state' || side === 'group')
      ? [{ code: country, token: start, weight: side === 'state' ? 1.5 : 1 }]
      : [],
  );
  const taken = new Set([...actorTokens, ...countryTokens]);
  // place names speak for a country where the text names none
  const isAside = countries.every(({ start }) =>
    /^(?:lake|lac|basin|bassin)$/.test(document.tokens[start - 1]?.word ?? ''),
  );
  const votes = isAside
    ? countryVotes(document, namesOfPlaces(document, new Set([...taken, ...personTokens])), lookups)
    : [];
  const context = countryContext(document, countries, [...weights, ...votes]);
  const places = placeMentions(document, context, taken, personTokens, lookups);
  const placeTokens = positions(places);
  const anchor = anchorOf(input.published);
  const isAirWar = airWar.test(document.mirror.folded);
  let told: string | null = null;
  let counted: Counted | undefined;
  let paragraph = -1;
  const sentences = document.sentences.map((sentence): SentenceReading => {
    const offset = sentence.tokens[0]?.index ?? 0;
    const inside = (at: number) => at >= offset && at < offset + sentence.tokens.length;
    const own = actors.filter(({ start }) => inside(start));
    const mentions = datesOf(sentence.tokens, { ...anchor, told });
    const dateTokens = new Set(
      mentions.flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, i) => offset + start + i),
      ),
    );
    const statements = statementsOf(sentence, {
      document,
      actors,
      persons,
      dates: dateTokens,
      places: placeTokens,
    });
    const casualties = casualtiesOf(
      sentence.tokens,
      new Set([...dateTokens, ...placeTokens, ...personTokens]),
      document.quote,
      sentence.paragraph === paragraph ? counted : undefined,
    );
    paragraph = sentence.paragraph;
    counted =
      casualties[0]?.measure ?? (tollWords.test(document.folded(sentence)) ? 'killed' : undefined);
    const triggers = triggersOf(
      sentence,
      new Set([...personTokens, ...placeTokens]),
      document.lang,
      isAirWar,
    );
    const dates = mentions.map(
      (mention): PlacedDate => ({
        ...mention,
        from: offset + mention.start,
        to: offset + mention.end,
        use: dateUse(document, mention, offset, statements, triggers, casualties),
      }),
    );
    const event = dates.findLast(
      ({ use, earliest, latest }) =>
        use === 'event' &&
        earliest !== null &&
        latest !== null &&
        // a day or one night
        Date.parse(latest) - Date.parse(earliest) <= 86_400_000,
    );
    if (event) told = event.latest;
    return {
      dates,
      casualties,
      statements,
      triggers,
      places: places.filter(({ start }) => inside(start)),
      actors: own,
    };
  });
  return { document, context, actors, persons, places, sentences };
}

/** Whether a date is that of what happened or of its being told. */
function dateUse(
  document: Document,
  mention: DateMention,
  offset: number,
  statements: readonly Statement[],
  triggers: readonly TriggerHit[],
  casualties: readonly Casualty[],
): FoundDate['use'] {
  if (mention.isFuture) return 'future';
  // "condemned yesterday's ambush": the verb speaks of the event itself
  const spoken = statements.filter(
    ({ at }) => !/^(?:condemn|deplor|condamn|fustig|regrett)/.test(document.tokens[at]?.word ?? ''),
  );
  if (isDateline(document, offset, mention)) return 'report';
  if (isSaid(document.tokens, offset, offset + mention.start)) return 'report';
  const isDay = mention.earliest !== null && mention.earliest === mention.latest;
  if (!isDay && isBeginning(document.tokens, offset, offset + mention.start)) return 'background';
  const { tokens } = document;
  const from = offset + mention.start;
  const to = offset + mention.end;
  let before = from - 1;
  while (/^(?:on|le|ce|the|late|early|this|en|du|de)$/.test(tokens[before]?.word ?? ''))
    before -= 1;
  const isEventBetween = (a: number, b: number) =>
    triggers.some(({ at }) => at > a && at < b) ||
    casualties.some(({ start }) => start > a && start < b);
  const near = spoken.find(
    ({ at }) =>
      at <= before &&
      before - at <= 6 &&
      !isEventBetween(at, from) &&
      !/[;"]/.test(
        tokens
          .slice(at + 1, from + 1)
          .map(({ gap }) => gap)
          .join(''),
      ),
  );
  if (near && (near.at >= before - 4 || near.form === 'inverted')) return 'report';
  if (
    spoken.some(
      ({ at, form }) =>
        form !== 'according' &&
        at >= to &&
        at - to <= 2 &&
        !/,/.test(
          tokens
            .slice(to, at + 1)
            .map(({ gap }) => gap)
            .join(''),
        ) &&
        !isEventBetween(to - 1, at) &&
        !isEventBetween(from - 4, from),
    )
  )
    return 'report';
  if (isOfOtherDeed(tokens, offset, from, to, isEventBetween)) return 'report';
  const lead = tokens
    .slice(Math.max(offset, from - 4), from)
    .map(({ word }) => word)
    .join(' ');
  if (
    /\b(?:statement|communique|report|rapport|posted|published|publie|publiee|diffuse|diffusee|released|issued|broadcast|spread|told|telegram|message|messages|video|dated|date|reagi|react\w*|meeting|reunion|session|visit|visite)\b/.test(
      lead,
    ) &&
    !isEventBetween(from - 4, from)
  )
    return 'report';
  return 'event';
}

const otherDeed =
  /^(?:reunis?|reunies?|rencontre|rencontree?s?|recus?|recue|visite|visited|visiting|met|meeting|gathered|mourned|buried|honou?red|tribute|decorated|inaugurated|signed|convened|travelled|traveled|appointed|elected|addressed|spoke|speaking|tweeted|posted|protested|rallied|inhumes?|inhumees?|enterres?|enterrees?|rendu|hommage|preside|signe|convoques?|convoquee?s?|nommes?|manifeste|defile|decrete|decretee|declared|s'exprimant|exprime|entretenu|interroges?|interview|interviewed|contacte|contactee?s?|joint|deplace|adresse|arrested|jailed|sentenced|appeared|trial|proces|mourning|deuil|ended|ends|freed|released|rescued|libere|liberes|liberee|liberees|relache|relaches|compter|starting|effective|comparu|comparait|verdict)$/;

/** Verbs of telling whose object may name violence: "published pictures of captured weapons on Monday". */
const putOut =
  /^(?:published|posted|released|issued|aired|broadcast|shared|publie|publiee|publies|diffuse|diffusee|diffuses|poste|mis)$/;

/** "réunis samedi", "on Saturday paid tribute": the day of a deed that is no violence. */
function isOfOtherDeed(
  tokens: readonly Token[],
  offset: number,
  from: number,
  to: number,
  isEventBetween: (a: number, b: number) => boolean,
): boolean {
  const before = tokens.slice(Math.max(offset, from - 4), from);
  const cut = before.findLastIndex(({ gap }, i) => i > 0 && /[,;:()]/.test(gap));
  const deed = before.slice(Math.max(cut, 0)).find(({ word }) => otherDeed.test(word));
  const long = tokens.slice(Math.max(offset, from - 7), from);
  const stopAt = long.findLastIndex(({ gap }, i) => i > 0 && /[,;:()]/.test(gap));
  const said = long.slice(Math.max(stopAt, 0));
  if (
    said.some(
      ({ word }) =>
        putOut.test(word) || /^(?:compter|starting|effective|deuil|mourning)$/.test(word),
    )
  )
    return true;
  // "killed as they gathered for Sunday prayer" is the day of the killing
  if (deed) return !isEventBetween(cut > 0 ? deed.index - 4 : offset - 1, from);
  const after = tokens.slice(to, to + 3);
  const stop = after.findIndex(({ gap }) => /[.,;:()\n]/.test(gap));
  return after.slice(0, stop < 0 ? after.length : stop).some(({ word }) => otherDeed.test(word));
}

/** "said on Sunday that", "a annonce mardi": whoever it was that spoke. */
function isSaid(tokens: readonly Token[], offset: number, from: number): boolean {
  let at = from - 1;
  while (at > offset && /^(?:on|le|ce|late|early)$/.test(tokens[at]?.word ?? '')) at -= 1;
  return (
    at >= offset &&
    /^(?:said|says|told|announced|reported|added|confirmed|stated|denied|claimed|dit|annonce|declare|indique|affirme|precise|rapporte|confirme|ajoute|revendique|dementi)$/.test(
      tokens[at]?.word ?? '',
    )
  );
}

/** "since fighting broke out in August", "depuis le coup d'Etat de 2012": when something long began. */
function isBeginning(tokens: readonly Token[], offset: number, from: number): boolean {
  const before = tokens.slice(Math.max(offset, from - 12), from);
  const cut = before.findLastIndex(({ gap }, i) => i > 0 && /[,;:]/.test(gap));
  const clause = before.slice(Math.max(cut, 0));
  const since = clause.findLastIndex(({ word }) => /^(?:since|depuis)$/.test(word));
  return since >= 0 && clause.length - since > 3;
}

/** "NIAMEY, March 22 (Agency) -": the day of writing. */
function isDateline(document: Document, offset: number, mention: DateMention): boolean {
  const after = document.tokens[offset + mention.end];
  if (mention.start > 5 || !after) return false;
  const until = document.tokens.slice(offset + mention.end, offset + mention.end + 3);
  const dash = until.findIndex(({ gap }) => /\u2014|\)-/.test(gap));
  return (
    dash >= 0 &&
    document.tokens.slice(offset, offset + mention.start).every(({ isCapital }) => isCapital)
  );
}
