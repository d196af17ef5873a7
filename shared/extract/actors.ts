/** Actors named in a text: those of the case, of the starter list, state forces and unnamed armed men. */
import type { ActorKind } from '../domain/vocabulary.ts';
import type { ActorMention, Force, Side } from './actor-mention.ts';
import type { CountryMention } from './countries.ts';
import type { Document } from './document.ts';
import { forcesAndUnnamed } from './forces.ts';
import { type PhraseBook, phraseBook, phraseOf } from './phrases.ts';
import { editsBetween, skeletonOf } from './similar.ts';
import type { KnownActor } from './types.ts';
import { unlistedGroups } from './unlisted-groups.ts';

export interface ActorIndex {
  readonly book: PhraseBook<KnownActor>;
  readonly long: readonly { readonly actor: KnownActor; readonly skeleton: string }[];
  readonly actors: readonly KnownActor[];
}

/** "Fano", "SITE", "The Base" may be other words; "wazalendo" and "taliban" are not. */
function mustBeCapital(name: string): boolean {
  return /\p{Lu}/u.test(name) && (name.length < 7 || /\s/.test(name));
}

/** Prepares a list of actors once; a case's list is small, the starter list has some 300 names. */
export function actorIndex(actors: readonly KnownActor[]): ActorIndex {
  const ordered = [...actors].sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
  const named = ordered.filter(({ kind }) => kind !== 'person' && kind !== 'civilians');
  return {
    actors: ordered,
    book: phraseBook(
      named.flatMap((actor) =>
        [actor.name, ...actor.names]
          .filter((name) => name.trim().length > 1)
          .map((name) => phraseOf(name, actor, mustBeCapital(name))),
      ),
    ),
    long: named.flatMap((actor) =>
      [actor.name, ...actor.names]
        .map((name) => ({ actor, skeleton: skeletonOf(phraseOf(name, actor, true).words) }))
        .filter(({ skeleton }) => skeleton.length >= 11 && skeleton.includes(' ')),
    ),
  };
}

const armedGroup = new Set<ActorKind>(['rebel-group', 'identity-militia']);
export function sideOf(kind: ActorKind): Side {
  if (armedGroup.has(kind)) return 'group';
  // militias of the list that are political stand by a government: VDP, CJTF
  return kind === 'political-militia' ||
    kind === 'state-force' ||
    kind === 'police' ||
    kind === 'external-force'
    ? 'state'
    : 'other';
}

function knownAt(document: Document, index: ActorIndex): ActorMention[] {
  const { tokens } = document;
  const found: ActorMention[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const hit = index.book.at(tokens, i);
    if (!hit) continue;
    const actor = hit.phrase.value;
    found.push({
      start: i,
      end: i + hit.length,
      known: actor,
      side: sideOf(actor.kind),
      force: undefined,
      country: actor.country ?? undefined,
      kind: actor.kind,
      why: actor.isOwn
        ? `A name of ${actor.name}, an actor of the case.`
        : `A name of ${actor.name} in the starter list.`,
    });
    i += hit.length - 1;
  }
  return found;
}

const linking = new Set(
  'al el ul wa wal l la le les de des du d et a au aux the of for and in ed ad an as'.split(' '),
);

