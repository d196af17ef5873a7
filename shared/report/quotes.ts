/** Which passages of its sources a report quotes. Pure. */
import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import type { Lang } from '../text/lang.ts';

/** Passages that the report's claims rest on: all of them, or those chosen. Absent: none. */
export const quotesSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('all') }),
  z.strictObject({ what: z.literal('chosen'), ids: z.array(idSchema).max(5000) }),
]);
export type Quotes = z.infer<typeof quotesSchema>;

/** Characters of a passage that are printed; the source has the whole of it. */
const longest = 600;

/** `“words”`, `« mots »`, on one line. */
export function quoted(words: string, lang: Lang): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const shown = line.length <= longest ? line : `${cut(line)} […]`;
  return lang === 'fr' ? `«\u00a0${shown}\u00a0»` : `“${shown}”`;
}

/** Whole words within the limit. */
function cut(line: string): string {
  const head = line.slice(0, longest);
  const space = head.lastIndexOf(' ');
  return space > 0 ? head.slice(0, space) : head.replace(/[\ud800-\udbff]$/, '');
}
