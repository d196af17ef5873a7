/**
 * Actors, sources and tags of the case by name, so that a file of a million rows makes each of them once.
 * Names are compared folded: case, accents and apostrophes do not make two actors.
 */
import type { ReadActor } from '../../../shared/import/read-acled.ts';
import { fold } from '../../../shared/lib/fold.ts';
import {
  aliasedActorIds,
  listActorNames,
  listSourceNames,
  listTagNames,
} from '../../db/queries/import-names.ts';
import type { Reader } from '../../db/sqlite.ts';

export interface NamedActor {
  readonly id: string;
  /** As the search index has it; undefined where the actor has further names. */
  readonly words: string | undefined;
}

/** Makes a record that is not there yet; answers its id. */
export interface NameMaker {
  readonly actor: (actor: ReadActor) => string;
  readonly source: (title: string) => string;
  readonly tag: (name: string) => string;
}

export class ImportNames {
  readonly #actors = new Map<string, NamedActor>();
  readonly #sources = new Map<string, string>();
  readonly #tags = new Map<string, string>();
  /** Spellings met so far: folding each of a million names would take longer than all else. */
  readonly #actorSpellings = new Map<string, NamedActor>();
  readonly #sourceSpellings = new Map<string, string>();
  maker: NameMaker;

  constructor(db: Reader, maker: NameMaker) {
    this.maker = maker;
    const aliased = aliasedActorIds(db);
    for (const { id, name } of listActorNames(db)) {
      const words = fold(name);
      if (this.#actors.has(words)) continue;
      this.#actors.set(words, { id, words: aliased.has(id) ? undefined : words });
    }
    for (const { id, name } of listSourceNames(db)) {
      const words = fold(name);
      if (!this.#sources.has(words)) this.#sources.set(words, id);
    }
    for (const { id, name } of listTagNames(db)) this.#tags.set(fold(name), id);
  }

  actor(actor: ReadActor): NamedActor {
    const spelled = this.#actorSpellings.get(actor.name);
    if (spelled !== undefined) return spelled;
    const words = fold(actor.name);
    let found = this.#actors.get(words);
    if (found === undefined) {
      found = { id: this.maker.actor(actor), words };
      this.#actors.set(words, found);
    }
    this.#actorSpellings.set(actor.name, found);
    return found;
  }

  source(title: string): string {
    const spelled = this.#sourceSpellings.get(title);
    if (spelled !== undefined) return spelled;
    const words = fold(title);
    let found = this.#sources.get(words);
    if (found === undefined) {
      found = this.maker.source(title);
      this.#sources.set(words, found);
    }
    this.#sourceSpellings.set(title, found);
    return found;
  }

  tag(name: string): string {
    const words = fold(name);
    let found = this.#tags.get(words);
    if (found === undefined) {
      found = this.maker.tag(name);
      this.#tags.set(words, found);
    }
    return found;
  }
}
