import { v7, validate } from 'uuid';
import { z } from 'zod';

/** A new record id: UUIDv7, lower-case text, so that ids sort by the time they were made. */
export function newId(): string {
  return v7();
}

export function isId(text: string): boolean {
  return validate(text) && text === text.toLowerCase();
}

/** Any RFC 9562 UUID in lower case; packs of other tools may carry versions other than 7. */
export const idSchema = z.string().refine(isId, { message: 'not a lower-case UUID' });
