/**
 * Persons by title, office or apposition: "General X Y", "X Y, who leads", "que dirige X Y", "said X Y".
 * A name alone never ties a person to one of the case; only the full name of exactly one does.
 */
import type { Document } from './document.ts';
import type { FoundPerson, KnownActor } from './types.ts';
import {
  givenNames,
  namedAfter,
  namedBefore,
  noTrade,
  notNames,
  particles,
  tellingAfter,
  tellingBefore,
  titles,
  titleTails,
  tradeEnding,
} from './words/persons.ts';

const rolesAfter =
  /^(?:who|qui|a|an|the|le|la|l|un|une|chef|leader|head|commander|spokes\w+|porte|president\w*|minist\w+|gouverneur|director|directeur|emir|representant\w*|general|colonel|dont|numero)$/;
const offices =
  /\b(?:leader|head|chief|commander|spokes|president|minister|director|resident|shopkeeper|teacher|farmer|trader|driver|official|analyst|chef|porte|ministre|directeur|directrice|habitant|enseignant|commer|maire|gouverneur|emir|general|colonel|representative|representant|doctor|nurse|elder|imam|member|membre|mother|father|mere|pere|prosecutor|procureur|lawyer|avocat|researcher|chercheu|activist|militant|judge|juge|student|etudiant|priest|pastor|pretre|coordinat|secretary|secr|witness|temoin|survivor|survivant|rescape|historian|mayor|commissioner|candidate|surveyor|veuve|widow)/;

export interface PersonMention {
  readonly start: number;
  readonly end: number;
  readonly role: string | undefined;
  readonly why: string;
  /** Known by the given name alone: worth a word only beside an incident. */
  readonly isBare?: boolean;
}

export function personMentions(
  document: Document,
  taken: ReadonlySet<number>,
): readonly PersonMention[] {
  const { tokens } = document;
  const found: PersonMention[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const end = nameEnd(document, i, taken);
    if (end === undefined) continue;
    const isOther = isNamedAfter(document, i, end) || isByline(document, i);
    const mention = isOther ? undefined : reasonFor(document, i, end);
    if (mention) found.push(mention);
    i = end - 1;
  }
  return found;
}

/** End of a name of two to five words that begins here. */
function nameEnd(
  document: Document,
  start: number,
  taken: ReadonlySet<number>,
): number | undefined {
  const { tokens } = document;
  const ok = (i: number) => {
    const token = tokens[i];
    return (
      token?.isCapital &&
      !taken.has(i) &&
      !notNames.has(token.word) &&
      !(titles.has(token.word) && i === start && !givenNames.has(token.word))
    );
  };
  if (!ok(start)) return undefined;
  let end = start + 1;
  while (end < start + 6) {
    const token = tokens[end];
    if (!token || !/^-?$/.test(token.gap) || taken.has(end)) break;
    if (ok(end) || (token.isCapital && particles.has(token.word))) end += 1;
    else if (particles.has(token.word) && ok(end + 1) && tokens[end + 1]?.gap === '') end += 2;
    else if (token.word === 'al' && ok(end + 1)) end += 2;
    else break;
  }
  const count = end - start;
  if (count < 2 || tokens.slice(start, end).every(({ isUpper }) => isUpper)) return undefined;
  return tokens.slice(start, end).some(({ plain }) => plain.replace(/\./g, '').length < 2)
    ? undefined
    : end;
}

/** "By X and Y" on a line of its own: who wrote the text, not who is in it. */
function isByline({ sentences, sentenceOf }: Document, start: number): boolean {
  const sentence = sentences[sentenceOf(start)];
  return sentence?.isHeading === true && /^(?:by|par)$/.test(sentence.tokens[0]?.word ?? '');
}

/** "CHU Souro Sanou", "Tuggar street": called after somebody. */
function isNamedAfter({ tokens }: Document, start: number, end: number): boolean {
  return (
    (namedAfter.has(tokens[start - 1]?.word ?? '') && tokens[start]?.gap === '') ||
    (namedBefore.has(tokens[end]?.word ?? '') && tokens[end]?.gap === '')
  );
}

