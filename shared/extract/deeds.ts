/** How a name stands to the violent deed of its clause: it does it, suffers it, or is only named. */
import type { ActorMention } from './actor-mention.ts';
import { rightOf } from './deeds-after.ts';
import { be, type Clause, leftOf, type Standing } from './deeds-before.ts';
import type { Document } from './document.ts';
import { assets, deedNouns } from './words/deeds.ts';

export interface Bounds {
  /** Token positions of the part of the sentence, `end` excluded. */
  readonly start: number;
  readonly end: number;
}

const inName =
  /^(?:the|an|some|apostates?|crusaders?|infidels?|apostats?|croises?|tyrannical|le|la|les|l|un|une|its|their|his|ses|leurs|suspected|alleged|presumed|armed|heavily|unidentified|paramilitary|government|several|many|dozens|hundreds|scores|plusieurs|dizaines|centaines|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|dix|other|autres|more|nombreux|local|former|new|same|meme)$/;
/** Heads that a name completes: "fighters of the RSF", "des miliciens de la Codeco". */
const head =
  /^(?:(?:diz|vingt|trent|quarant|cinquant|soixant|quinz|douz|cent)aines?|plus|dozens|hundreds|scores|jihadists?|islamists?|insurgents?|rebels?|militants?|fighters?|militiamen|militia|militias|elements?|men|gunmen|soldiers?|troops|members?|forces|groups?|terrorists?|terroristes?|combattants?|rebelles?|miliciens?|milices?|hommes|membres|d?jihadistes?|islamistes?|insurges|paramilitaries|paramilitaires?|separatists?|separatistes?|groupes?|armes?|presumes?|suspects?|gangs?|bandits|extremists|factions?|leaders?|chefs?|commanders?|unit|unite|column|colonne|patrol|patrouille|mission|helmets|casques|bleus|peacekeepers|armee|army|aviation)$/;
const trailing =
  /^(?:fighters?|militants?|insurgents?|gunmen|rebels?|forces|elements?|group|militia|militias|troops|soldiers?|members?|men|combattants?|rebelles?|miliciens?|terrorists?|jihadists?|paramilitaries|movement|organi[sz]ation|gang|faction|personnel|peacekeepers|extremists|guerrillas)$/;
