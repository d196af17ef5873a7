import { v7, validate } from 'uuid';
import { z } from 'zod';

/** A new record id: UUIDv7, lower-case text, so that ids sort by the time they were made. */
export function newId(): string {
  return v7();
}

const bytesOfId = 16;

/**
 * Ids by the million: as `newId`, with random bytes asked of `fill` by the thousand. They never go down,
 * also within a millisecond and when the clock is set back: the index of a table only grows at its end.
 */
export function idMaker(fill: (bytes: Uint8Array) => void): () => string {
  const pool = new Uint8Array(bytesOfId * 512);
  let used = pool.length;
  let msecs = 0;
  let seq = 0;
  return () => {
    if (used === pool.length) {
      fill(pool);
      used = 0;
    }
    const random = pool.subarray(used, used + bytesOfId);
    used += bytesOfId;
    const now = Date.now();
    if (now > msecs) {
      msecs = now;
      // of 32 bits three quarters of the numbers are left to count on within the millisecond
      const [a = 0, b = 0, c = 0, d = 0] = random;
      seq = ((a & 0x3f) << 24) | (b << 16) | (c << 8) | d;
    } else seq += 1;
    return v7({ msecs, seq, random });
  };
}

export function isId(text: string): boolean {
  return validate(text) && text === text.toLowerCase();
}

/** Any RFC 9562 UUID in lower case; packs of other tools may carry versions other than 7. */
export const idSchema = z.string().refine(isId, { message: 'not a lower-case UUID' });