/** Long names in an unusual spelling: "Jama'a Nusrat ul-Islam wa al-Muslimin". */
function similarNames(
  document: Document,
  index: ActorIndex,
  taken: ReadonlySet<number>,
): ActorMention[] {
  const { tokens } = document;
  const found: ActorMention[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    if (!tokens[i]?.isCapital || taken.has(i)) continue;
    let end = i + 1;
    for (let j = i + 1; j < tokens.length && j < i + 12; j += 1) {
      const token = tokens[j];
      if (!token || taken.has(j) || /[.,;:!?()\n"]/.test(token.gap)) break;
      if (
        token.isCapital ||
        (token.word.length > 3 && /^\p{L}/u.test(token.word) && document.lang === 'fr')
      )
        end = j + 1;
      else if (!linking.has(token.word)) break;
    }
    if (end - i < 3) continue;
    const best = bestSimilar(document, index, i, end);
    if (!best) continue;
    found.push({
      start: i,
      end: best.end,
      known: best.actor,
      side: sideOf(best.actor.kind),
      force: undefined,
      country: best.actor.country ?? undefined,
      kind: best.actor.kind,
      why: `Spelt nearly like a name of ${best.actor.name}.`,
    });
    i = best.end - 1;
  }
  return found;
}

function bestSimilar(document: Document, index: ActorIndex, start: number, longest: number) {
  for (let end = longest; end - start >= 3; end -= 1) {
    const skeleton = skeletonOf(document.tokens.slice(start, end).map(({ word }) => word));
    if (skeleton.length < 11) return undefined;
    const most = Math.floor(skeleton.length / 7);
    let best: { readonly actor: KnownActor; readonly edits: number } | undefined;
    // spellings differ inside a name, not at its first consonant
    for (const { actor, skeleton: other } of index.long) {
      if (other.charCodeAt(0) !== skeleton.charCodeAt(0)) continue;
      const edits = editsBetween(skeleton, other, most);
      if (edits <= most && edits < (best?.edits ?? Number.POSITIVE_INFINITY))
        best = { actor, edits };
    }
    if (best) return { actor: best.actor, end };
  }
  return undefined;
}

/** "(JMIN)" after a known name is another name of it in this text. */
function bracketed(document: Document, mentions: readonly ActorMention[]): ActorMention[] {
  const { tokens } = document;
  const names = new Map<string, ActorMention>();
  for (const mention of mentions) {
    const next = tokens[mention.end];
    if (next?.gap.endsWith('(') && next.isUpper && mention.known) names.set(next.word, mention);
  }
  if (names.size === 0) return [];
  const taken = new Set(
    mentions.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
  );
  return tokens.flatMap((token) => {
    const mention = token.isUpper && !taken.has(token.index) ? names.get(token.word) : undefined;
    return mention
      ? [
          {
            ...mention,
            start: token.index,
            end: token.index + 1,
            why: `Given in brackets after ${document.quote(mention.start, mention.end)}.`,
          },
        ]
      : [];
  });
}

/** "Soldiers of the caliphate" are those of the only province of Islamic State that the text names. */
function asProvince(mentions: readonly ActorMention[], document: Document): ActorMention[] {
  const isProvince = ({ known }: ActorMention) =>
    known !== undefined && /^(?:iswap|islamic state[ -]+\S)/i.test(known.name);
  const provinces = mentions.filter(isProvince);
  const [only] = provinces;
  if (!only?.known || new Set(provinces.map(({ known }) => known?.key)).size > 1)
    return [...mentions];
  const { known } = only;
  return mentions.map((mention) =>
    mention.known?.name === 'Islamic State' &&
    /caliphate|califat/i.test(document.quote(mention.start, mention.end))
      ? {
          ...mention,
          known,
          why: `The only province of Islamic State that the text names: ${known.name}.`,
        }
      : mention,
  );
}

/** "fighters of the same group", "des combattants du meme groupe": the group named before. */
function sameGroup(document: Document, mentions: readonly ActorMention[]): ActorMention[] {
  const { tokens } = document;
  return tokens.flatMap((token, i): ActorMention[] => {
    if (
      !/^(?:same|meme)$/.test(token.word) ||
      !/^(?:group|groupe)$/.test(tokens[i + 1]?.word ?? '')
    )
      return [];
    // "JNIM, affiliated with al-Qaeda" is JNIM
    const isAside = (start: number) =>
      tokens
        .slice(Math.max(0, start - 4), start)
        .some((each) =>
          /^(?:affili|linked|lie|loyal|allied|branch|releve|rattach)/.test(each.word),
        );
    const before = mentions.findLast(
      ({ side, known, start, end }) => side === 'group' && known && end <= i && !isAside(start),
    );
    return before
      ? [{ ...before, start: i, end: i + 2, why: `Points back to ${before.known?.name ?? ''}.` }]
      : [];
  });
}

/** All actors named, in order. The case's names come before the starter list's, those before patterns. */
export function actorMentions(
  document: Document,
  index: ActorIndex,
  countries: readonly CountryMention[],
): readonly ActorMention[] {
  const known = knownAt(document, index);
  const taken = new Set<number>();
  const take = (mentions: readonly ActorMention[]) => {
    for (const { start, end } of mentions) for (let i = start; i < end; i += 1) taken.add(i);
    return mentions;
  };
  take(known);
  const similar = take(similarNames(document, index, taken));
  const acronyms = take(bracketed(document, [...known, ...similar]));
  const unlisted = take(unlistedGroups(document, countries, taken));
  const again = take(
    sameGroup(
      document,
      [...known, ...similar, ...acronyms].sort((a, b) => a.start - b.start),
    ),
  );
  const others = forcesAndUnnamed(document, countries, taken).filter(
    // "Boko Haram militants", "combattants de l'Etat islamique": the name says it
    ({ side, start, end }) =>
      side !== 'unnamed' ||
      !(
        taken.has(start - 1) ||
        taken.has(end) ||
        ((taken.has(end + 1) || taken.has(end + 2)) &&
          /^(?:de|du|of|d|from)$/.test(document.tokens[end]?.word ?? ''))
      ),
  );
  return asProvince(
    [...known, ...similar, ...acronyms, ...unlisted, ...again, ...others],
    document,
  ).sort((a, b) => a.start - b.start);
}

/** The listed actor that is the army, police or gendarmerie of a country; the case's own first. */
export function forceOf(index: ActorIndex, force: Force, country: string): KnownActor | undefined {
  const isPolice = force !== 'army';
  return index.actors.find(({ kind, country: own, name }) => {
    if (own !== country || kind !== (isPolice ? 'police' : 'state-force')) return false;
    return !isPolice || /gendarm/i.test(name) === (force === 'gendarmerie');
  });
}
