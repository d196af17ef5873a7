// Carries out changes of the picked incidents and offers to take them back.
import type { Op } from '../../../shared/contract/record-calls.ts';
import { fold } from '../../../shared/lib/fold.ts';
import { newId } from '../../../shared/lib/ids.ts';
import { call } from '../../api/client.ts';
import { getApp, notify, notifyError } from '../../state/app-store.ts';
import { getCase, undo } from '../../state/case-store.ts';
import { getIncidents, readIds, readList, select } from '../../state/incidents-store.ts';
import { catalogues } from '../../text/catalogue.ts';
import { mostSteps, tagOps } from './bulk-ops.ts';

/** Saves all steps as one; says what was done. Resolves to false when it was refused. */
export async function saveTogether(
  ops: readonly Op[],
  done: (count: number) => string,
  count: number,
): Promise<boolean> {
  const t = catalogues[getApp().lang].incidents;
  if (ops.length === 0) return true;
  if (ops.length > mostSteps) {
    notify({ text: t.tooMany(mostSteps) });
    return false;
  }
  try {
    const { revision } = await call('record/save', { ops: [...ops] });
    notify({ text: done(count), action: { label: t.undo, run: () => void takeBack(revision) } });
    return true;
  } catch (thrown) {
    notifyError(thrown);
    return false;
  }
}

/** Undoes that change as long as it is the last one; an older one stands in the history. */
async function takeBack(revision: number): Promise<void> {
  if (getCase().caseState?.revision !== revision) {
    notify({ text: catalogues[getApp().lang].incidents.notLast });
    return;
  }
  try {
    await undo();
  } catch (thrown) {
    notifyError(thrown);
  }
}

/** Puts the selection on the line that took the place of those that went. */
export async function selectAfter(gone: readonly string[]): Promise<void> {
  const ids = new Set(gone);
  const positions = [...getIncidents().rows].flatMap(([at, row]) => (ids.has(row.id) ? [at] : []));
  await readList();
  const { total, rows } = getIncidents();
  const index = Math.min(Math.max(0, Math.min(...positions, total)), total - 1);
  if (index < 0) select(undefined);
  else select(rows.get(index)?.id ?? (await readIds(index, index))[0]);
}

/** Ties a tag of that name to all; those that carry it already are left alone. */
export async function tagTogether(ids: readonly string[], typed: string): Promise<boolean> {
  const t = catalogues[getApp().lang].incidents;
  const name = typed.trim();
  if (name === '') return false;
  try {
    const tags = await call('tag/list', {});
    const known = tags.find((tag) => fold(tag.name) === fold(name))?.id;
    const tagged = known === undefined ? new Set<string>() : await taggedWith(ids, known);
    const ops = tagOps(ids, name, known, newId(), tagged);
    return await saveTogether(ops, t.changedMany, ids.length - tagged.size);
  } catch (thrown) {
    notifyError(thrown);
    return false;
  }
}

async function taggedWith(ids: readonly string[], tagId: string): Promise<Set<string>> {
  const tagged = new Set<string>();
  for (const id of ids) {
    const { tags } = await call('incident/get', { id });
    if (tags.some((tag) => tag.id === tagId)) tagged.add(id);
  }
  return tagged;
}
