/** What the words after a name make of it: "X attacked", "X were killed", "X said". */
import { be, type Clause, have, type Standing } from './deeds-before.ts';
import { deedNouns, deedVerbs, lightVerbs, sufferNouns, sufferVerbs } from './words/deeds.ts';
import { plainSpeech } from './words/speech.ts';

const adverb =
  /(?:ly|ement)$|^(?:also|then|later|not|n|ne|pas|deja|aussi|egalement|encore|still|again|ensuite|d|abord|both|all|tous|en|s|se|y|lui|leur|just|only|first|once|par|ailleurs|outre|nouveau|tour)$/;
const thinks =
  /^(?:believ\w*|thinks?|thought|suspects?|fears?|feared|hop\w+|wants?|wanted|croi\w+|pens\w+|soupconn\w+|redout\w+|crai\w+|blames?|blamed|accus\w+)$/;
/** Posts and camps do nothing; these do. */
const acting =
  /^(?:patrol|patrouille|unit|unite|members?|elements?|fighters?|commanders?|officers?|helicopt|column|colonne|detachment)/;

export function rightOf(clause: Clause, begin: number, isAsset: boolean): Standing {
  const { tokens, to, word } = clause;
  const canAct = !isAsset || acting.test(word(begin - 1));
  for (let i = begin; i < Math.min(to, begin + 15); i += 1) {
    const gap = tokens[i]?.gap ?? '';
    const w = word(i);
    const before = word(i - 1);
    if (/[;:.\u2014]/.test(gap)) return undefined;
    if (/^(?:who|which|qui|that|que|qu|dont)$/.test(w)) {
      // another's clause, or one of saying
      if (i > begin || !/^(?:who|which|qui|that)$/.test(w)) return undefined;
      continue;
    }
    if (/^(?:and|et)$/.test(w) && i === begin && isVerbAt(clause, i + 1)) return undefined;
    // "insurgents believed to belong to X abducted": thought of, not thinking
    if (thinks.test(w) && !/^(?:to|by)$/.test(word(i + 1)))
      return /^(?:each other|one another|mutuellement)/.test(`${word(i + 1)} ${word(i + 2)}`) ||
        (word(i - 1) === 's' && word(i + 1) === 'mutuellement')
        ? 'mutual'
        : 'aside';
    if (
      (plainSpeech.has(w) || /^(?:claims?|claimed|reported|revendiqu\w*)$/.test(w)) &&
      !deedVerbs.has(w)
    )
      return i - begin < 8 ? 'aside' : undefined;
    if (
      /^(?:and|et|but|mais|while|tandis|when|lorsque|quand|after|apres|before|avant)$/.test(w) &&
      i > begin &&
      /,/.test(gap)
    )
      return undefined;
    if (sufferVerbs.has(w) && !(w === 'fell' && /^(?:on|upon)$/.test(word(i + 1)))) return 'object';
    const ahead = tokens.slice(i + 1, Math.min(to, i + 7)).map((token) => token.word);
    if (lightVerbs.has(w) && !isPassiveAt(clause, i, begin)) {
      if (ahead.some((each) => deedNouns.test(each) || sufferNouns.test(each)))
        return canAct ? 'agent' : 'object';
    }
    const isIdle = [before, word(i - 2), word(i - 3)].some((each) => be.test(each));
    if (/^(?:behind|origine|responsible|responsables?|auteurs?)$/.test(w) && isIdle) return 'agent';
    if (
      !deedVerbs.has(w) ||
      isNounAt(clause, i) ||
      (loose.test(w) && !completed(w, ahead.join(' ')))
    )
      continue;
    if (isPassiveAt(clause, i, begin)) return 'object';
    return canAct || have.test(before) ? 'agent' : 'object';
  }
  return undefined;
}

const isVerbAt = ({ word }: Clause, i: number) =>
  deedVerbs.has(word(i)) || have.test(word(i)) || be.test(word(i)) || plainSpeech.has(word(i));

