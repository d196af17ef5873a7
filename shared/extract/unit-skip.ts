/** Why a part of a text tells of no event of its own: history, plans, sport, accidents, honours, crime. */
import { addDays } from '../lib/days.ts';
import type { Casualty } from './casualty-people.ts';
import type { PlacedDate, Reading } from './reading.ts';
import type { Sentence } from './segments.ts';
import type { TriggerHit } from './triggers.ts';
import {
  accident,
  armedHands,
  background,
  commemoration,
  crime,
  crowd,
  culture,
  habit,
  hypothetical,
  nature,
  retold,
  sport,
  tally,
} from './words/vetoes.ts';

/** What is asked of a paragraph is found out once: every part of it asks again. */
const answers = new WeakMap<Reading, Map<string, unknown>>();

function ofParagraph<T>(reading: Reading, paragraph: number, name: string, find: () => T): T {
  const known = answers.get(reading) ?? new Map<string, unknown>();
  answers.set(reading, known);
  const key = `${name}|${paragraph}`;
  if (!known.has(key)) known.set(key, find());
  return known.get(key) as T;
}

const sentencesIn = (reading: Reading, paragraph: number): readonly Sentence[] =>
  ofParagraph(reading, paragraph, 'sentences', () =>
    reading.document.sentences.filter((each) => each.paragraph === paragraph),
  );

function spotWords(reading: Reading, paragraph: number, list: ReadonlySet<string>): number {
  return ofParagraph(reading, paragraph, list === sport ? 'sport' : 'culture', () => {
    const words = sentencesIn(reading, paragraph).flatMap(({ tokens }) => tokens);
    return new Set(words.filter(({ word }) => list.has(word)).map(({ word }) => word)).size;
  });
}

export function spotAll(reading: Reading, list: ReadonlySet<string>): number {
  return new Set(
    reading.document.tokens.filter(({ word }) => list.has(word)).map(({ word }) => word),
  ).size;
}

export function skipReason(
  reading: Reading,
  sentence: Sentence,
  start: number,
  folded: string,
  triggers: readonly TriggerHit[],
  casualties: readonly Casualty[],
  dates: readonly PlacedDate[],
  allSport: number,
  published: string | null,
): string | undefined {
  const isHardArmed =
    /\b(?:gunm[ae]n|d?jihadist\w*|insurgents?|militants?|soldiers?|soldats?|hommes armes|ied|explosive|embuscade|ambush\w*|terrorist\w*|airstrike|drone|rebels?|assaillants)\b/.test(
      folded,
    );
  if (
    spotWords(reading, sentence.paragraph, sport) >= 4 ||
    (allSport >= 6 && spotWords(reading, sentence.paragraph, sport) >= 2)
  )
    return 'sport';
  const isArmedHand = armedHands.test(folded);
  if (isAccident(reading, sentence) && !isArmedHand) return 'accident';
  const whole = reading.document.folded(sentence);
  if (nature.test(whole) && !armedHands.test(whole)) return 'nature';
  if (crowd.test(whole) && !armedHands.test(whole) && casualties.length === 0) return 'crowd';
  if (retold.test(whole) && !hasActingGroup(reading, sentence)) return 'told as memory';
  if (
    spotWords(reading, sentence.paragraph, culture) >= 4 &&
    !isHardArmed &&
    casualties.length === 0
  )
    return 'culture';
  // "Le bilan : 17 militaires tombes au champ d'honneur" counts the dead of the day
  const isToll = casualties.length > 0 && /\b(?:bilan|toll|cote ami)\b/.test(folded);
  if (commemoration.test(folded) && !isToll && !isFreshDeed(triggers, dates, published))
    return 'commemoration';
  if (isCrime(reading, sentence) && !isArmedHand) return 'crime';
  if (tally.test(folded)) return 'count of events';
  const hasFigure = casualties.some(({ quantity }) => quantity?.low != null);
  if (habit.test(folded) && !hasFigure) return 'habit';
  if (background.test(withoutComparison(folded)) && !hasRecentDay(dates, published))
    return 'history';
  if (dates.length > 0 && dates.every(({ use }) => use === 'future')) return 'future';
  if (
    dates.length > 0 &&
    published !== null &&
    dates.filter(({ use }) => use === 'event').length > 0
  ) {
    const limit = addDays(published.slice(0, 10), -150);
    const events = dates.filter(({ use, latest }) => use === 'event' && latest !== null);
    if (
      /^\d{4}-\d{2}-\d{2}$/.test(published) &&
      events.length > 0 &&
      events.every(({ latest }) => (latest ?? '') < limit)
    )
      return 'old';
  }
  const hypo = hypothetical.exec(folded);
  if (hypo) {
    // "the gang will stop raiding farms": all that is violent comes after the "will"
    const from = reading.document.tokens[start]?.from ?? 0;
    const isAhead =
      /^(?:will|would|could|might|may|pourr\w+)$/.test(hypo[0]) &&
      casualties.length === 0 &&
      triggers.every(({ at }) => (reading.document.tokens[at]?.from ?? 0) - from > hypo.index);
    if (isAhead) return 'not told as fact';
    const isPast = casualties.length > 0 || dates.some(({ use }) => use === 'event');
    if (
      !isPast ||
      (/threaten|menac|plan|vow|would|pourr|prevent|foiled|dejou|promet|risk|risqu/.test(hypo[0]) &&
        casualties.every(({ quantity }) => quantity === undefined))
    )
      return 'not told as fact';
  }
  return undefined;
}

