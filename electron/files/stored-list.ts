/** A list held as text outside of the heap: records of a pack as objects take five times as much, and the collector walks them. */
import { TextStore } from './text-store.ts';

/** Of plain data. `at` and walking make each item anew. */
export class StoredList<T> implements Iterable<T> {
  readonly #texts = new TextStore(Number.POSITIVE_INFINITY);
  readonly #keys: readonly string[] | undefined;

  /** `keys`: those that every item has, which are then held once. */
  constructor(keys?: readonly string[]) {
    this.#keys = keys;
  }

  get length(): number {
    return this.#texts.count;
  }

  /** Answers the place of the item. */
  add(item: T): number {
    const told = item as Readonly<Record<string, unknown>>;
    this.#texts.add(JSON.stringify(this.#keys?.map((key) => told[key]) ?? item));
    return this.#texts.count - 1;
  }

  at(index: number): T | undefined {
    const text = this.#texts.at(index);
    if (text === undefined) return undefined;
    const data: unknown = JSON.parse(text);
    if (this.#keys === undefined) return data as T;
    const values = data as readonly unknown[];
    return Object.fromEntries(this.#keys.map((key, at) => [key, values[at]])) as T;
  }

  *[Symbol.iterator](): Generator<T, void> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index) as T;
  }
}
