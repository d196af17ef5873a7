/** Where the noun phrases of speakers begin and end, with what stands beside them between commas. */
import type { ActorMention } from './actor-mention.ts';
import type { Document } from './document.ts';
import type { PersonMention } from './persons.ts';
import type { Sentence } from './segments.ts';
import { passedOnBy, speechVerbs } from './words/speech.ts';

export interface SpeechContext {
  readonly document: Document;
  readonly actors: readonly ActorMention[];
  readonly persons: readonly PersonMention[];
  /** Tokens of dates, skipped between subject and verb. */
  readonly dates: ReadonlySet<number>;
  /** Tokens of places: "told Bamako" is no outlet. */
  readonly places: ReadonlySet<number>;
}

const boundary = new Set(
  'that que which whom whose and et but mais while as after when where because so if dont ou qu alors tandis quand apres lorsque puis since although though saying adding avant before including'.split(
    ' ',
  ),
);
const determiner =
  /^(?:the|a|an|le|la|les|l|un|une|des|its|his|her|their|son|sa|ses|leur|leurs|ce|cet|cette|ces|this|these|two|three|four|five|several|deux|trois|quatre|plusieurs|some)$/;
const preposition =
  /^(?:in|on|at|by|from|to|for|with|after|during|inside|near|dans|a|au|aux|en|par|sur|sous|de|du|des|d|of|pour|chez|depuis|lors|apres|avant|devant|via|vers|pres|contre|against|through)$/;
export const isDeterminer = (word: string) => determiner.test(word);
export const isPreposition = (word: string) => preposition.test(word);