function reasonFor(document: Document, start: number, end: number): PersonMention | undefined {
  const { tokens } = document;
  const titled = titleBefore(document, start);
  if (titled !== undefined) {
    const from = roleStart(document, titled);
    return {
      start,
      end,
      role: document.quote(from, start),
      why: `After the title "${tokens[titled]?.plain ?? ''}".`,
    };
  }
  const next = tokens[end];
  const role = roleAfter(document, end);
  if (role !== undefined)
    return { start, end, role, why: 'An office or trade stands after the name.' };
  const office = officeBefore(document, start, end);
  if (office !== undefined)
    return { start, end, role: office, why: 'An office stands before the name.' };
  const lead = [tokens[start - 1], tokens[start - 2]].find(
    (token) => token && tellingBefore.has(token.word),
  );
  const isTurned =
    lead !== undefined &&
    !/[.;:!?\n]/.test(tokens[start]?.gap ?? '') &&
    (lead.index === start - 1 ||
      ![
        'the',
        'in',
        'to',
        'on',
        'a',
        'au',
        'aux',
        'dans',
        'que',
        'at',
        'le',
        'la',
        'les',
        'l',
      ].includes(tokens[start - 1]?.word ?? ''));
  if (isTurned) return { start, end, role: undefined, why: `After "${lead.plain}".` };
  if (next && next.gap === '' && tellsAfter(tokens, end) && !isPlaced(tokens, start))
    return { start, end, role: undefined, why: `Before "${next.plain}".` };
  const isAge =
    next?.gap === ',' &&
    /^\d\d$/.test(next.word) &&
    (tokens[end + 1]?.gap === ',' || /^(?:ans|years)$/.test(tokens[end + 1]?.word ?? ''));
  if (isAge) return { start, end, role: undefined, why: 'An age stands after the name.' };
  if (givenNames.has(tokens[start]?.word ?? ''))
    return { start, end, role: undefined, why: 'Begins with a common given name.', isBare: true };
  return undefined;
}

/** Token of the title before a name: "Colonel X", "General de division X", "le ministre des Mines, X". */
function titleBefore({ tokens }: Document, start: number): number | undefined {
  for (let i = start - 1; i >= Math.max(0, start - 4); i -= 1) {
    const token = tokens[i];
    if (!token) return undefined;
    const gap = tokens[i + 1]?.gap ?? '';
    const isAbbreviated = token.word.length <= 4 && titles.has(token.word) && gap === '.';
    if (gap !== '' && gap !== '-' && !isAbbreviated) return undefined;
    if (titles.has(token.word)) return i;
    if (!titleTails.has(token.word) && !/^(?:de|du|des|d|faso)$/.test(token.word)) return undefined;
    // "chairman of the X Y", "prefet du Mayo-Tsanaga": not a person, unless a rank lies between
    if (i === start - 1 && /^(?:de|du|des|d)$/.test(token.word)) return undefined;
  }
  return undefined;
}

