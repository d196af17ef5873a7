import { listTags } from '../db/queries/tags.ts';
import type { Reader } from '../db/sqlite.ts';

/** Live tags by name, with how many records carry each. */
export function tagList(db: Reader): { id: string; name: string; count: number }[] {
  return listTags(db);
}
