/** The list of sources. */
import type { SourceRow } from '../../../shared/contract/read-calls.ts';
import { all, type Reader, type Row } from '../sqlite.ts';
import { type ListOptions, matching } from './actor-list.ts';
import { ftsQuery } from './fts-query.ts';

const sourceText = (conditions: string) => `
  SELECT source.id, source.title, source.kind, source.publisher, source.published, source.language,
    source.reliability, source.deleted_at, source.tlp, source.text <> '' AS has_text,
    via.title AS via_title,
    (SELECT count(*) FROM claim WHERE claim.source_id = source.id AND claim.deleted_at IS NULL)
      AS claim_count,
    (SELECT count(*) FROM attachment WHERE attachment.target_table = 'source'
      AND attachment.target_id = source.id AND attachment.deleted_at IS NULL) AS attachment_count
  FROM source
  LEFT JOIN source AS via ON via.id = source.via_source_id
  WHERE ${conditions}
  ORDER BY source.published_earliest IS NULL, source.published_earliest DESC, fold(source.title),
    source.pk`;

/** Newest first, undated last. The text is looked for in titles, publishers and the texts themselves. */
export function listSourceRows(db: Reader, { text, includeDeleted }: ListOptions): SourceRow[] {
  const query = ftsQuery(text);
  const conditions = [includeDeleted ? '1' : 'source.deleted_at IS NULL'];
  if (query !== undefined) conditions.push(matching('source', 'any'));
  const values = query === undefined ? [] : [query];
  return all<Row>(db, sourceText(conditions.join(' AND ')), values).map((row) => ({
    id: String(row.id),
    title: String(row.title),
    kind: row.kind as SourceRow['kind'],
    publisher: row.publisher as string | null,
    published: row.published as string | null,
    language: row.language as string | null,
    reliability: row.reliability as SourceRow['reliability'],
    via: row.via_title as string | null,
    claimCount: Number(row.claim_count),
    attachmentCount: Number(row.attachment_count),
    hasText: row.has_text === 1,
    isDeleted: row.deleted_at !== null,
    tlp: row.tlp as SourceRow['tlp'],
  }));
}