/** Where the noun phrase that ends at `end` begins. */
export function phraseStart(sentence: Sentence, end: number, context: SpeechContext): number {
  const { document, dates, persons } = context;
  const first = sentence.tokens[0]?.index ?? 0;
  const { tokens } = document;
  let start = end;
  while (start > first && end - start < 16) {
    const token = tokens[start - 1];
    if (!token) break;
    if (start < end) {
      const gap = tokens[start]?.gap ?? '';
      if (/[;:.!?"\u2014()]/.test(gap)) break;
      // "A spokesman, Colonel X Y": the name belongs to what stands before the comma
      if (
        gap.includes(',') &&
        !persons.some((each) => start <= each.start && each.start <= start + 4 && each.end <= end)
      )
        break;
      if (dates.has(token.index)) break;
      // "a statement attributed to X and published by Y"
      const isName =
        tokens[start]?.isCapital === true &&
        tokens[start - 2]?.isCapital === true &&
        token.gap === '';
      const isFurther =
        /^(?:and|et)$/.test(token.word) && (isName || passedOnBy.has(tokens[start]?.word ?? ''));
      if (boundary.has(token.word) && !isFurther && !isInName(token.index, context)) {
        // "the army and the police said"
        const isJoint =
          (token.word === 'and' || token.word === 'et') &&
          end - start <= 3 &&
          /^(?:the|la|le|les|l|des|a|an|un|une)$/.test(tokens[start]?.word ?? '') &&
          tokens[start - 2] !== undefined &&
          !/,/.test(token.gap);
        if (!isJoint) break;
      }
      if (speechVerbs.has(token.word) && !isInName(token.index, context)) break;
      // "three people who live there": a short clause inside
      if (/^(?:who|qui)$/.test(token.word) && end - start > 4) break;
    }
    start -= 1;
  }
  return afterOpening(start, end, context);
}

export const isInName = (at: number, { actors, persons }: SpeechContext) =>
  [...actors, ...persons].some((each) => at >= each.start && at < each.end);

/** "In Bamako the army", "dans la soiree le gouvernement": the phrase begins at the free article. */
function afterOpening(start: number, end: number, context: SpeechContext): number {
  const { tokens } = context.document;
  const word = (i: number) => tokens[i]?.word ?? '';
  if (!isPreposition(word(start)) || /^(?:des|du|de|d)$/.test(word(start))) return start;
  for (let i = start + 2; i < end; i += 1) {
    if (isDeterminer(word(i)) && !isPreposition(word(i - 1)) && !isInName(i, context)) return i;
  }
  return start;
}

/** Where the noun phrase that begins at `start` ends. */
export function phraseEnd(sentence: Sentence, start: number, context: SpeechContext): number {
  const { document, dates } = context;
  const { tokens } = document;
  const last = (sentence.tokens.at(-1)?.index ?? start) + 1;
  let end = start;
  while (end < last && end - start < 13) {
    const token = tokens[end];
    if (!token || (end > start && /[,;:.!?"()\u2014]/.test(token.gap)) || dates.has(end)) break;
    if (end > start && !isInName(end, context)) {
      if (boundary.has(token.word) && token.word !== 'and' && token.word !== 'et') break;
      if (passedOnBy.has(token.word)) break;
      if (
        /^(?:on|in|dans|par|sur|with|at|who|qui|said|told|were|was|has|have|had|ont|est|sont|a|by|from|late|early)$/.test(
          token.word,
        )
      )
        break;
    }
    end += 1;
  }
  while (
    end > start + 1 &&
    /^(?:and|et|of|de|du|des|d|the|la|le|les|l)$/.test(tokens[end - 1]?.word ?? '')
  )
    end -= 1;
  return end;
}

/** Past "mardi a l'AFP, dans un communique": where the turned-round subject begins; undefined past the end. */
export function afterAdverbs(
  sentence: Sentence,
  from: number,
  context: SpeechContext,
): number | undefined {
  const { tokens } = context.document;
  const last = (sentence.tokens.at(-1)?.index ?? from) + 1;
  const word = (i: number) => tokens[i]?.word ?? '';
  let at = from;
  for (let guard = 0; guard < 12 && at < last; guard += 1) {
    const gap = tokens[at]?.gap ?? '';
    if (/[.;:"\u2014]/.test(gap)) return undefined;
    if (
      context.dates.has(at) ||
      /^(?:ce|t|on|il|elle|ils|elles|soir|matin|hier|toutefois|egalement|aussi|notamment|ensuite)$/.test(
        word(at),
      )
    )
      at += 1;
    else if (isPreposition(word(at)) && !/^(?:des|de|du|d)$/.test(word(at)))
      at = afterPhrase(at + 1, last, context);
    else if (word(at) === 'de' && /^(?:son|leur)$/.test(word(at + 1))) at += 3;
    else return /,/.test(gap) && at === from ? undefined : at;
  }
  return undefined;
}

/** Past the noun phrase of a preposition: "la presse", "un communique de l'armee", "l'AFP". */
function afterPhrase(from: number, last: number, { document, actors }: SpeechContext): number {
  const word = (i: number) => document.tokens[i]?.word ?? '';
  let at = from;
  if (isDeterminer(word(at))) at += 1;
  const named = actors.find(({ start, known }) => start === at && known !== undefined);
  at = named ? named.end : at + 1;
  while (at < last && /^(?:de|d|du|des)$/.test(word(at)) && document.tokens[at]?.gap === '') {
    at += 1;
    if (isDeterminer(word(at))) at += 1;
    at += 1;
  }
  return at;
}

/** "…, spokesman for the police": the end of what stands after the comma; `end` when nothing fits. */
export function appositionEnd(sentence: Sentence, end: number, context: SpeechContext): number {
  const { tokens } = context.document;
  const last = (sentence.tokens.at(-1)?.index ?? end) + 1;
  if (end >= last || tokens[end]?.gap !== ',') return end;
  let at = end;
  while (
    at < last &&
    at - end < 14 &&
    (at === end || !/[,;:.!?"()\u2014]/.test(tokens[at]?.gap ?? ''))
  )
    at += 1;
  const isVerb = tokens
    .slice(end, at)
    .some(({ word, index }) => speechVerbs.has(word) && !isInName(index, context));
  const head = tokens
    .slice(end, end + 4)
    .map(({ word }) => word)
    .join(' ');
  const isProper =
    at - end >= 2 && at - end <= 4 && tokens.slice(end, at).every((token) => token.isCapital);
  const isPerson =
    isProper || context.persons.some((each) => each.start >= end && each.start <= end + 4);
  return !isVerb && (isPerson || roleHead.test(head)) ? at : end;
}

const roleHead =
  /^(?:(?:the|a|an|le|la|l|un|une|son|sa|its|his|her|premier|first|deputy|local|senior|former|ancien) )*(?:spokes\w+|porte parole|president\w*|chief|chef\w*|head|director|directeur|directrice|governor|gouverneur|mayor|maire|minister|ministre|commander|commandant|leader|secretary|secretaire|coordinator|coordinateur|coordinatrice|coordonnateur|official|officer|representative|representant\w*|administrat\w+|prefe\w+|prosecutor|procureur|elder|notable|resident|habitant\w*|doctor|medecin|nurse|infirmi\w+|teacher|enseignant\w*|imam|bishop|eveque|priest|pretre|vicar|vicaire|cure|trader|commercant\w*|farmer|shopkeeper|driver|survivor|rescape\w*|witness|temoin|member|membre|depute|lawmaker|senator|analyst|analyste|activist|militant|responsable|patron|numero|deputy|adjoint\w*|dirigeant\w*|emir)\b/;
