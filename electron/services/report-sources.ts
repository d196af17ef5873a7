/** What a report is made of, and its sources with all they pass on. */
import type { Source } from '../../shared/domain/records.ts';
import type { TlpLabel } from '../../shared/domain/vocabulary.ts';
import { listRecordsById } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';

/** A record that a report tells of: its label and its state are the report's. */
export interface Part {
  readonly id: string;
  readonly tlp: TlpLabel;
  readonly rev?: string;
  readonly updatedAt?: string;
}

/** Sources with all they pass on, each once. */
export function withChain(db: Reader, ids: Iterable<string>): Source[] {
  const found = new Map<string, Source>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    const read = listRecordsById(db, 'source', wanted);
    for (const source of read) found.set(source.id, source);
    const next = read.flatMap((source) => source.via_source_id ?? []);
    wanted = [...new Set(next)].filter((id) => !found.has(id));
  }
  return [...found.values()];
}
