/** What must not be named in anything that goes out under a ceiling. */
import { compareTlp } from '../../shared/domain/tlp.ts';
import { type TlpLabel, tlpLabels } from '../../shared/domain/vocabulary.ts';
import type { Named } from '../../shared/pack/black-out.ts';
import { listRecordsBy } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';

const namedTables = [
  'actor',
  'place',
  'source',
  'incident',
  'tag',
  'attachment',
  'person',
] as const;

/** All above the ceiling, whether or not it was chosen, and other names of it. */
export function recordsAbove(db: Reader, ceiling: TlpLabel): readonly Named[] {
  const labels = tlpLabels.filter((label) => compareTlp(label, ceiling) > 0);
  if (labels.length === 0) return [];
  const all = { includeDeleted: true } as const;
  const above = (table: (typeof namedTables)[number] | 'actor_name' | 'place_name') =>
    listRecordsBy(db, table, 'tlp', labels, all);
  const idsOf = (table: 'actor' | 'place') => above(table).map(({ id }) => id);
  return [
    ...[...namedTables, 'actor_name' as const, 'place_name' as const].flatMap(above),
    ...listRecordsBy(db, 'actor_name', 'actor_id', idsOf('actor'), all),
    ...listRecordsBy(db, 'place_name', 'place_id', idsOf('place'), all),
  ];
}
