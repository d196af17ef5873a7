/**
 * Passages stay with their words, whoever changes a text: called for every transaction before its
 * change rows are worked out, so that a correction, an import or an undo can never leave a passage
 * pointing at other words. What cannot be found again is marked lost and keeps its quotation.
 */
import { createHash } from 'node:crypto';
import { codePointIndex, type TextSelectors } from '../../shared/domain/passage.ts';
import { type Anchored, movePassages } from '../../shared/domain/passage-anchor.ts';
import type { Passage, Source } from '../../shared/domain/records.ts';
import { listRecordChanges } from '../db/queries/actions.ts';
import { listRecordsBy } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { type Ledger, readThrough, writeRecord } from './ledger.ts';

interface Stamp {
  readonly at: string;
  readonly author: string;
}

/** Moves every live passage written, or of a text written, that does not stand in its source's text. */
export function keepPassages(ledger: Ledger, { at, author }: Stamp): void {
  for (const [sourceId, ids] of touchedPassages(ledger)) {
    const source = readThrough(ledger, 'source', sourceId) as Source | undefined;
    if (source === undefined) continue;
    const astray = [...ids]
      .map((id) => readThrough(ledger, 'passage', id) as Passage | undefined)
      .filter((passage) => passage !== undefined)
      .filter((passage) => passage.deleted_at === null && !isInPlace(passage, source));
    const anchored = anchorAll(ledger, source, astray);
    for (const [i, passage] of astray.entries()) {
      const found = anchored[i];
      const next = found === undefined ? passage : moved(passage, found, source);
      if (isSame(passage, next)) continue;
      writeRecord(ledger, 'passage', { ...next, updated_at: at, updated_by: author });
    }
  }
}

/** Ids of passages to be looked at, by source. */
function touchedPassages({ db, entries }: Ledger): ReadonlyMap<string, ReadonlySet<string>> {
  const bySource = new Map<string, Set<string>>();
  const touch = (sourceId: string, id: string) => {
    const ids = bySource.get(sourceId) ?? new Set();
    bySource.set(sourceId, ids.add(id));
  };
  for (const { table, id, before, after } of entries.values()) {
    if (table === 'passage') touch(String(after.source_id), id);
    else if (table === 'source' && before !== undefined && before.text !== after.text) {
      for (const passage of listRecordsBy(db, 'passage', 'source_id', [id])) touch(id, passage.id);
    }
  }
  return bySource;
}

/** A source without a text, as one that came without it, leaves its passages as they are. */
function isInPlace(passage: Passage, source: Source): boolean {
  if (source.text_sha256 === null && source.text_version === 1) return true;
  if (passage.text_sha256 !== source.text_sha256) return false;
  if (passage.is_lost) return true;
  const { toUnit } = codePointIndex(source.text);
  return source.text.slice(toUnit(passage.start), toUnit(passage.end)) === passage.exact;
}

/** Passages of one earlier version of the text are moved together. */
function anchorAll(
  ledger: Ledger,
  source: Source,
  passages: readonly Passage[],
): readonly (Anchored | undefined)[] {
  const anchored = new Map<string, Anchored>();
  const versions = new Map<string, Passage[]>();
  for (const passage of passages) {
    const group = versions.get(passage.text_sha256);
    if (group) group.push(passage);
    else versions.set(passage.text_sha256, [passage]);
  }
  for (const [sha256, group] of versions) {
    const before = sha256 === source.text_sha256 ? undefined : textOf(ledger, source.id, sha256);
    const answers = movePassages(before, source.text, group);
    for (const [i, { id }] of group.entries()) {
      const answer = answers[i];
      if (answer !== undefined) anchored.set(id, answer);
    }
  }
  return passages.map(({ id }) => anchored.get(id));
}

/** A lost passage keeps quotation, positions and hash of the text it last stood in. */
function moved(passage: Passage, found: Anchored, source: Source): Passage {
  if (found.how === 'lost') return { ...passage, is_lost: true };
  return { ...passage, ...found.selectors, text_sha256: source.text_sha256 ?? '', is_lost: false };
}

function isSame(a: Passage, b: Passage): boolean {
  const fields: readonly (keyof TextSelectors | 'text_sha256' | 'is_lost')[] = [
    'exact',
    'prefix',
    'suffix',
    'start',
    'end',
    'text_sha256',
    'is_lost',
  ];
  return fields.every((field) => a[field] === b[field]);
}

/** A version of a source's text by its hash: that which is being replaced, or one of the history. */
function textOf({ db, entries }: Ledger, sourceId: string, sha256: string): string | undefined {
  const replaced = entries.get(`source ${sourceId}`)?.before;
  if (replaced?.text_sha256 === sha256) return String(replaced.text);
  return textInLog(db, sourceId, sha256);
}

function textInLog(db: Reader, sourceId: string, sha256: string): string | undefined {
  for (const { field, old, new: next } of listRecordChanges(db, sourceId)) {
    if (field !== 'text' && field !== '*') continue;
    for (const json of [next, old]) {
      const value: unknown = json === null ? undefined : JSON.parse(json);
      const text = field === '*' ? (value as { text?: unknown } | undefined)?.text : value;
      if (typeof text === 'string' && sha256Hex(text) === sha256) return text;
    }
  }
  return undefined;
}

function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
