/** What rules need to know of sources and actors; of those just made, without asking the case. */
import type { ChainLink } from '../../../shared/domain/origins.ts';
import type { Reliability } from '../../../shared/domain/vocabulary.ts';
import type { ReadActor, ReadSource } from '../../../shared/import/imported.ts';
import { fold } from '../../../shared/lib/fold.ts';
import { actorKindOf, reliabilityOf, sourceWords } from '../../db/queries/import-names.ts';
import { sourceChains } from '../../db/queries/source-chains.ts';
import type { Reader } from '../../db/sqlite.ts';

interface SourceFacts {
  readonly reliability: Reliability;
  readonly chain: readonly ChainLink[];
  /** As the search index has them in the column of an incident's sources. */
  readonly words: string;
}

export class KnownFacts {
  readonly #db: Reader;
  readonly #sources = new Map<string, SourceFacts>();
  readonly #kinds = new Map<string, string | null>();

  constructor(db: Reader) {
    this.#db = db;
  }

  source(id: string): SourceFacts {
    let known = this.#sources.get(id);
    if (known === undefined) {
      known = {
        reliability: reliabilityOf(this.#db, id) as Reliability,
        chain: sourceChains(this.#db, [id]).get(id) ?? [],
        words: fold(sourceWords(this.#db, id)),
      };
      this.#sources.set(id, known);
    }
    return known;
  }

  /** Null for an actor that is in the bin. */
  kindOf(actor: string): string | null {
    let known = this.#kinds.get(actor);
    if (known === undefined) {
      known = actorKindOf(this.#db, actor);
      this.#kinds.set(actor, known);
    }
    return known;
  }

  madeSource(id: string, { title, publisher, reliability = 'F' }: ReadSource): void {
    const chain = [{ id, publisherActorId: null }];
    this.#sources.set(id, { reliability, chain, words: fold(`${title} ${publisher ?? ''}`) });
  }

  madeActor(id: string, { kind }: ReadActor): void {
    this.#kinds.set(id, kind);
  }
}
