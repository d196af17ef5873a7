/**
 * Maps of reports by what they were drawn from: the preview's serve the print, and those of one print
 * the next. They stay in memory only and go with the case.
 */
import { createHash } from 'node:crypto';
import type { DrawnMap } from '../../shared/report/map-picture.ts';

/** Bytes of pictures; those asked for last stay. */
const roomBytes = 80_000_000;

const sizeOf = ({ png, inset }: DrawnMap) => png.length + (inset?.png.length ?? 0);

export class MapPictures {
  readonly #kept = new Map<string, DrawnMap>();
  readonly #room: number;

  constructor(room = roomBytes) {
    this.#room = room;
  }

  get(key: string): DrawnMap | null {
    const name = nameOf(key);
    const known = this.#kept.get(name);
    if (known === undefined) return null;
    // asked for last
    this.#kept.delete(name);
    this.#kept.set(name, known);
    return known;
  }

  keep(key: string, drawn: DrawnMap): void {
    this.#kept.set(nameOf(key), drawn);
    let size = [...this.#kept.values()].reduce((sum, each) => sum + sizeOf(each), 0);
    for (const [name, each] of this.#kept) {
      if (size <= this.#room) return;
      this.#kept.delete(name);
      size -= sizeOf(each);
    }
  }

  clear(): void {
    this.#kept.clear();
  }
}

/** Keys of a thousand incidents are long. */
function nameOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
