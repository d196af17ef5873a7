/** The subject of a verb of saying: the noun phrase before it, past adverbs, dates and appositions. */
import { appositionEnd, isInName, phraseStart, type SpeechContext } from './noun-phrases.ts';
import type { Sentence } from './segments.ts';
import { nameOf, type Speaker, speakerOf } from './speakers.ts';

/** "before" is whoever spoke before: "it said", "and added". */
export type Subject = Speaker | 'before' | undefined;

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const skip = set(
  'has have had also later then earlier a ont avait avaient en y s n ne l lui leur itself themselves already yet not pas deja aussi egalement pour sa part quant elle elles eux initially first only still ayant tout just meme de son cote leurs again did does do never jamais quite however toutefois meanwhile cependant immediately separately rather plutot aurait auraient would could can will va vont se me nous t on ensuite enfin notamment encore toujours depuis voulu pu veut refuse souhaite d abord',
);
const pronouns = set('it they he she il elle ils elles we i je nous');
const participles =
  /^(?:adding|saying|claiming|alleging|insisting|asserting|conceding|confirming|acknowledging|telling|blaming|recounting|ajoutant|precisant|affirmant|disant|assurant|indiquant|evoquant|revendiquant|declarant|annoncant|soulignant|reconnaissant|dementant|niant|confirmant|faisant)$/;

