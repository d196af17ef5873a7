/** Who says it by a verb: "the ministry said", ", a declare le ministre", ", they said, adding". */
import { afterAdverbs, appositionEnd, phraseEnd, type SpeechContext } from './noun-phrases.ts';
import type { Sentence } from './segments.ts';
import { type Speaker, speakerOf } from './speakers.ts';
import { isNegatedAt, type Subject, subjectOf } from './speech-subject.ts';
import { plainStatement, type Statement, unsaid } from './statement.ts';
import { claimWords, medical, plainSpeech, speechVerbs, takingIn } from './words/speech.ts';
import { denial } from './words/vetoes.ts';

const idiom =
  /^(?:took credit|take credit|takes credit|taking credit|claiming responsibility|claim responsibility|en sont a|en est a|fait etat|font etat|faisait etat|faisant etat|put the toll|fait savoir|fait part|laisse entendre|croit savoir|se vante|se targue|s attribue|portes? le bilan|portent le bilan|portait le bilan|puts the toll|put the number|puts the number|put the dead|revendique l)/;
const invertible =
  /^(?:said|says|indique|declare|affirme|annonce|precise|rapporte|raconte|explique|ajoute|confirme|assure|temoigne|glisse|rapportent|relate|estime|soutient|confie|reported|deplore|denonce|dit|indiquent|affirment|declarent|evoque|signale|soutenu|admis|reconnu|reconnait|souligne|insiste|ecrit|relaie|souffle|martele|poursuit|detaille|confient|racontent|assurent|precisent|savoir|etat|accuse|accusent|accusait|recuse|dement|nie|added|declared|wrote|claimed|confirmed|announced|explained|recalled|reagi|reagit|repondu|repond|retorque|conclu|prevenu|previent|assene|resume|lache|deplorent|denoncent|soulignent|estiment|soutiennent|annoncent|confirment|ajoutent|expliquent|signalent|evoquent|rapporte|rapportaient|indiquaient)$/;
/** May be nouns: "the reports", "le compte". */
const nounsToo =
  /^(?:reports|report|claims|claim|states|compte|saw|heard|attribue|parle|gave|given|rapporte|nie|estimates|estime|put|puts|released|recorded|donne|reporting|confirme|chiffre|annonce|note|notes|notent|fait|font|publie|say|wounded|counts|dit|accueilli|soigne|recu)$/;
/** Before a noun, not a verb. */
const nounLeads = new Set(
  'the of le la les un une these ces ce by de des d its their his her son sa no in par claims aucun aucune any such'.split(
    ' ',
  ),
);

