// Which actor of the case a name in a text stands for. A name that is in the case or in the bundled list
// answers itself; every other is asked about once. Persons are never taken on their name alone. Pure.
import type { CastMember } from '../../../../shared/contract/extract-calls.ts';
import type { ActorRow } from '../../../../shared/contract/read-calls.ts';
import type { ActorKind } from '../../../../shared/domain/vocabulary.ts';
import { fold } from '../../../../shared/lib/fold.ts';

/** A name as the text gives it, with what is known about who bears it. */
export interface Named {
  readonly words: string;
  readonly canonical: string | null;
  /** Id of a record of the case, or key of the bundled list. */
  readonly key: string | null;
  readonly kind: ActorKind;
  /** Place of the incident: "residents" are those of one place. */
  readonly place: string | null;
}

export type Answer =
  | { readonly kind: 'actor'; readonly id: string }
  | { readonly kind: 'new'; readonly name: string; readonly actorKind: ActorKind }
  /** The name stays in the words of the statement. */
  | { readonly kind: 'words' };

export type Who =
  | { readonly kind: 'actor'; readonly id: string; readonly name: string }
  | { readonly kind: 'listed'; readonly member: CastMember }
  | { readonly kind: 'new'; readonly name: string; readonly actorKind: ActorKind }
  | { readonly kind: 'words' }
  | { readonly kind: 'ask'; readonly question: Question };

export interface Choice {
  readonly answer: Answer;
  /** Name of the actor; empty where the words stay words. */
  readonly name: string;
}

export interface Question {
  /** Same for the same name about the same place. */
  readonly key: string;
  readonly words: string;
  /** The likely answer first. */
  readonly choices: readonly Choice[];
}

export interface Cast {
  readonly actors: readonly ActorRow[];
  readonly members: readonly CastMember[];
  readonly answers: ReadonlyMap<string, Answer>;
}

export function whoIs(named: Named, cast: Cast): Who {
  const key = questionKey(named);
  const given = answered(cast.answers.get(key), cast.actors);
  if (given !== undefined) return given;
  const own = cast.actors.find(({ id }) => id === named.key);
  const matches = own === undefined ? bearers(named, cast) : [own];
  const [match] = matches;
  if (match !== undefined && matches.length === 1 && match.kind !== 'person') {
    return { kind: 'actor', id: match.id, name: match.name };
  }
  const member = matches.length === 0 ? memberOf(named, cast.members) : undefined;
  if (member !== undefined) return { kind: 'listed', member };
  return {
    kind: 'ask',
    question: { key, words: named.words, choices: choicesFor(named, matches, cast) },
  };
}

/** An answer of before, as long as what it pointed to is there. */
function answered(answer: Answer | undefined, actors: readonly ActorRow[]): Who | undefined {
  if (answer === undefined) return undefined;
  if (answer.kind === 'actor') {
    const actor = actors.find(({ id }) => id === answer.id);
    return actor && { kind: 'actor', id: actor.id, name: actor.name };
  }
  if (answer.kind === 'words') return answer;
  // made with an earlier suggestion
  const made = actors.find(({ name }) => name === answer.name);
  return made ? { kind: 'actor', id: made.id, name: made.name } : answer;
}

export function questionKey({ words, place }: Named): string {
  return isGeneric(words) ? `${fold(words)}\n${fold(place ?? '')}` : fold(words);
}

/** "residents", "a security source": words for many, not a name. */
function isGeneric(words: string): boolean {
  return !/\p{Lu}/u.test(words);
}

/** Actors of the case that bear the name, or another name of the listed actor it stands for. */
function bearers(named: Named, { actors, members }: Cast): readonly ActorRow[] {
  const member = memberOf(named, members);
  const names = new Set(
    [named.words, named.canonical, member?.name, ...(member?.names ?? [])]
      .filter((name) => name !== null && name !== undefined)
      .map(fold),
  );
  return actors.filter(({ name, names: others }) =>
    [name, ...others.map((other) => other.name)].some((one) => names.has(fold(one))),
  );
}

function memberOf(named: Named, members: readonly CastMember[]): CastMember | undefined {
  const listed = members.filter(({ isOwn }) => !isOwn);
  const byKey = listed.find(({ key }) => key === named.key);
  if (byKey !== undefined) return byKey;
  const wanted = [named.canonical, named.words].filter((name) => name !== null).map(fold);
  return listed.find(({ name, names }) =>
    [name, ...names].some((one) => wanted.includes(fold(one))),
  );
}

const mostNear = 3;

function choicesFor(
  named: Named,
  matches: readonly ActorRow[],
  { actors }: Cast,
): readonly Choice[] {
  const near = matches.length > 0 ? matches : nearTo(named, actors);
  const known = near
    .slice(0, mostNear)
    .map(({ id, name }): Choice => ({ answer: { kind: 'actor', id }, name }));
  const name = nameFor(named);
  const fresh: Choice = { answer: { kind: 'new', name, actorKind: named.kind }, name };
  const words: Choice = { answer: { kind: 'words' }, name: '' };
  // "three said", "he said": nobody to make an actor of
  return isBareCount(named.words) ? [words, ...known, fresh] : [...known, fresh, words];
}

/** "residents" beside Djibo: "Residents of Djibo" has all its words and the place. */
function nearTo({ words, place }: Named, actors: readonly ActorRow[]): readonly ActorRow[] {
  const wanted = wordsOf(words);
  if (wanted.length === 0) return [];
  const where = isGeneric(words) && place !== null ? wordsOf(place) : [];
  return actors.filter(({ name, names }) =>
    [name, ...names.map((other) => other.name)].some((one) => {
      const has = new Set(wordsOf(one));
      return [...wanted, ...where].every((word) => has.has(word));
    }),
  );
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);
}

function isBareCount(words: string): boolean {
  return (
    words.length < 4 ||
    /^(?:\d+|two|three|four|five|six|several|some|many|deux|trois|quatre|cinq|plusieurs|certains|the text)$/i.test(
      words,
    )
  );
}

/** `Residents (Djibo)` for words that stand for many, the name itself otherwise. */
function nameFor({ words, place }: Named): string {
  const capital = words.charAt(0).toLocaleUpperCase() + words.slice(1);
  return isGeneric(words) && place !== null ? `${capital} (${place})` : capital;
}

/** What kind of actor somebody who speaks in a text is likely to be, by the words for them. */
export function speakerKind(words: string, status: string): ActorKind {
  const plain = fold(words);
  if (
    /\b(?:residents?|witness|temoin|habitant|villageois|villager|locals\b|survivo|rescape|famil|trader|farmer|riverain)/.test(
      plain,
    )
  ) {
    return 'civilians';
  }
  if (/\b(?:police|policier|gendarm)/.test(plain)) return 'police';
  if (/\b(?:army|armee|military|militaire|soldier|soldat|general staff|etat-major)/.test(plain)) {
    return 'state-force';
  }
  if (
    /\b(?:government|gouvernement|minist|autorites|authorit|governor|gouvern|prefect|prefet|presiden|mayor|maire|official|officiel|elu)/.test(
      plain,
    )
  ) {
    return 'government';
  }
  if (
    /\b(?:hospital|hopital|medic|ngo|ong|agency|agence|un\b|onu\b|union|association|red cross|croix)/.test(
      plain,
    )
  ) {
    return 'organisation';
  }
  if (/^\p{Lu}\p{L}+(?:[- ]\p{Lu}\p{L}+)+$/u.test(words)) return 'person';
  return status.startsWith('witness') ? 'civilians' : 'other';
}
