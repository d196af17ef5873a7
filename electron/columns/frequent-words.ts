/**
 * Words that stand in a large part of all texts, with the rows they stand in. To ask the word index
 * for nearly every row takes longer than all the rest of an answer; such words are asked for once,
 * while nothing else is to do, and then only about rows that changed.
 */
import { fold } from '../../shared/lib/fold.ts';
import { manyKeys, sampleTexts } from '../db/queries/column-rows.ts';
import { ftsPhrase } from '../db/queries/fts-query.ts';
import { phraseKeysBetween, phraseKeysOf } from '../db/queries/incident-filter.ts';
import type { Sql } from '../db/sql.ts';
import type { Reader } from '../db/sqlite.ts';
import type { Columns } from './columns.ts';
import type { Mask } from './mask-loops.ts';

/** Share of the incidents from which on a word is kept. */
const leastShare = 0.2;
const mostWords = 24;
/** In a smaller case the word index is quick enough. */
export const usualLeastRows = 50_000;
const sampled = 1000;
/** Keys asked about in one turn: some tens of milliseconds. */
const keysAtOnce = 100_000;

interface Kept {
  mask: Mask;
  /** Rows that changed since the mask was made. */
  readonly changed: Set<number>;
}

export class FrequentWords {
  readonly #db: Reader;
  readonly #columns: Columns;
  readonly #leastRows: number;
  readonly #kept = new Map<string, Kept>();

  constructor(db: Reader, columns: Columns, leastRows: number) {
    this.#db = db;
    this.#columns = columns;
    this.#leastRows = leastRows;
  }

  /** Rows that a phrase of FTS5 stands in, when it is kept. Not to be written to. */
  of(phrase: string): Mask | undefined {
    const kept = this.#kept.get(phrase);
    if (kept === undefined) return undefined;
    if (kept.changed.size > 0) this.#renew(phrase, kept);
    return kept.mask;
  }

  /** Offers the rows of a phrase that was just asked for. */
  offer(phrase: string, mask: Mask): void {
    if (mask.length < this.#leastRows || this.#kept.size >= mostWords) return;
    let total = 0;
    for (let row = 0; row < mask.length; row += 1) total += mask[row] as number;
    if (total >= mask.length * leastShare) this.#kept.set(phrase, { mask, changed: new Set() });
  }

  /** These rows are new or have changed. */
  changed(rows: readonly number[]): void {
    for (const { changed } of this.#kept.values()) for (const row of rows) changed.add(row);
  }

  #renew(phrase: string, kept: Kept): void {
    const { count, arrays } = this.#columns;
    const mask = new Uint8Array(count);
    mask.set(kept.mask);
    for (const row of kept.changed) mask[row] = 0;
    const keys = Array.from(kept.changed, (row) => arrays.key[row] as number);
    this.#mark(mask, phraseKeysOf(phrase, keys));
    kept.mask = mask;
    kept.changed.clear();
  }

  #mark(mask: Mask, statement: Sql): void {
    for (const key of manyKeys(this.#db, statement)) {
      const row = this.#columns.rowOf(key);
      if (row >= 0) mask[row] = 1;
    }
  }

  /**
   * Finds the frequent words from a sample and reads their rows, a piece at each step. Between steps
   * the case may change: a word that was begun is then begun anew.
   */
  *learn(): Generator<void> {
    if (this.#columns.count < this.#leastRows) return;
    for (const word of this.#sampleWords()) {
      const phrase = ftsPhrase(word, true);
      if (phrase === undefined || this.#kept.has(phrase)) continue;
      const kept: Kept = { mask: new Uint8Array(this.#columns.count), changed: new Set() };
      const last = this.#columns.highestKey;
      const noted = this.#underway(phrase, kept);
      for (let after = 0; after < last; after += keysAtOnce) {
        this.#mark(kept.mask, phraseKeysBetween(phrase, after, after + keysAtOnce));
        yield;
      }
      noted();
    }
  }

  /** Changes to rows are noted for a word while it is read; it is kept when the answer is called. */
  #underway(phrase: string, kept: Kept): () => void {
    const name = `… ${phrase}`;
    this.#kept.set(name, kept);
    return () => {
      this.#kept.delete(name);
      if (!this.#kept.has(phrase)) this.#kept.set(phrase, kept);
    };
  }

  /** Words of title and summary that stand in enough of a sample, most frequent first. */
  #sampleWords(): string[] {
    const counts = new Map<string, number>();
    const step = Math.max(1, Math.floor(this.#columns.count / sampled));
    const keys = Array.from(
      { length: sampled },
      (_, at) => this.#columns.arrays.key[at * step] as number,
    );
    const texts = sampleTexts(this.#db, keys);
    for (const text of texts) {
      for (const word of new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    return [...counts]
      .filter(([, count]) => count >= texts.length * leastShare)
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostWords - this.#kept.size)
      .map(([word]) => word);
  }
}