export function verbAt(
  sentence: Sentence,
  at: number,
  isLater: boolean,
  context: SpeechContext,
): Statement | undefined {
  const { tokens } = context.document;
  const token = tokens[at];
  if (!token) return undefined;
  const word = (i: number) => tokens[i]?.word ?? '';
  const isIdiom = idiom.test([word(at), word(at + 1), word(at + 2)].join(' '));
  if (!speechVerbs.has(token.word) && !isIdiom) return undefined;
  const before = word(at - 1);
  // "is said to have": hearsay without a speaker
  const isReflexive = /^(?:est|sont|etait)$/.test(before) && /^(?:s|se)$/.test(word(at - 2));
  if (
    !isReflexive &&
    /^(?:is|are|was|were|been|be|ete|etre|being|sont|est|etait|etaient)$/.test(before)
  )
    return undefined;
  if (
    (nounsToo.test(token.word) || !isIdiom) &&
    nounLeads.has(before) &&
    !/^(?:said|says|told)$/.test(token.word)
  )
    return undefined;
  if (/^puts?$/.test(token.word) && !/^(?:the|its|at|out|that|this)$/.test(word(at + 1)))
    return undefined;
  if (/^(?:fait|font)$/.test(token.word) && !isIdiom) return undefined;
  const isAny = plainSpeech.has(token.word) || isIdiom;
  const isDenial = denial.test(token.word) && token.word !== 'disputed';
  const isClaim = claimWords.test(token.word) || isIdiom;
  const isNegated = isNegatedAt(sentence, at, context);
  const shared = { ...plainStatement, at, isClaim, isDenial, isNegated };
  // ", a indique le ministere": after a comma the subject follows, where one can
  const opening = /^(?:a|ont|avait|avaient)$/.test(before) ? tokens[at - 1] : token;
  const isAfterComma = /[,"]/.test(opening?.gap ?? '');
  const turned =
    isAfterComma && invertible.test(token.word)
      ? inverted(sentence, at, isAny, context)
      : undefined;
  if (turned)
    return {
      ...shared,
      speaker: turned.speaker,
      form: 'inverted',
      reach: turned.isOpen ? 'both' : 'backward',
    };
  const subject: Subject = subjectOf(sentence, at, { isLater, isAny }, context);
  if (subject === 'before' && takingIn.has(token.word) && !plainSpeech.has(token.word))
    return undefined;
  if (subject === 'before')
    return {
      ...shared,
      speaker: unsaid,
      form: 'verb',
      reach: reachOf(sentence, at, context),
      isPronoun: true,
    };
  if (takingIn.has(token.word) && !plainSpeech.has(token.word) && !isMedical(subject))
    return undefined;
  if (subject)
    return { ...shared, speaker: subject, form: 'verb', reach: reachOf(sentence, at, context) };
  const after = invertible.test(token.word) ? inverted(sentence, at, isAny, context) : undefined;
  return (
    after && {
      ...shared,
      speaker: after.speaker,
      form: 'inverted',
      reach: after.isOpen ? 'both' : 'backward',
    }
  );
}

const isMedical = (speaker: Speaker | undefined) =>
  speaker !== undefined &&
  medical.test(speaker.name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());

/** What is said stands before "…, the ministry said on Sunday." and after "the ministry said that …". */
function reachOf(sentence: Sentence, at: number, context: SpeechContext): Statement['reach'] {
  const { tokens } = context.document;
  const first = sentence.tokens[0]?.index ?? 0;
  const last = (sentence.tokens.at(-1)?.index ?? at) + 1;
  let opening = at;
  while (opening > first && !/[,;:"\u2014]/.test(tokens[opening]?.gap ?? '')) opening -= 1;
  if (opening === first) return 'forward';
  let next = at + 1;
  if (/^(?:media|outlet)$/.test(tokens[next]?.word ?? '')) next += 1;
  for (let guard = 0; guard < 16 && next < last; guard += 1) {
    const token = tokens[next];
    if (!token) break;
    if (/[.;]/.test(token.gap)) return 'backward';
    if (/,/.test(token.gap)) return 'both';
    if (/["\u2014]/.test(token.gap)) return 'both';
    if (
      /^(?:that|que|qu|it|they|he|she|had|have|avoir|il|elle|at|least|there|\d.*)$/.test(
        token.word,
      ) &&
      next === at + 1 &&
      token.word !== 'at'
    )
      return 'forward';
    const isAside =
      context.dates.has(next) ||
      /^(?:in|on|at|to|by|via|through|from|during|late|early|dans|sur|a|au|aux|par|lors|en|depuis|Reuters|the|a|an|its|his|her|their|le|la|les|l|un|une|statement|communique|telephone|phone|press|conference|facebook|telegram|twitter|x|page|radio|television|tv|channel|reporters|journalists|presse|local|state|national|video|message|audio|post|interview|briefing|separately|also|too|afp|reuters)$/.test(
        token.word,
      ) ||
      context.actors.some((each) => each.start <= next && next < each.end) ||
      (token.isCapital && next > at + 1);
    if (!isAside) return 'forward';
    next += 1;
  }
  return next >= last ? 'backward' : 'forward';
}

/** "a indique mardi a l'AFP le ministere", ", said Hassan Ali Nur". */
function inverted(
  sentence: Sentence,
  at: number,
  isAny: boolean,
  context: SpeechContext,
): { readonly speaker: Speaker; readonly isOpen: boolean } | undefined {
  const { tokens } = context.document;
  const last = (sentence.tokens.at(-1)?.index ?? at) + 1;
  const from = afterAdverbs(sentence, at + 1, context);
  if (from === undefined || from >= last) return undefined;
  if (/^(?:that|que|qu|avoir|il|elle|ils|elles|he|she|they|it)$/.test(tokens[from]?.word ?? ''))
    return undefined;
  const end = phraseEnd(sentence, from, context);
  const follows = tokens[end];
  if (
    follows &&
    end < last &&
    follows.gap === '' &&
    /^(?:had|has|have|was|were|is|are|would|will|could|a|ont|est|sont|avait|etait|that|que)$/.test(
      follows.word,
    )
  )
    return undefined;
  // "a accuse le M23 d'avoir tue": the one accused does not speak
  const isBlamed =
    /^accus/.test(tokens[at]?.word ?? '') &&
    tokens.slice(from, end + 3).some(({ word }) => /^(?:avoir|etre)$/.test(word));
  if (isBlamed) return undefined;
  const until = appositionEnd(sentence, end, context);
  // ", said messages put out by X took credit": not turned round, for a verb follows
  const isEnglish =
    /^(?:said|says|reported|added|claimed|confirmed|announced|declared|wrote)$/.test(
      tokens[at]?.word ?? '',
    );
  if (isEnglish) {
    const isAfterComma = /[,"]/.test(tokens[at]?.gap ?? '');
    if (!isAfterComma) return undefined;
    const isShut =
      !follows ||
      end >= last ||
      /[,.;"]/.test(follows.gap) ||
      /^(?:who|of|in|by|at|on|from|after|while|and)$/.test(follows.word);
    if (!isShut) return undefined;
  }
  const speaker = speakerOf(from, end, context, { until, isAny: isAny && !isEnglish });
  const tail = tokens[until];
  const isOpen = tail !== undefined && until < last && /[,:;"]/.test(tail.gap);
  return speaker && { speaker, isOpen };
}