const weapons =
  /^(?:'s|s|air|drone|suicide|rocket|mortar|artillery|missile|deadly|bomb|brutal|night|car|truck|first|latest|recent|major|cross-border|joint)$/;

export function standingOf(mention: ActorMention, bounds: Bounds, document: Document): Standing {
  const { start: from, end: to } = bounds;
  const { tokens } = document;
  const clause: Clause = {
    tokens,
    from,
    to,
    word: (i) => (i >= from && i < to ? (tokens[i]?.word ?? '') : ''),
  };
  const { word } = clause;
  const first = nameStart(mention, clause, document);
  let last = mention.end;
  while (
    last < to &&
    !/[,;:.\u2014]/.test(tokens[last]?.gap ?? '') &&
    (trailing.test(word(last)) || (/\(/.test(tokens[last]?.gap ?? '') && tokens[last]?.isUpper))
  )
    last += 1;
  const isBreak = (i: number) => /[,;:.()\u2014]/.test(tokens[i]?.gap ?? '');
  const hasAssetAfter = assets.test(word(last)) && !isBreak(last);
  const isAsset = hasAssetAfter || isAssetBefore(clause, first, mention);
  // "les combattants de X qui avaient attaque": their own clause tells more than what stands before
  if (/^(?:who|qui|which)$/.test(word(last)) && rightOf(clause, last, isAsset) === 'agent')
    return 'agent';
  const left = leftOf(clause, first);
  if (left !== undefined) return left;
  // "an al Shabaab raid", "the army's air strikes"
  for (let i = last; !isAsset && i < Math.min(to, last + 4) && !isBreak(i); i += 1) {
    if (deedNouns.test(word(i))) return 'agent';
    if (!weapons.test(word(i))) break;
  }
  const met = tokens
    .slice(last, Math.min(to, last + 7))
    .map((token) => token.word)
    .join(' ');
  if (metBomb.test(met)) return 'object';
  const right = rightOf(clause, hasAssetAfter ? last + 1 : last, isAsset);
  return right === 'agent' && !isSubjectAt(clause, first) ? undefined : right;
}

/** "a VDP patrol struck an IED": whoever meets a bomb suffers it. */
const metBomb =
  /^(?:\p{L}+ ){0,2}(?:struck|hit|drove over|ran over|stepped on|triggered|set off|saute sur|sautait sur|heurte|roule sur|percute|declenche) (?:an?|two|une?|deux|des) (?:\p{L}+ )?(?:ieds?|improvised|roadside|(?:land)?mines?|explosive|engins?|bombes?|bombs?|booby|eei)\b/u;

const opening =
  /^(?:and|et|but|mais|that|que|qu|while|when|where|as|after|before|because|since|if|although|though|or|ou|then|puis|si|lorsque|lorsqu|quand|alors|comme|car|dont|until|saying|said|says|told|adding|claiming|claimed|reported|affirme|indique|declare|selon|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|hier|night|nuit|matin|soir|morning|afternoon|evening|aube|dawn|\d{4}|tandis|parce|later|tard|suspected|quelque|some|environ|pres|about|est|sont|been)$/;

const troop =
  /^(?:missions?|patrouilles?|patrols?|unites?|units?|detachements?|detachments?|colonnes?|columns?|elements?|members?|membres|groupes?|groups?|commandos?|fighters|combattants|hommes|men|troupes|troops|helicopteres?|helicopters?|drones?|avions?|aviation|soldats|soldiers)$/;

/** Something may stand as a subject where a clause opens: not after a preposition or another noun. */
function isSubjectAt({ tokens, from, word }: Clause, first: number): boolean {
  if (first <= from || (tokens[first]?.gap ?? '') !== '') return true;
  const before = word(first - 1);
  // "une mission de reconnaissance des FAMa a accroche"
  const isTroop =
    /^(?:of|de|du|des|d)$/.test(before) &&
    [2, 3, 4, 5, 6].some((step) => troop.test(word(first - step)));
  if (isTroop) return true;
  // "lorsque des elements de la Garde": the article of a plural
  if (before === 'des') return first - 1 <= from || opening.test(word(first - 2));
  return (
    opening.test(before) || /(?:ly|ement)$/.test(before) || tokens[first - 1]?.isNumber === true
  );
}

/** Where the whole name begins: "des miliciens de la Codeco", "suspected 3R elements". */
function nameStart(
  mention: ActorMention,
  { tokens, from, word }: Clause,
  document: Document,
): number {
  let first = mention.start;
  for (let guard = 0; guard < 10 && first > from; guard += 1) {
    if (/[,;:.()\u2014]/.test(tokens[first]?.gap ?? '')) break;
    const before = word(first - 1);
    const isOf =
      /^(?:of|de|du|d|from)$/.test(before) || (before === 'des' && !be.test(word(first - 2)));
    const isArticle = before === 'a' && document.lang === 'en';
    const fits = isOf
      ? head.test(word(first - 2))
      : isArticle ||
        before === 'des' ||
        inName.test(before) ||
        head.test(before) ||
        tokens[first - 1]?.isNumber === true;
    if (!fits) break;
    first -= 1;
  }
  return first;
}

/** "a base of the army", "un camp des FAMa". */
function isAssetBefore({ from, word }: Clause, first: number, mention: ActorMention): boolean {
  for (let i = mention.start - 1; i >= Math.max(from, first - 3); i -= 1)
    if (
      assets.test(word(i)) &&
      !/^(?:members?|elements?|fighters?|commanders?|units?|unites?)$/.test(word(i)) &&
      /^(?:of|de|du|des|d)$/.test(word(i + 1))
    )
      return true;
  return false;
}
