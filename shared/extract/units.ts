/** Parts of sentences that tell of one event each, and what they are not: history, plans, sport, accidents. */

import type { Casualty } from './casualty-people.ts';
import type { Document } from './document.ts';
import type { PlaceMention } from './places.ts';
import type { PlacedDate, Reading } from './reading.ts';
import type { Sentence } from './segments.ts';
import type { TriggerHit } from './triggers.ts';
import { skipReason, spotAll } from './unit-skip.ts';
import { noFigure } from './words/no-figure.ts';
import { armedPattern } from './words/triggers.ts';
import { sport } from './words/vetoes.ts';

export interface Unit {
  readonly sentence: Sentence;
  /** Token positions in the document, `end` excluded. */
  readonly start: number;
  readonly end: number;
  readonly triggers: readonly TriggerHit[];
  readonly casualties: readonly Casualty[];
  readonly places: readonly PlaceMention[];
  readonly dates: readonly PlacedDate[];
  readonly isArmed: boolean;
  /** Tells of something else than one event: history, plan, habit, accident, sport. */
  readonly skip: string | undefined;
  readonly isNewMarked: boolean;
  readonly isDefinite: boolean;
  /** Position in the mirror of "gave no figure". */
  readonly noFigure: { readonly from: number; readonly to: number } | undefined;
}

