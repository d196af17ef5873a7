import type { Op } from '../../../../shared/contract/record-calls.ts';
import type { TextSelectors } from '../../../../shared/domain/passage.ts';
import type { Source, TargetTable } from '../../../../shared/domain/records.ts';

/** Ties words of the source to a record; to none where only the words are marked. */
export function passageOps(
  source: Source,
  passages: readonly TextSelectors[],
  table: TargetTable | null,
  id: string | null,
): readonly Op[] {
  return passages.map(
    (selectors): Op => ({
      do: 'create',
      table: 'passage',
      values: {
        ...selectors,
        source_id: source.id,
        target_table: table,
        target_id: id,
        text_sha256: source.text_sha256 ?? '',
      },
    }),
  );
}
