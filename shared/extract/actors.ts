/** Actors named in a text: those of the case, of the starter list, state forces and unnamed armed men. */
import type { ActorKind } from '../domain/vocabulary.ts';
import type { CountryMention } from './countries.ts';
import type { Document } from './document.ts';
import { type PhraseBook, phraseBook, phraseOf } from './phrases.ts';
import { editsBetween, skeletonOf } from './similar.ts';
import type { KnownActor } from './types.ts';
import { countryName } from './words/countries.ts';

export type Side = 'group' | 'state' | 'unnamed' | 'other';
export type Force = 'army' | 'police' | 'gendarmerie';

export interface ActorMention {
  readonly start: number;
  readonly end: number;
  readonly known: KnownActor | undefined;
  readonly side: Side;
  readonly force: Force | undefined;
  /** Of a state force or group, where the text or the list says so. */
  readonly country: string | undefined;
  readonly kind: ActorKind;
  readonly why: string;
}

export interface ActorIndex {
  readonly book: PhraseBook<KnownActor>;
  readonly long: readonly { readonly actor: KnownActor; readonly skeleton: string }[];
  readonly actors: readonly KnownActor[];
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
          .map((name) => phraseOf(name, actor, /\p{Lu}/u.test(name))),
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

const forceWords: Readonly<Record<string, Force>> = {
  ...Object.fromEntries(
    'army soldier soldiers troop troops military armee armees militaire militaires soldat soldats navy paratroopers servicemen bidasses'
      .split(' ')
      .map((word) => [word, 'army'] as const),
  ),
  ...Object.fromEntries(
    'police policeman policemen policier policiers commissariat'
      .split(' ')
      .map((word) => [word, 'police'] as const),
  ),
  ...Object.fromEntries(
    'gendarme gendarmes gendarmerie'.split(' ').map((word) => [word, 'gendarmerie'] as const),
  ),
};

const unnamed =
  /^(?:(?:unidentified|unknown|suspected|presumed|heavily|armed|non|state|hommes|individus|des|presumes|elements|groupes?|groups?|men|bandits?|gunm[ae]n|militants?|insurgents?|insurges?|d?jihadist(?:e?s)?|terrorist(?:e?s)?|rebels?|rebelles?|extremist(?:e?s)?|islamist(?:e?s)?|assailants?|assaillants?|attackers?|kidnappers|ravisseurs|fighters|combattants|raiders|armes?|lourdement|identifies|inconnus|jihadistes|djihadistes) ?)+$/;
const unnamedHeads = new Set(
  'gunmen gunman militants insurgents jihadists djihadistes jihadistes terrorists terroristes rebels rebelles extremists islamists islamistes assailants assaillants attackers bandits kidnappers fighters combattants insurges raiders ravisseurs'.split(
    ' ',
  ),
);

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
    for (const { actor, skeleton: other } of index.long) {
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

function forcesAndUnnamed(
  document: Document,
  countries: readonly CountryMention[],
  taken: ReadonlySet<number>,
): ActorMention[] {
  const { tokens } = document;
  const byToken = new Map<number, CountryMention>();
  for (const mention of countries)
    for (let i = mention.start; i < mention.end; i += 1) byToken.set(i, mention);
  const found: ActorMention[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || taken.has(i)) continue;
    // "soldats de la paix" serve no army
    const isPeace = /^(?:de la paix|de maintien)/.test(
      document.tokens
        .slice(i + 1, i + 4)
        .map(({ word }) => word)
        .join(' '),
    );
    if (
      /^(?:peacekeepers?|casques)$/.test(token.word) ||
      token.word === 'helmets' ||
      token.word === 'helmet'
    ) {
      const start = byToken.get(i - 1)?.form === 'adjective' ? i - 1 : i;
      const end = token.word === 'casques' ? i + 2 : i + 1;
      found.push({
        start,
        end,
        known: undefined,
        side: 'state',
        force: undefined,
        country: undefined,
        kind: 'external-force',
        why: 'Peacekeepers.',
      });
      continue;
    }
    const force = isPeace ? undefined : (forceWords[token.word] ?? forceAt(document, i));
    if (force !== undefined) {
      const { start, end, country } = withCountry(document, byToken, i);
      found.push({
        start,
        end,
        known: undefined,
        side: 'state',
        force,
        country,
        kind: force === 'army' ? 'state-force' : 'police',
        why:
          country === undefined
            ? 'A state force; its country follows from the place.'
            : `A state force of ${countryName(country)}.`,
      });
      i = Math.max(i, end - 1);
      continue;
    }
    const length = unnamedAt(document, i, taken);
    if (length > 0) {
      found.push({
        start: i,
        end: i + length,
        known: undefined,
        side: 'unnamed',
        force: undefined,
        country: undefined,
        kind: 'unidentified',
        why: 'Armed people without a name.',
      });
      i += length - 1;
    }
  }
  return found;
}

/** "armed forces", "forces armees", "security forces", "forces de defense et de securite". */
function forceAt(document: Document, at: number): Force | undefined {
  const words = document.tokens
    .slice(at, at + 3)
    .map(({ word }) => word)
    .join(' ');
  return /^(?:armed forces|forces armees|security forces|forces de (?:defense|securite|l)|government forces|garde nationale|national guard|defen[cs]e and security|forces gouvernementales|fds)\b/.test(
    words,
  )
    ? 'army'
    : undefined;
}

const forceTail =
  /^(?:forces|force|armees|de|defense|et|securite|and|security|gouvernementales|l|ordre|armed|services|nationale|national|air|la)$/;

function withCountry(document: Document, byToken: ReadonlyMap<number, CountryMention>, at: number) {
  const { tokens } = document;
  let start = at;
  let end = at + 1;
  while (
    forceTail.test(tokens[end]?.word ?? '') &&
    tokens[end]?.gap === '' &&
    /^(?:forces|armed|security|defen[cs]e|government|police|fds)/.test(tokens[at]?.word ?? '')
  )
    end += 1;
  const possessed = tokens[start - 1]?.plain === "'s" ? byToken.get(start - 2) : undefined;
  const before = possessed ?? byToken.get(start - 1);
  const national =
    tokens[end]?.word === 'nationale' || tokens[end]?.word === 'national' ? end + 1 : end;
  const after =
    byToken.get(national) ??
    (/^(?:of|de|du)$/.test(tokens[end]?.word ?? '')
      ? (byToken.get(end + 1) ?? byToken.get(end + 2))
      : undefined);
  const hit =
    before && before.form !== 'capital'
      ? before
      : after && (after.form === 'adjective' || after.start > end)
        ? after
        : undefined;
  if (hit && hit === before) start = hit.start;
  else if (hit) end = hit.end;
  return { start, end, country: hit?.code };
}

function unnamedAt(document: Document, at: number, taken: ReadonlySet<number>): number {
  const { tokens } = document;
  let length = 0;
  for (let i = at; i < at + 5 && i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || taken.has(i) || (i > at && token.gap !== '' && token.gap !== '-')) break;
    const words = tokens
      .slice(at, i + 1)
      .map(({ word }) => word)
      .join(' ');
    if (!unnamed.test(words)) break;
    const isHead =
      unnamedHeads.has(token.word) ||
      /\b(?:armed (?:men|groups?|individuals)|(?:hommes|individus|elements|groupes?) (?:lourdement )?armes?|armed group)\b/.test(
        words,
      );
    if (isHead) length = i - at + 1;
  }
  return length;
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
  return [...known, ...similar, ...acronyms, ...others].sort((a, b) => a.start - b.start);
}

/** The listed actor that is the army, police or gendarmerie of a country; the case's own first. */
export function forceOf(index: ActorIndex, force: Force, country: string): KnownActor | undefined {
  const isPolice = force !== 'army';
  return index.actors.find(({ kind, country: own, name }) => {
    if (own !== country || kind !== (isPolice ? 'police' : 'state-force')) return false;
    return !isPolice || /gendarm/i.test(name) === (force === 'gendarmerie');
  });
}