/** ", president of the cooperative", ", tanneur a Dori", ", who leads". */
function roleAfter(document: Document, end: number): string | undefined {
  const { tokens } = document;
  const next = tokens[end];
  if (next?.gap !== ',') return undefined;
  const isTrade =
    !next.isCapital && tradeEnding.test(next.word) && !noTrade.has(next.word) && !next.isNumber;
  if (!rolesAfter.test(next.word) && !isTrade && !titles.has(next.word)) return undefined;
  let last = end + 1;
  while (last < tokens.length && last < end + 12 && !/[,.;:()\n"]/.test(tokens[last]?.gap ?? '.'))
    last += 1;
  const role = document.quote(end, last);
  const folded = document.mirror.folded.slice(next.from, tokens[last - 1]?.to ?? next.to);
  if (isPlaceNoun.test(folded.replace(/^(?:a|an|the|le|la|un|une|l') ?/, ''))) return undefined;
  if (!isTrade && !/^(?:who|qui|dont)\b/.test(folded) && !offices.test(folded)) return undefined;
  return role.replace(/^(?:who|qui|an?|the|le|la|un|une) /i, '');
}

const isPlaceNoun =
  /^(?:\p{L}+ )?(?:capital|town|city|province|village|district|region|ville|capitale|localite|commune|camp|quartier|hamlet|hameau|area|community|settlement|chef-lieu|territoire)\b/u;

/** "fishermen from Baga and Doron Baga said", "the White Helmets said". */
function isPlaced(tokens: Document['tokens'], start: number): boolean {
  // "the White Helmets said"
  if (/^(?:the|les|des)$/.test(tokens[start - 1]?.word ?? '')) return true;
  const joint = /^(?:and|et)$/.test(tokens[start - 1]?.word ?? '');
  const lead = tokens[joint ? start - 3 : start - 1]?.word ?? '';
  return /^(?:from|in|at|near|of|de|a|au|dans)$/.test(lead) && tokens[start]?.gap === '';
}

/** "X said", "X a declare", "X, joint par telephone, raconte". */
function tellsAfter(tokens: Document['tokens'], end: number): boolean {
  const word = tokens[end]?.word ?? '';
  const isFrench = /^(?:a|avait)$/.test(word);
  return tellingAfter.has(isFrench ? (tokens[end + 1]?.word ?? '') : word);
}

/** "the head of MINUSCA, Valentine Rugwabiza, said": what stands between a determiner and the comma. */
function officeBefore(document: Document, start: number, end: number): string | undefined {
  const { tokens } = document;
  if (tokens[start]?.gap !== ',' || !/^[,.;:]/.test(tokens[end]?.gap ?? '.')) return undefined;
  let from: number | undefined;
  for (let i = start - 1; i >= Math.max(0, start - 11); i -= 1) {
    const token = tokens[i];
    // "the U.S. ambassador"
    const isAbbreviated = tokens[i + 1]?.gap === '.' && token?.isUpper === true;
    if (!token) break;
    if (i < start - 1 && /[,.;:()"\n]/.test(tokens[i + 1]?.gap ?? '') && !isAbbreviated) break;
    if (isNoOffice.test(token.word)) return undefined;
    const isDeterminer =
      /^(?:the|le|la|l|its|son|sa|their|leur|his|her|a|an|un|une)$/.test(token.word) ||
      token.plain === "'s";
    if (!isDeterminer || i === start - 1) continue;
    from = i + 1;
    // "le ministre de la Communication": the office begins further left
    if (!/^(?:de|of)$/.test(tokens[i - 1]?.word ?? '')) break;
  }
  return from === undefined ? undefined : document.quote(from, start);
}

const isNoOffice =
  /^(?:capital|town|city|province|village|district|region|river|fleuve|ville|capitale|localite|commune|camp|state|area|team|club|radio|agency|base|hopital|hospital|marche|market)$/;

function roleStart(document: Document, at: number): number {
  let start = at;
  while (
    start > 0 &&
    titles.has(document.tokens[start - 1]?.word ?? '') &&
    !/[.,;:!?]/.test(document.tokens[start]?.gap ?? '')
  )
    start -= 1;
  return start;
}

/** Persons once each, with the case's person of the very same full name where there is just one. */
export function personsFound(
  document: Document,
  mentions: readonly PersonMention[],
  actors: readonly KnownActor[],
): readonly FoundPerson[] {
  const seen = new Map<string, FoundPerson>();
  const people = actors.filter(({ kind, isOwn }) => kind === 'person' && isOwn);
  const fold = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  for (const { start, end, role, why } of mentions) {
    const first = document.tokens[start];
    const last = document.tokens[end - 1];
    if (!first || !last) continue;
    const evidence = document.evidence(first.from, last.to);
    const name = evidence.quote.replace(/\s+/g, ' ');
    const known = people.filter((person) =>
      [person.name, ...person.names].some((each) => fold(each) === fold(name)),
    );
    const [only] = known;
    const reason =
      known.length === 1 && only
        ? `${why} The full name is that of one person of the case.`
        : known.length > 1
          ? `${why} Several persons of the case have this name, so none is linked.`
          : why;
    const earlier = seen.get(fold(name));
    if (earlier && (earlier.role !== null || role === undefined)) continue;
    seen.set(fold(name), {
      name,
      role: role ?? null,
      key: known.length === 1 && only ? only.key : null,
      evidence,
      why: reason,
    });
  }
  return [...seen.values()];
}
