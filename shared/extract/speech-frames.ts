/** Who says it without a verb of their own: "according to X", "claimed by X", "claims by X that". */
import { appositionEnd, phraseEnd, type SpeechContext } from './noun-phrases.ts';
import type { Sentence } from './segments.ts';
import { speakerOf } from './speakers.ts';
import { isNegatedAt } from './speech-subject.ts';
import { plainStatement, type Statement, unsaid } from './statement.ts';
import { accordingTo, claimWords, saidBy } from './words/speech.ts';
import { denial } from './words/vetoes.ts';

const nobody = new Set(['any', 'aucun', 'aucune', 'no']);

/** "according to X", "selon X", "d'apres X", "de source securitaire". */
export function accordingAt(
  sentence: Sentence,
  at: number,
  context: SpeechContext,
): Statement | undefined {
  const { tokens } = context.document;
  const word = (i: number) => tokens[i]?.word ?? '';
  const lead = accordingTo.find((words) => words.every((each, i) => word(at + i) === each));
  const isSource =
    (word(at) === 'de' || word(at) === 'aupres' || word(at) === 'by') &&
    /^sources?$/.test(word(at + 1)) &&
    !/^(?:deux|trois|plusieurs|nombre)$/.test(word(at - 1));
  const from = lead ? at + lead.length : isSource ? at + 1 : undefined;
  if (from === undefined) return undefined;
  const end = phraseEnd(sentence, from, context);
  const words = tokens.slice(from, end).map((token) => token.word);
  const isSame =
    /^(?:eux|elles?|lui|them|him|her)$|^(?:(?:the|la|le|les|ces|cette|ce) )?(?:same|meme|memes)\b/.test(
      words.join(' '),
    );
  const speaker = isSame
    ? unsaid
    : speakerOf(from, end, context, { until: appositionEnd(sentence, end, context), isAny: true });
  return (
    speaker && {
      ...plainStatement,
      speaker,
      at,
      form: 'according',
      reach: 'both',
      isPronoun: isSame,
    }
  );
}

/** "was claimed by JNIM", "un bilan fourni par le gouverneur". */
export function passiveAt(
  sentence: Sentence,
  at: number,
  context: SpeechContext,
): Statement | undefined {
  const { tokens } = context.document;
  const word = (i: number) => tokens[i]?.word ?? '';
  if (!saidBy.has(word(at))) return undefined;
  let by = at + 1;
  while (by < at + 6 && !/^(?:by|par)$/.test(word(by))) {
    const isAdverb =
      context.dates.has(by) ||
      /(?:ly|ement)$|^(?:on|le|soir|matin|hier|today|yesterday|later|plus|tard|a|l|afp|rfi|la|presse|encore|aussi|egalement|ensuite|both|also|partly|jointly|depuis)$/.test(
        word(by),
      );
    if (/[,;:.]/.test(tokens[by]?.gap ?? '') || !isAdverb) return undefined;
    by += 1;
  }
  if (!/^(?:by|par)$/.test(word(by)) || /[,;:.]/.test(tokens[by]?.gap ?? '')) return undefined;
  const end = phraseEnd(sentence, by + 1, context);
  const until = appositionEnd(sentence, end, context);
  const speaker = speakerOf(by + 1, end, context, { until, isAny: true });
  if (!speaker || /^(?:video|phone|telephone|email)$/.test(word(by + 1))) return undefined;
  const isNegated = isNegatedAt(sentence, at, context) || nobody.has(word(by + 1));
  const isClaim = claimWords.test(word(at));
  return {
    ...plainStatement,
    speaker,
    at,
    form: 'passive',
    reach: 'both',
    isClaim,
    isNegated,
    isDenial: denial.test(word(at)),
  };
}

/** "State television quoted the chief of staff as saying": the chief speaks, through the television. */
export function quotedAt(
  sentence: Sentence,
  at: number,
  context: SpeechContext,
): Statement | undefined {
  const { document, actors } = context;
  const word = (i: number) => document.tokens[i]?.word ?? '';
  if (!/^(?:quoted|quotes|cited|cites)$/.test(word(at)) || word(at + 1) === 'by') return undefined;
  const end = phraseEnd(sentence, at + 1, context);
  if (word(end) !== 'as' || !/^(?:saying|telling|confirming|claiming)$/.test(word(end + 1)))
    return undefined;
  const speaker = speakerOf(at + 1, end, context, { isAny: true });
  const first = sentence.tokens[0]?.index ?? 0;
  const outlet = actors.findLast(
    ({ start, end: last, kind }) => start >= first && last <= at && /^media/.test(kind),
  );
  return (
    speaker && {
      ...plainStatement,
      speaker,
      via: outlet && document.quote(outlet.start, outlet.end),
      at,
      form: 'verb',
      reach: 'forward',
    }
  );
}

/** "claims by al-Shabaab that its men …", "un communique du groupe faisant etat de": a noun holds what is said. */
export function nominalAt(
  sentence: Sentence,
  at: number,
  context: SpeechContext,
): Statement | undefined {
  const { tokens } = context.document;
  const word = (i: number) => tokens[i]?.word ?? '';
  if (
    !/^(?:claims?|statements?|allegations?|reports?|assertions?|affirmations?|accusations?|revendications?|allegation|temoignages?|declarations?)$/.test(
      word(at),
    ) ||
    !/^(?:by|from|of|de|du|des|d)$/.test(word(at + 1))
  )
    return undefined;
  const end = phraseEnd(sentence, at + 2, context);
  if (!/^(?:that|selon|faisant|of|which|qui|saying|claiming)$/.test(word(end))) return undefined;
  const speaker = speakerOf(at + 2, end, context);
  return (
    speaker && {
      ...plainStatement,
      speaker,
      at,
      form: 'nominal',
      reach: 'forward',
      isClaim: speaker.kind === 'group',
    }
  );
}