/** "has not claimed", "n'a pas revendique", "did not say", "refused to comment". */
export function isNegatedAt(sentence: Sentence, at: number, context: SpeechContext): boolean {
  const { tokens } = context.document;
  const first = sentence.tokens[0]?.index ?? 0;
  for (let i = at - 1; i >= Math.max(first, at - 6); i -= 1) {
    const word = tokens[i]?.word ?? '';
    if (/[,;:"\u2014]/.test(tokens[i + 1]?.gap ?? '')) return false;
    // "Medecins sans frontieres indique"
    if (isInName(i, context)) continue;
    if (/^(?:and|et|but|mais|qui|who|that|que)$/.test(word)) return false;
    if (
      /^(?:not|n|ne|never|jamais|aucun|aucune|nobody|cannot|without|sans|refused|declined|didnt|hasnt)$/.test(
        word,
      )
    ) {
      // "n'a reconnu que deux morts": only, not none
      const isOnly =
        (word === 'n' || word === 'ne') &&
        tokens.slice(at + 1, at + 3).some((token) => token.word === 'que' || token.word === 'qu');
      return !isOnly;
    }
    if (
      word === 'no' &&
      /^(?:group|one|organi[sz]ation|faction|side)$/.test(tokens[i + 1]?.word ?? '')
    )
      return true;
    if (word === 'yet' && tokens[i + 1]?.word === 'to') return true;
  }
  return false;
}

interface Asked {
  /** Another statement stands before it in the sentence. */
  readonly isLater: boolean;
  /** The verb only means saying. */
  readonly isAny: boolean;
}

export function subjectOf(
  sentence: Sentence,
  at: number,
  { isLater, isAny }: Asked,
  context: SpeechContext,
): Subject {
  const { tokens } = context.document;
  const first = sentence.tokens[0]?.index ?? 0;
  const word = (i: number) => tokens[i]?.word ?? '';
  const end = beforeAdverbs(sentence, at, context);
  const isCrossed = end.isCrossed;
  const gap = tokens[end.at]?.gap ?? '';
  if (end.at === first) return pronouns.has(word(first)) ? 'before' : undefined;
  if (/[;:"\u2014]/.test(gap)) return undefined;
  if (/^(?:and|et|but|mais|puis|then)$/.test(word(end.at - 1)) && isLater) return 'before';
  if (participles.test(word(at)) || (/^(?:en|tout)$/.test(word(at - 1)) && /ant$/.test(word(at))))
    return isLater ? 'before' : groupBefore(sentence, at, context);
  if (pronouns.has(word(end.at - 1)) && !/[,(]/.test(gap)) return 'before';
  if (/[,()]/.test(gap) && !isCrossed) return apposed(sentence, end.at, isAny, context);
  if (/^(?:which|who|qui)$/.test(word(end.at - 1))) {
    let stop = end.at - 1;
    const comma = /,/.test(tokens[stop]?.gap ?? '');
    if (comma && stop === first) return undefined;
    stop = Math.max(first + 1, stop);
    return speakerOf(phraseStart(sentence, stop, context), stop, context);
  }
  // "C'est ce qu'a annonce le colonel": turned round
  if (/^(?:que|qu|ce|comme|as|than|what|dont|ou)$/.test(word(end.at - 1))) return undefined;
  return speakerBefore(sentence, end.at, isAny, context);
}

/** The noun phrase that ends here; of "two men who took part in it" the men. */
export function speakerBefore(
  sentence: Sentence,
  end: number,
  isAny: boolean,
  context: SpeechContext,
): Speaker | undefined {
  const { tokens } = context.document;
  // "Le GSIM a, dans un communique, condamne": the auxiliary stands apart
  if (
    /^(?:a|ont|avait|avaient|has|have|had)$/.test(tokens[end - 1]?.word ?? '') &&
    /,/.test(tokens[end]?.gap ?? '')
  )
    return speakerBefore(sentence, end - 1, isAny, context);
  const start = phraseStart(sentence, end, context);
  const first = sentence.tokens[0]?.index ?? 0;
  // "the staff, in a statement issued on Thursday, gives": the phrase before the comma
  const isAside =
    start > first + 1 &&
    /,/.test(tokens[start]?.gap ?? '') &&
    (/^(?:dans|in|on|at|lors|par|via|sur|during|with|through|apres|after|depuis|from)$/.test(
      tokens[start]?.word ?? '',
    ) ||
      (/^\p{L}+(?:es?|ed)$/u.test(tokens[start]?.word ?? '') &&
        /^(?:sur|par|by|in|on|from|au|aux|dans|a)$/.test(tokens[start + 1]?.word ?? '')));
  if (isAside) return speakerBefore(sentence, start, isAny, context);
  if (start > first + 1 && /^(?:who|qui|which)$/.test(tokens[start - 1]?.word ?? '')) {
    const stop = start - 1;
    return speakerOf(phraseStart(sentence, stop, context), stop, context, { isAny });
  }
  const until = appositionEnd(sentence, end, context);
  return speakerOf(start, end, context, { until, isAny });
}

/** Back over adverbs, auxiliaries and dates between subject and verb. */
function beforeAdverbs(
  sentence: Sentence,
  at: number,
  context: SpeechContext,
): { readonly at: number; readonly isCrossed: boolean } {
  const { tokens } = context.document;
  const first = sentence.tokens[0]?.index ?? 0;
  const word = (i: number) => tokens[i]?.word ?? '';
  const isOwn = (each: string) => /^(?:elles?|eux|lui|part|cote)$/.test(each);
  let end = at;
  let isCrossed = false;
  while (end > first) {
    const isDate =
      context.dates.has(end - 1) ||
      (context.dates.has(end) && /^(?:on|le|ce|last|late|early)$/.test(word(end - 1)));
    // "elle n'a pas", but "elle dit": the pronoun next to the verb is its subject
    const isPronounSubject =
      pronouns.has(word(end - 1)) &&
      !/,/.test(tokens[end]?.gap ?? '') &&
      !/^(?:elles?|eux|lui)$/.test(word(end - 1));
    const isSkipped =
      isDate ||
      (skip.has(word(end - 1)) && !isPronounSubject) ||
      /^\p{L}{3,}(?:ly|ement)$/u.test(word(end - 1));
    if (!isSkipped || /[;:"\u2014()]/.test(tokens[end]?.gap ?? '')) break;
    if (/,/.test(tokens[end]?.gap ?? '') && !isDate && !isOwn(word(end - 1))) break;
    isCrossed = isCrossed || isDate || isOwn(word(end - 1));
    end -= 1;
  }
  return { at: end, isCrossed };
}

/** "JNIM put out a statement claiming …": the group named before the participle. */
function groupBefore(sentence: Sentence, at: number, { document, actors }: SpeechContext): Subject {
  const first = sentence.tokens[0]?.index ?? 0;
  const actor = actors.find(({ start, side }) => start >= first && start < at && side === 'group');
  return actor ? { name: nameOf(actor, document, actors), kind: 'group', actor } : 'before';
}

/** "SITE, a group that follows what armed men publish, said": the phrase before the comma. */
function apposed(
  sentence: Sentence,
  end: number,
  isAny: boolean,
  context: SpeechContext,
): Speaker | undefined {
  const { tokens } = context.document;
  const first = sentence.tokens[0]?.index ?? 0;
  for (let i = end - 1; i > first && end - i < 26; i -= 1) {
    const gap = tokens[i]?.gap ?? '';
    if (/[;:\u2014]/.test(gap)) return undefined;
    if (!/[,(]/.test(gap)) continue;
    const isOpening = phraseStart(sentence, i, context) === first;
    const speaker = speakerBefore(sentence, i, isAny && isOpening, context);
    if (speaker) return speaker;
  }
  return undefined;
}