const newMarker =
  /\b(?:of the (?:two|three|four|five|six|seven)|(?:l'un|l'une|la plus meurtriere|le plus meurtrier) des (?:deux|trois|quatre)|another|separate(?:ly)?|distincte?s?|a different|a second|second|a third|other attacks?|elsewhere|meanwhile in|hours later|days? later|une autre|un autre|d'autres|une seconde|une deuxieme|un deuxieme|par ailleurs|ailleurs|toujours dans|egalement dans|dans le meme temps|de meme|heures plus tard|jours? plus tard)\b/;
const definite =
  /\b(?:the|this|that|these|l'|cette|ce|cet|ces|la|le) ?(?:same |deadly |brutal |double |meme )?(?:attack|raids?|assaults?|ambush|air ?strikes?|strikes?|blast|explosion|shelling|bombing|massacre|killings?|incident|abduction|kidnapping|clash(?:es)?|fighting|attaque|assaut|embuscade|frappes?|bombardements?|attentat|tuerie|enlevement|rapt|affrontements?|combats|attaques|attacks)\b/;

export function unitsOf(reading: Reading, published: string | null): readonly Unit[] {
  const { document } = reading;
  const allSport = spotAll(reading, sport);
  let wasArmed = false;
  return document.sentences.flatMap((sentence) => {
    const read = reading.sentences[sentence.index];
    if (!read) return [];
    const bounds = splitPoints(reading, sentence);
    return bounds.flatMap(([start, end]): Unit[] => {
      const inside = (at: number) => at >= start && at < end;
      const triggers = read.triggers.filter(({ at }) => inside(at));
      const casualties = read.casualties.filter(({ start: at }) => inside(at));
      const folded = document.mirror.folded
        .slice(
          document.tokens[start]?.from ?? 0,
          Math.max(document.tokens[end - 1]?.to ?? 0, end === lastOf(sentence) ? sentence.to : 0),
        )
        .replace(/\s/g, ' ');
      const offset = document.tokens[start]?.from ?? 0;
      const figure = noFigure.exec(folded);
      const dates = read.dates.filter(({ from }) => inside(from));
      const strong = triggers.some(
        ({ isWeak, kind }) => !isWeak && kind !== 'arson' && kind !== 'takeover',
      );
      const unit: Unit = {
        sentence,
        start,
        end,
        triggers,
        casualties,
        places: read.places.filter(({ start: at, use }) => inside(at) && use === 'event'),
        dates,
        // "They came at dawn and shot": the armed men told before
        isArmed:
          strong ||
          armedPattern.test(folded) ||
          read.actors.some(({ start: at, kind }) => inside(at) && armedKinds.has(kind)) ||
          (wasArmed && others.test(folded)),
        skip: skipReason(
          reading,
          sentence,
          start,
          folded,
          triggers,
          casualties,
          dates,
          allSport,
          published,
        ),
        isNewMarked: newMarker.test(folded),
        isDefinite: definite.test(folded),
        noFigure: figure
          ? { from: offset + figure.index, to: offset + figure.index + figure[0].length }
          : undefined,
      };
      wasArmed = unit.isArmed;
      return [unit];
    });
  });
}

const armedKinds: ReadonlySet<string> = new Set([
  'state-force',
  'police',
  'external-force',
  'rebel-group',
  'political-militia',
  'identity-militia',
]);

const others = /^[^\p{L}]*(?:they|ils|on|the men|the attackers|les hommes)\b|\b(?:they|ils)\b/u;

const lastOf = (sentence: Sentence) => (sentence.tokens.at(-1)?.index ?? 0) + 1;

/** Cuts a sentence where each side has a place of its own and violence of its own. */
function splitPoints(reading: Reading, sentence: Sentence): readonly (readonly [number, number])[] {
  const { tokens } = reading.document;
  const read = reading.sentences[sentence.index];
  const first = sentence.tokens[0]?.index ?? 0;
  const last = lastOf(sentence);
  if (!read) return [[first, last]];
  const places = read.places.filter(({ use, isContainer }) => use === 'event' && !isContainer);
  const tells = (from: number, to: number) =>
    read.casualties.some(({ start }) => start >= from && start < to) ||
    read.triggers.some(({ at }) => at >= from && at < to);
  const placed = (from: number, to: number) =>
    places.some(({ start }) => start >= from && start < to);
  // "49 killed, says a statement that speaks of 15 dead in another attack, at Bamba"
  const isOther = (start: number, cut: number, end: number) =>
    read.casualties.some((each) => each.start >= start && each.start < cut) &&
    read.casualties.some((each) => each.start >= cut && each.start < end) &&
    /^(?:.{0,80})\b(?:another|separate|distincte?s?|une autre|un autre|second|seconde|different)\b/.test(
      reading.document.mirror.folded.slice(tokens[cut]?.from ?? 0, tokens[end - 1]?.to ?? 0),
    );
  const result: (readonly [number, number])[] = [];
  let from = first;
  for (let i = first + 1; i < last; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    const isCut =
      /;/.test(token.gap) ||
      /^(?:and|et|while|tandis|mais|but|where|ou|puis|then|whereas|before|avant)$/.test(
        token.word,
      ) ||
      /,/.test(token.gap);
    if (!isCut) continue;
    const isHard = /;/.test(token.gap);
    const open =
      (isHard && tells(from, i) && tells(i, last)) ||
      (tells(from, i) &&
        tells(i, last) &&
        (placed(from, i) || isOther(from, i, last)) &&
        placed(i, last) &&
        !sharesPlaces(read.casualties, read.triggers, places, from, i, last, tokens));
    if (open) {
      result.push([from, i]);
      from = i;
    }
  }
  result.push([from, last]);
  return result;
}

/** "between Dori and Gorgadji", "Djibo and Arbinda", "on Lido beach, a popular spot in Mogadishu". */
function isOneGroup(
  tokens: Document['tokens'],
  before: PlaceMention | undefined,
  next: PlaceMention,
  cut: number,
): boolean {
  if (!before || cut - before.end > 2) return false;
  const word = (at: number) => tokens[at]?.word ?? '';
  const isBetween = [1, 2].some((step) => /^(?:between|entre)$/.test(word(before.start - step)));
  if (next.start - cut <= 1 || (isBetween && next.start - cut <= 4)) return true;
  // "X, a district of Y": no verb stands between the article and the second name
  return (
    /,/.test(tokens[cut]?.gap ?? '') &&
    /^(?:an?|the|un|une|le|la|les|l|chef|localite|village|ville|commune|in|dans|en|au|aux|a)$/.test(
      word(cut),
    ) &&
    next.start - cut <= 7
  );
}

/** "killed 12 in A and B": the second half holds a place but nothing that happened there. */
function sharesPlaces(
  casualties: readonly Casualty[],
  triggers: readonly TriggerHit[],
  places: readonly PlaceMention[],
  from: number,
  cut: number,
  last: number,
  tokens: Document['tokens'],
): boolean {
  const next = places.find(({ start }) => start >= cut && start < last);
  if (!next) return true;
  const own = places.filter(({ start }) => start >= from && start < cut);
  if (isOneGroup(tokens, own.at(-1), next, cut)) return true;
  // the area of a place named before is no second place
  if (next.isArea && own.some(({ isArea }) => !isArea)) return true;
  const told = [...casualties.map(({ start }) => start), ...triggers.map(({ at }) => at)].filter(
    (at) => at >= cut && at < last,
  );
  const nearest = Math.min(...told.map((at) => Math.abs(at - next.start)));
  return !Number.isFinite(nearest) || nearest > 14 || from > cut;
}
