/**
 * Persons by title, office or apposition: "General X Y", "X Y, who leads", "que dirige X Y", "said X Y".
 * A name alone never ties a person to one of the case; only the full name of exactly one does.
 */
import type { Document } from './document.ts';
import type { FoundPerson, KnownActor } from './types.ts';

const particles = new Set('ag al el ould ben bin ibn abu abou bint de van von du la le'.split(' '));
const titles = new Set(
  (
    'mr mrs ms dr gen col capt lt maj sgt cmdr prof professor candidate reporter survivor commissioner general colonel captain lieutenant major president minister premier sheikh imam sergeant commander spokesman spokeswoman spokesperson leader chief ambassador envoy representative governor mayor prosecutor coach director bishop emir brigadier admiral ' +
    'analyst activist lawyer researcher teacher shopkeeper farmer trader resident secretary-general striker defender coordinator official judge senator deputy chairman ' +
    'candidat professeur president presidente secretaire ministre commandant capitaine porte-parole parole gouverneur prefet maire procureur chef ambassadeur representant representante directeur directrice adjudant sergent cheikh emir eveque general colonel lieutenant m mme pere chercheur militant avocat depute secretaire coordinateur malien burkinabe nigerien nigerian malian dirigeant meneur leader entraineur'
  ).split(' '),
);
const verbsBefore = new Set(
  'said says added told dirige dirigee dirigent commande mene conduit head heads headed led lead named by par declare explique raconte affirme precise ajoute indique support deplore estime assure glisse confie temoigne rapporte appelle'.split(
    ' ',
  ),
);
const verbsAfter = new Set(
  'said says accused told added declared announced claimed a dit'.split(' '),
);
const rolesAfter =
  /^(?:who|qui|a|an|the|le|la|l|un|une|chef|leader|head|commander|spokes\w+|porte|president\w*|minist\w+|gouverneur|director|directeur|emir|representant\w*|general|colonel|dont|numero)$/;
const notNames =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|the|le|la|les|un|une|security|council|united|nations|islamic|state|etat|islamique|army|ministry|government|group|groupe|radio|agency|al|saudi|human|rights|watch|in|on|at|he|she|it|we|they|but|et|mais|il|elle|dans|au|en|selon|apres|according|two|three|children|special|central|south|north|east|west)$/;

export interface PersonMention {
  readonly start: number;
  readonly end: number;
  readonly role: string | undefined;
  readonly why: string;
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
    const mention = reasonFor(document, i, end);
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
      !notNames.test(token.word) &&
      !(titles.has(token.word) && i === start)
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

function reasonFor(document: Document, start: number, end: number): PersonMention | undefined {
  const { tokens } = document;
  const before = tokens.slice(Math.max(0, start - 3), start);
  const title = before.findLast(({ word }) => titles.has(word));
  const isClose =
    title !== undefined &&
    !tokens
      .slice(title.index + 1, start + 1)
      .some(
        ({ gap }, i) =>
          /[;:!?]/.test(gap) || (gap.includes('.') && !(i === 0 && title.word.length <= 4)),
      ) &&
    tokens
      .slice(title.index + 1, start)
      .every(
        ({ word }) =>
          titles.has(word) ||
          /^(?:de|du|general|the|of|l|la|le|des|d)$/.test(word) ||
          word.length > 6,
      );
  if (title && isClose) {
    const from = roleStart(document, title.index);
    return {
      start,
      end,
      role: document.quote(from, start),
      why: `After the title "${title.plain}".`,
    };
  }
  const next = tokens[end];
  if (next?.gap.includes(',') && rolesAfter.test(next.word)) {
    let last = end + 1;
    while (last < tokens.length && last < end + 12 && !/[,.;:()\n]/.test(tokens[last]?.gap ?? '.'))
      last += 1;
    const role = document.quote(end, last);
    if (
      /^(?:who|qui|dont) /i.test(`${role} `) ||
      /\b(?:leader|head|chief|commander|spokes|president|minister|director|resident|shopkeeper|teacher|farmer|trader|driver|official|analyst|chef|porte|ministre|directeur|habitant|enseignant|commer|maire|gouverneur|emir|general|colonel|representative|representant|doctor|nurse|elder|imam|member|membre|mother|father|prosecutor|procureur|lawyer|avocat|researcher|chercheur|activist|militant|judge|juge|student|priest|pastor|pretre|trader|coordinat|secretary|secr|witness|survivor|survivant|historian|mayor|commissioner|candidate)/i.test(
        role,
      )
    ) {
      return {
        start,
        end,
        role: role.replace(/^(?:who|qui|an?|the|le|la|un|une) /i, ''),
        why: 'An office or trade stands after the name.',
      };
    }
  }
  const office = officeBefore(document, start, end);
  if (office !== undefined)
    return { start, end, role: office, why: 'An office stands before the name.' };
  const lead = before.at(-1);
  const lead2 = before.at(-2);
  const leadWord = [lead, lead2].find((token) => token && verbsBefore.has(token.word));
  const isVerb =
    leadWord !== undefined &&
    !/[.;:!?]/.test(tokens[start]?.gap ?? '') &&
    leadWord.word !== 'by' &&
    leadWord.word !== 'par' &&
    leadWord.word !== 'support';
  if (isVerb && !['the', 'in', 'to', 'on', 'a', 'au', 'dans', 'que'].includes(lead?.word ?? ''))
    return { start, end, role: undefined, why: `After "${leadWord.plain}".` };
  if (next && verbsAfter.has(next.word) && next.gap === '' && next.word !== 'a')
    return { start, end, role: undefined, why: `Before "${next.plain}".` };
  return undefined;
}

/** "the head of MINUSCA, Valentine Rugwabiza, said": what stands between a determiner and the comma. */
function officeBefore(document: Document, start: number, end: number): string | undefined {
  const { tokens } = document;
  if (tokens[start]?.gap !== ',' || !/^[,.;:]/.test(tokens[end]?.gap ?? '.')) return undefined;
  for (let i = start - 1; i >= Math.max(0, start - 9); i -= 1) {
    const token = tokens[i];
    if (!token || (i < start - 1 && /[,.;:()"\n]/.test(tokens[i + 1]?.gap ?? ''))) return undefined;
    if (
      /^(?:capital|town|city|province|village|district|region|river|fleuve|ville|capitale|localite|commune|camp|state|area|team|club|radio|agency|base)$/.test(
        token.word,
      )
    )
      return undefined;
    if (
      /^(?:the|le|la|l|its|son|sa|their|leur|his|her|a|an|un|une)$/.test(token.word) &&
      i < start - 1
    )
      return document.quote(i + 1, start);
  }
  return undefined;
}

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