/** A group or armed men stand in the sentence as those who act: news after all. */
function hasActingGroup(reading: Reading, sentence: Sentence): boolean {
  return (reading.sentences[sentence.index]?.triggers ?? []).some(
    ({ at, form, isPassive, isWeak }) =>
      form === 'verb' &&
      !isWeak &&
      !isPassive &&
      (reading.sentences[sentence.index]?.actors ?? []).some(
        ({ side, end }) => (side === 'group' || side === 'unnamed') && end <= at && at - end < 5,
      ),
  );
}

/** "the first such assault since 2016" compares, it does not tell of 2016. */
function withoutComparison(folded: string): string {
  return folded.replace(
    /\b(?:first|second|third|worst|deadliest|biggest|heaviest|largest|bloodiest|premier\w*|pire\w*|la plus \p{L}+|le plus \p{L}+|jamais)\b[^;.]{0,80}?\b(?:since|depuis|in (?:a|the|over|more|nearly)|this (?:month|year|week)|en)\b[^,;.]*/gu,
    ' ',
  );
}

/** A deed with a recent day of its own beside words of honour. */
function isFreshDeed(
  triggers: readonly TriggerHit[],
  dates: readonly PlacedDate[],
  published: string | null,
): boolean {
  return triggers.some(({ isMeans }) => !isMeans) && hasRecentDay(dates, published);
}

/** A day of its own within two months of publication: something that happened, not history. */
function hasRecentDay(dates: readonly PlacedDate[], published: string | null): boolean {
  if (published === null || !/^\d{4}-\d{2}-\d{2}$/.test(published)) return false;
  const limit = addDays(published, -60);
  return dates.some(
    ({ use, earliest, latest }) =>
      use === 'event' &&
      earliest !== null &&
      latest !== null &&
      earliest >= limit &&
      Date.parse(latest) - Date.parse(earliest) <= 2 * 86_400_000,
  );
}

/** "robbers", "stabbed" in the paragraph, and no armed group anywhere in it. */
function isCrime(reading: Reading, sentence: Sentence): boolean {
  return ofParagraph(reading, sentence.paragraph, 'crime', () => {
    const own = sentencesIn(reading, sentence.paragraph);
    return (
      own.some((each) => crime.test(reading.document.folded(each))) &&
      !own.some((each) =>
        (reading.sentences[each.index]?.actors ?? []).some(
          ({ side, known }) => side === 'group' && known !== undefined,
        ),
      )
    );
  });
}

function isAccident(reading: Reading, sentence: Sentence): boolean {
  return ofParagraph(reading, sentence.paragraph, 'accident', () =>
    sentencesIn(reading, sentence.paragraph).some((other) =>
      accident.test(reading.document.folded(other)),
    ),
  );
}
