/** Passages with what each leads to and the notes on it. */
import type { PassageKind, PassageView } from '../../shared/contract/passage-views.ts';
import type { Passage, TargetTable } from '../../shared/domain/records.ts';
import type { ClaimKind } from '../../shared/domain/vocabulary.ts';
import { labelOf } from '../db/queries/labels.ts';
import { getRecord } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { noteViews } from './claim-views.ts';

type Target = NonNullable<PassageView['target']>;

/** In the order of the text, lost ones last. */
export function passageViews(db: Reader, passages: readonly Passage[]): PassageView[] {
  return passages
    .toSorted(
      (a, b) =>
        Number(a.is_lost) - Number(b.is_lost) ||
        a.start - b.start ||
        a.end - b.end ||
        a.created_at.localeCompare(b.created_at),
    )
    .map((passage) => {
      const target = targetOf(db, passage);
      const notes = noteViews(db, 'passage', passage.id);
      return { passage, kind: kindOf(db, target, notes.length > 0), target, notes };
    });
}

function targetOf(db: Reader, { target_table: table, target_id: id }: Passage): Target | null {
  if (table === null || id === null) return null;
  const record = getRecord(db, table, id);
  if (record === undefined || record.deleted_at !== null) return null;
  return { table, id, label: labelOf(db, table, id), open: openOf(db, table, id) };
}

function openOf(db: Reader, table: TargetTable, id: string): Target['open'] {
  const to = (at: NonNullable<Target['open']>['table'], at_id: string) => ({
    table: at,
    id: at_id,
    label: labelOf(db, at, at_id),
  });
  switch (table) {
    case 'incident':
    case 'actor':
    case 'source':
    case 'place':
      return to(table, id);
    case 'claim': {
      const claim = getRecord(db, 'claim', id);
      return claim === undefined ? null : to('incident', claim.incident_id);
    }
    case 'link': {
      const link = getRecord(db, 'link', id);
      if (link === undefined) return null;
      return link.kind === 'actor-actor' ? to('actor', link.from_id) : to('incident', link.to_id);
    }
    case 'passage':
      return null;
  }
}

const claimKinds: { readonly [K in ClaimKind]?: PassageKind } = {
  toll: 'toll',
  date: 'date',
  place: 'place',
};

function kindOf(db: Reader, target: Target | null, hasNotes: boolean): PassageKind {
  if (target === null) return hasNotes ? 'note' : 'mark';
  switch (target.table) {
    case 'source':
    case 'passage':
      return hasNotes ? 'note' : 'mark';
    case 'claim':
      return claimKinds[getRecord(db, 'claim', target.id)?.kind ?? 'other'] ?? 'claim';
    default:
      return target.table;
  }
}
