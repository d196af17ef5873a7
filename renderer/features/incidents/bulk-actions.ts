// Carries out one change to the picked incidents and offers to take it back.
import { type BulkChange, mostChanged } from '../../../shared/contract/record-calls.ts';
import { call } from '../../api/client.ts';
import { notifyWithUndo } from '../../record-kit/take-back.ts';
import { getApp, notify, notifyError } from '../../state/app-store.ts';
import { getIncidents, readIds, readList, select } from '../../state/incidents-store.ts';
import { catalogues } from '../../text/catalogue.ts';
import { formats } from '../../text/format.ts';

/** Changes all that are picked; the selection moves on from those that leave the list. */
export async function changePicked(change: BulkChange): Promise<void> {
  const ids = [...getIncidents().selectedIds];
  if (ids.length === 0 || !(await changeTogether(ids, change))) return;
  try {
    if (change.do === 'delete' || change.do === 'restore') await selectAfter(ids);
  } catch (thrown) {
    notifyError(thrown);
  }
}

/** Changes incidents as one step; says what was done. False when it was refused. */
export async function changeTogether(ids: readonly string[], change: BulkChange): Promise<boolean> {
  const { lang } = getApp();
  const t = catalogues[lang].incidents;
  if (ids.length > mostChanged) {
    notify({ text: t.tooMany(formats[lang].number(mostChanged)) });
    return false;
  }
  const words = change.do === 'delete' ? t.deletedMany : t.changedMany;
  const done = change.do === 'restore' ? t.restoredMany : words;
  try {
    const { changed, revision } = await call('incident/bulk', { ids: [...ids], change });
    if (changed === 0) notify({ text: t.nothingToChange });
    else notifyWithUndo(done(changed), revision);
    return true;
  } catch (thrown) {
    notifyError(thrown);
    return false;
  }
}

/** Puts the selection on the line that took the place of those that went. */
async function selectAfter(gone: readonly string[]): Promise<void> {
  const ids = new Set(gone);
  const positions = [...getIncidents().rows].flatMap(([at, row]) => (ids.has(row.id) ? [at] : []));
  await readList();
  const { total, rows } = getIncidents();
  const first = positions.reduce((least, at) => Math.min(least, at), total);
  const index = Math.min(first, total - 1);
  if (index < 0) select(undefined);
  else select(rows.get(index)?.id ?? (await readIds(index, index))[0]);
}
