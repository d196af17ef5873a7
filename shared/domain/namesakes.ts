/**
 * Actors and sources of one name that a file made on several laptops: which are one, and what the one says. What an
 * analyst has added on one side stays; what two have decided differently keeps them apart. Pure.
 */
import { canonicalJson } from '../lib/canonical-json.ts';
import type { RecordOf } from './records.ts';
import { tlpMax } from './tlp.ts';

export type NamedTable = 'actor' | 'source';
type Loose = Readonly<Record<string, unknown>>;

const identity: {
  readonly [T in NamedTable | 'tag']: readonly (keyof RecordOf<T>)[];
} = {
  actor: ['name', 'kind'],
  source: ['title', 'kind', 'publisher', 'url', 'published', 'text'],
  tag: ['name', 'colour', 'tlp'],
};

/** Fields that may be told on one side only, decided together, each with what it is where nobody has told it. */
const added: { readonly [T in NamedTable]: readonly Loose[] } = {
  actor: [
    { name_lang: null },
    { country: null },
    { active_from: null },
    { active_to: null },
    { inter_code: null },
    { description: '' },
  ],
  source: [
    { reliability: 'F', reliability_why: null },
    { author: null },
    { accessed: null },
    { language: null },
    { publisher_actor_id: null },
    { via_source_id: null },
  ],
};

const isSame = (a: Loose, b: Loose, fields: readonly string[]) =>
  fields.every((field) => canonicalJson(a[field] ?? null) === canonicalJson(b[field] ?? null));

/** Equal for two that may be one. */
export function namesakeKey(table: keyof typeof identity, record: Loose): string {
  return canonicalJson(identity[table].map((field) => record[field] ?? null));
}

/** What `kept` becomes to say what both say; undefined where they contradict each other. */
export function joinedNamesake<T extends NamedTable>(
  table: T,
  kept: RecordOf<T>,
  other: RecordOf<T>,
): Partial<RecordOf<T>> | undefined {
  const patch: Record<string, unknown> = {};
  const [ours, theirs] = [kept, other] as unknown as readonly [Loose, Loose];
  for (const usual of added[table]) {
    const fields = Object.keys(usual);
    if (isSame(ours, theirs, fields) || isSame(theirs, usual, fields)) continue;
    if (!isSame(ours, usual, fields)) return undefined;
    for (const field of fields) patch[field] = theirs[field];
  }
  patch['tlp'] = tlpMax([kept.tlp, other.tlp]);
  return patch as Partial<RecordOf<T>>;
}
