import { all, type Reader } from '../sqlite.ts';

export interface TagOf {
  readonly id: string;
  readonly taggingId: string;
  readonly name: string;
}

/** Live tags of a record, by name. */
export function listTagsOf(db: Reader, table: string, id: string): TagOf[] {
  return all<TagOf>(
    db,
    `SELECT tag.id, tagging.id AS taggingId, tag.name FROM tagging
     JOIN tag ON tag.id = tagging.tag_id
     WHERE tagging.target_table = ? AND tagging.target_id = ? AND tagging.deleted_at IS NULL
       AND tag.deleted_at IS NULL
     ORDER BY fold(tag.name), tagging.pk`,
    [table, id],
  );
}

/** Live tags by name, with how many records carry each. */
export function listTags(db: Reader): { id: string; name: string; count: number }[] {
  return all(
    db,
    `SELECT tag.id, tag.name, count(tagging.id) AS count FROM tag
     LEFT JOIN tagging ON tagging.tag_id = tag.id AND tagging.deleted_at IS NULL
     WHERE tag.deleted_at IS NULL GROUP BY tag.id ORDER BY fold(tag.name), tag.pk`,
  );
}
