// Actors behind the names of one save, each made once, and the questions that come before it. Pure.
import type { Op } from '../../../../shared/contract/record-calls.ts';
import type { ActorKind } from '../../../../shared/domain/vocabulary.ts';
import type { ActorChoice, CastBook } from './part-ops.ts';
import type { Suggestion, SuggestionGroup, SuggestionOf } from './suggestion.ts';
import { type Cast, type Named, type Question, speakerKind, whoIs } from './who.ts';

/** Names that have to be known before these suggestions can be recorded, each once. */
export function questionsFor(
  accepted: readonly Suggestion[],
  groups: readonly SuggestionGroup[],
  cast: Cast,
): readonly Question[] {
  const asked = new Map<string, Question>();
  for (const named of accepted.flatMap((item) => namesOf(item, placeOf(item, groups)))) {
    const who = whoIs(named, cast);
    if (who.kind === 'ask') asked.set(who.question.key, who.question);
  }
  return [...asked.values()];
}

/** Everybody that a suggestion names. */
export function namesOf(item: Suggestion, place: string | null): readonly Named[] {
  switch (item.kind) {
    case 'role':
    case 'person':
    case 'actor':
      return [bearer(item, place)];
    case 'claim':
      return [claimant(item, place), via(item)].filter((named) => named !== undefined);
    default:
      return [];
  }
}

export function castBook(
  groups: readonly SuggestionGroup[],
  cast: Cast,
  newId: () => string,
): CastBook {
  const made = new Map<string, string>();
  function choose(named: Named | undefined): ActorChoice {
    if (named === undefined) return { id: null, ops: [] };
    const who = whoIs(named, cast);
    if (who.kind === 'actor') return { id: who.id, ops: [] };
    if (who.kind === 'listed') {
      const { name, kind, country, names } = who.member;
      return make({ name, kind, country }, names);
    }
    if (who.kind === 'new') return make({ name: who.name, kind: who.actorKind, country: null }, []);
    return { id: null, ops: [] };
  }
  function make(
    values: { readonly name: string; readonly kind: ActorKind; readonly country: string | null },
    names: readonly string[],
  ): ActorChoice {
    const known = made.get(values.name);
    if (known !== undefined) return { id: known, ops: [] };
    const id = newId();
    made.set(values.name, id);
    const others = names
      .filter((name) => name !== values.name)
      .map((name): Op => ({ do: 'create', table: 'actor_name', values: nameValues(id, name) }));
    return { id, ops: [{ do: 'create', table: 'actor', id, values }, ...others] };
  }
  const at = (item: Suggestion) => placeOf(item, groups);
  return {
    idOf: (item) => choose(bearer(item, at(item))),
    claimantOf: (item) => choose(claimant(item, at(item))),
    viaOf: (item) => choose(via(item)),
  };
}

function placeOf({ group }: Suggestion, groups: readonly SuggestionGroup[]): string | null {
  const found = groups.find(({ id }) => id === group)?.incident?.incident.place;
  return found?.canonical ?? found?.as_written ?? null;
}

function bearer(item: SuggestionOf<'role' | 'person' | 'actor'>, place: string | null): Named {
  if (item.kind === 'person') {
    const { name: words, key } = item.person;
    return { words, canonical: null, key, kind: 'person', place: null };
  }
  const { name: words, canonical, key, kind } = item.kind === 'role' ? item.role : item.actor;
  return { words, canonical, key, kind, place };
}

function claimant({ claim }: SuggestionOf<'claim'>, place: string | null): Named | undefined {
  if (claim.by === null) return undefined;
  const { by: words, by_canonical: canonical, status } = claim;
  return { words, canonical, key: null, kind: speakerKind(words, status), place };
}

function via({ claim }: SuggestionOf<'claim'>): Named | undefined {
  if (claim.via === null) return undefined;
  const kind = speakerKind(claim.via, '');
  return { words: claim.via, canonical: null, key: null, kind, place: null };
}

function nameValues(actorId: string, name: string) {
  const isArabic = /\p{Script=Arabic}/u.test(name);
  const isAcronym = /^[\p{Lu}\d-]{2,8}$/u.test(name);
  return {
    actor_id: actorId,
    name,
    lang: isArabic ? 'ar' : null,
    script: isArabic ? 'Arab' : null,
    kind: isAcronym ? 'acronym' : 'alias',
  };
}
