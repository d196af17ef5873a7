/** Passages of sources that a report's claims rest on, for quoting them. */
import type { Passage } from '../../shared/domain/records.ts';
import { type Quotes, quoted } from '../../shared/report/quotes.ts';
import type { Lang } from '../../shared/text/lang.ts';
import { listTargeting } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import type { Part } from './report-sources.ts';

/** Of the claims among the parts, passages in sources among them, in the order of making. */
export function quotedPassages(
  db: Reader,
  quotes: Quotes | undefined,
  parts: readonly Part[],
): Passage[] {
  if (quotes === undefined) return [];
  const ids = new Set(parts.map(({ id }) => id));
  const chosen = quotes.what === 'all' ? null : new Set(quotes.ids);
  return listTargeting(db, 'passage', 'claim', [...ids]).filter(
    ({ id, source_id }) => ids.has(source_id) && (chosen === null || chosen.has(id)),
  );
}

/** Their words as they are printed, each once, by source id. */
export function quotesBySource(
  passages: readonly Pick<Passage, 'source_id' | 'exact'>[],
  lang: Lang,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { source_id, exact } of passages) {
    const held = found.get(source_id) ?? [];
    const words = quoted(exact, lang);
    if (!held.includes(words)) held.push(words);
    found.set(source_id, held);
  }
  return found;
}
