// Steps that change many incidents at once: one save, one entry of history, one undo. Pure.
import type { Op } from '../../../shared/contract/record-calls.ts';
import type { IncidentStatus, TlpLabel } from '../../../shared/domain/vocabulary.ts';

/** Most steps that one save takes. */
export const mostSteps = 5000;

export function statusOps(ids: readonly string[], status: IncidentStatus): readonly Op[] {
  return ids.map((id) => ({ do: 'update', table: 'incident', id, patch: { status } }));
}

export function tlpOps(ids: readonly string[], tlp: TlpLabel): readonly Op[] {
  return ids.map((id) => ({ do: 'update', table: 'incident', id, patch: { tlp } }));
}

export function deleteOps(ids: readonly string[]): readonly Op[] {
  return ids.map((id) => ({ do: 'delete', table: 'incident', id }));
}

export function restoreOps(ids: readonly string[]): readonly Op[] {
  return ids.map((id) => ({ do: 'restore', table: 'incident', id }));
}

/**
 * Ties a tag to incidents; makes the tag when the case has none of that name.
 * @param known id of the tag of that name, undefined when there is none
 * @param fresh id for a new tag
 * @param tagged ids that carry it already and are left as they are
 */
export function tagOps(
  ids: readonly string[],
  name: string,
  known: string | undefined,
  fresh: string,
  tagged: ReadonlySet<string>,
): readonly Op[] {
  const taggings = ids
    .filter((id) => !tagged.has(id))
    .map(
      (id): Op => ({
        do: 'create',
        table: 'tagging',
        values: { tag_id: known ?? fresh, target_table: 'incident', target_id: id },
      }),
    );
  if (known !== undefined || taggings.length === 0) return taggings;
  return [{ do: 'create', table: 'tag', id: fresh, values: { name } }, ...taggings];
}
