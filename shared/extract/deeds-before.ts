/** What the words before a name make of it: "by X", "against X", "killed X", "clashes with X". */
import type { Token } from './tokens.ts';
import { assets, deedNouns, deedVerbs, lightVerbs, sufferNouns } from './words/deeds.ts';
import { plainSpeech } from './words/speech.ts';

export type Standing =
  /** Does it. */
  | 'agent'
  /** Suffers it. */
  | 'object'
  /** Fights with another: "clashes between X and Y". */
  | 'mutual'
  /** Says something, is looked for, is only spoken of. */
  | 'aside'
  | undefined;

/** Part of a sentence with its words; `to` excluded. */
export interface Clause {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly word: (i: number) => string;
}

export const be =
  /^(?:was|were|been|being|be|is|are|ete|est|sont|etait|etaient|furent|fut|seraient|etre)$/;
export const have =
  /^(?:has|have|had|having|a|ont|avait|avaient|ayant|avoir|aurait|auraient|aient)$/;
const spokenBy =
  /^(?:claimed|revendiqu\w+|condemned|condamn\w+|controlled|controle\w*|held|tenue?s?|reported|used|utilis\w+|supported|backed|soutenu\w*|led|dirige\w*|escorted|escorte\w*|accompanied|accompagne\w*|recruited|rejoined|occupe\w*|occupied|run|governed|feared|listed|owned)$/;
const fought =
  /^(?:clash\w*|fought|fighting|battle\w*|affront\w+|combats?|accroch\w+|exchang\w+|echang\w+|prises?|firefight|gunfight|skirmish\w*|heurts|tirs)$/;

export function leftOf(clause: Clause, first: number): Standing {
  const { tokens, from, word } = clause;
  if (first <= from || /[,;:.()\u2014]/.test(tokens[first]?.gap ?? '')) return undefined;
  const at = pastOwner(clause, first - 1);
  const before = word(at);
  const lead = (steps: number) =>
    tokens.slice(Math.max(from, at - steps), at).map((token) => token.word);
  const isDeed = (each: string) =>
    deedNouns.test(each) || deedVerbs.has(each) || sufferNouns.test(each) || lightVerbs.has(each);
  if (/^(?:by|par)$/.test(before)) {
    const near = lead(6);
    if (near.slice(-2).some((each) => plainSpeech.has(each) || spokenBy.test(each))) return 'aside';
    return near.some((each) => isDeed(each) || /(?:ed|e|es)$|^(?:left|shot|slain)$/.test(each))
      ? 'agent'
      : undefined;
  }
  if (/^(?:against|contre|targeting|visant|ciblant|upon)$/.test(before)) {
    const isWar =
      lead(6).some((each) =>
        /^(?:operations?|fight|war|lutte|guerre|struggle|campaign|campagne)$/.test(each),
      ) &&
      !lead(6).some(
        (each) => deedVerbs.has(each) || /^(?:launched|lance\w*|carried|mene\w*)$/.test(each),
      );
    if (isWar) return 'aside';
    return lead(10).some(isDeed) ? 'object' : undefined;
  }
  if (/^(?:between|entre|opposing|opposant|opposent|oppose|opposaient|pitting)$/.test(before))
    return isLong(lead(6)) ? 'aside' : 'mutual';
  if (/^(?:with|avec)$/.test(before)) {
    if (lead(9).some((each) => fought.test(each))) return isLong(lead(9)) ? 'aside' : 'mutual';
    const isTie =
      /^(?:linked|affiliated|ties|links|allied|affilie\w*|liens?|negotiat\w+|negoci\w+|deal|accord|ceasefire|truce)$/;
    return lead(2).some((each) => isTie.test(each)) ? 'aside' : undefined;
  }
  if (
    /^(?:and|et)$/.test(before) &&
    lead(9).some((each) => /^(?:between|entre|opposant|opposing|opposent|pitting)$/.test(each))
  )
    return isLong(lead(12)) ? 'aside' : 'mutual';
  if (/^(?:on|sur|at|to|a|au|aux|chez|parmi|among|into|in|dans)$/.test(before)) {
    const isHit = (each: string) =>
      deedNouns.test(each) ||
      lightVerbs.has(each) ||
      /^(?:fire|feu|fired|losses|pertes|casualties|deaths?|dead|morts)$/.test(each);
    const near = lead(4);
    return near.some(isHit) &&
      !near.some((each) => /^(?:blame\w*|imput\w+|attribu\w+|pointed)$/.test(each))
      ? 'object'
      : undefined;
  }
  if (/^(?:of|de|du|des|d)$/.test(before)) {
    if (sufferNouns.test(word(at - 1))) return 'object';
    return deedNouns.test(word(at - 1)) ? 'agent' : undefined;
  }
  // "the attackers were soldiers of": who they are said to be
  if (
    be.test(before) &&
    lead(4).some((each) =>
      /^(?:assaillants|attackers|assailants|auteurs|perpetrators|gunmen|killers|tueurs|ravisseurs|kidnappers)$/.test(
        each,
      ),
    )
  )
    return 'agent';
  if (!deedVerbs.has(before)) return undefined;
  // "a attaque l'armee", not "une attaque Boko Haram"
  if (deedNouns.test(before) && !have.test(word(at - 1)) && word(at - 1) !== 'to') return undefined;
  return lead(3).some((each) => be.test(each)) ? undefined : 'object';
}

/** Fighting that goes on, or came before what is told. */
const isLong = (words: readonly string[]) =>
  words.some((each) => /^(?:since|depuis|followed|follows|suivi|suivaient|suivait)$/.test(each));

/** Past what the name belongs to: "against a base of", "un convoi de". */
function pastOwner({ from, word }: Clause, start: number): number {
  let at = start;
  for (let guard = 0; guard < 4 && at > from; guard += 1) {
    if (/^(?:of|de|du|des|d)$/.test(word(at)) && assets.test(word(at - 1))) at -= 2;
    else if (
      /^(?:the|an|le|la|les|un|une|l|military|army|joint|two|deux)$/.test(word(at)) ||
      assets.test(word(at)) ||
      (word(at) === 'a' &&
        /^(?:on|against|at|to|hit|struck|targeting|\w+ed|\w+ing)$/.test(word(at - 1)))
    )
      at -= 1;
    else break;
  }
  return at;
}