/** "a raid", "under fire", "in the attack". */
function isNounAt({ word }: Clause, i: number): boolean {
  const before = word(i - 1);
  if (/^(?:by|par|with|against|contre|on|sur|dans|in|at|after|apres|during|lors)$/.test(before))
    return true;
  return (
    (deedNouns.test(word(i)) ||
      /^(?:fire|hit|strike|targets?|kill|set|prise|capture|raid)$/.test(word(i))) &&
    /^(?:an|the|of|de|d|l|la|le|les|un|une|des|cette|this|air|drone|deadly|during|cet|ces|suicide)$/.test(
      before,
    )
  );
}

/** Deeds only with what follows them. */
const loose =
  /^(?:fait|font|pris|prise|prises|prennent|mis|mettant|took|taking|set|setting|opened|opening|open|ouvert|ouvrent|broke|dropped|dropping|held|stopped|lance|lancent|pose|posee|laid)$/;
const completions: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:fait|font)$/,
    /^(?:irruption|feu|exploser|sauter|une (?:descente|incursion|irruption)|prisonni|(?:au moins |pres de |plus de |environ )?(?:\d|un |deux|trois|quatre|cinq|six|sept|huit|neuf|dix|des |plusieurs|une (?:dizaine|vingtaine|trentaine|quinzaine)))/,
  ],
  [
    /^(?:pris|prise|prises|prennent)$/,
    /^(?:d assaut|pour cibles?|en otages?|a partie|le controle|possession|en embuscade|sous le feu|au piege)/,
  ],
  [/^(?:mis|mettant)$/, /^(?:le feu|a mort|a sac|hors)/],
  [/^(?:open\w*|ouvert|ouvrent)$/, /^(?:fire|le feu|heavy fire)/],
  [/^(?:took|taking)$/, /\b(?:hostage|captive|prisoner|control|over|weapons)/],
  [/^(?:set|setting)$/, /\b(?:fire|ablaze|alight|off|upon)\b/],
  [
    /^(?:lance|lancent)$/,
    /\b(?:attaques?|assaut|offensive|obus|roquettes?|grenades?|raids?|bombes?)\b/,
  ],
];
const anyCompletion =
  /\b(?:bombs?|grenades?|into|mines?|ambush|siege|bombes?|engins?|explosifs?|captive|hostage|vehicles?|bus|patrol|convoy|car|truck|trucks)\b/;

function completed(verb: string, after: string): boolean {
  const known = completions.find(([pattern]) => pattern.test(verb));
  return (known?.[1] ?? anyCompletion).test(after);
}

/** "were attacked", "ont ete tues", "villagers abducted by", "soldats tues dans". */
function isPassiveAt({ tokens, word }: Clause, at: number, begin: number): boolean {
  let i = at - 1;
  while (i >= begin && adverb.test(word(i))) i -= 1;
  if (i >= begin && be.test(word(i))) return true;
  if (i >= begin && have.test(word(i))) return false;
  const verb = word(at);
  const isParticiple = /(?:ed|en|es|ees|ee|us|is)$|^(?:shot|hit|taken|seized|slain)$/.test(verb);
  const next = tokens[at + 1];
  if (!next || /[,;:.]/.test(next.gap)) return isParticiple;
  // "killed at least", "tue au moins", an English article: an object follows
  const isObject =
    /^(?:least|moins|most|many)$/.test(word(at + 2)) ||
    (next.word === 'a' && /(?:ed|ing)$|^(?:struck|hit|took|shot|seized|overran|blew)$/.test(verb));
  if (isObject || bare.test(verb)) return false;
  return (isParticiple || verb.endsWith('e')) && afterPassive.test(next.word);
}

const bare =
  /^(?:opened|ouvert|fired|tire|entered|descended|swooped|surgi|irruption|set|fait|font|struck|raided|invaded)$/;
const afterPassive =
  /^(?:by|par|in|on|near|dans|lors|during|at|when|a|au|aux|pres|hier|dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi|sunday|monday|tuesday|wednesday|thursday|friday|saturday|and|et|as|since|depuis|alors|outside|inside)$/;
