/** The case's actors with all their names, and its own places, for reading texts. */
import type { ActorKind } from '../../../shared/domain/vocabulary.ts';
import { all, type Reader } from '../sqlite.ts';

export interface ActorNames {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  /** Other names, one a line. */
  readonly names: string;
}

/** Actors that are not deleted, oldest first. */
export function listActorNames(db: Reader): readonly ActorNames[] {
  return all<ActorNames>(
    db,
    `select a.id, a.name, a.kind, a.country, coalesce(group_concat(n.name, char(10)), '') as names
     from actor a left join actor_name n on n.actor_id = a.id and n.deleted_at is null
     where a.deleted_at is null group by a.id order by a.id`,
  );
}
