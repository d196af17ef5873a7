/**
 * Actors, sources and tags of the case by name, so that a file of a million rows makes each of them once.
 * Names are compared folded: case, accents and apostrophes do not make two actors.
 */
import type { ReadActor, ReadSource } from '../../../shared/import/imported.ts';
import { fold } from '../../../shared/lib/fold.ts';
import { ownText } from '../../../shared/lib/own-text.ts';
import {
  eachDatedSource,
  listActorNames,
  listFurtherNames,
  listSourceNames,
  listTagNames,
} from '../../db/queries/import-names.ts';
import type { Reader } from '../../db/sqlite.ts';

export interface NamedActor {
  readonly id: string;
  /** Its name as the search index has it. */
  readonly words: string;
  /** Its further names, likewise. */
  readonly further: readonly string[];
}

/** Makes a record that is not there yet; answers its id. */
export interface NameMaker {
  readonly actor: (actor: ReadActor) => string;
  readonly source: (source: ReadSource) => string;
  readonly tag: (name: string) => string;
}

type SourceFacts = Pick<ReadSource, 'title' | 'publisher' | 'url' | 'published'>;

/** Whether nothing is known of a source but its title. */
function isNameOnly({ publisher, url, published }: SourceFacts): boolean {
  return publisher === null && url === null && published === null;
}

function factsKey({ title, publisher, url, published }: SourceFacts): string {
  return [fold(title), fold(publisher ?? ''), url ?? '', published ?? ''].join('\u001f');
}

export class ImportNames {
  readonly #db: Reader;
  readonly #actors = new Map<string, NamedActor>();
  readonly #sources = new Map<string, string>();
  readonly #tags = new Map<string, string>();
  /** Spellings met so far: folding each of a million names would take longer than all else. */
  readonly #actorSpellings = new Map<string, NamedActor>();
  readonly #sourceSpellings = new Map<string, string>();
  /** Sources by all that is known of them; read when a file first has such a one. */
  #datedSources: Map<string, string> | undefined;
  maker: NameMaker;

  constructor(db: Reader, maker: NameMaker) {
    this.#db = db;
    this.maker = maker;
    const further = new Map<string, string[]>();
    for (const { id, name } of listFurtherNames(db)) {
      const known = further.get(id);
      if (known === undefined) further.set(id, [fold(name)]);
      else known.push(fold(name));
    }
    const known = new Map<string, NamedActor>();
    for (const { id, name } of listActorNames(db)) {
      const words = fold(name);
      // its main name comes first
      const actor = known.get(id) ?? { id, words, further: further.get(id) ?? [] };
      known.set(id, actor);
      if (!this.#actors.has(words)) this.#actors.set(words, actor);
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
    const name = ownText(actor.name);
    const words = fold(name);
    let found = this.#actors.get(words);
    if (found === undefined) {
      const id = this.maker.actor(actor);
      const further = (actor.names ?? []).map((other) => fold(ownText(other.name)));
      found = { id, words, further };
      this.#actors.set(words, found);
      for (const other of further) if (!this.#actors.has(other)) this.#actors.set(other, found);
    }
    this.#actorSpellings.set(name, found);
    return found;
  }

  source(source: ReadSource): string {
    return isNameOnly(source) ? this.namedSource(source) : this.#datedSource(source);
  }

  /** A source by its title alone, also one of which more is known. */
  namedSource(source: ReadSource): string {
    const spelled = this.#sourceSpellings.get(source.title);
    if (spelled !== undefined) return spelled;
    const title = ownText(source.title);
    const words = fold(title);
    let found = this.#sources.get(words);
    if (found === undefined) {
      found = this.maker.source(source);
      this.#sources.set(words, found);
    }
    this.#sourceSpellings.set(title, found);
    return found;
  }

  hasNamedSource(title: string): boolean {
    return this.#sources.has(fold(title));
  }

  #datedSource(source: ReadSource): string {
    if (this.#datedSources === undefined) {
      this.#datedSources = new Map();
      for (const { id, ...facts } of eachDatedSource(this.#db)) {
        const key = factsKey(facts);
        if (!this.#datedSources.has(key)) this.#datedSources.set(key, id);
      }
    }
    const key = factsKey(source);
    let found = this.#datedSources.get(key);
    if (found === undefined) {
      found = this.maker.source(source);
      this.#datedSources.set(key, found);
    }
    return found;
  }

  tag(name: string): string {
    const words = fold(name);
    let found = this.#tags.get(words);
    if (found === undefined) {
      found = this.maker.tag(name);
      this.#tags.set(ownText(words), found);
    }
    return found;
  }
}
