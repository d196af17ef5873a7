/** Actors of the starter list into the case: found while typing, added with names and relations. */
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { StarterActor, StarterRelation } from '../../shared/contract/starter-calls.ts';
import { nameTraits } from '../../shared/domain/starter-names.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { type StarterWords, starterWords } from '../../shared/text/starter-words.ts';
import { listActorNames } from '../db/queries/known-actors.ts';
import type { Reader } from '../db/sqlite.ts';
import { act } from './act.ts';
import type { CaseSession } from './session.ts';
import {
  keyOf,
  type ListedActor,
  type ListedRelation,
  listedActors,
  listedRelations,
} from './starter-actors.ts';
import type { Tx } from './transaction.ts';

const most = 8;

/** Key of any name of the case's actors -> id of the actor. */
function actorsByName(db: Reader): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { id, name, names } of listActorNames(db)) {
    for (const each of [name, ...names.split('\n')]) {
      const key = keyOf(each);
      if (key !== '' && !ids.has(key)) ids.set(key, id);
    }
  }
  return ids;
}

function idIn(known: ReadonlyMap<string, string>, actor: ListedActor): string | null {
  for (const key of actor.keys) {
    const id = known.get(key);
    if (id !== undefined) return id;
  }
  return null;
}

export function searchStarters(db: Reader, text: string): StarterActor[] {
  const typed = keyOf(text);
  if (typed === '') return [];
  const words = typed.split(' ');
  const known = actorsByName(db);
  const hits = listedActors.flatMap((actor) => {
    const scores = actor.keys.map((key) => scoreOf(key, typed, words));
    const best = Math.max(...scores);
    if (best === 0 || idIn(known, actor) !== null) return [];
    const at = scores.indexOf(best);
    return [{ actor, score: best, matched: at === 0 ? null : (actor.names[at - 1] ?? null) }];
  });
  return hits
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ actor, matched }) => ({
      key: actor.key,
      name: actor.name,
      kind: actor.kind,
      country: actor.country,
      activeFrom: actor.activeFrom,
      activeTo: actor.activeTo,
      names: [...actor.names],
      matched,
      sources: [...actor.sources],
      relations: relationsOf(actor, known),
    }));
}

/** The whole name, its beginning, or each word at the beginning of a word; 0 for no match. */
function scoreOf(key: string, typed: string, words: readonly string[]): number {
  if (key === typed) return 3;
  if (key.startsWith(typed)) return 2;
  return words.every((word) => key.startsWith(word) || key.includes(` ${word}`)) ? 1 : 0;
}

function relationsOf({ name }: ListedActor, known: ReadonlyMap<string, string>): StarterRelation[] {
  return listedRelations.flatMap((relation) => {
    const { from, to, relation: kind, since, source } = relation;
    if (from !== name && to !== name) return [];
    const other = from === name ? to : from;
    const listed = listedActors.find((actor) => actor.name === other);
    const actorId = listed ? idIn(known, listed) : (known.get(keyOf(other)) ?? null);
    return [
      {
        key: listed?.key ?? null,
        name: other,
        relation: kind,
        isFrom: from === name,
        since,
        source,
        actorId,
      },
    ];
  });
}

/** @throws AppError `record/not-found`, `case/read-only`, `disk/*` */
export function addStarter(
  session: CaseSession,
  { key, lang, relations }: CallArgs<'starter/add'>,
): CallResult<'starter/add'> {
  const actor = listedActors.find((one) => one.key === key);
  if (actor === undefined)
    throw new AppError('record/not-found', `The starter list has no actor ${key}.`, { key });
  const words = starterWords(lang);
  const added: string[] = [];
  return act(session, { kind: 'create', title: actor.name }, (tx) => {
    const known = new Map(actorsByName(tx.db));
    const put = (one: ListedActor): string => {
      const there = idIn(known, one);
      if (there !== null) return there;
      const id = insertActor(tx, one, words);
      for (const each of one.keys) known.set(each, id);
      added.push(id);
      return id;
    };
    const id = put(actor);
    for (const relation of listedRelations) {
      const { from, to } = relation;
      if (from !== actor.name && to !== actor.name) continue;
      const other = from === actor.name ? to : from;
      const wanted = relations.find(({ name }) => name === other);
      if (wanted === undefined) continue;
      const listed = listedActors.find(({ name }) => name === other);
      const there = listed ? idIn(known, listed) : (known.get(keyOf(other)) ?? null);
      const otherId =
        there ?? (wanted.add ? (listed ? put(listed) : bare(tx, other, words)) : null);
      if (otherId === null || otherId === id) continue;
      if (there === null && listed === undefined) {
        known.set(keyOf(other), otherId);
        added.push(otherId);
      }
      const ends =
        from === actor.name ? { from_id: id, to_id: otherId } : { from_id: otherId, to_id: id };
      insertLink(tx, relation, ends, words);
    }
    return { id, name: actor.name, added };
  });
}

function insertActor(tx: Tx, actor: ListedActor, words: StarterWords): string {
  const { id } = tx.insert('actor', {
    name: actor.name,
    name_lang: nameTraits(actor.name).lang,
    kind: actor.kind,
    country: actor.country,
    active_from: actor.activeFrom,
    active_to: actor.activeTo,
    description: actor.sources.map((source) => words[source]).join('\n'),
  });
  for (const name of actor.names) {
    const { lang, script, kind } = nameTraits(name);
    tx.insert('actor_name', { actor_id: id, name, lang, script, kind });
  }
  return id;
}

/** An actor that UCDP names and the list has not: its name alone. */
function bare(tx: Tx, name: string, words: StarterWords): string {
  return tx.insert('actor', { name, kind: 'rebel-group', description: words.ucdp }).id;
}

function insertLink(
  tx: Tx,
  { relation, since, source }: ListedRelation,
  ends: { readonly from_id: string; readonly to_id: string },
  words: StarterWords,
): void {
  tx.insert('link', {
    kind: 'actor-actor',
    ...ends,
    role: relation,
    date_from: since,
    note: words[source],
  });
}
