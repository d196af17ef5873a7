import type { Op } from '../../shared/contract/record-calls.ts';
import type { TargetTable } from '../../shared/domain/records.ts';
import { fold } from '../../shared/lib/fold.ts';
import { newId } from '../../shared/lib/ids.ts';
import { call } from '../api/client.ts';
import { useCase } from '../state/case-store.ts';
import { useRead } from '../state/use-changes.ts';
import { useText } from '../text/index.tsx';
import { TokenField } from '../ui/token-field.tsx';
import { saveNow } from './use-save.ts';

export interface TagOnRecord {
  readonly id: string;
  readonly taggingId: string;
  readonly name: string;
}

interface Props {
  readonly table: TargetTable;
  readonly id: string;
  readonly tags: readonly TagOnRecord[];
  readonly onChanged?: (() => void) | undefined;
}

/** Tags of a record; each change is saved at once. A new word becomes a tag of the case. */
export function TagsField({ table, id, tags, onChanged }: Props) {
  const t = useText();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const known = useRead(() => call('tag/list', {}), [], ['tags']).value ?? [];

  async function change(names: readonly string[]) {
    const ops: Op[] = tags
      .filter((tag) => !names.includes(tag.name))
      .map((tag) => ({ do: 'delete', table: 'tagging', id: tag.taggingId }));
    for (const name of names) {
      if (tags.some((tag) => fold(tag.name) === fold(name))) continue;
      const tagId = known.find((tag) => fold(tag.name) === fold(name))?.id;
      ops.push(...taggingOps(tagId, name, table, id));
    }
    if (ops.length > 0 && (await saveNow(ops))) onChanged?.();
  }

  return (
    <TokenField
      label={t.records.tags.label}
      placeholder={t.records.tags.placeholder}
      values={tags.map((tag) => tag.name)}
      options={known.map(({ name }) => ({ value: name, label: name }))}
      allowsCustom
      isReadOnly={isReadOnly}
      onChange={(names) => void change(names)}
    />
  );
}

function taggingOps(
  known: string | undefined,
  name: string,
  table: TargetTable,
  id: string,
): readonly Op[] {
  const tagId = known ?? newId();
  const tagging: Op = {
    do: 'create',
    table: 'tagging',
    values: { tag_id: tagId, target_table: table, target_id: id },
  };
  if (known !== undefined) return [tagging];
  return [{ do: 'create', table: 'tag', id: tagId, values: { name } }, tagging];
}
